import { type Called, ofIssuer } from '../called.ts';
import { headPlace, place, short } from './addresses.ts';
import { agencies } from './agencies.ts';

/** Sentences of the answers to questions about the programme. Quotes, names and addresses come from knowledge. */
export const answers = ({ decision, theDecision, issuer, examples, sampleTask }: Called) => ({
  agency: agencies(theDecision),
  roles: {
    lead: 'chủ trì',
    coordinate: 'phối hợp',
    direct: 'chỉ đạo',
    implement: 'thực hiện',
    none: 'được nêu tên',
  },
  /** One block: "• Sở Y tế chủ trì – mục IV.4.a, 8 nhiệm vụ". */
  blockRow: (agencies: string, role: string, address: string, tasks: number): string =>
    `• ${agencies} ${role} – ${place(address)}, ${tasks} nhiệm vụ`,
  /** A block whose heading names no lead: "• Mục IV.8 giao Ngân hàng … chỉ đạo, không ghi cơ quan chủ trì; 2 nhiệm vụ". */
  blockRowWithoutLead: (agencies: string, role: string, address: string, tasks: number): string =>
    `• ${headPlace(address)} giao ${inside(agencies)} ${role}, không ghi cơ quan chủ trì; ${tasks} nhiệm vụ`,
  directs: (agency: string, whom: string, address: string): string =>
    `${agency} chỉ đạo ${whom} (${place(address)}).`,
  withoutLead: (agencies: string, role: string, address: string): string =>
    `${headPlace(address)} giao ${inside(agencies)} ${role}, không ghi cơ quan chủ trì.`,
  blocksWithoutLead: (n: number): string =>
    n === 1
      ? `${theDecision} không ghi cơ quan chủ trì cho khối này:`
      : `Có ${n} khối nhiệm vụ không ghi cơ quan chủ trì:`,
  fieldTitle: (name: string, address: string): string => `Lĩnh vực ${name} (${place(address)}):`,
  fieldDirections: (n: number, address: string): string => `• Định hướng: ${n} nội dung (${place(address)})`,
  quote: (address: string, quote: string): string => `${headPlace(address)}: “${quote}”`,
  verbatimAsk: (address: string): string => `nguyên văn ${address}`,
  verbatimButton: (address: string): string => `Nguyên văn ${short(address)}`,
  tasksButton: (name: string): string => `Nhiệm vụ của ${name}`,
  leadOfTopic: (agencies: string, role: string, address: string): string =>
    `${agencies} ${role} (${place(address)}).`,
  onlyOrientation: (address: string): string =>
    `Nội dung này nằm ở phần định hướng (${place(address)}); ${theDecision} không ghi cơ quan chủ trì cho riêng nội dung này.`,
  fieldOf: (name: string, agencies: string, role: string, address: string): string =>
    `Trong lĩnh vực ${name}, cơ quan ${role} là ${agencies} (${place(address)}).`,
  focalAgency: (name: string, address: string): string => `${name} là cơ quan đầu mối (${place(address)}).`,
  everyAgency: (address: string): string =>
    `Đây là trách nhiệm chung của các cơ quan, đơn vị (${place(address)}).`,
  notLead: (agency: string, what: string): string =>
    `Không phải. Theo ${theDecision}, ${agency} không chủ trì nội dung này. ${what}`,
  right: (what: string): string => `Đúng. ${what}`,
  tasksOf: (name: string, count: number): string =>
    `Theo ${decision}, ${inside(name)} được giao ${count} nhiệm vụ:`,
  blockTasks: (role: string, address: string): string => `${headPlace(address)} (${role}):`,
  taskRow: (address: string, text: string): string => `• ${short(address)}: ${text}`,
  alsoNamed: 'Ngoài ra, cơ quan này được nêu tên để phối hợp tại:',
  onlyNamed: (name: string): string => `Theo ${decision}, ${inside(name)} chỉ được nêu tên để phối hợp tại:`,
  communes: `${theDecision} chỉ giao báo cáo cho cấp huyện, không giao cho cấp xã; chưa thấy văn bản giao lại cho xã, phường.`,
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
    `${name} là cơ quan đầu mối, có trách nhiệm tổng hợp, báo cáo ${recipients} trước ngày ${before} hằng năm, tức chậm nhất ngày ${lastDay}${left > 0 ? ` (còn ${left} ngày)` : ''}.`,
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
  notSo: 'Không phải vậy.',
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
  basesTitle: 'Căn cứ ban hành:',
  document: (kind: string, number: string, date: string | null, issuer: string | null): string =>
    [`${kind} ${number}`.trim(), date ? `ngày ${date}` : null, issuer ? `của ${issuer}` : null]
      .filter((part) => part !== null)
      .join(' '),
  documentTitle: (title: string): string => `Nội dung: ${title}.`,
  documentCited: (addresses: string): string =>
    `Được dẫn tại ${addresses.split(', ').map(place).join(' và ')}.`,
  documentEnded: (year: number, oriented: number | null): string =>
    `Lưu ý: giai đoạn nêu trong văn bản đến năm ${year}${towards(oriented)}; ${theDecision} không cho biết văn bản thay thế.`,
  documentUnknown: (number: string): string => `${decision} không dẫn văn bản số ${number}.`,
  documentNear: 'Văn bản gần nội dung anh/chị hỏi:',
  documentMany: 'Có nhiều văn bản được dẫn trùng số anh/chị nêu:',
  targetsTitle: (n: number): string => `${theDecision} nêu ${n} con số mục tiêu, quy mô:`,
  byYear: (years: string): string => `${theDecision} nêu mốc năm ${years}:`,
  documentsTitle: (n: number): string => `${theDecision} dẫn ${n} văn bản có số hiệu:`,
  documentsWithin: (n: number): string => `Phần này dẫn ${n} văn bản có số hiệu:`,
  documentsEnded: (n: number, year: number): string =>
    n === 0
      ? `Trong các văn bản được dẫn, chưa có văn bản nào nêu giai đoạn kết thúc trước năm ${year}.`
      : `${n} văn bản, chương trình được dẫn nêu giai đoạn đã kết thúc trước năm ${year} (${theDecision} không cho biết văn bản thay thế):`,
  documentRow: (name: string, title: string | null, address: string, periodEnd: number | null): string =>
    `• ${[name, title].filter(Boolean).join(' ')} (${place(address)}${periodEnd ? `, giai đoạn đến ${periodEnd}` : ''})`,
  documentEndedYes: (year: number, oriented: number | null): string =>
    `Giai đoạn nêu trong văn bản đã kết thúc (đến năm ${year}${towards(oriented)}); ${theDecision} không cho biết văn bản thay thế.`,
  documentRunning: (year: number): string =>
    `Giai đoạn nêu trong văn bản còn đến năm ${year}; ${theDecision} không cho biết văn bản đã được sửa đổi, thay thế hay chưa.`,
  documentValidityUnknown: `${theDecision} không cho biết văn bản này còn hiệu lực hay không.`,
  documentClaimed: (right: boolean): string => (right ? 'Đúng.' : 'Không phải.'),
  late: (day: string): string => `Có, như vậy là trễ: chậm nhất phải gửi ngày ${day}.`,
  inTime: 'Không, như vậy vẫn trong hạn.',
  yesDeadline: 'Đúng.',
  noQuarterly: `${theDecision} không quy định báo cáo tháng, quý hay nửa năm, chỉ có báo cáo hằng năm.`,
  abbreviation: (short: string, long: string[]): string =>
    `“${short}” là viết tắt của “${long[0]}”${long.length > 1 ? `; tùy ngữ cảnh còn là “${long.slice(1).join('”, “')}”` : ''}.`,
  comparedRow: (address: string, role: string, tasks: number): string =>
    `• ${headPlace(address)}: ${role}, ${tasks} nhiệm vụ`,
  sectionTitle: (address: string, title: string): string => `${headPlace(address)} – ${title}:`,
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
    roleTasks: (name: string, role: string, n: number): string => `${name} ${role} ${n} nhiệm vụ:`,
    dashes: (address: string, n: number): string => `${headPlace(address)} có ${n} gạch đầu dòng.`,
    items: (address: string, n: number): string => `${headPlace(address)} có ${n} nội dung.`,
    orientations: (address: string, groups: number, dashes: number): string =>
      `${headPlace(address)} có ${groups} nhóm ngành với ${dashes} gạch đầu dòng.`,
    measures: (address: string, fields: number, blocks: number, tasks: number): string =>
      `${headPlace(address)} có ${fields} lĩnh vực, ${blocks} khối và ${tasks} nhiệm vụ.`,
    clauses: (address: string, n: number, numbers: string, dashes: number): string =>
      `${headPlace(address)} có ${n} khoản (đánh số ${numbers}) và ${dashes} gạch đầu dòng.`,
    sections: (n: number): string => `${theDecision} có ${n} mục lớn:`,
    recipients: (n: number): string => `Phần nơi nhận có ${n} dòng:`,
    bases: (n: number): string => `${theDecision} nêu ${n} căn cứ:`,
    row: (name: string, n: number, address: string): string => `• ${name}: ${n} (${place(address)})`,
  },
  content: (address: string, sentence: string): string => `Theo ${place(address)}: “${sentence}”`,
  contentAlso: 'Nội dung liên quan:',
  contentOwner: (agencies: string, role: string): string => `Cơ quan ${role}: ${agencies}.`,
  /** One sentence a model wrote, with the items it stands on. */
  rephrased: (sentence: string, addresses: string): string =>
    `${sentence.replace(/[.\s]+$/u, '')} (${addresses
      .split(', ')
      .map(place)
      .join(', ')
      .replace(/, mục /gu, ', ')}).`,
  rephrasedNote: '(Diễn đạt lại bằng mô hình ngôn ngữ; anh/chị bấm “Nguyên văn” để đối chiếu.)',
  readAs: (wrong: string, right: string): string => `(Nguyên văn ghi “${wrong}”, hiểu là “${right}”.)`,
  yes: 'Có.',
  no: 'Không.',
  mentionedOtherwise: `${theDecision} không dùng đúng những từ này; nội dung tương ứng là:`,
  notMentioned: (phrase: string): string => `Không. ${decision} không nhắc đến “${phrase}”.`,
  nameNotStated: (name: string): string => `${decision} không nêu ${name} trong nội dung này.`,
  moreMentions: (n: number): string => `… và ${n} chỗ khác.`,
  noPart: (address: string): string => `${theDecision} không có ${place(address)}.`,
  summaryTitle: (address: string, title: string): string =>
    `Tóm lược ${place(address)}${title ? ` – ${title}` : ''}:`,
  outline: {
    title: (title: string, parts: number): string =>
      `${decision}${title ? `: ${title}` : ''}. Gồm ${parts} phần:`,
    purposes: (address: string, n: number): string => `• ${address}. Mục đích, yêu cầu: ${n} nội dung.`,
    aims: (address: string, aim: string): string => `• ${address}. Mục tiêu: ${aim}`,
    directions: (address: string, groups: number, dashes: number): string =>
      `• ${address}. Định hướng: ${groups} ngành, ${dashes} nội dung.`,
    tasks: (address: string, fields: number, blocks: number, tasks: number): string =>
      `• ${address}. Giao nhiệm vụ: ${fields} lĩnh vực, ${blocks} khối, ${tasks} nhiệm vụ giao cho các cơ quan.`,
    organisation: (address: string, yearly: string | null, focal: string | null): string => {
      const dated = [
        yearly && `các đơn vị báo cáo trước ngày ${yearly}`,
        focal && `cơ quan đầu mối tổng hợp trước ngày ${focal} hằng năm`,
      ].filter(Boolean);
      return `• ${address}. Tổ chức thực hiện${dated.length > 0 ? `: ${dated.join(', ')}` : ''}.`;
    },
    section: (address: string, heading: string): string => `• ${address}. ${heading}`,
    button: (section: string): string => `Tóm tắt mục ${section}`,
    ask: (section: string): string => `tóm tắt mục ${section}`,
  },
  wholeText: `Tôi không có bản scan hay đường dẫn tải ${theDecision}; anh/chị tra trên cổng thông tin của cơ quan ban hành. Tôi đọc được nguyên văn từng mục: nhắn “nguyên văn” kèm địa chỉ, ví dụ “nguyên văn ${sampleTask}”.`,
  implementers: (address: string, quote: string): string =>
    `Thi hành ${theDecision} (${place(address)}): “${quote}”`,
  noResults: `${theDecision} giao nhiệm vụ chứ không ghi kết quả thực hiện. Kết quả nằm trong báo cáo hằng năm của các đơn vị, do cơ quan đầu mối tổng hợp.`,
  ranking: {
    most: (name: string, n: number): string => `Nhiều nhiệm vụ nhất: ${name}, ${n} nhiệm vụ.`,
    fewest: (name: string, n: number): string => `Ít nhiệm vụ nhất: ${name}, ${n} nhiệm vụ.`,
    row: (name: string, n: number): string => `• ${name}: ${n} nhiệm vụ`,
  },
  datedTasks: (n: number): string => `Có ${n} nhiệm vụ ghi thời hạn riêng:`,
  periodicTasks: (n: number, addresses: string): string =>
    `${n} nhiệm vụ yêu cầu báo cáo định kỳ, không ghi ngày: ${addresses}.`,
  otherTasksDated: (plan: string | null): string =>
    plan
      ? `Các nhiệm vụ còn lại không ghi thời hạn; đơn vị tự xác định thời gian hoàn thành trong chương trình hành động của mình (${place(plan)}).`
      : 'Các nhiệm vụ còn lại không ghi thời hạn.',
  notStated: `${decision} không nêu nội dung anh/chị hỏi.`,
  figureNotStated: `${decision} không nêu con số này.`,
  personalNotStated: `${decision} không nêu thông tin liên hệ hay nhân sự của cơ quan. Anh/chị tra trên cổng thông tin của cơ quan đó giúp.`,
  moneyNotStated: `${decision} không nêu kinh phí hay số tiền.`,
  nearest: 'Nội dung liên quan, để anh/chị tham khảo:',
  outOfScope: `Câu hỏi này nằm ngoài phạm vi của tôi. Tôi chỉ tra cứu ${decision}${ofIssuer(decision, issuer, 'của')}, nhận cập nhật tiến độ và nhắc hạn báo cáo.`,
  instruction: `Tôi không thực hiện yêu cầu này. Tôi chỉ tra cứu ${decision}, nhận cập nhật tiến độ và nhắc hạn báo cáo.`,
  forbidden: `Tôi không sửa ${theDecision}, không xóa hay làm sai báo cáo, số liệu. Anh/chị cần điều chỉnh báo cáo của mình thì gửi bản đính chính; việc khác xin liên hệ cơ quan đầu mối.`,
  sorry:
    'Tôi xin lỗi vì chưa giúp được anh/chị. Anh/chị nói rõ tên cơ quan, lĩnh vực hoặc nội dung cần tra, tôi tìm lại.',
  goodbye: 'Chào anh/chị, hẹn gặp lại.',
  hello: `Chào anh/chị. Tôi là Đôn Đốc, trợ lý tự động về ${decision}. Anh/chị cần tra cứu nội dung nào?`,
  welcome: 'Vâng ạ.',
  notUnderstood:
    'Xin lỗi vì câu trả lời vừa rồi chưa đúng ý. Anh/chị hỏi lại kèm tên cơ quan, lĩnh vực hoặc số mục để tôi tra đúng hơn.',
  whoAreYou: `Tôi là Đôn Đốc, trợ lý tự động (không phải người). Tôi tra cứu ${decision}, nhận cập nhật tiến độ và nhắc hạn báo cáo. Nhắn /trogiup để xem cách dùng.`,
  clarify: 'Anh/chị nói rõ hơn giúp: tên cơ quan, lĩnh vực hoặc nội dung cần tra cứu.',
  noAddress: (address: string): string => `${theDecision} không có ${place(address)}.`,
  articlesAre: (n: number): string => `${theDecision} chỉ có ${n} điều.`,
  numbered: (parent: string, numbers: string): string => `${headPlace(parent)} có các mục ${numbers}.`,
  examples,
});

/** "Định hướng đến năm 2030" runs on where the period of the document has ended. */
function towards(year: number | null): string {
  return year === null ? '' : `, định hướng đến năm ${year}`;
}

/** A name in the middle of a sentence: "Các cơ sở …" is "các cơ sở …". */
function inside(name: string): string {
  return name.replace(/^Các (?=\p{Ll})/u, 'các ');
}

/** A part of the document with its address, where it has one. */
function part(name: string, address: string): string {
  return address ? `${name} (${place(address)})` : name;
}
