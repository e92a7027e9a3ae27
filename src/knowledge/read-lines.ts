/** One line of the source by its mark: what opens it, and the words after the mark. */
export interface SourceLine {
  line: number;
  mark: 'part' | 'section' | 'article' | 'number' | 'letter' | 'dash' | 'plus' | 'plain';
  /** `IV`, `2`, `a`; empty for dashes and plain lines. */
  label: string;
  text: string;
}

const MARKS: { mark: SourceLine['mark']; pattern: RegExp }[] = [
  { mark: 'article', pattern: /^Điều\s+(\d+)\s*[.:]\s*(.*)$/u },
  { mark: 'section', pattern: /^([IVX]+)\s*\.\s+(.*)$/u },
  { mark: 'part', pattern: /^([A-HĐ])\s*\.\s+(.*)$/u },
  { mark: 'number', pattern: /^(\d{1,3}(?:\.\d{1,2})*)\s*[.)]\s+(.*)$/u },
  { mark: 'letter', pattern: /^([a-zđ])\s*\)\s*(.*)$/u },
  { mark: 'dash', pattern: /^()[-–—•]\s+(.*)$/u },
  { mark: 'plus', pattern: /^()\+\s+(.*)$/u },
];

/** The lines that carry text, with the rest of a wrapped line joined to its beginning. */
export function readLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let lastLength = 0;
  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.replace(/[\u0000-\u001f\u00a0]/g, ' ').trim();
    if (text === '' || /^Nguồn( tra cứu)?\s*:/u.test(text)) continue;
    const read = readLine(text, index + 1);
    const before = lines.at(-1);
    if (before && read.mark === 'plain' && isContinuation(text, before, lastLength)) {
      before.text = `${before.text} ${text}`;
    } else {
      lines.push(read);
    }
    lastLength = text.length;
  }
  return lines;
}

function readLine(text: string, line: number): SourceLine {
  for (const { mark, pattern } of MARKS) {
    const found = pattern.exec(text);
    if (found) return { line, mark, label: found[1] ?? '', text: (found[2] ?? '').trim() };
  }
  return { line, mark: 'plain', label: '', text };
}

function isContinuation(text: string, before: SourceLine, lastLength: number): boolean {
  if (/^\p{Ll}/u.test(text)) return true;
  return before.mark === 'dash' && lastLength > 60 && !/[.;:,…]$/u.test(before.text);
}
