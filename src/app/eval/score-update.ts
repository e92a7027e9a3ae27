import type { Parts } from '../../conversation/turn.ts';
import { dayOf } from '../../core/clock.ts';
import { likelyTasks } from '../../progress/permission.ts';
import { findAgencies } from '../../understand/agencies.ts';
import { type ParsedUpdate, parseUpdate, SURE } from '../../understand/update/parse-update.ts';
import type { EvalRow } from './rows.ts';
import type { Score } from './score.ts';

/** Reads the row's text as a report of the agency it names. */
export function readUpdate(row: EvalRow, parts: Parts, now: Date): ParsedUpdate {
  const { knowledge } = parts;
  const sender = row.expect.agency?.flatMap((name) => findAgencies(name, knowledge))[0];
  return parseUpdate(row.text, {
    today: dayOf(now),
    documents: knowledge.programme.documents,
    taskAddresses: taskAddresses(parts),
    ownTasks: likelyTasks(row.text, sender ? { agencies: [sender.id] } : null, knowledge),
    findTask: parts.findTask,
  });
}

/** Scores a report by task, share and expected date, each exact. */
export function scoreUpdate(row: EvalRow, parsed: ParsedUpdate, parts: Parts): Score {
  const { fields, indicator, isUpdate } = parsed;
  const {
    task,
    percent = null,
    expected_date: date = null,
    percent_implied: implied,
  } = row.expect.slots ?? {};
  const ofTask = task !== undefined && taskAddresses(parts).includes(task);
  return {
    marks: {
      // A report that is taken for a question never becomes a card.
      task: ofTask ? fields.task === task && isUpdate >= SURE : indicator !== null,
      percent: fields.percent === percent || (implied === true && fields.percent === null),
      date: fields.expectedDate === date,
    },
    got: JSON.stringify({
      task: fields.task,
      percent: fields.percent,
      date: fields.expectedDate,
      state: fields.state,
      sure: Math.round(isUpdate * 100) / 100,
    }),
  };
}

/** Scores a message that looks like a report and is none: whether it was kept apart from them. */
export function scoreNoUpdate({ isUpdate }: ParsedUpdate): Score {
  return { marks: { apart: isUpdate < SURE }, got: `taken for an update (${isUpdate.toFixed(2)})` };
}

function taskAddresses({ knowledge }: Parts): string[] {
  return knowledge.programme.fields.flatMap((field) =>
    field.blocks.flatMap((block) => block.tasks.map(({ address }) => address)),
  );
}
