import type { AskMemory } from '../core/answer.ts';
import { fold } from '../core/text.ts';
import { locateAddresses } from '../understand/address.ts';
import { dropParticles, dropShell } from '../understand/shell.ts';
import type { ProgrammeIndex } from './programme-index.ts';

const OPENING = /^(thế còn|vậy còn|the con|vay con|còn|con|thế|the|vậy|vay|what about|how about|and)\s+/iu;
const CLOSING = /\s*(thì sao|thi sao|thì thế nào|thi the nao|sao|nhỉ|nhi|ạ|a)?\s*[?.!]*$/iu;
/** A longer message stands on its own. */
const SHORT = 60;

/** "Còn y tế?" after "Ai chủ trì logistics?" asks who leads health. Anything else is returned as it came. */
export function followUp(text: string, memory: AskMemory | null, index: ProgrammeIndex): string {
  if (!memory) return text;
  const pointed = pointsBack(text, memory, index);
  if (pointed) return pointed;
  if (!OPENING.test(text) || text.length > SHORT) return text;
  const subject = text.replace(OPENING, '').replace(CLOSING, '').trim();
  if (subject === '' || /\b(nao|gi|ai|bao nhieu|may|khi|who|what|when|which|how)\b/.test(fold(subject)))
    return text;
  return ASK_AGAIN[memory.intent]?.(subject, memory) ?? text;
}

const ASK_AGAIN: Record<string, (subject: string, memory: AskMemory) => string> = {
  lead: (subject, { language }) =>
    language === 'en' ? `which agency leads ${subject}?` : `cơ quan nào chủ trì ${subject}?`,
  coordinate: (subject) => `${subject} phối hợp với ai?`,
  agency_tasks: (subject) => `nhiệm vụ của ${subject}`,
  my_tasks: (subject) => `nhiệm vụ của ${subject}`,
  count: (subject) => `${subject} có bao nhiêu nhiệm vụ?`,
  content: (subject) => subject,
  document: (subject) => `${subject} là văn bản gì?`,
  figure: (subject, { topic }) => replaceYears(topic ?? '', subject),
};

function replaceYears(topic: string, subject: string): string {
  const years = /\d{4}(?:\s*[-–]\s*\d{4})?/;
  return years.test(subject) && years.test(topic)
    ? topic.replace(years, years.exec(subject)?.[0] ?? '')
    : `${subject} bao nhiêu?`;
}

const ASKS_BACK: [RegExp, (address: string, memory: AskMemory, block: string) => string | null][] = [
  [
    /\b(nguyen van|trich (nguyen )?van|doc nguyen|quote it|verbatim|full text)\b/,
    (address) => `nguyên văn ${address}`,
  ],
  [
    /^(the |vay |con )*(nhung )?(ai|co quan nao|don vi nao|so nao|nhung ai) (duoc giao |cung |se )?phoi hop/,
    (_, __, block) => `mục ${block} phối hợp với ai`,
  ],
  [
    /^(the |vay |con )*(ai|co quan nao|don vi nao|so nao) (la )?(chu tri|phu trach|lo|lam|chiu trach nhiem)( (viec|cai|muc|nhiem vu|noi dung|phan) (nay|do|tren))?( the| vay| v)?$/,
    (_, __, block) => `ai chủ trì mục ${block}`,
  ],
  [
    /^(ai|co quan nao|don vi nao|so nao)\b.*\b(muc|nhiem vu|viec|noi dung|phan) (nay|do|tren)$/,
    (_, __, block) => `ai chủ trì mục ${block}`,
  ],
  [
    /^(the |vay |con )*(thoi )?(han|han chot|bao gio xong|khi nao xong)( (la )?(khi nao|bao gio|ngay nao|den bao gio))?$/,
    (address, { intent }) => (intent === 'deadline' ? null : `hạn của ${address}`),
  ],
  [
    /^(the |vay |con )*(bao cao )?(gui|nop) (cho |ve |len |toi )?(ai|dau|co quan nao|nhung dau)/,
    (_, { intent }) => (intent === 'deadline' ? 'báo cáo năm gửi cho ai' : null),
  ],
];
const NTH =
  /^(?:the |vay |con )*(?:nhiem vu|viec|muc|y|gach|cai|task)(?: thu| so)? ?(\d{1,2}|nhat|hai|ba|tu|nam|sau|bay|tam)(?: (?:la gi|thi sao|noi gi|the nao))?$/;
const NUMBERS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam'];

/** "Ai phối hợp?", "nguyên văn?", "nhiệm vụ thứ 2?": the last answer's address is meant. */
function pointsBack(text: string, memory: AskMemory, index: ProgrammeIndex): string | null {
  const [address] = memory.addresses;
  // An address in the message is the one that is meant.
  if (!address || text.length > SHORT || locateAddresses(text).length > 0) return null;
  const said = fold(dropParticles(dropShell(text)))
    .replace(/[?.!,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const nth = NTH.exec(said)?.[1];
  if (nth) {
    const block = memory.addresses.find((one) => isBlock(one, index)) ?? blockOf(address, index);
    return `nguyên văn ${block}.${/\d/.test(nth) ? nth : NUMBERS.indexOf(nth) + 1}`;
  }
  const asked = ASKS_BACK.find(([pattern]) => pattern.test(said));
  return asked ? asked[1](address, memory, blockOf(address, index)) : null;
}

function isBlock(address: string, index: ProgrammeIndex): boolean {
  return index.field(address) !== undefined || index.blocks.some((block) => block.address === address);
}

/** `IV.4.a.2` → `IV.4.a`, `III.6.4` → `III.6`; an address that is no task or direction stays. */
function blockOf(address: string, { blockOf, programme }: ProgrammeIndex): string {
  const group = programme.orientations.find((one) => address.startsWith(`${one.address}.`));
  return blockOf(address)?.address ?? group?.address ?? address;
}
