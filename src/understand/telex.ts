import { isSyllable } from '../knowledge/syllables.ts';
import { detectLanguage } from './language.ts';

const TONES: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const HATS: Record<string, string> = { aa: 'â', ee: 'ê', oo: 'ô', aw: 'ă', ow: 'ơ', uw: 'ư', dd: 'đ' };

/**
 * Text typed in Telex with the input method off, as it was meant: "sowr nafo chur trif" → "sở nào chủ trì". Only where
 * two words or more can be nothing else; other words stay as typed.
 */
export function decodeTelex(typed: string): string {
  // "Ddịnh": half typed so, and no word begins with two of them.
  const text = typed.replace(/(?<![\p{L}\d])dd(?=\p{L}*[^\p{ASCII}])/giu, (pair) =>
    pair.startsWith('D') ? 'Đ' : 'đ',
  );
  // English ends in s, r and x too.
  if (!/[sfrxjw]|aa|ee|oo|dd/i.test(text) || detectLanguage(text) === 'en') return text;
  const words = text.split(/(?<![\p{L}\d])(?=[\p{L}\d])|(?<=[\p{L}\d])(?![\p{L}\d])/u);
  const read = words.map((word) => decodeWord(word));
  const decoded = read.filter((word) => word !== null).length;
  if (decoded < 2) return text;
  return words.map((word, at) => read[at] ?? word).join('');
}

/** One word that is no syllable as typed and one by Telex, else null. */
function decodeWord(typed: string): string | null {
  if (!/^[a-z]{2,8}$/i.test(typed) || isSyllable(typed)) return null;
  let tone = '';
  let out = '';
  let hats = 0;
  for (const letter of typed.toLowerCase()) {
    const pair = HATS[`${out.at(-1) ?? ''}${letter}`];
    if (letter === 'w' && /uo$/.test(out)) {
      out = `${out.slice(0, -2)}ươ`;
      hats += 1;
    } else if (pair) {
      out = `${out.slice(0, -1)}${pair}`;
      hats += 1;
    } else if (letter === 'w') {
      out += 'ư';
      hats += 1;
    } else if (TONES[letter] && /[aeiouyăâêôơư]/u.test(out.replace(/^(?:gi|qu)(?=.)/, ''))) {
      if (tone) return null;
      tone = TONES[letter];
    } else out += letter;
  }
  out = out.replace(/ưo(?=.)/u, 'ươ').replace(/ie(?=[mnpct]|ng)/u, 'iê');
  if (!isSyllable(out) || tone.length + hats === 0) return null;
  const at = toneAt(out);
  const marked = `${out.slice(0, at + 1)}${tone}${out.slice(at + 1)}`.normalize('NFC');
  return /^\p{Lu}/u.test(typed) ? marked.charAt(0).toUpperCase() + marked.slice(1) : marked;
}

/** Where the tone stands: on the hatted vowel, else the last before a final consonant, else the first of two. */
function toneAt(word: string): number {
  const hatted = Math.max(...['ă', 'â', 'ê', 'ô', 'ơ'].map((vowel) => word.lastIndexOf(vowel)));
  if (hatted >= 0) return hatted;
  const from = /^(?:qu|gi(?=[aeou]))/.exec(word)?.[0].length ?? 0;
  const first = word.slice(from).search(/[aeiouyư]/u) + from;
  const run = /^[aeiouyư]+/u.exec(word.slice(first))?.[0].length ?? 1;
  const closed = first + run < word.length;
  return closed || run === 3 ? first + Math.max(0, run === 3 ? 1 : run - 1) : first;
}
