import type { CitedDocument, Item } from '../core/programme.ts';

const NUMBER = /\d+(?:\/\d{4})?[-/][A-ZĐ]\p{L}+\d*(?:[-/][A-ZĐ][\p{L}\d&]*)*/gu;
const KIND =
  /(Quyết định|Kế hoạch hành động|Kế hoạch|Nghị quyết|Chương trình hành động|Chương hình hành động|Chương trình|Tờ trình|Công văn|Nghị định|Chỉ thị|Thông tư|Thông báo|Kết luận|Công điện|Hướng dẫn)\s+(?:số:?\s*)?$/u;
const DATE = /^,?\s*ngày (\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/u;
const LAW =
  /(?:Bộ luật|Luật) (?:(?! ngày )[^;,]|, bổ sung){1,200}? ngày (\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/gu;
const UNNUMBERED =
  /(Chương trình|Đề án|Kế hoạch|Chiến lược|Quy hoạch)(?! số \d) (?:(?! số \d| phải )[^,;.“”]|(?<=Quy hoạch [^,;.]{1,60}), (?=\p{Ll})){1,250}? (?:giai đoạn|thời kỳ|đến năm) \d{4}(?:\s*-\s*\d{4})?(?:, (?:tầm nhìn|định hướng) đến(?: năm)? \d{4})?/gu;
/** How far from its number a document's issuer and title are looked for. */
const REACH = 800;
const BY_SYMBOL: Record<string, string> = {
  CV: 'Công văn',
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  KH: 'Kế hoạch',
  TTr: 'Tờ trình',
};

/** Every document the items cite, once each, with all the places that cite it. */
export function findDocuments(items: Item[]): CitedDocument[] {
  const documents = new Map<string, CitedDocument>();
  for (const item of items) {
    const spans: [number, number][] = [];
    for (const match of item.text.matchAll(NUMBER)) {
      const { document, end } = readNumbered(item, match[0], match.index);
      spans.push([match.index, end]);
      add(documents, document.number, document);
    }
    for (const match of item.text.matchAll(LAW)) {
      const title = match[0].replace(/ ngày .*$/u, '');
      const date = day(match[1], match[2], match[3]);
      add(documents, `${title} ${date}`, { ...unnumbered(item, 'Luật', title), date });
    }
    for (const match of item.text.matchAll(UNNUMBERED)) {
      if (spans.some(([from, to]) => match.index >= from && match.index < to)) continue;
      if (/^Chương trình hành động/u.test(match[0])) continue;
      add(documents, match[0], unnumbered(item, match[1] ?? '', match[0]));
    }
  }
  return [...documents.values()];
}

function readNumbered(item: Item, number: string, at: number): { document: CitedDocument; end: number } {
  const before = item.text.slice(Math.max(0, at - REACH), at);
  let end = at + number.length;
  const dated = DATE.exec(item.text.slice(end, end + REACH));
  if (dated) end += dated[0].length;
  const issued = /^ của ((?:(?! về | phê duyệt| thực hiện| và | tại )[^;,.“"(])+)/u.exec(
    item.text.slice(end, end + REACH),
  );
  if (issued) end += issued[0].length;
  const titled = /^ ?[“"]?(?:về việc|về|phê duyệt|ban hành|thực hiện) .*/u.exec(
    item.text.slice(end, end + REACH),
  );
  const title = titled
    ? cutTitle(titled[0])
    : (/(chính sách (?:(?!chính sách)[^;.])*) theo [^;.]*$/u.exec(before)?.[1] ?? null);
  if (titled && title) end += titled[0].indexOf(title) + title.length;
  const kind = KIND.exec(before)?.[1]?.replace('Chương hình', 'Chương trình') ?? kindOf(number);
  // "theo đề nghị của Giám đốc Sở … tại Tờ trình số", "đã được UBND tỉnh giao … tại Công văn số".
  const acting =
    /(?:^|\s)của (?:Giám đốc )?([^;,.]+?) tại Tờ trình (?:số )?$/u.exec(before)?.[1] ??
    /được ((?:UBND|HĐND|Ủy ban nhân dân|Thủ tướng|Chủ tịch)[^;,.]*?) (?:giao|phê duyệt|chấp thuận|đồng ý)[^;.]* tại \p{Lu}\p{Ll}+ \p{Ll}+ (?:số )?$/u.exec(
      before,
    )?.[1] ??
    null;
  return {
    document: {
      number,
      kind,
      date: dated ? day(dated[1], dated[2], dated[3]) : null,
      issuer: issued?.[1]?.trim() ?? acting,
      title,
      citedAt: [item.address],
      periodEnd: periodEnd(title),
    },
    end,
  };
}

function kindOf(number: string): string {
  const symbol = /^\d+(?:\/\d{4})?[-/](\p{L}+)/u.exec(number)?.[1] ?? '';
  return BY_SYMBOL[symbol] ?? 'Văn bản';
}

/** The title ends with its clause, or where the next document or a report duty begins. */
function cutTitle(text: string): string {
  const plain = text.replace(/^[\s“"]+/u, '');
  const parts = plain.split(/;\s+/u);
  let title = parts[0] ?? '';
  const next = parts[1];
  if (next && /^\p{Ll}/u.test(next) && /, giai đoạn \d{4}/u.test(next) && !/\d{4}/u.test(title))
    title = `${title}; ${next}`;
  return title
    .replace(/\.\s+\p{Lu}.*$/u, '')
    .replace(/ và (?:Quyết định|Nghị quyết|Kế hoạch|Chương trình)(?: hành động)? số .*$/u, '')
    .replace(/,? định kỳ .*$/u, '')
    .replace(/^([^“”]*(?:“[^”]*”[^“”]*)*)”.*$/u, '$1')
    .replace(/(“[^”]*”).*$/u, '$1')
    .replace(/[\s./;]+$/u, '');
}

function periodEnd(title: string | null): number | null {
  const range = /\d{4}\s*-\s*(\d{4})/u.exec(title ?? '') ?? /đến (?:năm )?(\d{4})/u.exec(title ?? '');
  return range?.[1] ? Number(range[1]) : null;
}

function unnumbered(item: Item, kind: string, title: string): CitedDocument {
  return {
    number: '',
    kind,
    date: null,
    issuer: null,
    title,
    citedAt: [item.address],
    periodEnd: kind === 'Luật' ? null : periodEnd(title),
  };
}

function add(documents: Map<string, CitedDocument>, key: string, document: CitedDocument): void {
  const known = documents.get(key);
  if (!known) {
    documents.set(key, document);
    return;
  }
  known.date ??= document.date;
  known.issuer ??= document.issuer;
  known.title ??= document.title;
  known.periodEnd ??= document.periodEnd;
  for (const address of document.citedAt) if (!known.citedAt.includes(address)) known.citedAt.push(address);
}

function day(date = '', month = '', year = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
