import { fold } from '../../core/text.ts';
import { locateAddresses } from '../../understand/address.ts';

/** Words of quantities, of dates and of places in the text: a slip in them changes what was meant, not how it is written. */
const COUNTED = new Set(
  `mot hai ba bon tu nam lam sau bay tam chin muoi chuc tram nghin trieu ty nua ruoi phan percent
  ngay thang quy tuan thu mai mot kia nay hom dau giua cuoi tien gach dong`.split(/\s+/),
);
/** How far from a number a word may be part of it: "80 phần trăm", "cuối tháng 3", "khoản 3 điểm b ý 2". */
const REACH = 2;
/** From this many words on a message gets two slips. */
const LONG = 8;

interface Word {
  index: number;
  text: string;
}
/** What is typed in place of the characters from `from` up to `to`. */
interface Edit {
  from: number;
  to: number;
  text: string;
}
type Random = () => number;
type Slip = (word: string, random: Random) => string | null;

/**
 * The text as somebody in a hurry types it on a phone: one slip, two in a longer message. Always the same for the same
 * text. Numbers, dates, addresses and abbreviations stay; a text with nothing else comes back as it was.
 */
export function mistype(text: string): string {
  const clean = text.normalize('NFC');
  const random = seeded(clean);
  const words = [...clean.matchAll(/\S+/g)].map((match) => ({ index: match.index, text: match[0] }));
  const free = shuffled(freeWords(clean, words), random);
  const slips = words.length < LONG ? 1 : 2;
  const edits: Edit[] = [];
  for (const at of free) {
    if (edits.length === slips) break;
    const edit = slipAt(words, at, free, random);
    // The neighbour may have been run together with this one.
    if (edit && !edits.some(({ from, to }) => edit.from < to && from < edit.to)) edits.push(edit);
  }
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, text: typed }) => rest.slice(0, from) + typed + rest.slice(to), clean);
}

/** Which words may be mistyped: plain ones, away from numbers and addresses. */
function freeWords(text: string, words: Word[]): number[] {
  const addresses = locateAddresses(text);
  const numbered = words.map(({ text: word }) => /\d/.test(word));
  return words.flatMap(({ index, text: word }, at) => {
    const near = numbered.slice(Math.max(0, at - REACH), at + REACH + 1).includes(true);
    const inAddress = addresses.some(
      (one) => index < one.index + one.length && one.index < index + word.length,
    );
    const core = coreOf(word);
    const plain = /^\p{L}{2,}$/u.test(core) && core !== core.toUpperCase() && !COUNTED.has(fold(core));
    return plain && !near && !inAddress ? [at] : [];
  });
}

/** The word without the marks around it. */
function coreOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function slipAt(words: Word[], at: number, free: number[], random: Random): Edit | null {
  const word = words[at];
  if (!word) return null;
  const core = coreOf(word.text);
  const from = word.index + word.text.indexOf(core);
  const next = words[at + 1];
  const together = next && free.includes(at + 1) && next.index === from + core.length + 1;
  if (together && random() < 1 / (SLIPS.length + 1))
    return { from, to: next.index + next.text.length, text: core + next.text };
  for (const slip of shuffled(SLIPS, random)) {
    const typed = slip(core, random);
    if (typed !== null && typed !== core) return { from, to: from + core.length, text: typed };
  }
  return null;
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const TONES: Record<string, string> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/** Shorter words are left readable: of "ai" or "sở" nothing would remain. */
const SLIPS: Slip[] = [neighbouringKey, doubledLetter, droppedLetter, swappedLetters, telexLeft, wrongTone];

function neighbouringKey(word: string, random: Random): string | null {
  const at = plainLetter(word, random);
  const row = ROWS.find((keys) => keys.includes(word.charAt(at))) ?? '';
  const key = row.indexOf(word.charAt(at));
  const other = pick(
    [row[key - 1], row[key + 1]].filter((one) => one !== undefined),
    random,
  );
  return at < 0 || other === undefined ? null : word.slice(0, at) + other + word.slice(at + 1);
}

function doubledLetter(word: string, random: Random): string | null {
  const at = plainLetter(word, random);
  return at < 0 ? null : word.slice(0, at + 1) + word.slice(at);
}

/** Where a letter of one key stands in a word of three or more; -1 where none does. */
function plainLetter(word: string, random: Random): number {
  const places = [...word].flatMap((letter, at) => (/[a-z]/.test(letter) ? [at] : []));
  return word.length < 3 ? -1 : (pick(places, random) ?? -1);
}

function droppedLetter(word: string, random: Random): string | null {
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.length < 4 ? null : word.slice(0, at) + word.slice(at + 1);
}

function swappedLetters(word: string, random: Random): string | null {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.length < 3
    ? null
    : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** The keys of a Vietnamese keyboard left as they were struck: "chủ" → "chur", "được" → "dduwowcj". */
function telexLeft(word: string): string {
  let typed = '';
  let tone = '';
  for (const sign of word.normalize('NFD')) {
    if (TONES[sign]) tone = TONES[sign];
    else if (sign === '\u0302') typed += typed.slice(-1);
    else if (sign === '\u0306' || sign === '\u031b') typed += 'w';
    else if (sign === 'đ' || sign === 'Đ') typed += sign === 'đ' ? 'dd' : 'Dd';
    else typed += sign;
  }
  return typed + tone;
}

/** The tone of a word left out, or another struck. */
function wrongTone(word: string, random: Random): string | null {
  const apart = word.normalize('NFD');
  const tone = [...apart].find((sign) => TONES[sign]);
  if (tone === undefined) return null;
  const other =
    random() < 0.5
      ? ''
      : (pick(
          Object.keys(TONES).filter((one) => one !== tone),
          random,
        ) ?? '');
  // A tone is written behind the other marks of its vowel.
  return apart.replace(new RegExp(`${tone}([\u0302\u0306\u031b]?)`), `$1${other}`).normalize('NFC');
}

function pick<T>(among: T[], random: Random): T | undefined {
  return among[Math.floor(random() * among.length)];
}

function shuffled<T>(list: T[], random: Random): T[] {
  return list
    .map((one) => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** Numbers from 0 to 1 that only depend on the text: FNV-1a as the seed of a xorshift. */
function seeded(text: string): Random {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = state | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
