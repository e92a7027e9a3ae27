import type { Called } from '../called.ts';

const CHANNELS: Record<string, string> = {
  web: 'trang web',
  telegram: 'Telegram',
  'zalo-oa': 'Zalo',
  'zalo-bot': 'Zalo',
  terminal: 'cửa sổ dòng lệnh',
};

/** Sentences about a person's own record: the name, what is kept, the chats it is used from, leaving. */
export const account = ({ sampleAgency }: Called) => ({
  channels: CHANNELS,
  data: {
    title: (at: string): string => `Thông tin tôi đang lưu về anh/chị (lúc ${at}):`,
    name: (name: string): string => `• Họ tên: ${name || 'chưa có'}`,
    agencies: (agencies: string): string => `• Đơn vị: ${agencies}`,
    role: (role: string): string => `• Vai trò: ${role}`,
    consent: (at: string, version: string): string =>
      `• Đồng ý lưu thông tin: ${at}, theo bản ngày ${version}`,
    channels: (channels: string): string => `• Kênh đang dùng: ${channels}`,
    messages: (count: number): string => `• Tin nhắn còn lưu nội dung: ${count}`,
    cards: (tasks: string[]): string =>
      `• Phiếu chưa lưu: ${tasks.length === 0 ? 'không có' : `${tasks.length} (${tasks.join(', ')})`}`,
    noTask: 'chưa rõ nhiệm vụ',
    updates: (rows: string[]): string =>
      rows.length === 0
        ? '• Cập nhật đã gửi: chưa có'
        : [`• Cập nhật đã gửi: ${rows.length}`, ...rows].join('\n'),
    update: (receipt: string, task: string, day: string): string => `  – ${receipt}: ${task}, ${day}`,
    handovers: (rows: string[]): string =>
      rows.length === 0 ? '• Bàn giao công việc: không có' : ['• Bàn giao công việc:', ...rows].join('\n'),
    handover: (given: boolean, name: string, first: string, last: string, state: string): string => {
      const other = name || 'đồng nghiệp chưa ghi tên';
      const who = given ? `Anh/chị giao ${other}` : `${other} giao anh/chị`;
      return `  – ${who}, từ ${first} đến ${last} (${state})`;
    },
    states: { asked: 'chờ trả lời', accepted: 'đã nhận', declined: 'không nhận', ended: 'đã kết thúc' },
    more: 'Anh/chị nhắn /dulieu để xem toàn bộ thông tin đang lưu, /hoten để sửa họ tên.',
    rights: 'Anh/chị nhắn /hoten để sửa họ tên, /xoadulieu để thôi tham gia và xóa.',
  },
  leave: {
    ask: (cards: number, updates: number): string =>
      [
        'Nếu anh/chị thôi tham gia:',
        `• Tôi xóa: họ tên, đơn vị, vai trò, liên kết với các cuộc trò chuyện, nội dung tin nhắn, các bàn giao${cards > 0 ? ` và ${cards} phiếu chưa lưu` : ''}.`,
        `• Còn lại trong hồ sơ của đơn vị, không kèm tên anh/chị: ${updates > 0 ? `${updates} cập nhật đã gửi` : 'các cập nhật đã gửi (hiện chưa có)'}, kế hoạch đã lập (nếu có) và nhật ký thao tác.`,
        'Xóa rồi thì không lấy lại được. Anh/chị có chắc muốn thôi tham gia không?',
      ].join('\n'),
    yes: 'Thôi tham gia và xóa',
    no: 'Tôi ở lại',
    stayed: 'Vâng, tôi chưa xóa gì. Thông tin của anh/chị vẫn như trước.',
    lastAdmin: `Anh/chị đang là quản trị duy nhất, nên tôi chưa thể xóa: sau đó sẽ không còn ai cấp mã cho người mới. Anh/chị mời thêm một quản trị trước, ví dụ nhắn: /taoma ${sampleAgency} quản trị. Khi người ấy đã tham gia, anh/chị nhắn lại /roi.`,
  },
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
