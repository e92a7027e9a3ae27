import type { Draft, ProgressFields } from '../core/progress.ts';
import type { ParsedUpdate } from '../understand/update/parse-update.ts';

/** A card from one message. Pure. */
export function newDraft(parsed: ParsedUpdate, words: string, person: string, now: Date, id: string): Draft {
  return {
    ...parsed.fields,
    id,
    person,
    words: [words],
    waitingFor: parsed.fields.task ? 'confirm' : 'task',
    createdAt: now,
  };
}

/** The card with what another message says laid over it; what the message does not speak of stays. */
export function amendDraft(draft: Draft, parsed: ParsedUpdate, words: string): Draft {
  const said = Object.fromEntries(
    Object.entries(parsed.fields).filter(([, value]) => value !== null),
  ) as Partial<ProgressFields>;
  const { percent, state } = parsed.fields;
  // A new share changes how the work stands, unless the message says so itself.
  const reopened = percent !== null && state === null ? null : (state ?? draft.state);
  return { ...draft, ...said, state: reopened, words: [...draft.words, words] };
}
