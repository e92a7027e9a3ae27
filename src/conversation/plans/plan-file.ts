import type { FetchedFile } from '../../core/file.ts';
import type { ChoiceOffer, Reply } from '../../core/message.ts';
import type { Form, PlanFields } from '../../core/progress.ts';
import { fold, shorten } from '../../core/text.ts';
import { taskAddresses } from '../../knowledge/programme-parts.ts';
import { tasksOf } from '../../progress/permission.ts';
import { readPlanFile } from '../../progress/plan-file/read-plan-file.ts';
import { readYesNo } from '../../understand/yes-no.ts';
import { say, type Turn } from '../turn.ts';
import { waitingDrafts } from '../updates/drafts.ts';
import { brief } from './plan-card.ts';
import { storePlan } from './plans.ts';

type PlanFile = Extract<Form, { kind: 'plan_file' }>;

const SHOWN = 12;
const LINES = 8;
const LINE_LENGTH = 50;

/** A table sent as the agency's plan: what was understood of each task, for one yes; null where it is no plan. */
export async function takePlanFile(
  turn: Turn,
  file: Extract<FetchedFile, { kind: 'kept' }>,
  caption: string,
): Promise<Reply[] | null> {
  const { person, words, parts, tx, now } = turn;
  if (!person || (file.type !== 'xlsx' && file.type !== 'docx')) return null;
  const isNamed = /\bke hoach\b|\bplan\b/.test(fold(`${caption} ${file.name.replace(/[_-]/g, ' ')}`));
  const isAlone = caption === '' && file.type === 'xlsx' && (await waitingDrafts(turn)).length === 0;
  if (!isNamed && !isAlone) return null;
  const { agency } = person;
  const { knowledge, findTask } = parts;
  const read = readPlanFile(file.content, {
    today: turn.today,
    documents: knowledge.programme.documents,
    taskAddresses: taskAddresses(knowledge.programme),
    ownTasks: tasksOf(agency, knowledge),
    findTask,
  });
  const unmatched =
    read.unmatched.length > 0
      ? [words.plans.unmatched(read.unmatched.length, read.unmatched.slice(0, LINES))]
      : [];
  if (read.plans.length === 0)
    return isNamed ? say([words.plans.nothingInFile, ...unmatched].join('\n')) : null;
  const plans = read.plans.map(({ line: _, ...plan }) => plan);
  const form: PlanFile = { kind: 'plan_file', agency, plans, file: file.name };
  await tx.progress.setForm(person.id, form, now);
  const shown = read.plans.slice(0, SHOWN);
  const more = read.plans.length - shown.length;
  const text = [
    words.plans.fromFile(file.name, read.plans.length),
    ...shown.map((one) => words.plans.row(named(one), brief(turn, one) + steps(turn, one))),
    ...(more > 0 ? [words.plans.more(more)] : []),
    ...unmatched,
  ];
  const option = (label: string, save: boolean): ChoiceOffer => ({
    label,
    action: { kind: 'plan_file', save, file: file.name },
  });
  return [
    {
      text: text.join('\n'),
      choices: [option(words.plans.saveAll, true), option(words.plans.cancel, false)],
    },
  ];
}

/** The task, with the file's own words where it was found by them. */
function named({ task, line }: { task: string; line: string }): string {
  return line.includes(task) ? task : `${task} (${shorten(line, LINE_LENGTH)})`;
}

function steps({ words }: Turn, plan: PlanFields): string {
  return plan.steps.length > 0 ? words.plans.stepCount(plan.steps.length) : '';
}

/** The button under what was read; only while it still waits. */
export async function planFileStep(turn: Turn, save: boolean, file: string): Promise<Reply[]> {
  const open = turn.person && (await turn.tx.progress.form(turn.person.id));
  if (open?.form.kind !== 'plan_file' || open.form.file !== file)
    return say(turn.words.conversation.choiceGone);
  return save ? savePlanFile(turn, open.form) : dropPlanFile(turn);
}

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
