import type { Item, Programme } from '../core/programme.ts';
import type { SourceLine } from './read-lines.ts';

type Preamble = Pick<
  Programme,
  | 'number'
  | 'date'
  | 'kind'
  | 'issuer'
  | 'title'
  | 'bases'
  | 'articles'
  | 'recipients'
  | 'signatory'
  | 'introductions'
>;

const KINDS =
  /^(QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|CÔNG VĂN|TỜ TRÌNH|BÁO CÁO|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG)$/u;
const ISSUERS = /^(ỦY BAN|UỶ BAN|HỘI ĐỒNG|THỦ TƯỚNG|CHÍNH PHỦ|BỘ|CHỦ TỊCH|BAN(?! HÀNH))(?=\s|$)/u;

/** Everything before the first section: the decision itself and the programme's introduction. */
export function parsePreamble(lines: SourceLine[]): Preamble {
  const preamble: Preamble = {
    number: '',
    date: '',
    kind: '',
    issuer: '',
    title: '',
    bases: [],
    articles: [],
    recipients: [],
    signatory: { line: 0, authority: '', position: '', name: '' },
    introductions: [],
  };
  readHead(lines, preamble);
  let place: 'head' | 'article' | 'recipients' | 'signature' | 'programme' = 'head';
  let article: Article = { address: '', children: 0, number: '', numberChildren: 0 };
  for (const line of lines) {
    const item = (address: string): Item => ({ address, line: line.line, text: line.text });
    if (line.mark === 'article') {
      place = 'article';
      article = { address: `QĐ.${line.label}`, children: 0, number: '', numberChildren: 0 };
      preamble.articles.push(item(article.address));
    } else if (/^Nơi nhận/u.test(line.text)) {
      place = 'recipients';
    } else if (place === 'recipients' && line.mark === 'dash') {
      preamble.recipients.push(item(`NN.${preamble.recipients.length + 1}`));
    } else if (/^(TM\.|KT\.|TUQ\.|TL\.)\s/u.test(line.text)) {
      place = 'signature';
      const known = preamble.signatory.authority;
      preamble.signatory.authority = known ? `${known}, ${line.text}` : line.text;
    } else if (place === 'signature' && preamble.signatory.name === '') {
      if (isUpper(line.text)) preamble.signatory.position = line.text;
      else {
        preamble.signatory.name = line.text;
        preamble.signatory.line = line.line;
        place = 'programme';
      }
    } else if (place === 'head' && /^(Căn cứ|Theo đề nghị|Xét|Trên cơ sở)\s/u.test(line.text)) {
      preamble.bases.push(item(`QĐ.CC.${preamble.bases.length + 1}`));
    } else if (place === 'article') {
      preamble.articles.push(item(articleAddress(line, article, preamble.articles)));
    } else if (place === 'programme' && !isUpper(line.text) && !line.text.startsWith('(')) {
      const count = preamble.introductions.length;
      preamble.introductions.push(item(count === 0 ? '0' : `0.${count + 1}`));
    }
  }
  return preamble;
}

interface Article {
  address: string;
  children: number;
  number: string;
  numberChildren: number;
}

function articleAddress(line: SourceLine, article: Article, items: Item[]): string {
  let address: string;
  if (line.mark === 'number') {
    article.number = `${article.address}.${line.label}`;
    article.numberChildren = 0;
    address = article.number;
  } else if (line.mark === 'letter' && article.number) {
    address = `${article.number}.${line.label}`;
  } else if (article.number) {
    article.numberChildren += 1;
    address = `${article.number}.${article.numberChildren}`;
  } else {
    article.children += 1;
    address = `${article.address}.${article.children}`;
  }
  const taken = items.filter(
    (item) => item.address === address || item.address.startsWith(`${address}~`),
  ).length;
  return taken === 0 ? address : `${address}~${taken + 1}`;
}

function readHead(lines: SourceLine[], preamble: Preamble): void {
  const kindAt = lines.findIndex((line) => KINDS.test(line.text));
  for (const line of lines.slice(0, 40)) {
    if (preamble.number === '') preamble.number = /^Số:?\s*(\d\S*)/u.exec(line.text)?.[1] ?? '';
    const date = /^\S.*, ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/u.exec(line.text);
    if (preamble.date === '' && date)
      preamble.date = `${date[3]}-${date[2]?.padStart(2, '0')}-${date[1]?.padStart(2, '0')}`;
  }
  if (kindAt < 0) return;
  preamble.kind = lines[kindAt]?.text ?? '';
  const title: string[] = [];
  for (const line of lines.slice(kindAt + 1, kindAt + 8)) {
    if (!isUpper(line.text)) break;
    if (ISSUERS.test(line.text)) {
      preamble.issuer = line.text;
      break;
    }
    title.push(line.text);
  }
  preamble.title = title.join(' ');
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text);
}
