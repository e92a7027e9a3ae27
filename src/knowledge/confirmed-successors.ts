import type { Agency, Knowledge, Successor } from '../core/programme.ts';

/** Who holds an agency's duties, as an administrator last confirmed it. */
export interface Succession {
  agency: string;
  successors: Successor[];
}

/** What is known with the confirmed successors in place of the file's; everything else stays. Pure. */
export function withSuccessions(knowledge: Knowledge, confirmed: Succession[]): Knowledge {
  if (confirmed.length === 0) return knowledge;
  const byAgency = new Map(confirmed.map(({ agency, successors }) => [agency, successors]));
  const agencies = knowledge.agencies.map(
    (agency): Agency => ({ ...agency, successors: byAgency.get(agency.id) ?? agency.successors }),
  );
  return { ...knowledge, agencies };
}
