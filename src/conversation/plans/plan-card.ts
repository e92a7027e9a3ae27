import { writeDay } from '../../core/clock.ts';
import type { PlanFields } from '../../core/progress.ts';
import { shorten } from '../../core/text.ts';
import type { PlanNote } from '../../progress/plan.ts';
import type { Turn } from '../turn.ts';
import { taskAt } from '../updates/card.ts';

const TASK_LENGTH = 160;

/** A plan as lines of a card. */
export function planLines(turn: Turn, task: string, fields: PlanFields): string[] {
  const { plans } = turn.words;
  const { leader, finishDate, steps, immediate } = fields;
  return [
    plans.task(task, shorten(taskAt(turn, task)?.text ?? '', TASK_LENGTH)),
    ...(leader ? [plans.leader(leader)] : []),
    ...(immediate ? [plans.atOnce] : []),
    ...(finishDate ? [plans.finish(writeDay(finishDate))] : []),
    ...(steps.length > 0 ? [plans.steps] : []),
    ...steps.map((one) => plans.step(one.text, one.finishDate && writeDay(one.finishDate))),
  ];
}

/** What is to be looked at twice, in words. */
export function noteText({ words }: Turn, note: PlanNote): string {
  const { note: texts } = words.plans;
  switch (note.kind) {
    case 'noLeader':
    case 'noDate':
      return texts[note.kind];
    case 'passed':
    case 'dayOff':
    case 'stepAfter':
      return texts[note.kind](writeDay(note.day));
    case 'beyond':
      return texts.beyond(writeDay(note.day), note.end);
  }
}

/** A plan in a few words: who, until when. */
export function brief({ words }: Turn, plan: PlanFields): string {
  const { plans } = words;
  const date = plan.finishDate
    ? plans.until(writeDay(plan.finishDate))
    : plan.immediate
      ? plans.immediate
      : plans.undated;
  return [...(plan.leader ? [plans.leaderOf(plan.leader)] : []), date].join(', ');
}
