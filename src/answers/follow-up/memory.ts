import { type AskMemory, type Language, MEMORY_VERSION } from '../../core/answer.ts';
import type { ChoiceOffer } from '../../core/message.ts';
import type { Intent } from '../../understand/intent.ts';
import type { Question } from '../../understand/question.ts';
import type { Asked, Body } from '../compose.ts';
import type { ProgrammeIndex } from '../programme-index.ts';
import type { Meaning } from './followed.ts';
import { isHeading } from './places.ts';
import { shown } from './shown.ts';

/** What a conversation that has not asked anything yet remembers. */
export function emptyMemory(language: Language): AskMemory {
  return {
    version: MEMORY_VERSION,
    language,
    question: '',
    intent: '',
    last: '',
    agencies: [],
    responsible: [],
    fields: [],
    list: [],
    at: null,
    documents: [],
    own: null,
    pending: null,
    offered: [],
  };
}

/** After these nothing is left to refer to: what was remembered before stays. */
const FORGOTTEN: Intent[] = ['small_talk', 'who_are_you', 'instruction', 'forbidden', 'foreign', 'unstated'];
/** Answers that show a whole list; in the others the first place is the one the talk is at. */
const LISTS: Intent[] = [
  'agency_tasks',
  'my_tasks',
  'section',
  'count',
  'ranking',
  'dated_tasks',
  'summary',
  'targets',
  'documents',
  'compare',
  'lead',
  'coordinate',
  'verbatim',
  'recipients',
  'legal_bases',
];

/** One message, what it was taken to mean, and what was remembered before it. */
export interface Remembering extends Pick<Asked, 'question' | 'index' | 'knowledge'> {
  before: AskMemory | null;
  meaning: Meaning | null;
  typed: string;
  own: string | null;
}

/** What the conversation remembers after an answer; null where that is what it remembered before. */
export function remember(asked: Remembering, said: Body): AskMemory | null {
  const { before, own } = asked;
  const next = afterMessage(asked, said);
  if (next) return { ...next, own };
  if (own === (before?.own ?? null) && (before?.offered.length ?? 0) === 0) return null;
  return { ...(before ?? emptyMemory(asked.question.language)), own, offered: [] };
}

function afterMessage(asked: Remembering, said: Body): AskMemory | null {
  const { before, meaning, typed, question, index } = asked;
  const { language } = question;
  const fresh = memoryOf(asked, said);
  if (!before || !meaning) return fresh;
  if (meaning.kind === 'choose') return { ...before, language, offered: said.choices.flatMap(offerOf) };
  if (meaning.keeps === 'nothing') return fresh;
  const goingOn: AskMemory = { ...before, language, offered: [], pending: null };
  if (meaning.kind === 'answer') {
    const list = meaning.keeps === 'narrow' ? shown(said, index) : [];
    return list.length > 0 ? { ...goingOn, last: typed, list, at: 0 } : { ...goingOn, last: typed };
  }
  if (!fresh) return goingOn;
  const last = meaning.text;
  if (meaning.keeps === 'list') return movedTo({ ...goingOn, last }, fresh, index);
  const form = meaning.keeps === 'form' ? { question: fresh.question, intent: fresh.intent } : {};
  return {
    ...goingOn,
    ...form,
    last,
    responsible: before.responsible.length > 0 ? before.responsible : fresh.responsible,
    documents: fresh.documents.length > 0 ? fresh.documents : before.documents,
  };
}

/** The talk is at one place of the list that was shown, or beside it. */
function movedTo(memory: AskMemory, fresh: AskMemory, index: ProgrammeIndex): AskMemory {
  const [place] = fresh.list;
  if (fresh.list.length !== 1 || place === undefined) return { ...fresh, own: memory.own };
  const at = memory.list.indexOf(place);
  const heads = index.blockOf(place)?.agencies.filter(({ role }) => role !== 'coordinate') ?? [];
  const responsible = heads.flatMap(({ name }) => index.agencyNamed(name)?.id ?? []);
  return {
    ...memory,
    agencies: memory.agencies.length === 1 ? memory.agencies : [],
    responsible: responsible.length > 0 ? responsible : memory.responsible,
    documents: [],
    list: at < 0 ? fresh.list : memory.list,
    at: Math.max(at, 0),
  };
}

function offerOf({ label, action }: ChoiceOffer): { label: string; text: string }[] {
  return action.kind === 'say' ? [{ label, text: action.text }] : [];
}

/** The answer is about the first of its places; the others only stand beside it. */
function isOfFirst(intent: Intent, [first]: string[], index: ProgrammeIndex): boolean {
  return first !== undefined && !LISTS.includes(intent) && !isHeading(first, index);
}

/** Whoever names nothing of the programme and is refused has not left the talk. */
function namesSomething(question: Question): boolean {
  const { agencies, fields, addresses, documents, documentNumbers, subject } = question;
  return (
    agencies.length + fields.length + addresses.length + documents.length + documentNumbers.length > 0 ||
    subject.length > LITTLE
  );
}

const LITTLE = 2;

/** What an answer to a full question leaves to refer to; null where it leaves nothing. */
function memoryOf({ question, index, knowledge }: Remembering, body: Body): AskMemory | null {
  const { language } = question;
  if (FORGOTTEN.includes(question.intent) || body.outcome === 'out_of_scope') return null;
  if (body.outcome === 'clarify')
    return question.mine ? { ...emptyMemory(language), pending: question.text } : null;
  if (body.outcome === 'not_in_programme' && !namesSomething(question)) return null;
  // A question about a place stays there, whatever its answer quotes.
  const named = question.addresses.filter((address) => index.item(address));
  const list = named.length > 0 && question.intent !== 'verbatim' ? named : shown(body, index);
  return {
    ...emptyMemory(language),
    question: question.text,
    intent: question.intent,
    last: question.text,
    agencies: question.agencies.map(({ id }) => id),
    responsible: [...new Set(body.agencies.flatMap(({ name }) => index.agencyNamed(name)?.id ?? []))],
    fields: question.fields,
    list,
    at: list.length === 1 || isOfFirst(question.intent, list, index) ? 0 : null,
    documents: documentsOf(question, body, knowledge.programme.documents),
  };
}

function documentsOf(
  { intent, documents, titled }: Question,
  { text }: Body,
  known: { number: string }[],
): string[] {
  if (intent === 'document')
    return (documents.length > 0 ? documents : titled)
      .map(({ number }) => number)
      .filter((one) => one !== '');
  if (intent !== 'documents') return [];
  return known
    .filter(({ number }) => number !== '' && text.includes(number))
    .sort((a, b) => text.indexOf(a.number) - text.indexOf(b.number))
    .map(({ number }) => number);
}
