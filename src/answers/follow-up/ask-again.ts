import { fold } from '../../core/text.ts';
import { locateAddresses } from '../../understand/address.ts';
import { locateAgencies, withoutAgencies } from '../../understand/agencies.ts';
import { foldAligned } from '../../understand/align.ts';
import { locateDocuments } from '../../understand/document-number.ts';
import type { Intent } from '../../understand/intent.ts';
import type { Question } from '../../understand/question.ts';
import { ask, type Meaning, type Talk } from './followed.ts';
import { agencyAmong, isOwn } from './names.ts';
import { agencyOf, fieldOf, groupOf } from './places.ts';
import { sayWithin } from './say.ts';
import type { Subject } from './subject.ts';

type Kind = 'agency' | 'focal' | 'everyone' | 'field' | 'year' | 'document' | 'address' | 'matter';

interface Named {
  kind: Kind;
  /** As a question says it. */
  name: string;
}

/** The former question, put to another agency, field, year, document, place or matter. */
export function askAgain(subject: Subject, talk: Talk): Meaning | null {
  const { memory } = talk;
  const named = nameOf(subject, talk);
  if (!named) return null;
  if (subject.alone && !ALONE.includes(named.kind)) return null;
  // The yearly report is the same for every field.
  if (subject.alone && named.kind === 'field' && memory.intent === 'deadline') return null;
  if (subject.within && (named.kind === 'matter' || named.kind === 'field')) {
    const within = askWithin(subject.text, named, talk);
    if (within) return within;
  }
  if (memory.question === '')
    return named.kind === 'agency' ? ask(`nhiệm vụ của ${named.name}`, 'nothing') : null;
  // "Còn nhiệm vụ của Sở Y tế?" is a whole question.
  if (named.kind === 'matter' && !MATTERS.includes(talk.read(named.name).intent))
    return ask(named.name, 'nothing');
  const replaced = replace(memory.question, named, talk);
  if (replaced !== null) return ask(replaced, 'nothing');
  const again = AGAIN[memory.intent]?.[named.kind] ?? (subject.alone ? ALONE_ELSE : ELSE)[named.kind];
  const text = again?.(named.name, talk);
  return text === undefined ? null : ask(text, 'nothing');
}

/** What a mere matter reads as. */
const MATTERS: Intent[] = ['content', 'figure', 'abbreviation'];
/** A name alone is another subject of the former question; any other words alone are a question of their own. */
const ALONE: Kind[] = ['agency', 'field', 'year'];
const YEAR =
  /^(?:(?:giai doan|gd|nam|den|toi|thoi ky|vao|by|in|for|year|until|the|period|from) )*(20\d\d(?: ?(?:[-–]|den|to) ?20\d\d)?)$/;
const EVERYONE =
  /^(?:(?:cac|moi|tat ca|tat ca cac|nhung) (?:so|don vi|co quan|nganh|so nganh|so ban nganh|huyen|xa|dia phuong)(?: khac)?|(?:every|other|the other|all) (?:agency|agencies|departments|units))$/;
const FOCAL = /^(?:(?:co quan|don vi|ben|phan|cua|the) )*(?:dau moi|focal(?: agency| body)?)$/;

function nameOf({ text }: Subject, talk: Talk): Named | null {
  const { read, index, memory, own } = talk;
  if (isOwn(text)) {
    const agency = own === null ? undefined : index.agency(own);
    return agency ? { kind: 'agency', name: agency.name } : null;
  }
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  const year = YEAR.exec(folded)?.[1];
  if (year) return { kind: 'year', name: year };
  if (FOCAL.test(folded)) return { kind: 'focal', name: text };
  if (EVERYONE.test(folded)) return { kind: 'everyone', name: text };
  const question = read(text);
  if (question.bareAddress) return { kind: 'address', name: question.addresses[0] ?? text };
  if (question.documentNumbers.length > 0 && question.intent === 'document')
    return { kind: 'document', name: text };
  const [agency] = question.agencies;
  if (agency && namesOnly(text, talk)) return { kind: 'agency', name: agency.name };
  const field =
    question.wholeField && question.intent === 'content' ? index.field(question.fields[0] ?? '') : undefined;
  if (field && question.agencies.length === 0) return { kind: 'field', name: field.name };
  const among = agencyAmong(text, [...memory.agencies, ...memory.responsible], index);
  if (among) return { kind: 'agency', name: among.name };
  return { kind: 'matter', name: text };
}

/** An agency's name, and no word of a question. */
function namesOnly(text: string, { knowledge }: Talk): boolean {
  const rest = fold(withoutAgencies(text.normalize('NFC'), locateAgencies(text, knowledge)));
  return /^[^\p{L}\p{N}]*(?:(?:cua|ben|voi|the|of|for|ve|va|and|ca)[^\p{L}\p{N}]*)*$/u.test(rest);
}

type Template = (name: string, talk: Talk) => string | undefined;

const tasks: Template = (name) => `nhiệm vụ của ${name}`;
const same: Template = (name) => name;
const focal: Template = () => 'hạn tổng hợp báo cáo của cơ quan đầu mối là ngày nào';

/** How the former question is put to something it did not name. */
const AGAIN: Record<string, Partial<Record<Kind, Template>>> = {
  lead: {
    field: (name) => `cơ quan nào chủ trì lĩnh vực ${name}?`,
    address: (name) => `ai chủ trì mục ${name}`,
    matter: (name) => `cơ quan nào chủ trì ${name}?`,
  },
  coordinate: {
    agency: (name) => `${name} phối hợp với ai?`,
    field: (name) => `lĩnh vực ${name} phối hợp với ai?`,
    address: (name) => `mục ${name} phối hợp với ai`,
    matter: (name) => `${name} phối hợp với ai?`,
  },
  agency_tasks: { field: (name) => `các nhiệm vụ lĩnh vực ${name}`, matter: tasksOn },
  my_tasks: { field: (name) => `các nhiệm vụ lĩnh vực ${name}`, matter: tasksOn },
  count: {
    agency: (name) => `${name} có mấy nhiệm vụ`,
    field: (name) => `lĩnh vực ${name} có mấy nhiệm vụ`,
    address: (name) => `mục ${name} có mấy nhiệm vụ`,
    matter: (name) => `có bao nhiêu ${name}`,
  },
  section: {
    field: (name, { memory, index }) =>
      memory.list.some((address) => groupOf(address, index)) ? `định hướng ${name}` : `giải pháp ${name}`,
  },
  summary: { field: (name) => `tóm tắt lĩnh vực ${name}`, address: (name) => `tóm tắt mục ${name}` },
  targets: {
    field: (name) => `các chỉ tiêu ${name}`,
    year: (name, { memory }) => `${memory.question} năm ${name}`,
  },
  figure: {
    year: (name, { memory }) => `${memory.question} ${name}`,
    field: (name) => `chỉ tiêu ${name} bao nhiêu`,
    matter: (name) => `${name} bao nhiêu?`,
  },
  content: { year: (name, { memory }) => `${memory.question} ${name}`, field: (name) => name },
  deadline: {
    agency: (name, talk) => (isDuty(talk) ? `hạn báo cáo năm của ${name} là ngày nào` : tasks(name, talk)),
    focal,
    everyone: () => 'hạn báo cáo năm của các sở là ngày nào',
    field: (name, { memory, index, ...talk }) =>
      isDuty({ memory, index, ...talk })
        ? memory.question
        : `thời hạn của mục ${index.programme.fields.find((one) => one.name === name)?.address}`,
    year: (name, { memory }) => `${memory.question} năm ${name}`,
    address: (name) => `thời hạn của mục ${name}`,
    matter: (name) => `thời hạn của ${name} là khi nào`,
  },
  document: { document: (name) => `${name} là văn bản gì` },
  mention: { matter: (name) => `quyết định có nhắc đến ${name} không?` },
  abbreviation: { matter: (name) => `${name} là viết tắt của từ gì` },
};

/** Where nothing else is said of it, an agency is asked for its tasks, and a place for its text. */
const ELSE: Partial<Record<Kind, Template>> = {
  agency: tasks,
  focal,
  field: same,
  document: (name) => `${name} là văn bản gì`,
  address: (name) => `nguyên văn ${name}`,
  matter: same,
};
const ALONE_ELSE: Partial<Record<Kind, Template>> = { agency: tasks };

/** The talk is about the yearly report. */
function isDuty({ memory, knowledge }: Talk): boolean {
  return knowledge.duties.some(({ address }) => address === memory.list[0]);
}

function tasksOn(name: string, { memory, index }: Talk): string {
  const agency = index.agency(agencyOf(memory) ?? '');
  return agency ? `nhiệm vụ của ${agency.name} về ${name}` : name;
}

/** "Cái nào về chuyển đổi số?": in the list, or among the agency's tasks. */
function askWithin(topic: string, named: Named, { memory, index }: Talk): Meaning | null {
  const agency = index.agency(agencyOf(memory) ?? '');
  // Of one field's answer, "về y tế" goes on to another field.
  if (named.kind === 'field' && !agency) return null;
  if (named.kind === 'field' && fieldOf(memory, index) !== undefined && memory.intent === 'lead') return null;
  if (memory.list.length > 1)
    return { kind: 'answer', answer: sayWithin(memory.list, topic), keeps: 'narrow' };
  return agency && memory.intent !== 'content' && memory.intent !== 'lead'
    ? ask(`nhiệm vụ của ${agency.name} về ${topic}`, 'nothing')
    : null;
}

/** The question with the other thing in the place of the one of its kind; null where it names none, or several. */
function replace(question: string, { kind, name }: Named, talk: Talk): string | null {
  const written = question.normalize('NFC');
  const spans = SPANS[kind]?.(written, talk) ?? [];
  const [span] = spans;
  if (!span || spans.length > 1) return null;
  return `${written.slice(0, span.from)}${name}${written.slice(span.to)}`;
}

interface Span {
  from: number;
  to: number;
}

const SPANS: Partial<Record<Kind, (question: string, talk: Talk) => Span[]>> = {
  agency: (question, { knowledge, memory }) =>
    memory.intent === 'lead' ? [] : locateAgencies(question, knowledge).map(({ from, to }) => ({ from, to })),
  year: (question) => matches(question, /20\d\d(?:\s*[-–]\s*20\d\d)?/g),
  document: (question) => locateDocuments(question).map(spanOf),
  address: (question) => locateAddresses(question).map(spanOf),
  field: (question, talk) => (isOfField(talk.read(question)) ? fieldSpans(question, talk) : []),
};

function isOfField({ wholeField, fields }: Question): boolean {
  return wholeField && fields.length === 1;
}

/** Where the question names a field, the longest name first. */
function fieldSpans(question: string, { knowledge }: Talk): Span[] {
  const folded = foldAligned(question);
  const words = knowledge.glossary.topics
    .flatMap(({ words: names }) => names.map(fold))
    .sort((a, b) => b.length - a.length);
  for (const word of words) {
    const found = matches(folded, new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'gu'));
    if (found.length > 0) return found;
  }
  return [];
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function spanOf({ index, length }: { index: number; length: number }): Span {
  return { from: index, to: index + length };
}
