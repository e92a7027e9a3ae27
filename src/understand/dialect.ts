import { foldAligned } from './align.ts';

/**
 * Words of Thanh Hóa's and the neighbours' speech for which the common language has others: "sở mô lo rứa" is "sở nào lo
 * thế". Only with their marks, or where the neighbour tells ("so mo", "lam chi"), since most are words of their own.
 */
const MARKED: [RegExp, string][] = [
  [/(?<!\p{L})(tới|đến|đi|ở|về) mô(?! (?:hình|tả|phỏng|tô|tơ|bi))(?!\p{L})/giu, '$1 đâu'],
  [/(?<!\p{L})(?<!(?:quy|vi|vĩ) )mô(?! (?:hình|tả|phỏng|tô|tơ|bi))(?!\p{L})/giu, 'nào'],
  [/(?<!\p{L})rứa(?!\p{L})/giu, 'thế'],
  [/(?<!\p{L})răng(?! (?:hàm|miệng|giả))(?!\p{L})/giu, 'sao'],
  [/(?<!\p{L})nớ(?!\p{L})/giu, 'đó'],
  [/(?<!\p{L})ni(?!\p{L})/giu, 'này'],
  [/(?<!\p{L})chừ(?!\p{L})/giu, 'giờ'],
  [/(?<!\p{L})cấy(?! (?:lúa|ghép|trồng|mạ))(?!\p{L})/giu, 'cái'],
  [/(?<!\p{L})(?:bọn choa|choa|bầy tui|bọn tui|tui)(?!\p{L})/giu, 'chúng tôi'],
  [/(?<!\p{L})chi(?=\s*[?.!,]|\s*$|\s+(?:vậy|thế|đây|nhỉ|ạ))/giu, 'gì'],
  [/(?<!\p{L})(làm|để|việc|cái|điều|mục|những) chi(?!\p{L}| (?:phí|nhánh|bộ|cục|tiết|trả|tiêu))/giu, '$1 gì'],
];
const BARE: [RegExp, string][] = [
  [/\b(toi|den|di|o) mo\b(?= |\?|$)(?! (?:hinh|ta|rong|cua|lop|dau|may|dong|ban))/g, 'dau'],
  [/\b(so|nganh|don vi|co quan|ben|cho|huyen|khi) mo\b(?= |\?|$)(?! (?:hinh|ta))/g, 'nao'],
  [/\b(lam|viec|de lam|nhung) chi\b(?! (?:phi|nhanh|tiet))/g, 'gi'],
];

/** Where the state writes y: "kí", "kỉ luật", "tỉ lệ", "lí do", "qui định". */
const WITH_Y = /(?<!\p{L})(?:k[íìỉĩị]|lí|mĩ|tỉ|qu[íìĩi])(?!\p{L})/giu;
const Y: Record<string, string> = { í: 'ý', ì: 'ỳ', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ', i: 'y' };

/** "Phải kg", "có hem", "đúng khg": "không" as it is typed in chats, where it asks; "kg" alone may be a weight. */
const NO =
  /(?<!\p{L})(phải|phai|đúng|dung|có|co|được|duoc|dc|chưa|chua|hay|xong) (?:kg|khg|hông|hong|hem|hok|hk|khum)(?!\p{L})|(?<!\p{L})(?:khg|hem|hok|khum)(?=(?: (?:ạ|a|nhỉ|nhi|vậy|vay|v|em|anh|chị|chi|ad|bot|thế|the|nhé|nhe))*\s*[?.!]*$)/giu;

/** The text with every chat spelling of an asking "không" as that. */
export function plainNo(text: string): string {
  return text.replace(NO, (_, before?: string) => (before ? `${before} không` : 'không'));
}

/** The message in the common language and the state's spelling; what is neither stays. */
export function plainSpeech(text: string): string {
  const written = text
    .normalize('NFC')
    .replace(WITH_Y, (word) => word.slice(0, -1) + (Y[word.at(-1)?.toLowerCase() ?? ''] ?? ''));
  return inCommonWords(plainNo(written));
}

function inCommonWords(written: string): string {
  const marked = MARKED.reduce((rest, [pattern, word]) => rest.replace(pattern, word), written);
  if (marked !== written) return marked;
  let rest = written;
  for (const [pattern, word] of BARE) {
    for (const match of [...foldAligned(rest).matchAll(pattern)].reverse()) {
      const from = match.index + match[0].lastIndexOf(' ') + 1;
      rest = rest.slice(0, from) + word + rest.slice(match.index + match[0].length);
    }
  }
  return rest;
}
