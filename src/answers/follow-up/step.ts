import type { AskMemory } from '../../core/answer.ts';
import type { Agency } from '../../core/programme.ts';
import { heads } from '../compose.ts';
import type { ProgrammeIndex } from '../programme-index.ts';
import { nameOf } from './documents.ts';
import { ask, choose, type Meaning, MOST_OFFERED, type Pointed, type Talk, tell } from './followed.ts';
import type { Ordinal, Which } from './ordinal.ts';
import { agencyOf, besides, headingsOf, isHeading, itemsUnder, placeOf } from './places.ts';
import { sayOnly } from './say.ts';
import { wordsIn } from './words.ts';

/** One thing of what was listed: a document, an agency, a block or an item. */
export function stepTo(pointed: Pointed, { which, noun }: Ordinal): Meaning | null {
  const { memory, index, knowledge } = pointed;
  if (noun === 'document' || (memory.intent === 'documents' && memory.documents.length > 1)) {
    const number = memory.documents[position(which, memory.documents.length, null) ?? -1];
    const document = knowledge.programme.documents.find(
      (one) => one.number === number && number !== undefined,
    );
    if (document) return ask(`${nameOf(document)} là văn bản gì`, 'nothing');
  }
  if (noun === 'agency' || (memory.intent === 'compare' && noun === null)) {
    const ids = memory.agencies.length > 1 ? memory.agencies : memory.responsible;
    const agency = index.agency(ids[position(which, ids.length, null) ?? -1] ?? '');
    if (agency) return ask(`nhiệm vụ của ${agency.name}`, 'nothing');
  }
  if (noun === 'field') {
    const field = index.field(memory.list[position(which, memory.list.length, memory.at) ?? -1] ?? '');
    if (field) return ask(`lĩnh vực ${field.name}`, 'nothing');
  }
  // "Its second task", where the agency was named but its tasks were not listed.
  const named = index.agency(memory.agencies.length === 1 ? (memory.agencies[0] ?? '') : '');
  if (noun === 'task' && named && memory.intent === 'content' && typeof which === 'number')
    return stepOf(named, which, pointed) ?? only(memory, index);
  const countsTasks = noun === 'task' || (noun === null && memory.intent === 'count');
  if (countsTasks && isOfBlocks(memory, index))
    return typeof which === 'number'
      ? taskOfBlocks(memory, which, index)
      : stepIn(memory, which, itemsUnder(memory.list, index));
  return step(memory, which, index) ?? only(memory, index);
}

/** One of an agency's own tasks, counted as they are listed: those it leads first. */
export function stepOf(agency: Agency, which: Which, { index }: Talk): Meaning | null {
  const own = index
    .blocksOf(agency)
    .filter(({ block, role }) => role !== 'coordinate' || heads(block).role === 'coordinate')
    .sort((a, b) => Number(a.role === 'coordinate') - Number(b.role === 'coordinate'));
  const items = own.flatMap(({ block }) => block.tasks.map(({ address }) => address));
  const address = items[position(which, items.length, null) ?? -1];
  return address === undefined ? null : ask(`nguyên văn ${address}`, 'list');
}

/** The item at this place of the list; null where there is none. */
export function step(memory: AskMemory, which: Which, index: ProgrammeIndex): Meaning | null {
  return stepIn(memory, which, listOf(memory, index));
}

function stepIn(memory: AskMemory, which: Which, list: string[]): Meaning | null {
  const place = placeOf(memory);
  const at = place === undefined ? null : list.indexOf(place);
  const address = list[position(which, list.length, at) ?? -1];
  return address === undefined ? null : ask(`nguyên văn ${address}`, 'list');
}

function only(memory: AskMemory, index: ProgrammeIndex): Meaning | null {
  const list = listOf(memory, index);
  return list.length > 0 ? tell(sayOnly(list)) : null;
}

/** What was listed; for a single item, what stands beside it. */
function listOf(memory: AskMemory, index: ProgrammeIndex): string[] {
  const place = placeOf(memory);
  if (memory.list.length !== 1 || place === undefined) return memory.list;
  if (isHeading(place, index)) return itemsUnder([place], index);
  return besides(place, index);
}

function isOfBlocks({ list }: AskMemory, index: ProgrammeIndex): boolean {
  return list.length > 0 && list.every((address) => isHeading(address, index));
}

/** "Nhiệm vụ thứ 3" of one agency counts through its blocks; of several agencies it may be of either. */
function taskOfBlocks(memory: AskMemory, which: number, index: ProgrammeIndex): Meaning | null {
  const all = itemsUnder(memory.list, index);
  if (memory.list.length === 1 || agencyOf(memory) !== undefined) {
    const address = all[which - 1];
    return address === undefined ? tell(sayOnly(all)) : ask(`nguyên văn ${address}`, 'list');
  }
  const candidates = headingsOf({ ...memory, at: null }, index).flatMap(
    (block) => itemsUnder([block], index)[which - 1] ?? [],
  );
  return (
    choose(
      candidates.slice(0, MOST_OFFERED).map((address) => ({
        label: ({ language }) => wordsIn(language).taskOf(address, headsOf(address, index)),
        text: `nguyên văn ${address}`,
      })),
      'list',
    ) ?? tell(sayOnly(all))
  );
}

/** Short names of who answers for the block an item stands in. */
function headsOf(address: string, index: ProgrammeIndex): string {
  const block = index.blockOf(address);
  return (block ? heads(block).named : [])
    .map(({ name }) => index.agencyNamed(name)?.short ?? name)
    .join(', ');
}

/** Index in a list of this length; null where it has no such place. */
function position(which: Which, length: number, at: number | null): number | null {
  const index =
    which === 'last'
      ? length - 1
      : which === 'next'
        ? (at ?? -1) + 1
        : which === 'previous'
          ? (at ?? length) - 1
          : which - 1;
  return index >= 0 && index < length ? index : null;
}
