import { isUnder } from '../core/address.ts';
import type { Agency, Block, Item, Successor, Task } from '../core/programme.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { generalDuty as everybodysDuty } from '../knowledge/programme-parts.ts';
import { takesOver } from '../knowledge/succession.ts';
import { type Asked, heads } from './compose.ts';

/** What an agency holds of one block, and as what. */
export interface Share {
  block: Block;
  role: 'lead' | 'coordinate' | 'direct' | 'implement' | 'none';
  /** All tasks of the block, or those that passed to the agency. */
  tasks: Task[];
}

/** What the decision gives an agency by its name. */
export interface Held {
  shares: Share[];
  /** Where others' blocks or tasks name it as their partner. */
  partner: (Block | Task)[];
  /** What section V charges it with. */
  charged: Item[];
  /** Where section V names an agency it charges once more: whom the reports go to. */
  receives: Item[];
}

/** What an agency holds today because another's duties passed to it. */
export interface Inherited extends Held {
  former: Agency;
  successor: Successor;
}

export function heldBy(asked: Asked, agency: Agency): Held {
  const shares = owned(asked, agency);
  return { shares, partner: partnerItems(asked, agency, shares), ...chargedItems(asked, agency) };
}

/** The blocks whose tasks are the agency's own: it leads, directs or carries them out, or shares them without a lead. */
export function owned({ index }: Asked, agency: Agency): Share[] {
  return index
    .blocksOf(agency)
    .filter(({ block, role }) => role !== 'coordinate' || heads(block).role === 'coordinate')
    .map(({ block, role }) => ({ block, role, tasks: block.tasks }))
    .sort((a, b) => Number(a.role === 'coordinate') - Number(b.role === 'coordinate'));
}

/** What agencies whose duties it holds today were given, task by task where only some passed to it. */
export function inheritedBy(asked: Asked, agency: Agency): Inherited[] {
  return asked.index
    .predecessors(agency)
    .map(({ agency: former, successor }) => {
      const { shares, partner, charged, receives } = heldBy(asked, former);
      const passed = <T extends Item>(items: T[]): T[] =>
        items.filter(({ address }) => takesOver(successor, address));
      return {
        former,
        successor,
        shares: shares
          .map((share) => ({ ...share, tasks: passed(share.tasks) }))
          .filter(({ tasks }) => tasks.length > 0),
        partner: passed(partner),
        charged: passed(charged),
        receives: passed(receives),
      };
    })
    .filter((one) => !holdsNothing(one));
}

/** Where it stands that an agency holds something; the duties of all as one. */
export function addressesOf(asked: Asked, { shares, partner, charged, receives }: Held): string[] {
  const general = generalDuty(asked);
  const everybodys = charged.filter((item) => general.includes(item));
  return [
    ...shareAddresses(shares),
    ...(everybodys.length > 0 ? general.slice(0, 1) : []).map(({ address }) => address),
    ...[...charged.filter((item) => !everybodys.includes(item)), ...receives, ...partner].map(
      ({ address }) => address,
    ),
  ];
}

export function holdsNothing({ shares, partner, charged, receives }: Held): boolean {
  return shares.length + partner.length + charged.length + receives.length === 0;
}

export function countTasks(shares: Share[]): number {
  return shares.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

/** The addresses of the tasks it holds; a block's own where it holds the whole block. */
export function shareAddresses(shares: Share[]): string[] {
  return shares.flatMap(({ block, tasks }) =>
    tasks.length === block.tasks.length ? [block.address] : tasks.map(({ address }) => address),
  );
}

/** What every department, board, provincial unit and district is charged with: the heading first, then its dashes. */
export function generalDuty({ knowledge }: Asked): Item[] {
  return everybodysDuty(knowledge);
}

/** Every item of the decision that has the agency's name. */
export function namedAt({ knowledge }: Asked, name: string): Item[] {
  return allItems(knowledge.programme).filter(({ text }) => text.includes(name));
}

function partnerItems({ index }: Asked, agency: Agency, own: Share[]): (Block | Task)[] {
  const blocks = index
    .blocksOf(agency)
    .map(({ block }) => block)
    .filter((block) => !own.some((row) => row.block === block));
  return [
    ...blocks,
    ...index.tasksNaming(agency).filter((task) => !own.some(({ block }) => block.tasks.includes(task))),
  ];
}

/** "Giao Sở …", and what stands under a heading that names it. */
function chargedItems({ knowledge }: Asked, agency: Agency): Pick<Held, 'charged' | 'receives'> {
  if (agency.id === knowledge.issuer) return { charged: [], receives: [] };
  const items = knowledge.programme.organisation;
  const naming = items.filter(({ text }) => text.includes(agency.name));
  const charged = naming.filter(({ text }) => text.startsWith(`Giao ${agency.name}`));
  const opened = naming.filter(({ text }) => /:\s*$/.test(text));
  const under = items.filter(({ address }) => opened.some((head) => isUnder(address, head.address)));
  const all = [...new Set([...charged, ...under])];
  const receives =
    charged.length > 0 ? naming.filter((item) => !opened.includes(item) && !all.includes(item)) : [];
  return { charged: all, receives };
}
