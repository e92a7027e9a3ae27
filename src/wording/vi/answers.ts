import { agencies } from './agencies.ts';

/** Sentences of the answers to questions about the programme. Quotes, names and addresses come from knowledge. */
export const answers = {
  agency: agencies,
  roles: {
    lead: 'chủ trì',
    coordinate: 'phối hợp',
    direct: 'chỉ đạo',
    implement: 'thực hiện',
    none: 'được nêu tên',
  },
  /** One block: "• Sở Y tế chủ trì – mục IV.4.a, 8 nhiệm vụ". */
  blockRow: (agencies: string, role: string, address: string, tasks: number): string =>
    `• ${agencies} ${role} – mục ${address}, ${tasks} nhiệm vụ`,
  /** A block whose heading names no lead: "• Mục IV.8 không ghi cơ quan chủ trì; Ngân hàng … chỉ đạo, 2 nhiệm vụ". */
  blockRowWithoutLead: (agencies: string, role: string, address: string, tasks: number): string =>
    `• Mục ${address} không ghi cơ quan chủ trì; ${agencies} ${role}, ${tasks} nhiệm vụ`,
  withoutLead: (agencies: string, role: string, address: string): string =>
    `Mục ${address} không ghi cơ quan chủ trì; ${agencies} ${role}.`,
  blocksWithoutLead: (n: number): string =>
    n === 1
      ? 'Quyết định không ghi cơ quan chủ trì cho khối này:'
      : `Có ${n} khối nhiệm vụ không ghi cơ quan chủ trì:`,
  fieldTitle: (name: string, address: string): string => `Lĩnh vực ${name} (mục ${address}):`,
  quote: (address: string, quote: string): string => `Mục ${address}: “${quote}”`,
  verbatimButton: (address: string): string => `Nguyên văn ${address}`,
  moreButton: (address: string): string => `Xem mục ${address}`,
  tasksButton: (name: string): string => `Nhiệm vụ của ${name}`,
  leadOfTopic: (agencies: string, role: string, address: string): string =>
    `${agencies} ${role} (mục ${address}).`,
  onlyOrientation: (address: string): string =>
    `Nội dung này nằm ở phần định hướng (mục ${address}); Quyết định không ghi cơ quan chủ trì cho riêng nội dung này.`,
  fieldOf: (name: string, agencies: string, role: string, address: string): string =>
    `Trong lĩnh vực ${name}, cơ quan ${role} là ${agencies} (mục ${address}).`,
  focalAgency: (name: string, address: string): string => `${name} là cơ quan đầu mối (mục ${address}).`,
  everyAgency: (address: string): string =>
    `Đây là trách nhiệm chung của giám đốc các sở, trưởng các ban, ngành, đơn vị cấp tỉnh và Chủ tịch UBND các huyện, thị xã, thành phố (mục ${address}).`,
  notLead: (agency: string, what: string): string =>
    `Không phải. Theo Quyết định, ${agency} không chủ trì nội dung này. ${what}`,
  right: (what: string): string => `Đúng. ${what}`,
  tasksOf: (name: string, count: number): string =>
    `Theo Quyết định 3572/QĐ-UBND, ${name} được giao ${count} nhiệm vụ:`,
  blockTasks: (role: string, address: string): string => `Mục ${address} (${role}):`,
  taskRow: (address: string, text: string): string => `• ${address}: ${text}`,
  alsoNamed: 'Ngoài ra, cơ quan này được nêu tên để phối hợp tại:',
  onlyNamed: (name: string): string =>
    `Theo Quyết định 3572/QĐ-UBND, ${name} chỉ được nêu tên để phối hợp tại:`,
  communes:
    'Quyết định chỉ giao báo cáo cho cấp huyện, không giao cho cấp xã; chưa thấy văn bản giao lại cho xã, phường.',
  moreTasks: (rest: number): string => `… và ${rest} nhiệm vụ khác.`,
  topicTask: (name: string): string => `Nội dung anh/chị hỏi thuộc nhiệm vụ sau của ${name}:`,
  notTheirs: (agency: string, whose: string): string => `Không. Việc này không giao cho ${agency}. ${whose}`,
  joinToSee: 'Anh/chị nhắn /thamgia kèm mã tham gia, hoặc ghi rõ tên cơ quan để tôi tra giúp.',
  deadline: (lastDay: string, left: number): string =>
    left > 0
      ? `Hằng năm, các đơn vị báo cáo trước ngày 15/12, tức chậm nhất ngày ${lastDay} (còn ${left} ngày).`
      : `Hằng năm, các đơn vị báo cáo trước ngày 15/12, tức chậm nhất ngày ${lastDay} (là hôm nay).`,
  lastWorkingDay: (day: string): string => `Ngày làm việc cuối cùng trong hạn là ${day}.`,
  recipients: (names: string): string => `Nơi nhận báo cáo: ${names}.`,
  focalDeadline: (name: string, lastDay: string, left: number): string =>
    `${name} là cơ quan đầu mối, tổng hợp, báo cáo Chủ tịch UBND tỉnh trước ngày 25/12 hằng năm, tức chậm nhất ngày ${lastDay}${left > 0 ? ` (còn ${left} ngày)` : ''}.`,
  otherDeadline: (name: string): string => `Sau đó ${name} tổng hợp, báo cáo trước ngày 25/12.`,
  taskDeadline: (address: string, deadline: string): string =>
    `Nhiệm vụ ${address} được ghi thời hạn: ${deadline}.`,
  noTaskDeadline: (address: string): string =>
    `Nhiệm vụ ${address} không ghi thời hạn. Theo mục V.1, đơn vị tự xác định thời gian hoàn thành trong chương trình hành động của mình.`,
  periodic: (address: string): string =>
    `Nhiệm vụ ${address} yêu cầu báo cáo định kỳ nhưng Quyết định không ghi kỳ hay ngày cụ thể.`,
  reminderHint:
    'Khi đã tham gia, anh/chị sẽ được tôi tự động nhắc trước hạn 10, 5, 2 ngày làm việc và vào ngày làm việc cuối cùng.',
  corrected: (said: string): string => `Không phải ${said}.`,
  effective: (day: string): string => `Quyết định có hiệu lực từ ngày ký, tức ngày ${day}.`,
  issued: (day: string): string => `Quyết định 3572/QĐ-UBND được ban hành ngày ${day}.`,
  signatory: (name: string, position: string): string => `Người ký: ${name}, ${position}.`,
  signedFor: 'Ký thay (KT.) Chủ tịch, thay mặt (TM.) Ủy ban nhân dân tỉnh.',
  positionOf: { 'PHÓ CHỦ TỊCH': 'Phó Chủ tịch', 'CHỦ TỊCH': 'Chủ tịch' } as Record<string, string>,
  recipientsTitle: 'Nơi nhận Quyết định:',
  title: (text: string): string => text,
  period: (start: string, end: string, vision: string): string =>
    `Chiến lược và Chương trình hành động áp dụng cho thời kỳ ${start} - ${end}, tầm nhìn đến năm ${vision}.`,
  basesTitle: 'Quyết định căn cứ vào:',
  document: (kind: string, number: string, date: string | null, issuer: string | null): string =>
    [`${kind} ${number}`.trim(), date ? `ngày ${date}` : null, issuer ? `của ${issuer}` : null]
      .filter((part) => part !== null)
      .join(' '),
  documentTitle: (title: string): string => `Nội dung: ${title}.`,
  documentCited: (addresses: string): string => `Được dẫn tại mục ${addresses}.`,
  documentEnded: (year: number): string =>
    `Lưu ý: giai đoạn nêu trong văn bản đến năm ${year}; Quyết định không cho biết văn bản thay thế.`,
  documentUnknown: (number: string): string => `Quyết định 3572/QĐ-UBND không dẫn văn bản số ${number}.`,
  documentNear: 'Văn bản gần nội dung anh/chị hỏi:',
  documentMany: 'Có nhiều văn bản được dẫn trùng số anh/chị nêu:',
  targetsTitle: (n: number): string => `Quyết định nêu ${n} con số mục tiêu, quy mô:`,
  documentsTitle: (n: number): string => `Quyết định dẫn ${n} văn bản có số hiệu:`,
  documentsEnded: (n: number, year: number): string =>
    n === 0
      ? `Trong các văn bản được dẫn, chưa có văn bản nào nêu giai đoạn kết thúc trước năm ${year}.`
      : `${n} văn bản, chương trình được dẫn nêu giai đoạn đã kết thúc trước năm ${year} (Quyết định không cho biết văn bản thay thế):`,
  documentRow: (name: string, title: string | null, address: string, periodEnd: number | null): string =>
    `• ${[name, title].filter(Boolean).join(' ')} (mục ${address}${periodEnd ? `, giai đoạn đến ${periodEnd}` : ''})`,
  abbreviation: (short: string, long: string[]): string =>
    `“${short}” là viết tắt của “${long[0]}”${long.length > 1 ? `; tùy ngữ cảnh còn là “${long.slice(1).join('”, “')}”` : ''}.`,
  comparedRow: (address: string, role: string, tasks: number): string =>
    `• Mục ${address}: ${role}, ${tasks} nhiệm vụ`,
  sectionTitle: (address: string, title: string): string => `Mục ${address} – ${title}:`,
  counts: {
    field: (n: number): string => `Phần giải pháp (mục IV) có ${n} lĩnh vực.`,
    block: (n: number): string => `Phần giải pháp (mục IV) có ${n} khối nhiệm vụ theo cơ quan.`,
    task: (n: number): string => `Phần giải pháp (mục IV) có ${n} nhiệm vụ.`,
    orientation: (n: number): string => `Phần định hướng (mục III) có ${n} nội dung định hướng.`,
    article: (n: number): string => `Quyết định có ${n} điều.`,
    document: (n: number): string => `Quyết định dẫn ${n} văn bản có số hiệu.`,
    lead: (n: number): string => `Có ${n} cơ quan được ghi là chủ trì:`,
    fieldTasks: (name: string, n: number): string => `Lĩnh vực ${name} có ${n} nhiệm vụ.`,
    agencyTasks: (name: string, n: number): string => `${name} được giao ${n} nhiệm vụ:`,
    row: (name: string, n: number, address: string): string => `• ${name}: ${n} (mục ${address})`,
  },
  content: (address: string, sentence: string): string => `Theo mục ${address}: “${sentence}”`,
  contentAlso: 'Nội dung liên quan:',
  contentOwner: (agencies: string, role: string): string => `Cơ quan ${role}: ${agencies}.`,
  /** One sentence a model wrote, with the items it stands on. */
  rephrased: (sentence: string, addresses: string): string =>
    `${sentence.replace(/[.\s]+$/u, '')} (mục ${addresses}).`,
  rephrasedNote: '(Diễn đạt lại bằng mô hình ngôn ngữ; anh/chị bấm “Nguyên văn” để đối chiếu.)',
  readAs: (wrong: string, right: string): string => `(Nguyên văn ghi “${wrong}”, hiểu là “${right}”.)`,
  yes: 'Có.',
  notStated: 'Quyết định 3572/QĐ-UBND không nêu nội dung anh/chị hỏi.',
  figureNotStated: 'Quyết định 3572/QĐ-UBND không nêu con số này.',
  personalNotStated:
    'Quyết định 3572/QĐ-UBND không nêu thông tin liên hệ hay nhân sự của cơ quan. Anh/chị tra trên cổng thông tin của cơ quan đó giúp.',
  moneyNotStated: 'Quyết định 3572/QĐ-UBND không nêu kinh phí hay số tiền.',
  nearest: 'Nội dung gần nhất tôi tìm được:',
  outOfScope:
    'Câu hỏi này nằm ngoài phạm vi của tôi. Tôi chỉ tra cứu Quyết định 3572/QĐ-UBND của UBND tỉnh Thanh Hóa, nhận cập nhật tiến độ và nhắc hạn báo cáo.',
  instruction:
    'Tôi không thực hiện yêu cầu này. Tôi chỉ tra cứu Quyết định 3572/QĐ-UBND, nhận cập nhật tiến độ và nhắc hạn báo cáo.',
  hello:
    'Chào anh/chị. Tôi là Đôn Đốc, trợ lý tự động về Quyết định 3572/QĐ-UBND. Anh/chị cần tra cứu nội dung nào?',
  welcome: 'Vâng, tôi luôn sẵn sàng hỗ trợ anh/chị.',
  whoAreYou:
    'Tôi là Đôn Đốc, trợ lý tự động (không phải người). Tôi tra cứu Quyết định 3572/QĐ-UBND, nhận cập nhật tiến độ và nhắc hạn báo cáo. Nhắn /trogiup để xem cách dùng.',
  clarify: 'Anh/chị nói rõ hơn giúp: tên cơ quan, lĩnh vực hoặc nội dung cần tra cứu.',
  noAddress: (address: string): string => `Quyết định không có mục ${address}.`,
  examples: [
    'Cơ quan nào chủ trì lĩnh vực logistics?',
    'Nhiệm vụ của Sở Y tế',
    'Hạn báo cáo năm là ngày nào?',
  ],
};
