import { foldAligned } from './align.ts';

const SHORT_RANGE = /(?<![\d/.,-])(2[0-9])\s*[-–]\s*(2[0-9]|30|50)(?![\d/.,%-])/g;
const GD = /\bgd(?=\s*(?:20\d\d|2[0-9]\s*[-–]))/g;

/** "gđ 21-25" → "giai đoạn 2021-2025": years as the programme writes them. Other numbers stay. */
export function writeOutPeriods(text: string): string {
  const written = text.normalize('NFC');
  const spans = [...foldAligned(written).matchAll(GD)].map(({ index }) => index).reverse();
  const long = spans.reduce((out, at) => `${out.slice(0, at)}giai đoạn${out.slice(at + 2)}`, written);
  return long.replace(SHORT_RANGE, (_, from: string, to: string) => `20${from}-20${to}`);
}
