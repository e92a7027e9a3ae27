import type { AskMemory, Language } from '../../core/answer.ts';
import { fold } from '../../core/text.ts';
import { findAgencies } from '../../understand/agencies.ts';
import { hasMarks } from '../../understand/align.ts';
import type { Intent } from '../../understand/intent.ts';
import { askAgain } from './ask-again.ts';
import { ASK_OF } from './ask-of.ts';
import { readAsk } from './asks.ts';
import { bare } from './bare.ts';
import { ask, type Meaning, type Talk } from './followed.ts';
import { readOrdinal } from './ordinal.ts';
import { ownAgency, withOwnAgency } from './own-agency.ts';
import { agencyAmong, withWholeName } from './part-names.ts';
import { stepOf, stepTo } from './step.ts';
import { readSubject } from './subject.ts';

export interface FollowUp {
  meaning: Meaning;
  language: Language;
}

/** A longer message stands on its own. */
const LONGEST = 70;

/**
 * What a message means after the last answer ("còn y tế?", "ai phối hợp?", "gạch tiếp theo"); null where it stands on its
 * own. Pure.
 */
export function followUp(text: string, talk: Talk): FollowUp | null {
  const { memory } = talk;
  const picked = pick(text, talk);
  if (picked) return inLanguage(text, null, memory, picked);
  const told = answerPending(text, talk);
  if (told) return inLanguage(text, null, memory, told);
  if (text.length > LONGEST) return null;
  return meant(text, talk) ?? withNames(text, talk);
}

function meant(text: string, talk: Talk): FollowUp | null {
  const { memory, read } = talk;
  // An address in the message is the one that is meant.
  if (read(text).addresses.length === 0) {
    const said = bare(text);
    const asked = readAsk(text, said);
    const meaning = asked && ASK_OF[asked.kind]({ ...talk, noun: asked.noun });
    if (asked && meaning) return inLanguage(text, asked.language, memory, notTwice(meaning, memory));
    const ofAgency = stepOfAgency(text, talk);
    if (ofAgency) return inLanguage(text, null, memory, ofAgency);
    const ordinal = readOrdinal(text, said);
    const step = ordinal && stepTo({ ...talk, noun: ordinal.noun }, ordinal);
    if (ordinal && step) return inLanguage(text, ordinal.language, memory, notTwice(step, memory));
  }
  const subject = readSubject(text);
  const again = subject && askAgain(subject, talk);
  return subject && again ? inLanguage(text, subject.language, memory, notTwice(again, memory)) : null;
}

/** Questions that are put to an agency by its name. */
const OF_AN_AGENCY: Intent[] = [
  'agency_tasks',
  'my_tasks',
  'count',
  'coordinate',
  'lead',
  'compare',
  'ranking',
];

/** "Nhiệm vụ đầu tiên của ban quản lý", "cái của Sở Y tế": of the agency's own tasks. */
function stepOfAgency(text: string, talk: Talk): Meaning | null {
  const { memory, knowledge, index } = talk;
  const [, said = '', name = ''] = OF_AGENCY.exec(text.normalize('NFC').replace(/[?.!\s]+$/u, '')) ?? [];
  const [named] = findAgencies(name, knowledge);
  const agency = named ?? agencyAmong(name, [...memory.agencies, ...memory.responsible], index);
  if (!agency) return null;
  const which = readOrdinal(said)?.which;
  if (which !== undefined) return stepOf(agency, which, talk);
  return /^(?:thế |còn )*(?:cái|phần|việc|những cái)$/iu.test(said.trim())
    ? ask(`nhiệm vụ của ${agency.name}`, 'nothing')
    : null;
}

const OF_AGENCY =
  /^(.{2,40}?) (?:của|cua|of)(?: the)? (.+?)(?: (?:là gì|la gi|nói gì|noi gi|thì sao|thi sao))?$/iu;

/** "Thế ban quản lý có mấy nhiệm vụ?", "sở tôi phối hợp với ai?": a whole question but for the name. */
function withNames(text: string, talk: Talk): FollowUp | null {
  const { memory, index, knowledge, read } = talk;
  const own =
    memory.own === null || !OF_AN_AGENCY.includes(read(text).intent) ? undefined : index.agency(memory.own);
  const written = own
    ? withOwnAgency(text, own)
    : findAgencies(text, knowledge).length > 0 || read(text).fields.length > 0
      ? null
      : withWholeName(text, [...memory.agencies, ...memory.responsible], index);
  return written === null ? null : inLanguage(text, null, memory, ask(written, 'nothing'));
}

/** The choice a message takes of those that were offered. */
function pick(text: string, { memory, knowledge, index, read }: Talk): Meaning | null {
  const { offered } = memory;
  if (offered.length === 0) return null;
  const ordinal = readOrdinal(text) ?? numberAlone(text);
  const which = ordinal?.which === 'last' ? offered.length : ordinal?.which;
  const one = typeof which === 'number' ? offered[which - 1] : undefined;
  if (one) return ask(one.text, 'list');
  const [address] = read(text).addresses;
  const [agency] = findAgencies(text, knowledge);
  const ids = offered.flatMap(({ label }) => findAgencies(label, knowledge).map(({ id }) => id));
  const named = agency ?? agencyAmong(text, ids, index);
  const fitting = offered.filter(({ label, text: question }) => {
    if (address) return read(question).addresses[0] === address;
    if (named) return findAgencies(`${label}\n${question}`, knowledge).includes(named);
    return fold(label) === fold(text.replace(/[?.! ]+$/u, ''));
  });
  const [only] = fitting;
  return only && fitting.length === 1 ? ask(only.text, 'list') : null;
}

function numberAlone(text: string): { which: number } | null {
  const number = /^\s*(\d)\s*[.)]?\s*$/.exec(text)?.[1];
  return number ? { which: Number(number) } : null;
}

/** The agency that a question ("nhiệm vụ của tôi") waits for. */
function answerPending(text: string, { memory, knowledge, read }: Talk): Meaning | null {
  if (memory.pending === null) return null;
  const [agency] = findAgencies(text, knowledge);
  const question = read(text);
  if (!agency || question.subject.length > 0) return null;
  if (!ownAgency(text, knowledge) && !/^(content|field|agency|small_talk)$/.test(question.intent))
    return null;
  return ask(withOwnAgency(memory.pending, agency) ?? `nhiệm vụ của ${agency.name}`, 'nothing');
}

/** Who was just asked is not asked again: the first of what may be meant is taken. */
function notTwice(meaning: Meaning, { offered }: AskMemory): Meaning {
  const [first] = meaning.kind === 'choose' ? meaning.offers : [];
  return first && offered.length > 0 ? ask(first.text, 'list') : meaning;
}

/** Words of both languages ("2030?", "deadline") are answered in the language spoken so far. */
function inLanguage(text: string, said: Language | null, memory: AskMemory, meaning: Meaning): FollowUp {
  const asked = meaning.kind === 'ask' ? meaning.language : undefined;
  return { meaning, language: asked ?? (hasMarks(text) ? 'vi' : (said ?? memory.language)) };
}

/** True when the words themselves ask something of an answer ("cái thứ 3", "ai phối hợp"), whatever it was. */
export function pointsBack(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = bare(text);
  return readAsk(text, said) !== null || readOrdinal(text, said) !== null;
}

/** True when they do, or put the question to something else ("còn y tế"). */
export function goesOn(text: string): boolean {
  return pointsBack(text) || readSubject(text)?.alone === false;
}
