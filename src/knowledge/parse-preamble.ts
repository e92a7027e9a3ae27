import { isInside } from '../core/address.ts';
import type { Item, Programme } from '../core/programme.ts';
import { isUpper, type SourceLine } from './read-lines.ts';

type Head = Pick<Programme, 'number' | 'date' | 'kind' | 'issuer' | 'title' | 'bases' | 'introductions'>;
type Frame = Pick<Programme, 'recipients' | 'signatory'>;

const KINDS =
  /^(QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|KẾ HOẠCH|KẾ HOẠCH HÀNH ĐỘNG|THÔNG BÁO|CÔNG VĂN|CÔNG ĐIỆN|TỜ TRÌNH|BÁO CÁO|HƯỚNG DẪN|KẾT LUẬN|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG)(?:\s+(\p{Lu}\p{Ll}.*))?$/u;
const ISSUERS =
  /^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|THỦ TƯỚNG|CHÍNH PHỦ|BỘ|SỞ|CHỦ TỊCH|BAN(?! HÀNH))(?=\s|$)/u;
const BASES =
  /^(Căn cứ|Theo đề nghị|Xét|Trên cơ sở|Thực hiện (?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Chương trình))\s/u;
const AUTHORITY = /^(?:TM|KT|TUQ|TL|Q)\.\s*\p{Lu}/u;
const POSITION =
  /^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN)\b/u;
const NAME = /^(?:\p{Lu}\p{Ll}*\.?\s+){1,5}\p{Lu}\p{Ll}*$/u;

/** Takes recipients and signature out of the lines; where they stood the document breaks off. */
export function takeFrame(lines: SourceLine[]): Frame & { rest: SourceLine[] } {
  const frame: Frame = { recipients: [], signatory: { line: 0, authority: '', position: '', name: '' } };
  const rest: SourceLine[] = [];
  let place: 'text' | 'addressees' | 'recipients' | 'signature' = 'text';
  for (const [index, line] of lines.entries()) {
    const { signatory, recipients } = frame;
    if (/^Nơi nhận\b/u.test(line.text)) {
      place = 'recipients';
      rest.push({ ...line, mark: 'break' });
    } else if (
      AUTHORITY.test(line.text) ||
      (POSITION.test(line.text) &&
        lines.slice(index + 1, index + 4).some(({ text }) => NAME.test(text)) &&
        place !== 'signature')
    ) {
      if (place === 'text') rest.push({ ...line, mark: 'break' });
      place = 'signature';
      if (AUTHORITY.test(line.text))
        signatory.authority = [signatory.authority, line.text].filter(Boolean).join(', ');
      else signatory.position = line.text;
    } else if (/^Kính gửi\s*:/u.test(line.text)) {
      place = 'addressees';
    } else if ((place === 'recipients' || place === 'addressees') && line.mark === 'dash') {
      recipients.push({ address: `NN.${recipients.length + 1}`, line: line.line, text: line.text });
    } else if (
      place === 'signature' &&
      signatory.name === '' &&
      (isUpper(line.text) || NAME.test(line.text) || line.text.startsWith('('))
    ) {
      if (NAME.test(line.text) && !isUpper(line.text))
        Object.assign(signatory, { name: line.text, line: line.line });
      else if (isUpper(line.text)) signatory.position = line.text;
    } else {
      place = 'text';
      rest.push(line);
    }
  }
  return { ...frame, rest };
}

/** Number, date, kind, title, issuer, legal bases and opening paragraphs: the lines before the first item. */
export function parseHead(lines: SourceLine[]): Head {
  const head: Head = { number: '', date: '', kind: '', issuer: '', title: '', bases: [], introductions: [] };
  const kindAt = lines.findIndex(({ text }) => KINDS.test(text));
  // A narrow column breaks "Số:" from its number.
  const joined = lines.map(({ text }) => text).join(' ');
  head.number = /(?:^|\s)Số\s*:?\s*(\d\S*\/\S+)/u.exec(joined)?.[1] ?? '';
  for (const { text } of lines) {
    const [, day = '', month = '', year] =
      /^[^;]{2,80}, ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\.?$/u.exec(text) ?? [];
    if (head.date === '' && year) head.date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  const titleEnd = kindAt < 0 ? readSubject(lines, head) : readTitle(lines, kindAt, head);
  if (head.issuer === '') head.issuer = issuerOf(lines.slice(0, kindAt < 0 ? titleEnd : kindAt));
  for (const [index, line] of lines.entries()) {
    const item = (address: string): Item => ({ address, line: line.line, text: line.text });
    if (BASES.test(line.text) && !line.text.endsWith(':'))
      head.bases.push(item(`QĐ.CC.${head.bases.length + 1}`));
    else if (index >= titleEnd && (kindAt >= 0 || !/^Số/u.test(line.text)))
      introduce(line, head.introductions, '0');
  }
  return head;
}

/** Keeps a paragraph that opens a section; a title or a note in brackets is none, then the answer is false. */
export function introduce(
  line: Pick<SourceLine, 'line' | 'text'>,
  introductions: Item[],
  address: string,
): boolean {
  if (isUpper(line.text) || line.text.startsWith('(') || line.text.length < 40) return false;
  const count = introductions.filter((item) => isInside(item.address, address)).length;
  introductions.push({
    address: count === 0 ? address : `${address}.${count + 1}`,
    line: line.line,
    text: line.text,
  });
  return true;
}

function readTitle(lines: SourceLine[], kindAt: number, head: Head): number {
  const [, kind = '', rest = ''] = KINDS.exec(lines[kindAt]?.text ?? '') ?? [];
  head.kind = kind;
  const title = rest ? [rest] : [];
  let index = kindAt + 1;
  for (; index < Math.min(lines.length, kindAt + 8); index += 1) {
    const text = lines[index]?.text ?? '';
    if (ISSUERS.test(text)) {
      head.issuer = text;
      index += 1;
      break;
    }
    const titled = isUpper(text) || (title.length < 3 && text.length < 250 && !/[.;:]$/u.test(text));
    if (!titled || BASES.test(text) || text.startsWith('(') || /^Kính gửi/u.test(text)) break;
    title.push(text);
  }
  head.title = title.join(' ');
  return index;
}

/** An official letter has no name of its kind, only its subject: "V/v …". */
function readSubject(lines: SourceLine[], head: Head): number {
  const at = lines.findIndex(({ text }) => /^V\/v\s/u.test(text));
  if (at < 0) return 0;
  head.kind = 'CÔNG VĂN';
  head.title = lines[at]?.text.replace(/^V\/v\s+/u, '') ?? '';
  return at + 1;
}

/** The last authority of the letterhead, with its place where that has a line of its own. */
function issuerOf(lines: SourceLine[]): string {
  const at = lines.findLastIndex(({ text }) => isUpper(text) && ISSUERS.test(text));
  const place = lines[at + 1]?.text ?? '';
  const named = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG)\s/u.test(place) ? place : '';
  // So does "ỦY BAN" break in a narrow column.
  const before = /^(?:ỦY|UỶ)$/u.test(lines[at - 1]?.text ?? '') ? lines[at - 1]?.text : '';
  return at < 0 ? '' : [before, lines[at]?.text, named].filter(Boolean).join(' ');
}
