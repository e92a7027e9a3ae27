import { asksNumber } from '../../understand/intent.ts';
import { isDecision, nameOfField } from './about-what.ts';
import { ask, choose, type Meaning, MOST_OFFERED, type Pointed } from './followed.ts';
import { isDirection, placesOf } from './of-place.ts';
import { agencyOf, headingsOf } from './places.ts';

/** Answers that say how many they list. */
const COUNTED = ['targets', 'documents', 'recipients', 'legal_bases', 'dated_tasks', 'ranking', 'compare'];

/** The last question once more. */
export function sameAgain({ memory }: Pointed): Meaning | null {
  return memory.question === '' ? null : ask(memory.question, 'form');
}

/** A question about the field the talk is in. */
export function ofField(pointed: Pointed, question: (name: string) => string): Meaning | null {
  const name = nameOfField(pointed);
  return name === undefined ? null : ask(question(name), 'nothing');
}

/** How many: figures, tasks of the agency, items of the place. */
export function countOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (COUNTED.includes(memory.intent)) return sameAgain(pointed);
  if (memory.intent === 'figure' || memory.intent === 'content') {
    if (memory.agencies.length === 0)
      return asksNumber(memory.question) ? sameAgain(pointed) : ask(`${memory.question} bao nhiêu`, 'form');
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

/** What the agency, or those of the field, must do. */
export function tasksOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (isDecision(pointed)) return null;
  const agency = index.agency(agencyOf(memory) ?? '');
  if (agency) return ask(`nhiệm vụ của ${agency.name}`, 'nothing');
  const name = nameOfField(pointed);
  if (name !== undefined && pointed.noun !== 'agency') return ask(`các nhiệm vụ lĩnh vực ${name}`, 'nothing');
  const ids = memory.agencies.length > 0 ? memory.agencies : memory.responsible;
  return choose(
    ids.slice(0, MOST_OFFERED).flatMap((id) => {
      const one = index.agency(id);
      return one ? [{ label: () => one.short, text: `nhiệm vụ của ${one.name}` }] : [];
    }),
    'nothing',
  );
}

/** Who of those named has more or fewer tasks. */
export function ranking({ memory, index }: Pointed, which: string): Meaning | null {
  if (memory.intent === 'ranking') return ask(`cơ quan nào ${which} nhiệm vụ nhất`, 'form');
  const ids = memory.agencies.length > 1 ? memory.agencies : memory.responsible;
  const names = ids.flatMap((id) => index.agency(id)?.name ?? []);
  return names.length > 1 ? ask(`${names.join(' và ')}: cơ quan nào ${which} nhiệm vụ hơn`, 'form') : null;
}
