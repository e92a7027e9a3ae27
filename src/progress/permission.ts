import type { Person } from '../core/person.ts';
import type { Agency, Block, Knowledge } from '../core/programme.ts';
import { nameKey } from '../knowledge/agency-name.ts';
import { takesOver } from '../knowledge/succession.ts';
import { findAgencies } from '../understand/agencies.ts';

/**
 * True when the agency may report on the task at this address: it is named in the task's block, as lead, director,
 * implementer or partner without a lead, or it took this task over from one that is.
 */
export function mayReport(agencyId: string, task: string, knowledge: Knowledge): boolean {
  return tasksOf(agencyId, knowledge).includes(task);
}

/** Addresses of the tasks that are the agency's own, or its predecessors', in the order of the programme. */
export function tasksOf(agencyId: string, knowledge: Knowledge): string[] {
  const { agencies, programme } = knowledge;
  const own = agencies.filter(({ id }) => id === agencyId);
  const taken = agencies.flatMap((former) =>
    former.successors.filter(({ agency }) => agency === agencyId).map((successor) => ({ former, successor })),
  );
  // What others are confirmed to hold is no longer the former agency's own.
  const handedOn = own.flatMap(({ successors }) =>
    successors.filter(({ agency, confirmed }) => agency !== null && confirmed),
  );
  return programme.fields
    .flatMap((field) => field.blocks)
    .flatMap((block) => {
      const isOwn = own.some((agency) => isOwner(agency, block));
      const passed = taken.filter(({ former }) => isOwner(former, block));
      return block.tasks.filter(
        ({ address }) =>
          (isOwn && !handedOn.some((successor) => takesOver(successor, address))) ||
          passed.some(({ successor }) => takesOver(successor, address)),
      );
    })
    .map(({ address }) => address);
}

/** The tasks of every agency a person belongs to, the main one's first. */
export function ownTasks({ agencies }: Pick<Person, 'agencies'>, knowledge: Knowledge): string[] {
  return [...new Set(agencies.flatMap((agency) => tasksOf(agency, knowledge)))];
}

/** A partner does not report for a block that somebody leads or carries out. */
function isOwner(agency: Agency, block: Block): boolean {
  const led = block.agencies.some(({ role }) => role !== 'coordinate');
  const names = new Set([agency.name, ...agency.aliases].map(nameKey));
  return block.agencies.some(({ name, role }) => names.has(nameKey(name)) && (role !== 'coordinate' || !led));
}

/** The tasks a message most likely speaks of: those of the agency it names, else of the sender's own. */
export function likelyTasks(
  text: string,
  person: Pick<Person, 'agencies'> | null,
  knowledge: Knowledge,
): string[] {
  const named = findAgencies(text, knowledge).flatMap(({ id }) => tasksOf(id, knowledge));
  const own = person ? ownTasks(person, knowledge) : [];
  return own.length > 0 ? own : named;
}
