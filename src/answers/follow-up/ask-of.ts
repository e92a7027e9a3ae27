import type { Duty } from '../../core/programme.ts';
import { NUMBER_ASKED } from '../../understand/intent.ts';
import type { AskKind } from './asks.ts';
import { askOfDocument, documentsMeant, isOfDocument, nameOf } from './documents.ts';
import { ask, choose, type Meaning, type Pointed } from './followed.ts';
import { agencyOf, fieldOf, groupOf, headingsOf, itemsUnder, placeOf } from './places.ts';
import { sayAllShown, sayNobody, sayNoDocument, sayToday, sayWhere } from './say.ts';
import { step } from './step.ts';

/** What each ask wants of the place, list, document or agency the talk is about; null: it stands on its own. */
export const ASK_OF: Record<AskKind, (pointed: Pointed) => Meaning | null> = {
  who: (pointed) => {
    if (isList(pointed, 'compare', 'ranking')) return null;
    return isOfDocument(pointed) ? ofCitedAt(pointed, leadOf) : leadOf(pointed);
  },
  partners: (pointed) => (isOfDocument(pointed) ? ofCitedAt(pointed, partnersOf) : partnersOf(pointed)),
  deadline: (pointed) => {
    if (isOfDocument(pointed)) return askOfDocument(pointed, (name) => `${name} còn hiệu lực đến khi nào`);
    return isDuty(pointed) ? againSame(pointed) : deadlineOf(pointed);
  },
  when: (pointed) =>
    isOfDocument(pointed) || isDecision(pointed) ? ASK_OF.issued(pointed) : ASK_OF.deadline(pointed),
  issued: (pointed) => {
    if (isDecision(pointed) && pointed.noun !== 'task') return ask(ISSUED, 'form');
    return askOfDocument(pointed, (name) => `${name} ban hành ngày nào`);
  },
  issuer: (pointed) =>
    isOfDocument(pointed) ? askOfDocument(pointed, (name) => `${name} là văn bản gì`) : null,
  text: textOf,
  where: whereOf,
  bases: (pointed) =>
    isDecision(pointed) ? ask('quyết định này căn cứ vào đâu', 'nothing') : whereOf(pointed),
  documents: citedBy,
  count: countOf,
  tasks: tasksOf,
  list: (pointed) => (placeOf(pointed.memory) === undefined ? tasksOf(pointed) : null) ?? textOf(pointed),
  today: ({ memory }) =>
    memory.agencies.length + memory.responsible.length > 0
      ? { kind: 'answer', answer: sayToday(memory), keeps: 'place' }
      : null,
  validity: (pointed) =>
    isOfDocument(pointed) ? askOfDocument(pointed, (name) => `${name} còn hiệu lực không`) : null,
  recipients: (pointed) => {
    if (isDecision(pointed)) return ask('nơi nhận quyết định', 'nothing');
    if (!isDuty(pointed)) return null;
    return dutyOf(pointed)?.who === 'focal_agency'
      ? againSame(pointed)
      : ask('báo cáo năm gửi cho ai', 'place');
  },
  days_left: (pointed) =>
    isDuty(pointed) ? againSame(pointed) : isDeadline(pointed) ? deadlineOf(pointed) : null,
  more: (pointed) => ranking(pointed, 'nhiều'),
  fewer: (pointed) => ranking(pointed, 'ít'),
  what_else: ({ memory, index }) => {
    const next = memory.at === null ? null : step(memory, 'next', index);
    if (next || memory.list.length === 0) return next;
    return { kind: 'answer', answer: sayAllShown(memory), keeps: 'place' };
  },
  again: ({ memory }) => (memory.last === '' ? null : ask(memory.last, 'place')),
  in_vietnamese: ({ memory }) =>
    memory.last === '' ? null : { kind: 'ask', text: memory.last, keeps: 'place', language: 'vi' },
  in_english: ({ memory }) =>
    memory.last === '' ? null : { kind: 'ask', text: memory.last, keeps: 'place', language: 'en' },
  orientation: (pointed) => ofField(pointed, (name) => `định hướng ${name}`),
  solutions: (pointed) => ofField(pointed, (name) => `giải pháp ${name}`),
  targets: (pointed) => ofField(pointed, (name) => `các chỉ tiêu ${name}`),
};

/** How many choices are offered. */
const MOST = 4;
const ISSUED = 'quyết định này ban hành ngày nào';
/** Questions about the decision itself. */
const DECISION = [
  'signatory',
  'issue_date',
  'effective_date',
  'title',
  'period',
  'legal_bases',
  'whole_text',
  'recipients',
  'implementers',
];
/** Answers that say how many they list. */
const COUNTED = ['targets', 'documents', 'recipients', 'legal_bases', 'dated_tasks', 'ranking', 'compare'];

function isDecision({ memory }: Pointed): boolean {
  return DECISION.includes(memory.intent);
}

function isDeadline({ memory }: Pointed): boolean {
  return memory.intent === 'deadline';
}

/** The yearly report the talk is about. */
function dutyOf({ memory, knowledge }: Pointed): Duty | undefined {
  return memory.intent === 'deadline'
    ? knowledge.duties.find(({ address }) => address === memory.list[0])
    : undefined;
}

function isDuty(pointed: Pointed): boolean {
  return dutyOf(pointed) !== undefined;
}

function isList({ memory }: Pointed, ...intents: string[]): boolean {
  return intents.includes(memory.intent);
}

function againSame({ memory }: Pointed): Meaning | null {
  return memory.question === '' ? null : ask(memory.question, 'form');
}

function nameOfField(pointed: Pointed): string | undefined {
  const address = fieldOf(pointed.memory, pointed.index);
  return address === undefined ? undefined : pointed.index.field(address)?.name;
}

function ofField(pointed: Pointed, question: (name: string) => string): Meaning | null {
  const name = nameOfField(pointed);
  return name === undefined ? null : ask(question(name), 'nothing');
}

/** The blocks or the one task a question is put to, or the one direction. */
function placesOf({ memory, index }: Pointed): string[] {
  const place = placeOf(memory);
  return (place === undefined ? headingsOf(memory, index) : [place]).filter(
    (address) => index.fieldOf(address) ?? groupOf(address, index),
  );
}

function isDirection(address: string, { index }: Pointed): boolean {
  return groupOf(address, index) !== undefined;
}

function leadOf(pointed: Pointed): Meaning | null {
  const places = placesOf(pointed);
  const name = nameOfField(pointed);
  const whole = places.some((address) => groupOf(address, pointed.index)?.address === address);
  if (name !== undefined && (whole || pointed.noun === 'field'))
    return ask(`cơ quan nào chủ trì lĩnh vực ${name}`, 'form');
  return places.length > 0 ? ask(`ai chủ trì mục ${places.join(', ')}`, 'form') : nobody(pointed);
}

function partnersOf(pointed: Pointed): Meaning | null {
  const places = placesOf(pointed);
  // Directions name nobody: that, and who leads the field, is all there is to say.
  if (places.some((address) => isDirection(address, pointed))) return leadOf(pointed);
  return places.length > 0 ? ask(`mục ${places.join(', ')} phối hợp với ai`, 'form') : nobody(pointed);
}

/** Aims and purposes charge nobody. */
function nobody({ memory, index }: Pointed): Meaning | null {
  const { objectives, purposes } = index.programme;
  const place = placeOf(memory);
  return place !== undefined && [...objectives, ...purposes].some(({ address }) => address === place)
    ? { kind: 'answer', answer: sayNobody(place), keeps: 'place' }
    : null;
}

function deadlineOf(pointed: Pointed): Meaning | null {
  const place = placeOf(pointed.memory);
  const isAim = pointed.index.programme.objectives.some(({ address }) => address === place);
  const places = place !== undefined && isAim ? [place] : placesOf(pointed);
  return places.length > 0 ? ask(`thời hạn của mục ${places.join(', ')}`, 'form') : null;
}

/** The same of the place where the document is cited. */
function ofCitedAt(pointed: Pointed, question: (pointed: Pointed) => Meaning | null): Meaning | null {
  const places = documentsMeant(pointed).flatMap(({ citedAt }) => citedAt);
  const meant = question({
    ...pointed,
    memory: { ...pointed.memory, fields: [], list: places, at: places.length === 1 ? 0 : null },
  });
  return meant ?? askOfDocument(pointed, (name) => `${name} là văn bản gì`);
}

function textOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (isOfDocument(pointed)) return askOfDocument(pointed, (name) => `${name} là văn bản gì`);
  const place = placeOf(memory);
  const places = place === undefined ? headingsOf(memory, index) : [place];
  return choose(
    places
      .filter((address) => index.item(address))
      .slice(0, MOST)
      .map((address) => ({
        label: ({ words }) => words.verbatimButton(address),
        text: `nguyên văn ${written(address)}`,
      })),
    'place',
  );
}

function whereOf({ memory, index }: Pointed): Meaning | null {
  if (memory.list.some((address) => index.item(address)))
    return { kind: 'answer', answer: sayWhere(memory), keeps: 'place' };
  return memory.last === '' ? null : ask(memory.last, 'place');
}

/** The documents that what the talk is about cites. */
function citedBy(pointed: Pointed): Meaning | null {
  const places = placesOf(pointed);
  const items = itemsUnder(places, pointed.index);
  const found = pointed.knowledge.programme.documents.filter(({ citedAt }) =>
    citedAt.some((address) => items.includes(address)),
  );
  if (places.length === 0) return null;
  return (
    choose(
      found.slice(0, MOST).map((document) => ({
        label: () => nameOf(document),
        text: `${nameOf(document)} là văn bản gì`,
      })),
      'form',
    ) ?? { kind: 'answer', answer: sayNoDocument(places), keeps: 'place' }
  );
}

function written(address: string): string {
  return address.replace(/^QĐ\./u, 'Điều ');
}

function countOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (COUNTED.includes(memory.intent)) return againSame(pointed);
  if (memory.intent === 'figure' || memory.intent === 'content') {
    if (memory.agencies.length === 0)
      return NUMBER_ASKED.test(memory.question)
        ? againSame(pointed)
        : ask(`${memory.question} bao nhiêu`, 'form');
  }
  const agency = index.agency(agencyOf(memory) ?? '');
  if (agency && pointed.noun !== 'field') return ask(`${agency.name} có mấy nhiệm vụ`, 'form');
  const headings = headingsOf(memory, index);
  const [only] = headings;
  if (headings.length === 1 && only && placesOf(pointed).length > 0)
    return ask(`mục ${only} có mấy ${isDirection(only, pointed) ? 'gạch' : 'nhiệm vụ'}`, 'form');
  const name = nameOfField(pointed);
  return name === undefined ? null : ask(`lĩnh vực ${name} có mấy nhiệm vụ`, 'form');
}

function tasksOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (isDecision(pointed)) return null;
  const agency = index.agency(agencyOf(memory) ?? '');
  if (agency) return ask(`nhiệm vụ của ${agency.name}`, 'nothing');
  const name = nameOfField(pointed);
  if (name !== undefined && pointed.noun !== 'agency') return ask(`các nhiệm vụ lĩnh vực ${name}`, 'nothing');
  const ids = memory.agencies.length > 0 ? memory.agencies : memory.responsible;
  return choose(
    ids.slice(0, MOST).flatMap((id) => {
      const one = index.agency(id);
      return one ? [{ label: () => one.short, text: `nhiệm vụ của ${one.name}` }] : [];
    }),
    'nothing',
  );
}

function ranking({ memory, index }: Pointed, which: string): Meaning | null {
  if (memory.intent === 'ranking') return ask(`cơ quan nào ${which} nhiệm vụ nhất`, 'form');
  const ids = memory.agencies.length > 1 ? memory.agencies : memory.responsible;
  const names = ids.flatMap((id) => index.agency(id)?.name ?? []);
  return names.length > 1 ? ask(`${names.join(' và ')}: cơ quan nào ${which} nhiệm vụ hơn`, 'form') : null;
}
