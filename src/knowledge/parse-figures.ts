import type { Figure, Item } from '../core/programme.ts';

const UNITS =
  '%(?:/năm)?|ha(?!\\p{L})|km(?!\\p{L})|m2|(?:triệu|tỷ|nghìn)(?: lượt khách| đồng| USD)?|lượt khách|[bB]ệnh viện(?: đa khoa)?(?: khu vực)?|đô thị thông minh|sản phẩm du lịch|loại hình du lịch|trụ cột(?: tăng trưởng)?|dự án|đề án|cơ sở|trung tâm|tuyến|xã|huyện|tiêu chí|nhiệm vụ|nhóm|khâu|chương trình|giường|trường|doanh nghiệp';
/** Any other noun counts too: "114 Cơ sở dữ liệu"; what goes on with the sentence is none. */
const COUNTED =
  '(?!(?:và|hoặc|của|trên|đến|vào|về|năm|tháng|ngày|quý|lần|trở|trong|tại|theo|so|cho|để|với|từ)(?!\\p{L}))\\p{L}{2,}(?: \\p{Ll}+)?';
const FIGURE = new RegExp(
  `(?<![\\p{L}\\d/,.])\\d{1,3}(?:\\.\\d{3})*(?:,\\d+)?(?:\\s*(?:${UNITS})|\\s+(?:${COUNTED}))`,
  'gu',
);
const NOT_BEFORE =
  /(?:Quốc lộ|vành đai|giai đoạn|số|Điều|lần thứ|thứ|hạng|khoản|điểm|mục|khóa|bước|cấp|loại|nhóm|đường|thôn|tổ|Đề án|Chỉ thị|Nghị quyết|Nghị định|Quyết định|Luật|Kế hoạch|Thông tư|tháng|ngày|quý|năm)\s*$/iu;
const PERIOD =
  /(?:giai đoạn|thời kỳ) \d{4}\s*-\s*\d{4}|(?:vào|đến|trước|trong) năm \d{4}|đến \d{4}|năm \d{4}/iu;

/** Every number with a unit that the items state. */
export function findFigures(items: Item[]): Figure[] {
  return items.flatMap((item) => {
    const found = [...item.text.matchAll(FIGURE)].filter(
      (match) => !NOT_BEFORE.test(item.text.slice(0, match.index)),
    );
    return found.map((match) => {
      const clause = clauseAround(item.text, match.index, match[0].length);
      return {
        address: item.address,
        line: item.line,
        value: match[0],
        clause,
        period: periodOf(item.text, match.index, clause),
      };
    });
  });
}

function clauseAround(text: string, at: number, length: number): string {
  const pieces = cut(text, /;\s+|\.\s+(?=\p{Lu})/gu);
  let piece = pieces.find((part) => at >= part.from && at + length <= part.to) ?? {
    from: 0,
    to: text.length,
  };
  for (const separator of [/ và (?=[^;]*)/gu, /, /gu]) {
    if (piece.to - piece.from <= 120) break;
    const inner = cut(text.slice(piece.from, piece.to), separator)
      .map((part) => ({ from: part.from + piece.from, to: part.to + piece.from }))
      .find((part) => at >= part.from && at + length <= part.to);
    if (inner && inner.to - inner.from >= 50) piece = inner;
  }
  return text
    .slice(piece.from, piece.to)
    .replace(/[.;,\s]+$/u, '')
    .trim();
}

function cut(text: string, separator: RegExp): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  parts.push({ from, to: text.length });
  return parts;
}

/** The period of the clause, else of its sentence, else of the sentence just before it. */
function periodOf(text: string, at: number, clause: string): string | null {
  const own = PERIOD.exec(clause);
  if (own) return own[0];
  const sentences = cut(text, /\.\s+(?=\p{Lu})/gu);
  const index = sentences.findIndex((part) => at >= part.from && at < part.to);
  const sentence = sentences[index];
  const before = sentences[index - 1];
  const near = sentence ? PERIOD.exec(text.slice(sentence.from, sentence.to)) : null;
  if (near) return near[0];
  return before ? (PERIOD.exec(text.slice(before.from, before.to))?.[0] ?? null) : null;
}
