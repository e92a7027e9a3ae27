import { isInside, isUnder } from '../core/address.ts';
import type { Knowledge, Successor } from '../core/programme.ts';

/** An administrator's word on who holds an agency's duties; null where it was taken back. */
export interface Succession {
  agency: string;
  successors: Successor[] | null;
}

/**
 * What is known, with what administrators confirmed: the newest word on an agency stands for its successors, all else
 * stays. A word about an agency that is no longer known changes nothing.
 */
export function withSuccessions(knowledge: Knowledge, confirmed: Succession[]): Knowledge {
  const ids = new Set(knowledge.agencies.map(({ id }) => id));
  const words = new Map(confirmed.map(({ agency, successors }) => [agency, successors]));
  const wordOn = (id: string): Successor[] | null => {
    const word = words.get(id) ?? null;
    return word?.every(({ agency }) => agency === null || ids.has(agency)) ? word : null;
  };
  if (!knowledge.agencies.some(({ id }) => wordOn(id) !== null)) return knowledge;
  return {
    ...knowledge,
    agencies: knowledge.agencies.map((agency) => ({
      ...agency,
      successors: wordOn(agency.id) ?? agency.successors,
    })),
  };
}

/** The successors after what stands at these addresses passed to another; the rest stays with whom it was. */
export function passedOn(successors: Successor[], addresses: string[], to: Successor): Successor[] {
  const note = to.note ?? successors.find(({ agency, only }) => only && agency === to.agency)?.note;
  const rest = successors.flatMap((one) => {
    const only = one.only?.filter((home) => !addresses.some((address) => isInside(home, address)));
    if (only?.length === 0) return [];
    const kept = only ? { ...one, only } : one;
    const taken = addresses.filter((address) => !only || only.some((home) => isUnder(address, home)));
    return [taken.length > 0 ? { ...kept, except: [...(one.except ?? []), ...taken] } : kept];
  });
  return [...rest, { ...to, only: addresses, ...(note === undefined ? {} : { note }) }];
}
