import type { NamedAgency, Role } from '../core/programme.ts';

const HEADS =
  'Sở|Ban|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Bộ|Ngân hàng|Cục|Chi cục|Công an|Bệnh viện|Trung tâm|Hội|Liên đoàn|Liên minh|Tổng công ty|Công ty|Văn phòng|Thanh tra|Đài|Báo|Trường|Viện|Kho bạc|Bảo hiểm|Mặt trận|Tỉnh đoàn|Hiệp hội|Tòa án|Viện kiểm sát';
const GENERIC_HEADS =
  '(?:[Cc]ác|[Cc]hi nhánh các) (?:sở|ban|bộ|ngành|đơn vị|cơ quan|tổ chức|doanh nghiệp|cơ sở|trường|hãng|huyện|địa phương|bệnh viện)';
const SPLIT = new RegExp(
  `\\s*(?:[,;]|\\svà(?:\\svới)?\\s|\\s-\\s)\\s*(?=(?:${HEADS})\\s|${GENERIC_HEADS})`,
  'u',
);
const PROPER = new RegExp(`^(?:${HEADS})(?:\\s|$)`, 'u');
const VERBS =
  /,?\s+(?:để|nhằm|chỉ đạo|thực hiện|tham mưu|tập trung|hoàn thành|đầu tư|xây dựng|hướng dẫn|triển khai|tổ chức|rà soát|nâng cấp|đề nghị|đề xuất|trong|nghiên cứu|bố trí|lập|kiểm tra|giải quyết|đẩy|thành lập|trao đổi|công bố|trình|theo|căn cứ|khẩn trương|đẩy mạnh)(?=\s).*$/u;

/** A longer line is a paragraph, even when it opens with agencies and closes with a colon. */
const HEADING_LENGTH = 400;

/** The agencies a block heading names, with their roles; generic partners ("các đơn vị liên quan") are left out. */
export function headingAgencies(heading: string): NamedAgency[] {
  const text = heading
    .replace(/[:.;\s]+$/u, '')
    .replace(/^(?:Giao|Đề nghị|Yêu cầu)(?: cho)?\s+/u, '')
    .replace(/^(?:[Cc]hỉ đạo)\s+/u, '');
  const lead =
    /^(.+?),?\s+(?:là cơ quan\s+)?chủ trì(?:,?\s*(?:và\s+)?phối hợp(?: chặt chẽ)?(?: với)?\s+(.*))?/u.exec(
      text,
    );
  if (lead) return [...named(lead[1], 'lead', false), ...named(lead[2], 'coordinate', true)];
  const direct = /^(.+?)\s+chỉ đạo\s+(?:các đơn vị:\s*)?(.*)$/u.exec(text);
  if (direct && PROPER.test(direct[1] ?? ''))
    return [...named(direct[1], 'direct', false), ...named(direct[2], 'implement', false)];
  const coordinate =
    /^(.+?)(?:\s+theo chức năng[^:]*?)?,?\s*(?:chủ động\s+)?phối hợp(?: chặt chẽ)? (?:với\s+)?(.*)$/u.exec(
      text,
    );
  if (coordinate && isAgencyStart(coordinate[1] ?? ''))
    return [...named(coordinate[1], 'coordinate', false), ...named(coordinate[2], 'coordinate', true)];
  return isAgencyStart(text) && text.length < 200 ? named(text.replace(/:.*$/u, ''), 'implement', false) : [];
}

/** True when a line opens like a heading of agencies: "Sở …", "Các cơ sở …", ends with a colon or names a role. */
export function isAgencyHeading(text: string): boolean {
  if (text.length > HEADING_LENGTH) return false;
  return isAgencyStart(text.replace(/^(?:Giao|Đề nghị)\s+/u, '')) && /:\s*$|chủ trì|phối hợp với/u.test(text);
}

function isAgencyStart(text: string): boolean {
  return PROPER.test(text) || new RegExp(`^${GENERIC_HEADS}`, 'u').test(text);
}

/** The role a dash writes for itself at its beginning. */
export function taskRole(text: string): Role | undefined {
  if (/^Chủ trì/u.test(text)) return 'lead';
  if (/^Phối hợp/u.test(text)) return 'coordinate';
  return undefined;
}

/** The agencies a dash names as its partners. */
export function taskAgencies(text: string): NamedAgency[] {
  const found: NamedAgency[] = [];
  for (const match of text.matchAll(/phối hợp(?: chặt chẽ)?(?: với)*\s+([^.;]+)/giu)) {
    for (const agency of named(match[1]?.replace(VERBS, ''), 'coordinate', true))
      if (!found.some((other) => other.name === agency.name)) found.push(agency);
  }
  return found;
}

function named(list: string | undefined, role: Role, onlyProper: boolean): NamedAgency[] {
  if (!list) return [];
  return list
    .replace(/\s+theo chức năng.*$/u, '')
    .replace(/^(?:các đơn vị|các cơ quan):\s*/u, '')
    .split(SPLIT)
    .map((part) => part.replace(/[,:;\s]+$/u, '').trim())
    .filter((part) => part !== '' && (onlyProper ? PROPER.test(part) : !/liên quan/u.test(part)))
    .map((name) => ({ name: name.replace(/\s+và các [^,]*liên quan.*$/u, ''), role }));
}
