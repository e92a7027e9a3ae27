import type { Called } from '../called.ts';

/** What the chat page says of the document, and the questions it offers. */
export const webStart = ({ decision, theDecision, subject, examples }: Called) => ({
  subtitle: `Trợ lý tự động về ${decision}`,
  introduction: `Tôi trả lời câu hỏi về ${subject}, kèm đúng câu chữ của ${theDecision}. Anh/chị có thể bắt đầu bằng một trong các gợi ý sau:`,
  examples,
});

/** Sentences of the chat page and of its error pages. */
export const web = {
  title: 'Đôn Đốc',
  welcome: 'Xin chào anh/chị!',
  joinLabel: 'Tôi có mã tham gia',
  joinCommand: '/thamgia ',
  quick: 'Việc thường dùng',
  shortcuts: [
    { label: 'Nhiệm vụ', says: '/nhiemvu' },
    { label: 'Kế hoạch', says: '/kehoach' },
    { label: 'Lịch nhắc', says: '/lichnhac' },
    { label: 'Đã gửi', says: '/capnhat' },
    { label: 'Trợ giúp', says: '/trogiup' },
  ],
  placeholder: 'Câu hỏi hoặc tiến độ…',
  send: 'Gửi',
  attach: 'Đính kèm tệp',
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
    /** Before the name of a file somebody sent. */
    file: 'Tệp: ',
    uploading: 'Đang tải tệp lên…',
    fileFailed: 'Chưa tải được tệp, anh/chị thử lại giúp.',
    fileTooLarge: 'Tệp quá lớn, anh/chị gửi tệp nhỏ hơn giúp.',
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

/** What the page's start says. */
export type WebStart = ReturnType<typeof webStart>;

/** What the page's script says. */
export type ScriptWords = typeof web.script;
