import type { Day } from '../core/clock.ts';
import { dayOf } from '../core/clock.ts';
import type { Draft, ProgressUpdate, TaskPlan } from '../core/progress.ts';
import { fold } from '../core/text.ts';
import { standing } from './history.ts';

/** What a card says against itself or against what is known: asked, never blocked. */
export type Contradiction =
  | { kind: 'lower_than_before'; percent: number; day: Day }
  | { kind: 'done_before'; day: Day }
  | { kind: 'done_but_percent'; percent: number }
  | { kind: 'earlier_than_before'; expected: Day; day: Day }
  | { kind: 'later_than_plan'; finish: Day }
  | { kind: 'day_passed'; expected: Day }
  | { kind: 'beyond_programme'; expected: Day; end: number }
  | { kind: 'other_agency'; agency: string; percent: number; day: Day };

export interface KnownOfTask {
  /** All updates on the task, of every agency, newest first. */
  updates: ProgressUpdate[];
  plan: TaskPlan | null;
  today: Day;
  /** Last year of the programme, null where the text gives none. */
  end: number | null;
}

/** Another agency's figure of this age is no contradiction, only old. */
const RECENT_DAYS = 120;
const DAY_MS = 86_400_000;

/** The contradictions of a card, the gravest first. Pure. */
export function contradictions(draft: Draft, known: KnownOfTask): Contradiction[] {
  const { percent, state, expectedDate } = draft;
  const updates = standing(known.updates);
  const own = updates.filter(({ agency }) => agency === draft.agency);
  const found: Contradiction[] = [];
  const share = own.find((update) => update.percent !== null);
  if (percent !== null && share?.percent != null && share.percent > percent)
    found.push({ kind: 'lower_than_before', percent: share.percent, day: dayOf(share.at) });
  const [last] = own;
  if (last?.state === 'done' && last.percent === null && state !== 'done' && state !== null)
    found.push({ kind: 'done_before', day: dayOf(last.at) });
  if (percent !== null && percent < 100 && draft.words.some(saysDone))
    found.push({ kind: 'done_but_percent', percent });
  const dated = own.find((update) => update.expectedDate !== null);
  if (expectedDate !== null) {
    if (dated?.expectedDate && expectedDate < dated.expectedDate)
      found.push({ kind: 'earlier_than_before', expected: dated.expectedDate, day: dayOf(dated.at) });
    const finish = known.plan?.finishDate;
    if (finish && expectedDate > finish) found.push({ kind: 'later_than_plan', finish });
    if (expectedDate < known.today && state !== 'done')
      found.push({ kind: 'day_passed', expected: expectedDate });
    if (known.end !== null && Number(expectedDate.slice(0, 4)) > known.end)
      found.push({ kind: 'beyond_programme', expected: expectedDate, end: known.end });
  }
  const others = updates.filter(({ agency }) => agency !== draft.agency);
  const other = others.find((update) => update.percent !== null && isRecent(update, known.today));
  if (percent !== null && other?.percent != null && other.percent !== percent)
    found.push({
      kind: 'other_agency',
      agency: other.agency,
      percent: other.percent,
      day: dayOf(other.at),
    });
  return found;
}

/** "Đã hoàn thành", "xong rồi": all of it, said beside a share below 100. */
function saysDone(words: string): boolean {
  return /\b(?:da hoan thanh|hoan thanh roi|(?:da )?xong (?:roi|het|toan bo)|da xong(?! *\d)|completed|all done)\b(?!\s*(?:khoang|gan|duoc|dc|mot|\d|phan|buoc|giai doan|du thao|viec|ho so|thu tuc))/.test(
    fold(words),
  );
}

function isRecent({ at }: ProgressUpdate, today: Day): boolean {
  return new Date(`${today}T23:59:59+07:00`).getTime() - at.getTime() < RECENT_DAYS * DAY_MS;
}
