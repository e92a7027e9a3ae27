import { writeDay } from '../core/clock.ts';
import type { Draft } from '../core/progress.ts';
import { shorten } from '../core/text.ts';
import { evidenceIn } from '../understand/update/evidence.ts';
import type { progress } from '../wording/vi/progress.ts';

const TASK_LENGTH = 160;
const FIELD_LENGTH = 400;

/** The card as a person reads it: only the lines that were said. */
export function renderCard(
  draft: Draft,
  taskText: string,
  words: ReturnType<typeof progress>,
  title: string | null = words.cardTitle,
): string {
  const { task, percent, state, result, difficulty, proposal, expectedDate, attachments } = draft;
  const evidence = evidenceIn(draft.words, taskText);
  return [
    title,
    task ? words.task(task, shorten(taskText, TASK_LENGTH)) : null,
    percent === null ? null : words.percent(percent),
    state ? words.state(words.states[state]) : null,
    result ? words.result(shorten(result, FIELD_LENGTH)) : null,
    difficulty ? words.difficulty(shorten(difficulty, FIELD_LENGTH)) : null,
    proposal ? words.proposal(shorten(proposal, FIELD_LENGTH)) : null,
    expectedDate ? words.expectedDate(writeDay(expectedDate)) : null,
    evidence.length > 0 ? words.evidence(evidence) : null,
    attachments.length > 0 ? words.files(attachments.map(({ name }) => name)) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}
