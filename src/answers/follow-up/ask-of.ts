import type { Language } from '../../core/answer.ts';
import { dutyOf, isDecision, isDuty } from './about-what.ts';
import type { AskKind } from './asks.ts';
import { askOfDocument, documentsMeant, isOfDocument, nameOf } from './documents.ts';
import { ask, type Meaning, type Pointed, tell } from './followed.ts';
import { countOf, ofField, ranking, sameAgain, tasksOf } from './of-agency.ts';
import { citedBy, deadlineOf, leadOf, ofCitedAt, partnersOf, textOf, whereOf } from './of-place.ts';
import { placeOf } from './places.ts';
import { sayAllShown, sayToday, sayWhere } from './say.ts';
import { step } from './step.ts';

/** What each ask wants of the place, list, document or agency the talk is about; null: it stands on its own. */
export const ASK_OF: Record<AskKind, (pointed: Pointed) => Meaning | null> = {
  who: (pointed) => {
    if (SIDE_BY_SIDE.includes(pointed.memory.intent)) return null;
    return isOfDocument(pointed) ? ofCitedAt(pointed, leadOf) : leadOf(pointed);
  },
  partners: (pointed) => (isOfDocument(pointed) ? ofCitedAt(pointed, partnersOf) : partnersOf(pointed)),
  deadline: (pointed) => {
    if (isOfDocument(pointed)) return askOfDocument(pointed, (name) => `${name} còn hiệu lực đến khi nào`);
    return isDuty(pointed) ? dutyDay(pointed) : deadlineOf(pointed);
  },
  when: (pointed) =>
    isOfDocument(pointed) || isDecision(pointed) ? ASK_OF.issued(pointed) : ASK_OF.deadline(pointed),
  issued: (pointed) => {
    const ofDecision = isDecision(pointed) && documentsMeant(pointed).length === 0;
    if (ofDecision && pointed.noun !== 'task') return ask(ISSUED, 'form');
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
  which: ({ memory }) => {
    const place = placeOf(memory);
    return place !== undefined && QUOTED.includes(memory.intent) ? tell(sayWhere(memory)) : null;
  },
  list: (pointed) => (placeOf(pointed.memory) === undefined ? tasksOf(pointed) : null) ?? textOf(pointed),
  today: ({ memory }) =>
    memory.agencies.length + memory.responsible.length > 0 ? tell(sayToday(memory)) : null,
  validity: (pointed) => {
    // A plan without a number is known by its title.
    const [titled, ...others] = pointed.read(pointed.memory.question).titled;
    if (isOfDocument(pointed)) return askOfDocument(pointed, (name) => `${name} còn hiệu lực không`);
    return titled && others.length === 0 ? ask(`${nameOf(titled)} còn hiệu lực không`, 'form') : null;
  },
  recipients: (pointed) => {
    if (isDecision(pointed)) return ask('nơi nhận quyết định', 'nothing');
    if (!isDuty(pointed)) return null;
    return dutyOf(pointed)?.who === 'focal_agency'
      ? sameAgain(pointed)
      : ask('báo cáo năm gửi cho ai', 'place');
  },
  days_left: (pointed) =>
    isDuty(pointed) ? dutyDay(pointed) : pointed.memory.intent === 'deadline' ? deadlineOf(pointed) : null,
  more: (pointed) => ranking(pointed, 'nhiều'),
  fewer: (pointed) => ranking(pointed, 'ít'),
  what_else: ({ memory, index }) => {
    const next = memory.at === null ? null : step(memory, 'next', index);
    if (next || memory.list.length === 0) return next;
    return tell(sayAllShown(memory));
  },
  again: ({ memory }) => (memory.last === '' ? null : ask(memory.last, 'place')),
  in_vietnamese: (pointed) => inOther(pointed, 'vi'),
  in_english: (pointed) => inOther(pointed, 'en'),
  orientation: (pointed) => ofField(pointed, (name) => `định hướng ${name}`),
  solutions: (pointed) => ofField(pointed, (name) => `giải pháp ${name}`),
  targets: (pointed) => ofField(pointed, (name) => `các chỉ tiêu ${name}`),
};

const ISSUED = 'quyết định này ban hành ngày nào';
/** Answers that set several agencies side by side: nobody is meant alone. */
const SIDE_BY_SIDE = ['compare', 'ranking'];
/** Answers that quote a part of the place they stand on. */
const QUOTED = ['figure', 'content', 'mention'];

/** The day of the yearly report, also where the question only asked whether it is some day. */
function dutyDay(pointed: Pointed): Meaning | null {
  if (!pointed.read(pointed.memory.question).yesNo) return sameAgain(pointed);
  const focal = dutyOf(pointed)?.who === 'focal_agency';
  return ask(focal ? 'hạn tổng hợp báo cáo của đầu mối là ngày nào' : 'hạn báo cáo năm là ngày nào', 'form');
}

/** The last answer in the other language. */
function inOther({ memory }: Pointed, language: Language): Meaning | null {
  return memory.last === '' ? null : { kind: 'ask', text: memory.last, keeps: 'place', language };
}
