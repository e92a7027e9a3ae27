import { type Day, writeDay } from '../core/clock.ts';
import type { ChoiceOffer, Reply } from '../core/message.ts';
import type { Task } from '../core/programme.ts';
import type { Draft } from '../core/progress.ts';
import { tasksIn } from '../knowledge/programme-parts.ts';
import { renderCard } from '../progress/card.ts';
import { type Contradiction, contradictions } from '../progress/contradictions.ts';
import { lastYear } from '../progress/programme-end.ts';
import { holdsPersonalNumbers } from '../understand/redact.ts';
import { agencyName, type Turn } from './turn.ts';

/** How far back updates on a task are looked at. */
const RECENT = 60;

/** The card as its author sees it, with its choices and what to look at twice. */
export async function showCard(turn: Turn, draft: Draft, notes: string[] = []): Promise<Reply> {
  const { progress } = turn.words;
  const doubts = await cardDoubts(turn, draft);
  const missing = missingIn(draft);
  const personal = draft.words.some(holdsPersonalNumbers);
  return {
    text: [
      cardText(turn, draft),
      ...notes,
      ...doubts,
      ...(doubts.length > 0 ? [progress.ifRight] : []),
      ...(personal ? [progress.personalNumbers] : []),
      ...(missing ? [progress.missing[missing]] : []),
    ].join('\n'),
    choices: [
      choice(progress.save, 'save', draft),
      choice(progress.change, 'change', draft),
      choice(progress.cancel, 'cancel', draft),
    ],
  };
}

function choice(label: string, what: 'save' | 'change' | 'cancel', { id }: Draft): ChoiceOffer {
  return { label, action: { kind: 'draft', do: what, draft: id } };
}

/** What the card says; without a title where it stands under a sentence of its own. */
export function cardText(turn: Turn, draft: Draft, title?: null): string {
  return renderCard(draft, taskAt(turn, draft.task ?? '')?.text ?? '', turn.words.progress, title);
}

/** What the card says against itself or against what is known, a line each. */
export async function cardDoubts(turn: Turn, draft: Draft): Promise<string[]> {
  const { tx, parts, today } = turn;
  if (!draft.task || !draft.agency) return [];
  const { task } = draft;
  const plans = await tx.plans.current(draft.agency);
  const found = contradictions(draft, {
    updates: await tx.progress.updates({ task, limit: RECENT }),
    plan: plans.find((plan) => plan.task === task) ?? null,
    today,
    end: lastYear(parts.knowledge.programme),
  });
  return found.map((one) => say(turn, one));
}

/** One thing at a time: what a stuck task is stuck on, else how far it is. */
function missingIn({ state, percent, difficulty }: Draft): 'difficulty' | 'percent' | null {
  if (state === 'stuck' && difficulty === null) return 'difficulty';
  return percent === null && (state === null || state === 'in_progress') ? 'percent' : null;
}

function say(turn: Turn, one: Contradiction): string {
  const { contradiction: words } = turn.words.progress;
  const day = (value: Day): string => writeDay(value);
  switch (one.kind) {
    case 'lower_than_before':
      return words.lowerThanBefore(one.percent, day(one.day));
    case 'done_before':
      return words.doneBefore(day(one.day));
    case 'done_but_percent':
      return words.doneButPercent(one.percent);
    case 'earlier_than_before':
      return words.earlierThanBefore(day(one.expected), day(one.day));
    case 'later_than_plan':
      return words.laterThanPlan(day(one.finish));
    case 'day_passed':
      return words.dayPassed(day(one.expected));
    case 'beyond_programme':
      return words.beyondProgramme(one.end);
    case 'other_agency':
      return words.otherAgency(agencyName(turn, one.agency), one.percent, day(one.day));
  }
}

export function taskAt({ parts }: Turn, address: string): Task | undefined {
  return tasksIn(parts.knowledge.programme).find((task) => task.address === address);
}
