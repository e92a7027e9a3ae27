import { taskAddresses } from '../../knowledge/programme-parts.ts';
import { likelyTasks } from '../../progress/permission.ts';
import { type ParsedUpdate, parseUpdate } from '../../understand/update/parse-update.ts';
import type { Turn } from '../turn.ts';

/** A message read as a report of this person. */
export function readUpdate(turn: Turn, text: string): ParsedUpdate {
  const { knowledge, findTask } = turn.parts;
  return parseUpdate(text, {
    today: turn.today,
    documents: knowledge.programme.documents,
    taskAddresses: taskAddresses(knowledge.programme),
    ownTasks: likelyTasks(text, turn.person, knowledge),
    findTask,
  });
}
