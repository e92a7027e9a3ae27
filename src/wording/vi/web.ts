/** Sentences of the chat page and of its error pages. */
export const web = {
  title: 'Đôn Đốc',
  subtitle: 'Trợ lý tự động về Quyết định 3572/QĐ-UBND',
  welcome: 'Xin chào anh/chị!',
  introduction:
    'Tôi trả lời câu hỏi về Chương trình hành động phát triển khu vực dịch vụ tỉnh Thanh Hóa, kèm đúng câu chữ của Quyết định. Anh/chị có thể bắt đầu bằng một trong các gợi ý sau:',
  examples: [
    'Cơ quan nào chủ trì lĩnh vực logistics?',
    'Hạn báo cáo năm là ngày nào?',
    'Nhiệm vụ của Sở Y tế',
  ],
  joinLabel: 'Tôi có mã tham gia',
  joinCommand: '/thamgia ',
  quick: 'Việc thường dùng',
  shortcuts: [
    { label: 'Nhiệm vụ', says: '/nhiemvu' },
    { label: 'Lịch nhắc', says: '/lichnhac' },
    { label: 'Đã gửi', says: '/capnhat' },
    { label: 'Trợ giúp', says: '/trogiup' },
  ],
  placeholder: 'Câu hỏi hoặc tiến độ…',
  send: 'Gửi',
  conversation: 'Nội dung trò chuyện',
  message: 'Tin nhắn của anh/chị',
  newer: 'Xem tin mới',
  automatic: 'Trả lời tự động. Xin đối chiếu văn bản gốc khi sử dụng.',
  noScript: 'Trang này cần bật JavaScript để trò chuyện.',
  /** Read by the page's script. */
  script: {
    bot: 'Đôn Đốc trả lời: ',
    me: 'Anh/chị: ',
    lost: 'Mất kết nối, đang thử lại. Tin anh/chị nhắn sẽ tự gửi khi có mạng.',
    busy: 'Đang trả lời…',
    waiting: 'Chờ gửi…',
    refused: 'Không gửi được tin này, anh/chị nhắn gọn lại giúp.',
    slow: 'Anh/chị nhắn hơi nhanh, tin sẽ tự gửi lại sau ít giây.',
    invited: 'Anh/chị được mời tham gia. Bấm nút Gửi để tiếp tục.',
    /** The number of lines stands for `#`. */
    more: 'Xem thêm # mục',
    verbatim: 'Nguyên văn ',
  },
  notFound: 'Không có trang này.',
  wrongMethod: 'Trang này không nhận yêu cầu như vậy.',
  fault: 'Xin lỗi anh/chị, hệ thống đang gặp trục trặc. Anh/chị thử lại sau ít phút giúp.',
  back: 'Về trang trò chuyện',
};

/** What the page's script says. */
export type ScriptWords = typeof web.script;
