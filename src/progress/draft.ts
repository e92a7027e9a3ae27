import type { Draft, ProgressFields, TaskState } from '../core/progress.ts';
import { fold } from '../core/text.ts';
import type { ParsedUpdate } from '../understand/update/parse-update.ts';

/** A card from one message. Pure. */
export function newDraft(parsed: ParsedUpdate, words: string, person: string, now: Date, id: string): Draft {
  return {
    ...parsed.fields,
    id,
    person,
    agency: null,
    attachments: [],
    corrects: null,
    words: words === '' ? [] : [words],
    waitingFor: parsed.fields.task ? 'confirm' : 'task',
    shownAt: now,
  };
}

/** The card with what another message says laid over it; what the message does not speak of stays. */
export function amendDraft(draft: Draft, parsed: ParsedUpdate, words: string): Draft {
  const said = Object.fromEntries(
    Object.entries(parsed.fields).filter(([, value]) => value !== null),
  ) as Partial<ProgressFields>;
  const { percent, state } = parsed.fields;
  // A new share changes how the work stands, unless the message says so itself.
  const now = state ?? (percent === null ? draft.state : stateOf(percent));
  const added = ADDS.test(fold(words));
  const told = (field: 'result' | 'difficulty' | 'proposal'): string | null =>
    added && draft[field] && said[field] ? `${draft[field]}; ${said[field]}` : (said[field] ?? draft[field]);
  return {
    ...draft,
    ...said,
    // Nothing begun has no share.
    percent: state === 'not_started' && percent === null ? null : (percent ?? draft.percent),
    result: told('result'),
    difficulty: told('difficulty'),
    proposal: told('proposal'),
    state: now,
    words: [...draft.words, words],
  };
}

/** "Thêm khó khăn: …" stands beside what was said; anything else takes its place. */
const ADDS = /^\s*(va |ghi )?(them|bo sung|add|also)\b/;

function stateOf(percent: number): TaskState {
  if (percent >= 100) return 'done';
  return percent === 0 ? 'not_started' : 'in_progress';
}
