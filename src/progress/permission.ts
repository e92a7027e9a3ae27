import type { Agency, Block, Knowledge } from '../core/programme.ts';
import { nameKey } from '../knowledge/agency-name.ts';
import { findAgencies } from '../understand/agencies.ts';

/**
 * True when the agency may report on the task at this address: it is named in the task's block, as lead, director,
 * implementer or partner without a lead, or it took over the duties of one that is.
 */
export function mayReport(agencyId: string, task: string, knowledge: Knowledge): boolean {
  return tasksOf(agencyId, knowledge).includes(task);
}

/** Addresses of the tasks that are the agency's own, or its predecessors', in the order of the programme. */
export function tasksOf(agencyId: string, knowledge: Knowledge): string[] {
  const { agencies, programme } = knowledge;
  const holders = new Set(agencies.filter(({ id }) => id === agencyId));
  const taken = agencies.flatMap((former) =>
    former.successors
      .filter(({ agency }) => agency === agencyId)
      .map(({ only }) => ({ former, only: only ?? null })),
  );
  return programme.fields
    .flatMap((field) => field.blocks)
    .filter(
      (block) =>
        [...holders].some((agency) => isOwner(agency, block)) ||
        taken.some(({ former, only }) => isOwner(former, block) && (!only || only.includes(block.address))),
    )
    .flatMap((block) => block.tasks.map(({ address }) => address));
}

/** A partner does not report for a block that somebody leads or carries out. */
function isOwner(agency: Agency, block: Block): boolean {
  const led = block.agencies.some(({ role }) => role !== 'coordinate');
  const names = new Set([agency.name, ...agency.aliases].map(nameKey));
  return block.agencies.some(({ name, role }) => names.has(nameKey(name)) && (role !== 'coordinate' || !led));
}

/** The tasks a message most likely speaks of: those of the agency it names, else of the sender's own. */
export function likelyTasks(text: string, ownAgency: string | null, knowledge: Knowledge): string[] {
  const named = findAgencies(text, knowledge).flatMap(({ id }) => tasksOf(id, knowledge));
  const own = ownAgency ? tasksOf(ownAgency, knowledge) : [];
  return own.length > 0 ? own : named;
}
