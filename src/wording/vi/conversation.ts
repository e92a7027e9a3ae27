import type { FileRefusal } from '../../core/file.ts';
import type { PersonRole } from '../../core/person.ts';
import type { Called } from '../called.ts';

/** Sentences of the conversation itself: commands, faults, what the bot cannot read. */
export const conversation = ({ decision, theDecision, examples, sampleTask, sampleAgency }: Called) => ({
  /** `role` is null for somebody who has not joined. */
  help: (role: PersonRole | null): string =>
    [
      'Anh/chị có thể nhắn cho tôi:',
      `• Câu hỏi về ${decision}, ví dụ: “${examples[0]}”`,
      role
        ? `• Cập nhật tiến độ bằng một tin nhắn, ví dụ: “${sampleTask} xong 60%, vướng GPMB, dự kiến xong 30/12”`
        : '• /thamgia kèm mã tham gia, để gửi cập nhật tiến độ và được nhắc hạn báo cáo',
      ...(role
        ? [
            `• Kế hoạch của đơn vị, ví dụ: “kế hoạch ${sampleTask}: PGĐ Nguyễn Văn A, 30/6/2027”, hoặc /kehoach`,
            '• Giao việc khi nghỉ, ví dụ: “nghỉ từ 10/12 đến 20/12, giao chị Hà”',
            '• /nhiemvu – nhiệm vụ của đơn vị; /lichnhac – lịch nhắc sắp tới',
            `• /capnhat – các cập nhật đã gửi; /lichsu ${sampleTask} – diễn biến một nhiệm vụ`,
            '• /hoso – hồ sơ của anh/chị; /hoten – sửa họ tên; /lienket – dùng thêm trên kênh khác',
            '• /dulieu – toàn bộ thông tin đang lưu về anh/chị; /roi – thôi tham gia và xóa',
          ]
        : []),
      ...(role === 'leader' || role === 'admin'
        ? ['• /choduyet – cập nhật chờ duyệt; /pheduyet – bật, tắt việc duyệt']
        : []),
      ...(role === 'admin' || role === 'focal'
        ? [
            '• “ai chưa báo cáo?” – tình hình các cơ quan; “ai không liên lạc được?”; /suckhoe – kết quả rà soát văn bản',
          ]
        : []),
      ...(role === 'admin' ? [`• /taoma ${sampleAgency} – tạo mã tham gia cho một cơ quan`] : []),
      ...(role === 'admin' ? ['• /kethua – xác nhận cơ quan tiếp nhận nhiệm vụ của cơ quan cũ'] : []),
    ].join('\n'),
  unknownCommand: (command: string): string =>
    `Tôi chưa có lệnh “${command}”. Anh/chị nhắn /trogiup để xem những việc tôi làm được.`,
  empty: 'Tôi chưa nhận được nội dung nào. Xin anh/chị nhắn lại.',
  unsupported: 'Tôi chưa đọc được tin thoại, vị trí hay nhãn dán. Xin anh/chị nhắn bằng chữ hoặc gửi tệp.',
  file: {
    how: 'Anh/chị gửi ảnh hoặc tệp (PDF, Word, Excel) ngay trong cuộc trò chuyện này, kèm lời nhắn như “IV.2.a.3 xong 60%”, hoặc gửi khi phiếu đang chờ lưu. Mỗi phiếu kèm được 5 tệp.',
    attached: (name: string): string => `Tôi đã đính kèm “${name}” vào phiếu.`,
    full: 'Mỗi phiếu kèm được nhiều nhất 5 tệp nên tôi chưa đính kèm tệp này.',
    refused: {
      type: (name: string): string =>
        `Tôi không nhận tệp “${name}”. Tôi nhận PDF, Word (.docx), Excel (.xlsx) và ảnh (JPEG, PNG, WebP, HEIC).`,
      macro: (name: string): string =>
        `Tệp “${name}” có chứa macro nên tôi không nhận. Anh/chị lưu lại thành .docx hoặc .xlsx không có macro rồi gửi giúp.`,
      encrypted: (name: string): string =>
        `Tệp “${name}” có mật khẩu hoặc là định dạng Office cũ (.doc, .xls) nên tôi không nhận. Anh/chị bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi gửi giúp.`,
      empty: (name: string): string => `Tệp “${name}” không có nội dung. Anh/chị kiểm tra lại giúp.`,
      too_large: (name: string): string =>
        `Tệp “${name}” quá lớn nên tôi không nhận. Anh/chị gửi tệp nhỏ hơn giúp.`,
      unreachable: (name: string): string =>
        `Tôi chưa tải được tệp “${name}”. Phần chữ vẫn được giữ; anh/chị gửi lại tệp sau giúp.`,
    } satisfies Record<FileRefusal, (name: string) => string>,
  },
  tooLong: (limit: number): string =>
    `Tin nhắn của anh/chị dài quá ${limit} ký tự nên tôi chưa xử lý được. Xin anh/chị nhắn gọn lại, mỗi tin một nhiệm vụ.`,
  tooFast:
    'Anh/chị nhắn nhanh quá nên tôi chưa xử lý tin vừa rồi và các tin ngay sau đó. Xin anh/chị chờ một phút rồi nhắn lại giúp.',
  choiceGone: 'Lựa chọn này đã cũ, không còn hiệu lực. Xin anh/chị nhắn lại yêu cầu.',
  choiceTaken: 'Lựa chọn này đã được ghi nhận trước đó, anh/chị không cần bấm lại.',
  fault:
    'Xin lỗi anh/chị, tôi đang gặp trục trặc nên chưa xử lý được tin nhắn này. Xin anh/chị nhắn lại sau ít phút.',
  groupOnlyQuestions: `Trong nhóm tôi chỉ trả lời câu hỏi về ${theDecision}. Việc cập nhật và tham gia, anh/chị nhắn riêng cho tôi giúp.`,
  joinFirst:
    'Để gửi cập nhật tiến độ, anh/chị cần tham gia với mã do quản trị cấp: nhắn /thamgia kèm mã. Tin vừa rồi tôi chưa lưu thành cập nhật.',
  joinHow:
    'Anh/chị nhắn /thamgia kèm mã tham gia, ví dụ: /thamgia ABCD-EFGH-JKMN. Mã do quản trị hoặc cơ quan đầu mối cấp.',
  alreadyJoined: (agency: string): string =>
    `Anh/chị đã tham gia, đơn vị: ${agency}. Nếu có mã của đơn vị khác, anh/chị nhắn /thamgia kèm mã đó.`,
  inviteHow: `Anh/chị nhắn /taoma kèm tên cơ quan, ví dụ: /taoma ${sampleAgency}. Thêm “lãnh đạo”, “đầu mối” hoặc “quản trị” ở cuối nếu mã dành cho vai trò đó.`,
  agencyUnknown: (text: string): string =>
    `Tôi chưa nhận ra cơ quan “${text}”. Anh/chị ghi rõ tên cơ quan giúp.`,
  yourUpdates: (agency: string): string => `Các cập nhật gần nhất của ${agency}:`,
  noUpdates: (agency: string): string => `${agency} chưa gửi cập nhật nào.`,
  updateRow: (receipt: string, task: string, how: string, when: string): string =>
    `• ${task}${how ? `: ${how}` : ''} (${receipt}, ${when})`,
  noUpdatesOf: (task: string): string => `Tôi chưa có cập nhật nào về nhiệm vụ ${task}.`,
  joinToSeeProgress:
    'Tiến độ các đơn vị đã báo cáo chỉ dành cho người đã tham gia. Anh/chị nhắn /thamgia kèm mã để tham gia.',
  ownProgressOnly: (agency: string): string =>
    `Anh/chị xem được tiến độ do ${agency} báo cáo. Tiến độ của đơn vị khác, anh/chị hỏi cơ quan đầu mối giúp.`,
  nothingKept: 'Anh/chị chưa tham gia nên tôi không lưu thông tin cá nhân nào, chỉ lưu tin nhắn để trả lời.',
  reportSent: (agency: string, duty: string, year: number): string =>
    `Anh/chị xác nhận giúp: ${agency} đã gửi ${duty.charAt(0).toLowerCase()}${duty.slice(1)} năm ${year}? Nếu đúng, anh/chị bấm nút dưới đây để tôi ghi nhận và thôi nhắc.`,
  forwarded:
    'Tôi thấy đây là văn bản chuyển tiếp nên chưa ghi thành cập nhật nào. Anh/chị cần tra cứu nội dung nào, hoặc cập nhật nhiệm vụ nào thì nhắn riêng một tin ngắn giúp.',
  sorry: `Xin lỗi anh/chị vì tôi chưa giúp được. Anh/chị thử hỏi ngắn hơn, ví dụ “${examples[0]}”, hoặc nhắn /trogiup để xem những việc tôi làm được.`,
  upcoming: 'Lịch nhắc sắp tới dành cho anh/chị:',
  upcomingRow: (day: string, duty: string, lastDay: string): string =>
    `• ${day}: ${duty} (hạn cuối ${lastDay})`,
  noUpcoming: 'Hiện chưa có lời nhắc nào sắp tới dành cho anh/chị.',
  roles: { official: 'cán bộ', leader: 'lãnh đạo đơn vị', focal: 'cơ quan đầu mối', admin: 'quản trị' },
  left: 'Tôi đã xóa thông tin cá nhân của anh/chị. Các cập nhật đã gửi vẫn thuộc hồ sơ của đơn vị, không kèm tên anh/chị. Cảm ơn anh/chị.',
  consentDeclined: (guests: boolean): string =>
    `Vâng, tôi không ghi thông tin tham gia của anh/chị.${guests ? ` Anh/chị vẫn có thể hỏi về ${decision}.` : ''}`,
  nothingToChange: 'Tôi chưa thấy nội dung cần sửa. Anh/chị nhắn, ví dụ: 70%, hoặc: dự kiến xong 15/01/2027.',
  draftWaiting: (task: string): string => `(Phiếu cập nhật ${task} của anh/chị chưa lưu.)`,
  secretRefused:
    'Nội dung có dấu hiệu thuộc bí mật nhà nước nên tôi không nhận, không lưu thành cập nhật và không xử lý. Anh/chị gửi theo quy định về bảo vệ bí mật nhà nước giúp.',
  zaloLockedOut:
    'Kênh Zalo tạm thời không gửi được tin: khóa truy cập của tài khoản Zalo không gia hạn được nữa. Anh/chị nhờ người phụ trách máy chủ chạy lệnh “npm run -s dondoc -- zalo-oa” để nạp khóa mới. Các tin đang chờ trong khoảng một ngày sẽ được gửi tiếp ngay sau đó.',
  nudgesStopped: 'Tôi sẽ không nhắc thêm đơn vị anh/chị về kỳ báo cáo này.',
});
