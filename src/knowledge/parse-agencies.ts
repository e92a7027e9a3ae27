import type { NamedAgency, Role } from '../core/programme.ts';

/** Words an agency's name opens with; the lookaheads keep out the same words as verbs ("Ban hành", "Thanh tra việc"). */
const HEADS = [
  'Sở(?! hữu)|UBND|HĐND|MTTQ|BHXH|BQL|Ủy ban|Uỷ ban|Hội đồng|Thường trực|Ban(?! hành| đầu| đêm)|Bộ(?! (?:tiêu|phận|máy|chỉ số|luật|thủ tục|công cụ|nhận))',
  'Ngân hàng|Cục(?! bộ)|Chi cục|Tổng cục|Công an|Bộ đội|Quân khu|Bệnh viện|Trung tâm|Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Hội(?! (?:nghị|thảo|nhập|thi|chợ|chẩn|tụ))',
  'Tổng công ty|Tập đoàn|Công ty|Điện lực|Văn phòng|VP(?= )|Thanh tra(?! (?:việc|các|công|trách))(?!,)|Đài(?! thọ)|Báo(?! cáo)|Trường(?! hợp)|Đại học|Học viện|Viện(?! dẫn)',
  'Kho bạc|Bảo hiểm [Xx]ã hội|Mặt trận|Tỉnh đoàn|Tỉnh ủy|Huyện ủy|Thành ủy|Đoàn Thanh niên|Tòa án|Viện kiểm sát|Quỹ(?! đất)|Hạt|Phòng(?! (?:chống|ngừa|cháy|trừ))(?!,)|Chi nhánh',
  '[Gg]iám đốc|Tổng Giám đốc|[Tt]hủ trưởng|[Cc]hủ tịch|Trưởng|Chánh|Bộ trưởng|Bí thư|Thống đốc|Chính phủ|Thủ tướng|Tổ công tác|Chủ đầu tư|Đại biểu(?= (?:Hội đồng|HĐND|Quốc hội))',
].join('|');
const GENERIC =
  '(?:(?:[Cc]ác|[Cc]hi nhánh các) (?:sở|ban|bộ|ngành|đơn vị|cơ quan|tổ chức|doanh nghiệp|cơ sở|trường|hãng|huyện|xã|phường|thành phố|địa phương|bệnh viện|phòng|đoàn thể|hội|chủ đầu tư|thành viên|cấp|trung tâm|ngân hàng|công ty|hợp tác xã|chi cục|tập đoàn|lực lượng|Ban|Tổ đại biểu)|(?:[Bb]ộ|[Ss]ở), (?:ban, )?ngành)';
const PROPER = new RegExp(`^(?:${HEADS})(?=\\s|[,;:.]|$)`, 'u');
const START = new RegExp(`^(?:(?:${HEADS})(?=\\s|[,;:.]|$)|${GENERIC}(?=\\s|[,;:.]|$))`, 'u');
/** Heads that are as often a thing as an actor ("Trung tâm logistics …"): owners only where a role or a colon says so. */
const WEAK =
  /^(?:Trung tâm|Trường|Viện|Đại học|Học viện|Công ty|Bệnh viện|Hội|Báo|Đài|Quỹ|Ngân hàng|Phòng|Hạt|Bộ đội|Trưởng|Chi nhánh|Thường trực(?! (?:Hội đồng|HĐND|Tỉnh ủy|UBND)))/u;
const SPLIT = new RegExp(
  `\\s*(?:[,;]|\\s(?:và|cùng)(?:\\s+với)?\\s|\\s-\\s)\\s*(?=(?:${HEADS})\\s|${GENERIC})`,
  'u',
);

/** What an agency does after its name in a sentence: the name ends there. A name's own words ("Ban quản lý") are not met. */
const VERBS =
  'để|nhằm|chỉ đạo|chủ trì|chủ động|phối hợp|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|theo|trong|thực hiện|tham mưu|tập trung|hoàn thành|hoàn thiện|đầu tư|xây dựng|hướng dẫn|triển khai|tổ chức|rà soát|nâng cấp|nâng cao|đề nghị|đề xuất|nghiên cứu|bố trí|cân đối|thẩm định|lập|kiểm tra|theo dõi|đôn đốc|tổng hợp|báo cáo|giải quyết|xử lý|đẩy|thành lập|trao đổi|công bố|trình|ban hành|khẩn trương|tiếp tục|tăng cường|thường xuyên|là|làm|cử|tuyên truyền|phổ biến|quán triệt|cung cấp|xem xét|quan tâm|đảm bảo|bảo đảm|ngay|kịp thời|nghiêm túc|giao|yêu cầu|hỗ trợ|vận động|phát động|phát huy|chuẩn bị|kiện toàn|cập nhật|gửi|sử dụng|lồng ghép|huy động|phải|cần|sẽ|tích cực|trực tiếp|đồng thời|tuyển|đào tạo|bồi dưỡng|sớm|định kỳ|hằng năm|hàng năm|duy trì|khảo sát|thống nhất|quy định|tạo điều kiện|giúp|làm việc|chú trọng|ưu tiên|phê duyệt|thanh tra|giám sát|kiểm soát|quản lý|phân bổ|phân công|quyết toán|bàn giao|tiếp nhận|giới thiệu|khuyến khích|hoàn chỉnh|vận hành|khắc phục|sửa chữa|thu hút|xác định|công khai|đánh giá|điều tra|điều chỉnh|ngăn chặn|đưa|mua sắm|thông báo|lựa chọn|khai thác|bám sát|cụ thể hóa|khuyến cáo|tư vấn|đối chiếu|niêm yết|dự trữ|sẵn sàng|góp phần|nhanh chóng';
/** A sentence that tells of the agency instead of charging it. */
const STATEMENT = /\s(?:được|đã|đang|bị|do|như|nhưng|mà|nếu|khi|vì|còn)\s/u;
/** After these the same word is part of a name or of a noun: "Ban quản lý", "chương trình", "việc làm". */
const NAME_WORDS =
  'Ban|Sở|Bộ|Cục|Chi cục|Trung tâm|Quỹ|Viện|Trường|Phòng|Công ty|Hạt|Đội|Tổ|và|các|cơ quan|đơn vị|ban|của|có|[Cc]hương|[Cc]ông|[Qq]uy|[Ll]ộ|[Qq]uá|[Tt]ờ|[Vv]iệc|độc|thiết|[Tt]hành';
const BOUNDARY = new RegExp(`(?:,?(?<!(?:^|[\\s,])(?:${NAME_WORDS}),?) (?:${VERBS})(?=[\\s,:]|$)|:)`, 'u');
/** Two agencies of a cell with no mark between them. */
const UNMARKED = /(?<!Văn phòng|Thanh tra|Giám đốc|trưởng|của|thuộc|[-,;])\s+(?=(?:Bộ|Sở) \p{Lu})/gu;

/** A longer line is a paragraph, even when it opens with agencies and closes with a colon. */
const HEADING_LENGTH = 400;
/** More words than this between a name's first word and the verb are no name. */
const NAME_LENGTH = 200;

/** What a heading or a sentence says of who does what. */
export interface Assignment {
  agencies: NamedAgency[];
  /** The task that follows the agencies on the same line, `''` where the line is a heading only. */
  task: string;
  /** How the agencies are named: as the subject, behind a clause, or as those charged ("Giao …", "Chỉ đạo …"). */
  form: 'subject' | 'given' | 'asked' | 'clause';
}

/** Who a line charges, or null where it charges nobody by name. */
export function readAssignment(line: string): Assignment | null {
  const text = line.replace(/[*_]{2}/gu, '').trim();
  // Who carries out the document itself is its last article, not a task.
  if (/thi hành (?:[QNKC]\p{L}+ \p{L}+) này/u.test(text)) return null;
  return (
    readGiven(text) ?? readSubject(text) ?? readResponsibility(text) ?? readTopic(text) ?? readClause(text)
  );
}

/** True when a line is a heading of agencies and nothing more: "Sở … chủ trì, phối hợp với …:". */
export function isAgencyHeading(text: string): boolean {
  if (text.length > HEADING_LENGTH || !/:\s*$|chủ trì|phối hợp với|^\S+(?: \S+){1,9}$/u.test(text))
    return false;
  const found = readAssignment(text);
  return found !== null && found.task === '' && !/[.;]$/u.test(text);
}

/** True when the text opens with an agency's name. */
export function opensWithAgency(text: string): boolean {
  return START.test(text);
}

const GIVEN =
  /^(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch UBND|Thủ tướng|Chính phủ)[^,:;.]{0,40}?\s)?(Giao|giao|Phân công|phân công|Ủy quyền|Đề nghị|đề nghị|Kính đề nghị|Yêu cầu|yêu cầu|Chỉ đạo|chỉ đạo|Trách nhiệm của|Nhiệm vụ của|Đối với)(?: cho)?:?\s+(.+)$/u;

/** "Giao Sở …", "Đề nghị UBND tỉnh chỉ đạo Công an tỉnh: …". */
function readGiven(text: string): Assignment | null {
  const found = GIVEN.exec(text);
  if (!found) return null;
  const verb = (found[1] ?? '').toLowerCase();
  const subject = readSubject(found[2] ?? '', true);
  if (!subject) return null;
  const heading = /^(?:trách|nhiệm|đối)/u.test(verb);
  if (heading && subject.task !== '' && !/:/u.test(text)) return null;
  return {
    agencies: subject.agencies,
    task: subject.task === found[2] ? text : subject.task,
    form: heading ? 'subject' : /^(?:giao|phân|ủy)/u.test(verb) ? 'given' : 'asked',
  };
}

/** "Sở Y tế: …", "Sở Y tế chủ trì, phối hợp với …", "Sở Y tế có trách nhiệm …". */
function readSubject(text: string, given = false): Assignment | null {
  if (!START.test(text)) return null;
  const end = boundaryOf(text);
  const list = text.slice(0, end).replace(/[,;\s]+$/u, '');
  if (list.length > NAME_LENGTH || STATEMENT.test(` ${list} `)) return null;
  const tail = text.slice(end).replace(/^[,\s]+/u, '');
  const closed = /[:.;]?\s*$/u.exec(text)?.[0].trim() ?? '';
  if (tail === '' && (closed === '.' || closed === ';')) return null;
  const agencies = [...readRoles(list, tail), ...listedDepartments(list, tail)];
  if (agencies.length === 0) return null;
  const task = taskAfter(text, tail);
  const firm =
    /^(?:chủ trì|chỉ đạo|phối hợp|chủ động|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|là (?:cơ quan|đơn vị)|theo chức năng|trong phạm vi|căn cứ|:)/u;
  if (!given && WEAK.test(list) && !firm.test(tail) && tail !== '') return null;
  return { agencies, task, form: 'subject' };
}

/** "Giám đốc các sở, ngành: Y tế; Tài chính; Công an tỉnh trong phạm vi …": the departments behind the colon, by name. */
function listedDepartments(list: string, tail: string): NamedAgency[] {
  const found =
    /^:\s*([^:]*;[^:]*?) (?:trong phạm vi|theo chức năng|căn cứ|có trách nhiệm|chịu trách nhiệm)/u.exec(tail);
  if (!found || !/các sở(?:, \p{Ll}+)*$/u.test(list)) return [];
  return (found[1] ?? '')
    .split(new RegExp(`\\s*;\\s*|\\s+và\\s+(?=(?:${HEADS})\\s)`, 'u'))
    .map((name) => ({ name: PROPER.test(name) ? name : `Sở ${name}`, role: 'implement' }));
}

/** "Trách nhiệm của Sở Y tế" in capitals, as a section may be headed. */
function readResponsibility(text: string): Assignment | null {
  if (text !== text.toUpperCase()) return null;
  const name = text
    .replace(/^.*(?:CỦA|ĐỐI VỚI) (?=SỞ|BAN|UBND|ỦY BAN|CÔNG AN|CỤC|CÁC)/u, '')
    .replace(/[:.\s]+$/u, '');
  if (
    !/^(?:SỞ|UBND|ỦY BAN NHÂN DÂN|CÔNG AN|CỤC|BAN (?:QUẢN|CHỈ|DÂN)|CÁC (?:SỞ|CƠ QUAN|ĐƠN VỊ))\s?/u.test(name)
  )
    return null;
  return { agencies: [{ name, role: 'implement' }], task: '', form: 'subject' };
}

/** "Về lĩnh vực Tư pháp: Đề nghị UBND tỉnh chỉ đạo Công an tỉnh:": the topic, then who is charged. */
function readTopic(text: string): Assignment | null {
  const found = /^(?:(Về|Đối với|Lĩnh vực|Công tác) )?[^:;.]{2,80}:\s+(?=\p{Lu})(.+)$/u.exec(text);
  const subject = found ? (readGiven(found[2] ?? '') ?? readSubject(found[2] ?? '')) : null;
  // Behind any other topic only "Sở … chủ trì" says that it is theirs.
  return found?.[1] || subject?.agencies.some(({ role }) => role === 'lead') ? subject : null;
}

/** "Căn cứ hướng dẫn của Bộ …, Sở Y tế nghiên cứu …": the subject behind a clause. */
function readClause(text: string): Assignment | null {
  const clause =
    /^(?:Căn cứ|Trong|Trên cơ sở|Theo|Sau khi|Nhằm|Để|Định kỳ|H[ằà]ng năm) [^:;.]{3,120}?,\s+/u.exec(
      text,
    )?.[0] ?? '';
  const subject = clause ? readSubject(text.slice(clause.length)) : null;
  return subject?.task ? { ...subject, task: text, form: 'clause' } : null;
}

function boundaryOf(text: string): number {
  const skip = START.exec(text)?.[0].length ?? 0;
  const found = BOUNDARY.exec(text.slice(skip));
  return found ? skip + found.index : text.length;
}

/** The roles of the agencies before the verb and of those after it. */
function readRoles(list: string, tail: string): NamedAgency[] {
  const lead =
    /^(?:có trách nhiệm |có nhiệm vụ |chịu trách nhiệm |theo chức năng[^:]*?,? ?)?(?:là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối)|chủ trì|làm đầu mối|chịu trách nhiệm chính)(?:,?\s*(?:và\s+)?(?:chủ động\s+)?phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)*\s+(.*))?/u.exec(
      tail,
    );
  if (lead) return [...named(list, 'lead', false), ...partners(lead[1])];
  const direct =
    /^(?:tiếp tục |tăng cường |quan tâm )?(?:chỉ đạo|lãnh đạo)\s+(?:các (?:đơn vị|cơ quan):\s*)?(.*)$/u.exec(
      tail,
    );
  if (direct) {
    const done = START.test(direct[1] ?? '') ? named(cutAtVerb(direct[1] ?? ''), 'implement', false) : [];
    return [...named(list, done.length > 0 ? 'direct' : 'implement', false), ...done];
  }
  const asked = /^(?:giao|yêu cầu|đề nghị)\s+(?:cho )?(.*)$/u.exec(tail);
  if (asked && START.test(asked[1] ?? '')) return named(cutAtVerb(asked[1] ?? ''), 'implement', false);
  const together =
    /^(?:theo chức năng[^:]*?)?,?\s*(?:(?:chủ động|tích cực)\s+)?phối hợp(?: chặt chẽ)?(?: với)* (.*)$/u.exec(
      tail,
    );
  if (together) {
    const others = partners(together[1]);
    // With a partner named, the subject is who does it; with none, the text says no more than "together".
    return [...named(list, others.length > 0 ? 'implement' : 'coordinate', false), ...others];
  }
  return named(list, 'implement', false);
}

function partners(list: string | undefined): NamedAgency[] {
  return list ? named(cutAtVerb(list), 'coordinate', true) : [];
}

/** A list of agencies up to the verb, colon or full stop behind it. */
function cutAtVerb(text: string): string {
  const skip = START.exec(text)?.[0].length ?? 0;
  const found = new RegExp(`${BOUNDARY.source}|[.;](?=\\s|$)(?!\\s*(?:${HEADS}))`, 'u').exec(
    text.slice(skip),
  );
  return found ? text.slice(0, skip + found.index) : text;
}

/** What remains to be done after the names: the words behind a colon, or the whole sentence where there is none. */
function taskAfter(text: string, tail: string): string {
  const bare = text.replace(/[\s.;]+$/u, '');
  if (bare.endsWith(':') || tail === '') return '';
  const colon = text.indexOf(':');
  const before = colon < 0 ? '' : text.slice(0, colon);
  // "Giám đốc các sở: Y tế; Tài chính có trách nhiệm …" lists names behind its colon.
  if (tail.startsWith(':') && /các \p{Ll}+(?:, \p{Ll}+)*$/u.test(before) && /;[^:]*trách nhiệm/u.test(tail))
    return text;
  if (tail.startsWith(':')) return tail.replace(/^:\s*/u, '');
  if (colon > 0 && /(?:chủ trì|phối hợp|trách nhiệm|chỉ đạo)/u.test(before) && endsWithNames(before))
    return text.slice(colon + 1).trim();
  return isNamesOnly(tail) ? '' : text;
}

/** "… chủ trì, phối hợp với các đơn vị liên quan" with no task behind the partners. */
function isNamesOnly(tail: string): boolean {
  return /^(?:chủ trì|chủ động phối hợp|phối hợp)/u.test(tail) && endsWithNames(tail);
}

function endsWithNames(text: string): boolean {
  const list = /(?:phối hợp(?: chặt chẽ)?(?: với)*|chỉ đạo)\s+([^:]*)$/u.exec(text)?.[1];
  if (list === undefined) return /(?:chủ trì|chịu trách nhiệm|có trách nhiệm)\s*$/u.test(text);
  return (START.test(list) || /^(?:các|với)\s/u.test(list)) && cutAtVerb(list).length === list.length;
}

/** The role a dash writes for itself at its beginning. */
export function taskRole(text: string): Role | undefined {
  if (/^Chủ trì/u.test(text)) return 'lead';
  if (/^(?:Chủ động p|P)hối hợp/u.test(text)) return 'coordinate';
  return undefined;
}

/** The agencies a dash names as its partners. */
export function taskAgencies(text: string): NamedAgency[] {
  const found: NamedAgency[] = [];
  for (const match of text.matchAll(/phối hợp(?: chặt chẽ)?(?: với)*\s+([^.;:]+)/giu)) {
    for (const agency of partners(match[1]))
      if (!found.some((other) => other.name === agency.name)) found.push(agency);
  }
  return found;
}

/** "VTV, VOV, TTXVN": letters that are a name by themselves, not the first of a longer one. */
const ACRONYM = String.raw`\p{Lu}{2,}\s*(?:[,;]|$)`;

/** The agencies of a table cell or of "Cơ quan chủ trì: …": all of them, generic ones too. */
export function cellAgencies(cell: string, role: Role): NamedAgency[] {
  return cell
    .replace(/,\s*(?:Bộ|Sở|Ban)\s*$/u, '')
    .replace(UNMARKED, '; ')
    .split(
      new RegExp(
        `${SPLIT.source}|\\s*[;\\n]\\s*|,\\s*(?=${ACRONYM})|(?<=(?:^|[,;])\\s*\\p{Lu}{2,}),\\s*`,
        'u',
      ),
    )
    .map((part) => part.replace(/^[-+•\s]+|[,:;.\s]+$/gu, '').trim())
    .filter((part) => /\p{L}/u.test(part) && !/^(?:Bộ|Sở|Ban)$/u.test(part))
    .map((name) => ({ name, role }));
}

function named(list: string, role: Role, onlyProper: boolean): NamedAgency[] {
  const parts = list
    .replace(/\s+theo chức năng.*$/u, '')
    .replace(/^(?:các đơn vị|các cơ quan):\s*/u, '')
    .split(SPLIT)
    .map((part) => part.replace(/^(?:với|cùng)\s+|[,:;.\s]+$/gu, '').trim())
    .filter((part) => part !== '' && (!onlyProper || PROPER.test(part)));
  const certain = parts.filter((part) => !/liên quan/u.test(part) || PROPER.test(part));
  return (certain.length > 0 ? certain : parts).map((name) => ({
    name: name.replace(/\s+và các [^,]*liên quan.*$/u, ''),
    role,
  }));
}
