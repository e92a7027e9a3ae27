import { isUnder } from '../../core/address.ts';
import type { AskMemory } from '../../core/answer.ts';
import type { OrientationGroup, Task } from '../../core/programme.ts';
import { allItems } from '../../knowledge/parse-programme.ts';
import type { ProgrammeIndex } from '../programme-index.ts';

/** The one place the talk is at, or undefined while it is about several. */
export function placeOf({ list, at }: AskMemory): string | undefined {
  return at === null ? undefined : list[at];
}

/** The headings of what the talk is about, each once. */
export function headingsOf(memory: AskMemory, index: ProgrammeIndex): string[] {
  const place = placeOf(memory);
  return [
    ...new Set((place === undefined ? memory.list : [place]).map((address) => headingOf(address, index))),
  ];
}

/** The block or group of directions an item stands in; a heading, or what stands under none, stays. */
function headingOf(address: string, index: ProgrammeIndex): string {
  return index.blockOf(address)?.address ?? groupOf(address, index)?.address ?? address;
}

/** Something stands under it. */
export function isHeading(address: string, { programme }: ProgrammeIndex): boolean {
  return (
    programme.fields.some((field) => field.address === address) ||
    allItems(programme).some((item) => isUnder(item.address, address))
  );
}

export function taskAt(address: string, index: ProgrammeIndex): Task | undefined {
  return index.blockOf(address)?.tasks.find((task) => task.address === address);
}

/** The group of directions this is, or stands in. */
export function groupOf(address: string, { programme }: ProgrammeIndex): OrientationGroup | undefined {
  return programme.orientations.find(
    (group) => group.address === address || group.dashes.some((dash) => dash.address === address),
  );
}

/** The field a place belongs to, also one among the directions for the field of that number. */
export function fieldAt(address: string, index: ProgrammeIndex): string | undefined {
  const group = groupOf(address, index);
  const field = group && index.programme.fields.find(({ number }) => number === group.number);
  return (field ?? index.fieldOf(address))?.address;
}

/** The one field the talk is in. */
export function fieldOf(memory: AskMemory, index: ProgrammeIndex): string | undefined {
  if (memory.fields.length === 1) return memory.fields[0];
  const place = placeOf(memory);
  const fields = new Set(
    (place === undefined ? memory.list : [place]).map((address) => fieldAt(address, index)),
  );
  return fields.size === 1 ? [...fields][0] : undefined;
}

/** The tasks and directions under these headings, in order; an item is its own. */
export function itemsUnder(addresses: string[], index: ProgrammeIndex): string[] {
  return addresses.flatMap((home) => {
    const blocks = index.field(home)?.blocks ?? index.blocks.filter(({ address }) => address === home);
    const group = index.programme.orientations.find(({ address }) => address === home);
    const items = blocks.length > 0 ? blocks.flatMap(({ tasks }) => tasks) : group?.dashes;
    return items ? items.map(({ address }) => address) : [home];
  });
}

/** The items beside one, itself among them. */
export function besides(place: string, index: ProgrammeIndex): string[] {
  const { programme } = index;
  const above = place.replace(/\.[^.]+$/u, '');
  const organised = programme.organisation.filter(
    ({ address }) => isUnder(address, above) && address.split('.').length === place.split('.').length,
  );
  const items = index.blockOf(place)?.tasks ?? groupOf(place, index)?.dashes ?? organised;
  return items.some(({ address }) => address === place) ? items.map(({ address }) => address) : [];
}

/** The one agency the talk is about: named in the question, else the only one the answer holds responsible. */
export function agencyOf({ agencies, responsible }: AskMemory): string | undefined {
  if (agencies.length > 0) return agencies.length === 1 ? agencies[0] : undefined;
  return responsible.length === 1 ? responsible[0] : undefined;
}
