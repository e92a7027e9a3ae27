import type { Intent } from '../../understand/intent.ts';
import { ask, type Meaning, type Talk } from './followed.ts';
import { type Kind, type Named, namedIn } from './named.ts';
import { agencyOf, fieldOf } from './places.ts';
import { replace } from './replace.ts';
import { sayWithin, sayYear } from './say.ts';
import type { Subject } from './subject.ts';
import { AGAIN, ELSE } from './templates.ts';

/** The former question, put to another agency, field, year, document, place or matter. */
export function askAgain(subject: Subject, talk: Talk): Meaning | null {
  const { memory } = talk;
  const named = namedIn(subject.text, talk);
  if (!named) return null;
  if (subject.alone && !ALONE.includes(named.kind)) return null;
  // "Bệnh viện Nhi": one of many, and a matter of its own.
  if (subject.alone && named.kind === 'agency' && talk.read(subject.text).agencies[0]?.group) return null;
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
  if (named.kind === 'year' && memory.list.length > 1 && memory.intent !== 'targets')
    return { kind: 'answer', answer: sayYear(memory.list, named.name), keeps: 'narrow' };
  const again = AGAIN[memory.intent]?.[named.kind] ?? (subject.alone ? undefined : ELSE[named.kind]);
  const text = again?.(named.name, talk);
  return text === undefined ? null : ask(text, 'nothing');
}

/** What a mere matter reads as. */
const MATTERS: Intent[] = ['content', 'field', 'figure', 'abbreviation'];
/** A name alone is another subject of the former question; any other words alone are a question of their own. */
const ALONE: Kind[] = ['agency', 'field', 'year'];
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
