import { isInside, isUnder } from '../core/address.ts';
import type { Item, Knowledge, OrientationGroup, Programme, Task } from '../core/programme.ts';

/** The section the items stand in, null where they stand in none. */
export function sectionOf({ sections }: Programme, items: Pick<Item, 'address'>[]): string | null {
  const homes = sections
    .map(({ address }) => address)
    .filter((home) => items.length > 0 && items.every(({ address }) => isUnder(address, home)));
  return homes.sort((a, b) => b.length - a.length)[0] ?? null;
}

export type SectionKind = 'purposes' | 'objectives' | 'orientations' | 'fields' | 'organisation';
const KINDS: SectionKind[] = ['purposes', 'objectives', 'orientations', 'fields', 'organisation'];

/** What a section holds, where it holds all there is of one kind. */
export function kindOfSection(programme: Programme, address: string): SectionKind | null {
  const kind = KINDS.find((one) => sectionOf(programme, programme[one]) === address) ?? null;
  const heading = programme.sections.find((section) => section.address === address)?.text ?? '';
  // Whatever fits nowhere else stands among the organisation too.
  return kind === 'organisation' && !/tổ chức thực hiện/iu.test(heading) ? null : kind;
}

/** The directions set for the field of the same number, or for none. */
export function orientationOf(programme: Programme, field: string): OrientationGroup | undefined {
  const number = programme.fields.find(({ address }) => address === field)?.number;
  return number ? programme.orientations.find((group) => group.number === number) : undefined;
}

/** All tasks, in the order of the programme. */
export function tasksIn(programme: Programme): Task[] {
  return programme.fields.flatMap((field) => field.blocks.flatMap((block) => block.tasks));
}

/** Addresses of all tasks, in the order of the programme. */
export function taskAddresses(programme: Programme): string[] {
  return tasksIn(programme).map(({ address }) => address);
}

/** Most tasks must stand in a section for a short address to mean it. */
const MOST = 0.6;

/** The part of an address people leave out: the section or article most tasks stand in (`IV`, `C.I`, `QĐ.2`). */
export function taskHome(addresses: string[]): string {
  let home = '';
  for (let within = addresses; within.length > 0; ) {
    const counts = new Map<string, number>();
    for (const address of within) {
      const label = address.slice(home === '' ? 0 : home.length + 1).split('.')[0] ?? '';
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const [label = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const isSection = /^(?:\p{Lu}+)$/u.test(label) || home === 'QĐ';
    if (!isSection || count < within.length * MOST) return home;
    home = home === '' ? label : `${home}.${label}`;
    within = within.filter((address) => isUnder(address, home));
  }
  return home;
}

/** What every agency is charged with, its heading first: the items around the duty that everybody owes. */
export function generalDuty({ programme, duties }: Pick<Knowledge, 'programme' | 'duties'>): Item[] {
  const address = duties.find(({ who }) => who === 'every_agency')?.address;
  if (!address) return [];
  const above = address.split('.').slice(0, -1).join('.');
  const { organisation } = programme;
  const home = organisation.some((item) => item.address === above) ? above : address;
  return organisation.filter((item) => isInside(item.address, home));
}

/** The item that has agencies set the finish dates of their tasks themselves. */
export function planItem({ organisation }: Programme): Item | undefined {
  return organisation.find(
    ({ text }) =>
      /xác định (?:rõ )?thời (?:gian|hạn) hoàn thành/u.test(text) && /chương trình|kế hoạch/u.test(text),
  );
}
