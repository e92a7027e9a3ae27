import { type Called, ofIssuer } from '../called.ts';

/** Sentences of the answers to questions about the programme. Quotes, names and addresses come from knowledge. */
export const answers = ({ decision, theDecision, issuer, examples }: Called) => ({
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
      ? `${theDecision} không ghi cơ quan chủ trì cho khối này:`
      : `Có ${n} khối nhiệm vụ không ghi cơ quan chủ trì:`,
  fieldTitle: (name: string, address: string): string => `Lĩnh vực ${name} (mục ${address}):`,
  today: (name: string, now: string): string => `${name} nay là ${now} (chờ quản trị xác nhận)`,
  todayConfirmed: (name: string, now: string): string => `${name} nay là ${now}`,
  ended: (name: string, note: string): string => `${name}: ${note}`,
  todayTitle: 'Về tổ chức hiện nay:',
  quote: (address: string, quote: string): string => `Mục ${address}: “${quote}”`,
  verbatimButton: (address: string): string => `Nguyên văn ${address}`,
  moreButton: (address: string): string => `Xem mục ${address}`,
  tasksButton: (name: string): string => `Nhiệm vụ của ${name}`,
  leadOfTopic: (agencies: string, role: string, address: string): string =>
    `${agencies} ${role} (mục ${address}).`,
  onlyOrientation: (address: string): string =>
    `Nội dung này nằm ở phần định hướng (mục ${address}); ${theDecision} không ghi cơ quan chủ trì cho riêng nội dung này.`,
  fieldOf: (name: string, agencies: string, role: string, address: string): string =>
    `Trong lĩnh vực ${name}, cơ quan ${role} là ${agencies} (mục ${address}).`,
  focalAgency: (name: string, address: string): string => `${name} là cơ quan đầu mối (mục ${address}).`,
  everyAgency: (address: string): string =>
    `Đây là trách nhiệm chung của các cơ quan, đơn vị (mục ${address}).`,
  notLead: (agency: string, what: string): string =>
    `Không phải. Theo ${theDecision}, ${agency} không chủ trì nội dung này. ${what}`,
  right: (what: string): string => `Đúng. ${what}`,
  coordinateOf: (address: string): string => `Theo mục ${address}, phối hợp thực hiện như sau:`,
  coordinateUnnamed: `các đơn vị liên quan (${theDecision} không nêu tên cụ thể)`,
  partners: (names: string): string => `• Phối hợp với: ${names}`,
  tasksOf: (name: string, count: number): string => `Theo ${decision}, ${name} được giao ${count} nhiệm vụ:`,
  blockTasks: (role: string, address: string): string => `Mục ${address} (${role}):`,
  taskRow: (address: string, text: string): string => `• ${address}: ${text}`,
  alsoNamed: 'Ngoài ra, cơ quan này được nêu tên để phối hợp tại:',
  inherited: (from: string, now: string, confirmed: boolean): string =>
    `${now} nay nhận nhiệm vụ của ${from}${confirmed ? '' : ' (chờ quản trị xác nhận)'}:`,
  onlyNamed: (name: string): string => `Theo ${decision}, ${name} chỉ được nêu tên để phối hợp tại:`,
  /** `general` is where the duties of every agency stand, null where the document has none. */
  noOwnTasks: (name: string, general: string | null): string =>
    `${decision} không giao riêng nhiệm vụ nào cho ${name}.${general ? ` Trách nhiệm chung của các cơ quan, đơn vị nêu tại mục ${general}.` : ''}`,
  notNamed: (name: string, general: string | null): string =>
    `${decision} không nêu tên ${name} ở mục nào${general ? `; cơ quan này chỉ có trách nhiệm chung của các cơ quan, đơn vị (mục ${general})` : ''}.`,
  communes: `${theDecision} chỉ giao cho UBND các huyện, thị xã, thành phố, không nêu cấp xã. Xã, phường anh/chị thực hiện theo hướng dẫn của cơ quan đầu mối.`,
  moreTasks: (rest: number): string => `… và ${rest} nhiệm vụ khác.`,
  topicTask: (name: string): string => `Nội dung anh/chị hỏi thuộc nhiệm vụ sau của ${name}:`,
  notTheirs: (agency: string, whose: string): string => `Không. Việc này không giao cho ${agency}. ${whose}`,
  joinToSee: 'Anh/chị nhắn /thamgia kèm mã tham gia, hoặc ghi rõ tên cơ quan để tôi tra giúp.',
  deadline: (before: string, lastDay: string, left: number): string =>
    left > 0
      ? `Hằng năm, các đơn vị báo cáo trước ngày ${before}, tức chậm nhất ngày ${lastDay} (còn ${left} ngày).`
      : `Hằng năm, các đơn vị báo cáo trước ngày ${before}, tức chậm nhất ngày ${lastDay} (là hôm nay).`,
  lastWorkingDay: (day: string): string => `Ngày làm việc cuối cùng trong hạn là ${day}.`,
  recipients: (names: string): string => `Nơi nhận báo cáo: ${names}.`,
  focalDeadline: (name: string, recipients: string, before: string, lastDay: string, left: number): string =>
    `${name} là cơ quan đầu mối, tổng hợp, báo cáo ${recipients} trước ngày ${before} hằng năm, tức chậm nhất ngày ${lastDay}${left > 0 ? ` (còn ${left} ngày)` : ''}.`,
  taskDeadline: (address: string, deadline: string): string =>
    `Nhiệm vụ ${address} được ghi thời hạn: ${deadline}.`,
  /** `plan` is where the document has agencies set the dates themselves, null where it does not. */
  noTaskDeadline: (address: string, plan: string | null): string =>
    `Nhiệm vụ ${address} không ghi thời hạn.${plan ? ` Theo mục ${plan}, đơn vị tự xác định thời gian hoàn thành trong chương trình, kế hoạch của mình.` : ''}`,
  periodic: (address: string): string =>
    `Nhiệm vụ ${address} yêu cầu báo cáo định kỳ nhưng ${theDecision} không ghi kỳ hay ngày cụ thể.`,
  reminderHint: (steps: string): string =>
    `Khi đã tham gia, anh/chị sẽ được tôi tự động nhắc trước hạn ${steps} ngày làm việc và vào ngày làm việc cuối cùng.`,
  dutyRow: (name: string, before: string): string => `• ${name}: trước ngày ${before}`,
  noDuty: `${decision} không nêu kỳ báo cáo có ngày cụ thể.`,
  corrected: (said: string): string => `Không phải ${said}.`,
  effective: (day: string): string => `${theDecision} có hiệu lực từ ngày ký, tức ngày ${day}.`,
  issued: (day: string): string => `${decision} được ban hành ngày ${day}.`,
  issuedBy: (issuer: string): string => `Cơ quan ban hành: ${issuer}.`,
  signatory: (name: string, position: string): string => `Người ký: ${name}, ${position}.`,
  signedFor: 'Ký thay (KT.) Chủ tịch, thay mặt (TM.) Ủy ban nhân dân tỉnh.',
  positionOf: { 'PHÓ CHỦ TỊCH': 'Phó Chủ tịch', 'CHỦ TỊCH': 'Chủ tịch' } as Record<string, string>,
  recipientsTitle: `Nơi nhận ${theDecision}:`,
  titleIs: (title: string): string => `${theDecision} có tên: “${title}”.`,
  period: (start: string, end: string, vision: string | null): string =>
    `${theDecision} áp dụng cho thời kỳ ${start} - ${end}${vision ? `, tầm nhìn đến năm ${vision}` : ''}.`,
  basesTitle: `${theDecision} căn cứ vào:`,
  document: (kind: string, number: string, date: string | null, issuer: string | null): string =>
    [`${kind} ${number}`.trim(), date ? `ngày ${date}` : null, issuer ? `của ${issuer}` : null]
      .filter((part) => part !== null)
      .join(' '),
  documentTitle: (title: string): string => `Nội dung: ${title}.`,
  documentCited: (addresses: string): string => `Được dẫn tại mục ${addresses}.`,
  documentEnded: (year: number): string =>
    `Lưu ý: giai đoạn nêu trong văn bản đến năm ${year}; ${theDecision} không cho biết văn bản thay thế.`,
  documentUnknown: (number: string): string => `${decision} không dẫn văn bản số ${number}.`,
  documentNear: 'Văn bản gần nội dung anh/chị hỏi:',
  documentMany: 'Có nhiều văn bản được dẫn trùng số anh/chị nêu:',
  targetsTitle: (n: number): string => `${theDecision} nêu ${n} con số mục tiêu, quy mô:`,
  documentsTitle: (n: number): string => `${theDecision} dẫn ${n} văn bản có số hiệu:`,
  documentsEnded: (n: number, year: number): string =>
    n === 0
      ? `Trong các văn bản được dẫn, chưa có văn bản nào nêu giai đoạn kết thúc trước năm ${year}.`
      : `${n} văn bản, chương trình được dẫn nêu giai đoạn đã kết thúc trước năm ${year} (${theDecision} không cho biết văn bản thay thế):`,
  documentRow: (name: string, title: string | null, address: string, periodEnd: number | null): string =>
    `• ${[name, title].filter(Boolean).join(' ')} (mục ${address}${periodEnd ? `, giai đoạn đến ${periodEnd}` : ''})`,
  abbreviation: (short: string, long: string[]): string =>
    `“${short}” là viết tắt của “${long[0]}”${long.length > 1 ? `; tùy ngữ cảnh còn là “${long.slice(1).join('”, “')}”` : ''}.`,
  comparedRow: (address: string, role: string, tasks: number): string =>
    `• Mục ${address}: ${role}, ${tasks} nhiệm vụ`,
  sectionTitle: (address: string, title: string): string => `Mục ${address} – ${title}:`,
  counts: {
    field: (n: number, section: string): string => `${part('Phần giao nhiệm vụ', section)} có ${n} lĩnh vực.`,
    block: (n: number, section: string): string =>
      `${part('Phần giao nhiệm vụ', section)} có ${n} khối nhiệm vụ theo cơ quan.`,
    task: (n: number, section: string): string => `${part('Phần giao nhiệm vụ', section)} có ${n} nhiệm vụ.`,
    orientation: (n: number, section: string): string =>
      `${part('Phần định hướng', section)} có ${n} nội dung định hướng.`,
    article: (n: number): string => `${theDecision} có ${n} điều.`,
    document: (n: number): string => `${theDecision} dẫn ${n} văn bản có số hiệu.`,
    lead: (n: number): string => `Có ${n} cơ quan được ghi là chủ trì:`,
    fieldTasks: (name: string, n: number): string => `Lĩnh vực ${name} có ${n} nhiệm vụ.`,
    agencyTasks: (name: string, n: number): string => `${name} được giao ${n} nhiệm vụ:`,
    row: (name: string, n: number, address: string): string => `• ${name}: ${n} (mục ${address})`,
  },
  content: (address: string, sentence: string): string => `Theo mục ${address}: “${sentence}”`,
  contentAlso: 'Nội dung liên quan:',
  contentOwner: (agencies: string, role: string): string => `Cơ quan ${role}: ${agencies}.`,
  readAs: (wrong: string, right: string): string => `(Nguyên văn ghi “${wrong}”, hiểu là “${right}”.)`,
  yes: 'Có.',
  notStated: `${decision} không nêu nội dung anh/chị hỏi.`,
  figureNotStated: `${decision} không nêu con số này.`,
  personalNotStated: `${decision} không nêu thông tin liên hệ hay nhân sự của cơ quan. Anh/chị tra trên cổng thông tin của cơ quan đó giúp.`,
  moneyNotStated: `${decision} không nêu kinh phí hay số tiền.`,
  nearest: 'Nội dung gần nhất tôi tìm được:',
  outOfScope: `Câu hỏi này nằm ngoài phạm vi của tôi. Tôi chỉ tra cứu ${decision}${ofIssuer(decision, issuer, 'của')}, nhận cập nhật tiến độ và nhắc hạn báo cáo.`,
  instruction: `Tôi không thực hiện yêu cầu này. Tôi chỉ tra cứu ${decision}, nhận cập nhật tiến độ và nhắc hạn báo cáo.`,
  hello: `Chào anh/chị. Tôi là Đôn Đốc, trợ lý tự động về ${decision}. Anh/chị cần tra cứu nội dung nào?`,
  welcome: 'Vâng, tôi luôn sẵn sàng hỗ trợ anh/chị.',
  whoAreYou: `Tôi là Đôn Đốc, trợ lý tự động (không phải người). Tôi tra cứu ${decision}, nhận cập nhật tiến độ và nhắc hạn báo cáo. Nhắn /trogiup để xem cách dùng.`,
  clarify: 'Anh/chị nói rõ hơn giúp: tên cơ quan, lĩnh vực hoặc nội dung cần tra cứu.',
  noAddress: (address: string): string => `${theDecision} không có mục ${address}.`,
  examples,
});

/** A part of the document with its address, where it has one. */
function part(name: string, address: string): string {
  return address ? `${name} (mục ${address})` : name;
}
