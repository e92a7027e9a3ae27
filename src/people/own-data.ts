import type { Handover, Person } from '../core/person.ts';
import type { Draft, ProgressUpdate } from '../core/progress.ts';
import type { Transaction } from '../core/store.ts';

/** What is kept about a person. */
export interface OwnData {
  channels: string[];
  messages: number;
  /** Cards that wait for the person or for a leader. */
  drafts: Draft[];
  /** Newest first. */
  updates: ProgressUpdate[];
  handovers: { handover: Handover; otherName: string }[];
}

/** Everything kept about a person but the record of the person itself. */
export async function readOwnData(tx: Transaction, { id, agencies }: Person): Promise<OwnData> {
  const drafts = await tx.progress.drafts(id);
  for (const agency of agencies)
    drafts.push(...(await tx.progress.submitted(agency)).filter(({ person }) => person === id));
  const handovers: OwnData['handovers'] = [];
  for (const handover of await tx.handovers.of(id)) {
    const other = await tx.people.get(handover.from === id ? handover.to : handover.from);
    handovers.push({ handover, otherName: other?.name ?? '' });
  }
  return {
    channels: (await tx.people.chats(id)).map(({ channel }) => channel),
    messages: await tx.people.messagesKept(id),
    drafts,
    updates: await tx.progress.updates({ person: id }),
    handovers,
  };
}

/** Notes that a person was shown what is kept: every look at personal data is on record. */
export async function noteExport(tx: Transaction, person: Person, channel: string, now: Date): Promise<void> {
  await tx.audit.write({
    at: now,
    person: person.id,
    channel,
    action: 'data_exported',
    before: null,
    after: null,
  });
}
