const CHANNELS: Record<string, string> = {
  web: 'trang web',
  telegram: 'Telegram',
  'zalo-oa': 'Zalo',
  'zalo-bot': 'Zalo',
  terminal: 'cửa sổ dòng lệnh',
};

/** Sentences about a person's own record: the name, the chats it is used from. */
export const account = () => ({
  channels: CHANNELS,
  name: {
    known: (name: string): string =>
      `Tôi ghi nhận họ tên anh/chị là ${name}. Nếu chưa đúng, anh/chị nhắn /hoten kèm họ tên.`,
    unknown: 'Tôi chưa biết họ tên của anh/chị. Anh/chị nhắn giúp, ví dụ: /hoten Trần Thị Hà',
    changed: (name: string): string => `Tôi đã ghi họ tên của anh/chị: ${name}.`,
    refused:
      'Họ tên chỉ gồm chữ cái, dài từ 2 đến 100 ký tự. Anh/chị nhắn lại giúp, ví dụ: /hoten Trần Thị Hà',
    joinFirst:
      'Anh/chị chưa tham gia nên tôi không lưu họ tên. Khi có mã, anh/chị nhắn /thamgia kèm mã để tham gia.',
  },
  link: {
    code: (code: string): string =>
      [
        `Mã liên kết: ${code}`,
        `Anh/chị mở cuộc trò chuyện với tôi ở kênh muốn dùng thêm rồi nhắn: /lienket ${code}`,
        'Mã dùng được một lần, trong 15 phút. Xin đừng đưa mã cho ai, vì ai có mã là dùng được tài khoản của anh/chị.',
      ].join('\n'),
    how: 'Nếu đã tham gia ở kênh khác, anh/chị nhắn /lienket ở kênh đó để lấy mã, rồi về đây nhắn /lienket kèm mã. Nếu chưa tham gia, anh/chị nhắn /thamgia kèm mã tham gia.',
    alreadyJoined:
      'Cuộc trò chuyện này đã gắn với một người tham gia nên không liên kết thêm được. Nếu muốn chuyển sang tài khoản kia, anh/chị nhắn /roi ở đây trước, rồi lấy mã mới và nhắn lại.',
    refused:
      'Mã liên kết chưa đúng hoặc đã hết hạn. Anh/chị nhắn /lienket ở kênh đang dùng để lấy mã mới giúp; mỗi mã dùng được một lần, trong 15 phút.',
    done: 'Tôi đã liên kết cuộc trò chuyện này với tài khoản của anh/chị. Từ nay anh/chị dùng ở kênh nào cũng được, phiếu đang chờ và các cập nhật là một.',
    notice: (channel: string, at: string): string =>
      `Tài khoản của anh/chị vừa được liên kết với một cuộc trò chuyện trên ${channel} (lúc ${at}). Nếu không phải anh/chị làm, anh/chị bấm nút dưới đây để gỡ ngay.`,
    undo: 'Không phải tôi, gỡ liên kết',
    undone: (channel: string): string =>
      `Tôi đã gỡ liên kết. Cuộc trò chuyện trên ${channel} không còn dùng được tài khoản của anh/chị. Anh/chị xem lại /capnhat giúp, và báo quản trị nếu thấy điều gì lạ.`,
  },
});
