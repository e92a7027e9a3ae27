const ONES: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const ONE = Object.keys(ONES).join('|');
const YEAR = new RegExp(
  `(?<!\\p{L})hai (?:nghìn|ngàn)(?: không trăm)?(?: (?:linh|lẻ))?(?: (?<tens>${ONE}))?(?: mươi)? (?<ones>mươi|${ONE})(?!\\p{L})`,
  'giu',
);
/** "Tháng năm" may be "five months old"; it is May before a year or at the end of what is said. */
const MONTH =
  /(?<!\p{L})tháng (?<month>giêng|chạp|mười một|mười hai|mười|một|hai|ba|tư|năm(?=\s*(?:$|[,.;]|năm |này|tới|sau))|sáu|bảy|bẩy|tám|chín)(?!\p{L}| (?:lần|nhiệm vụ|việc|cái|lớp|người|dự án))/giu;
const MONTHS: Record<string, number> = { giêng: 1, chạp: 12, mười: 10, 'mười một': 11, 'mười hai': 12 };

/** "Tháng tám năm hai nghìn không trăm hai bảy", as a phone writes what was spoken, with its figures: "tháng 8 năm 2027". */
export function spokenNumbers(text: string): string {
  const written = text.normalize('NFC');
  return written
    .replace(YEAR, (said, tens?: string, ones?: string) => {
      const ten = ONES[tens?.toLowerCase() ?? ''] ?? 0;
      const one = ONES[ones?.toLowerCase() ?? ''] ?? 0;
      const year = 2000 + (ones?.toLowerCase() === 'mươi' ? ten * 10 : ten * 10 + one);
      return year > 2009 ? String(year) : said;
    })
    .replace(MONTH, (said, month: string) => {
      const name = month.toLowerCase();
      const number = MONTHS[name] ?? ONES[name];
      return number ? `${said.slice(0, 'tháng'.length)} ${number}` : said;
    });
}
