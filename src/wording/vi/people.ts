import type { Called } from '../called.ts';

/** What the consent text depends on. */
export interface ConsentTerms {
  /** The person has joined, and this is another agency or role. */
  further: boolean;
  /** Whom to turn to; null: whoever gave the code. */
  contact: string | null;
  /** Who does not join may still ask. */
  guests: boolean;
}

/** Sentences of meeting, joining and inviting. */
export const people = ({ decision, theDecision }: Called) => ({
  greeting: [
    'Xin chào anh/chị. Tôi là Đôn Đốc, trợ lý tự động, không phải người.',
    `Tôi giúp anh/chị tra cứu ${decision}, cập nhật tiến độ và nhắc hạn báo cáo.`,
    'Tin nhắn của anh/chị và mã cuộc trò chuyện được lưu để tôi trả lời. Xin đừng gửi nội dung thuộc bí mật nhà nước.',
  ].join('\n'),
  unreached: {
    title: 'Những người hiện tôi chưa nhắn tới được qua kênh nào:',
    row: (name: string, agency: string, channel: string, why: string, since: string): string =>
      `• ${name}, ${agency}: ${channel}, ${why}, từ ngày ${since}`,
    nameless: 'Chưa ghi họ tên',
    why: {
      blocked: 'đã chặn hoặc bỏ theo dõi',
      out_of_window: 'lâu chưa nhắn lại nên Zalo không cho gửi trước',
    } as Record<string, string>,
    otherwise: 'nhiều lần gửi không được',
    whatToDo: 'Anh/chị nhờ họ nhắn lại cho tôi một tin bất kỳ, hoặc mở trang web, là tôi nhắn được ngay.',
    none: 'Hiện tôi nhắn được tới tất cả những người đã tham gia.',
  },
  consent: (agency: string, role: string, { further, contact, guests }: ConsentTerms): string =>
    [
      `Anh/chị được mời tham gia${further ? ' thêm' : ''} với vai trò ${role}, đơn vị: ${agency}. Trước khi tham gia, mời anh/chị xem các thông tin sau:`,
      `• Mục đích: ghi nhận tiến độ thực hiện ${decision} và nhắc hạn báo cáo.`,
      '• Thông tin được lưu: họ tên, đơn vị, vai trò, mã các cuộc trò chuyện, tin nhắn và các cập nhật anh/chị gửi.',
      '• Người được xem: đơn vị của anh/chị, cơ quan đầu mối và quản trị hệ thống.',
      '• Thời gian lưu: đến khi anh/chị thôi tham gia; nội dung tin nhắn được xóa dần sau một thời gian do quản trị quy định. Các cập nhật đã gửi vẫn thuộc hồ sơ của đơn vị, nhưng không còn gắn với tên anh/chị.',
      '• Quyền của anh/chị: nhắn /dulieu để xem thông tin đang được lưu, /hoten để sửa họ tên, /roi để rút lại sự đồng ý và xóa thông tin cá nhân.',
      `• Liên hệ khi cần hỏi, phản đối hoặc khiếu nại: ${contact ?? 'quản trị, người đã cấp mã cho anh/chị'}.`,
      `Việc đồng ý là tự nguyện.${guests ? ` Nếu không đồng ý, anh/chị vẫn tra cứu được ${theDecision}.` : ''} Anh/chị có đồng ý không?`,
    ].join('\n'),
  /** Said to who has not joined, where only people who have are served. */
  guestsOff:
    'Hiện tôi chỉ phục vụ người đã tham gia. Anh/chị nhắn riêng cho tôi /thamgia kèm mã tham gia do quản trị hoặc cơ quan đầu mối cấp.',
  agree: 'Đồng ý',
  decline: 'Không đồng ý',
  refused: {
    unknown: 'Tôi không tìm thấy mã này. Anh/chị kiểm tra lại từng ký tự giúp, hoặc liên hệ người đã cấp mã.',
    expired: 'Mã này đã hết hạn. Anh/chị liên hệ người đã cấp mã để xin mã mới.',
    used_up: 'Mã này đã được dùng hết lượt. Anh/chị liên hệ người đã cấp mã để xin mã mới.',
  },
  joinedBefore: (agency: string): string =>
    `Anh/chị đã tham gia ${agency} từ trước nên không cần dùng mã này. Mã chưa bị tính lượt.`,
  furtherDeclined: 'Vâng, tôi giữ nguyên thông tin của anh/chị như trước.',
  joinedFurther: (agencies: string, role: string): string =>
    `Cảm ơn anh/chị. Hiện anh/chị thuộc: ${agencies}. Vai trò: ${role}.`,
  joined: (agency: string): string => `Cảm ơn anh/chị. Anh/chị đã tham gia, đơn vị: ${agency}.`,
  codeCreated: (
    code: string,
    agency: string,
    role: string,
    expires: string,
    uses: number,
    links: string[],
  ): string =>
    [
      `Mã tham gia: ${code}`,
      `Đơn vị: ${agency}`,
      `Vai trò: ${role}`,
      `Hết hạn: ${expires}`,
      `Số lượt dùng: ${uses}`,
      links.length > 0
        ? `Anh/chị gửi riêng cho người nhận đường dẫn ${links.join(' hoặc ')}, hoặc dặn nhắn cho tôi: /thamgia ${code}`
        : `Anh/chị gửi riêng cho người nhận và dặn nhắn cho tôi: /thamgia ${code}`,
      'Ai có mã đều tham gia được, vì vậy xin đừng gửi mã vào nhóm chung.',
    ].join('\n'),
  /** The head of the list of codes that a bulk invitation writes. */
  invitationColumns: [
    ...['Họ tên', 'Chức vụ', 'Cơ quan', 'Vai trò', 'Mã tham gia', 'Hết hạn'],
    ...['Nhắn cho Đôn Đốc', 'Đường dẫn trang web', 'Đường dẫn Telegram'],
  ],
  bothNames: (name: string, now: string, confirmed: boolean): string =>
    `${name} (nay: ${now}${confirmed ? '' : ', chờ xác nhận'})`,
  notAllowed: 'Anh/chị chưa có quyền làm việc này. Nếu cần, anh/chị liên hệ quản trị giúp.',
});
