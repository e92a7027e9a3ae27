import type { Reply } from '../core/message.ts';
import type { Form } from '../core/progress.ts';
import { readYesNo } from '../understand/yes-no.ts';
import { storePlan } from './plans.ts';
import { say, type Turn } from './turn.ts';

type PlanFile = Extract<Form, { kind: 'plan_file' }>;

/** The one yes to the plans read from a file; null when the message is about something else, and they wait. */
export async function answerPlanFile(turn: Turn, form: PlanFile, text: string): Promise<Reply[] | null> {
  const said = readYesNo(text);
  if (said === 'yes') return savePlanFile(turn, form);
  return said === 'no' ? dropPlanFile(turn) : null;
}

async function savePlanFile(turn: Turn, { agency, plans, file }: PlanFile): Promise<Reply[]> {
  const { person, tx, now, words } = turn;
  if (!person?.agencies.includes(agency)) return say(words.conversation.choiceGone);
  for (const { task, ...fields } of plans) await storePlan(turn, agency, task, fields, [file]);
  await tx.progress.setForm(person.id, null, now);
  return say(words.plans.savedMany(plans.length));
}

async function dropPlanFile(turn: Turn): Promise<Reply[]> {
  if (turn.person) await turn.tx.progress.setForm(turn.person.id, null, turn.now);
  return say(turn.words.plans.cancelled);
}
