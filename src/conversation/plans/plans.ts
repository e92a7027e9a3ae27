import type { ChoiceAction, ChoiceOffer, Reply } from '../../core/message.ts';
import type { Form, PlanFields, TaskPlan } from '../../core/progress.ts';
import { shorten } from '../../core/text.ts';
import { taskAddresses, taskHome } from '../../knowledge/programme-parts.ts';
import { mayReport, tasksOf } from '../../progress/permission.ts';
import { EMPTY_PLAN, mergePlan, planNotes, planningOf, planSays } from '../../progress/plan.ts';
import { lastYear } from '../../progress/programme-end.ts';
import { locateAddresses } from '../../understand/address.ts';
import { isPlanMessage, parsePlan } from '../../understand/plan.ts';
import { asksSomething, isShortTalk } from '../../understand/update/amendment.ts';
import { readYesNo } from '../../understand/yes-no.ts';
import { record } from '../record.ts';
import { agencyName, say, type Turn } from '../turn.ts';
import { taskAt } from '../updates/card.ts';
import { brief, noteText, planLines } from './plan-card.ts';

type PlanForm = Extract<Form, { kind: 'plan' }>;
type PlanStepDone = Extract<ChoiceAction, { kind: 'plan' }>['do'];

const TASK_LENGTH = 160;

/** `/kehoach`: how far the planning of V.1 is; with an address the plan of that task, with more it is set. */
export async function plan(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words } = turn;
  if (!person) return say(words.conversation.joinHow);
  const [found] = locateAddresses(rest, home(turn));
  if (found) return setPlan(turn, rest);
  const { agency } = person;
  const tasks = tasksOf(agency, turn.parts.knowledge);
  const name = agencyName(turn, agency);
  if (tasks.length === 0) return say(words.plans.noTasks(name));
  const plans = await turn.tx.plans.current(agency);
  const { all, planned, undated, open } = planningOf(tasks, plans);
  const set = plans.filter(({ task }) => tasks.includes(task));
  const text = [
    words.plans.title(name),
    words.plans.count(all, planned, undated),
    ...set.map((one) => words.plans.row(one.task, brief(turn, one))),
    ...(open.length > 0 ? [words.plans.open(open.join(', '))] : []),
    words.plans.how(open[0] ?? tasks[0] ?? ''),
  ];
  const begin: ChoiceOffer[] =
    open.length > 0
      ? [
          {
            label: planned > 0 ? words.plans.goOn : words.plans.begin,
            action: { kind: 'plan', do: 'begin', agency, task: null },
          },
        ]
      : [];
  return [{ text: text.join('\n'), choices: begin }];
}

/** One message that sets the plan of a task; null when it does not. */
export async function planInWords(turn: Turn, text: string): Promise<Reply[] | null> {
  if (!isPlanMessage(text)) return null;
  if (turn.message.group) return say(turn.words.conversation.groupOnlyQuestions);
  if (!turn.person) return say(turn.words.conversation.joinFirst);
  return setPlan(turn, text);
}

async function setPlan(turn: Turn, text: string): Promise<Reply[]> {
  const { person, words } = turn;
  const task = locateAddresses(text, home(turn)).find(({ address }) => taskAt(turn, address))?.address;
  if (!person || !task) return say(words.plans.how(turn.parts.knowledge.about.task));
  const agency = person.agencies.find((one) => mayReport(one, task, turn.parts.knowledge));
  if (!agency) return say(words.plans.notPermitted(task));
  const before = await current(turn, agency, task);
  const said = parsePlan(text, turn.today);
  const fields = mergePlan(before ?? EMPTY_PLAN, said);
  const form = { ...emptyForm(agency, task, null), fields };
  if (!planSays(said)) return before ? [await view(turn, form)] : [await ask(turn, form, false)];
  return show(turn, { ...form, words: [text], shown: true });
}

function emptyForm(agency: string, task: string, left: string[] | null): PlanForm {
  const guided = left !== null;
  return {
    kind: 'plan',
    agency,
    task,
    fields: EMPTY_PLAN,
    words: [],
    left: left ?? [],
    guided,
    shown: false,
  };
}

async function current(turn: Turn, agency: string, task: string): Promise<TaskPlan | null> {
  return (await turn.tx.plans.current(agency)).find((one) => one.task === task) ?? null;
}

/** The next message of somebody who plans; null when it is about something else, and the form waits. */
export async function answerPlanForm(turn: Turn, form: PlanForm, text: string): Promise<Reply[] | null> {
  const said = readYesNo(text);
  const short = text.trim().toLowerCase();
  if (/^(dừng|dung|stop|để sau|de sau|làm tiếp sau)/u.test(short)) return step(turn, form, 'stop');
  if (/^(bỏ qua|bo qua|skip|sang (việc|nhiệm vụ) (khác|tiếp)|tiếp theo)/u.test(short))
    return step(turn, form, 'skip');
  if (form.shown && said === 'yes') return step(turn, form, 'save');
  if (said === 'no') return step(turn, form, 'stop');
  if (said !== null) return null;
  const [address] = locateAddresses(text, home(turn));
  if (address && address.address !== form.task) return null;
  if (asksSomething(text) || /%|\d\s*phần trăm/u.test(text)) return null;
  const parsed = parsePlan(text, turn.today);
  if (!planSays(parsed)) return form.guided && isShortTalk(text) ? [await ask(turn, form, true)] : null;
  return show(turn, {
    ...form,
    fields: mergePlan(form.fields, parsed),
    words: [...form.words, text],
    shown: true,
  });
}

/** A button of the planning; one that is not about the step at hand changes nothing. */
export async function planStep(
  turn: Turn,
  { do: what, agency, task }: Extract<ChoiceAction, { kind: 'plan' }>,
): Promise<Reply[]> {
  const { person, words, tx } = turn;
  if (!person?.agencies.includes(agency)) return say(words.conversation.choiceGone);
  if (what === 'begin') {
    const { open } = planningOf(tasksOf(agency, turn.parts.knowledge), await tx.plans.current(agency));
    const [first, ...left] = open;
    return first ? [await ask(turn, emptyForm(agency, first, left), false)] : plan(turn, '');
  }
  const saved = await tx.progress.form(person.id);
  const form = saved?.form;
  if (form?.kind !== 'plan' || form.task !== task || form.agency !== agency)
    return say(words.conversation.choiceGone);
  return step(turn, form, what);
}

async function step(turn: Turn, form: PlanForm, what: PlanStepDone): Promise<Reply[]> {
  const { tx, person, words, now } = turn;
  if (!person) return [];
  const { agency, task } = form;
  const done: Reply[] = [];
  if (what === 'save' || what === 'immediate') {
    if (!mayReport(agency, task, turn.parts.knowledge)) return say(words.plans.notPermitted(task));
    const fields = what === 'immediate' ? { ...form.fields, immediate: true } : form.fields;
    await storePlan(turn, agency, task, fields, form.words);
    done.push(...say(words.plans.saved(task)));
  }
  const [next, ...left] = form.left;
  if (what !== 'stop' && next) return [...done, await ask(turn, emptyForm(agency, next, left), false)];
  await tx.progress.setForm(person.id, null, now);
  const { all, planned, undated } = planningOf(
    tasksOf(agency, turn.parts.knowledge),
    await tx.plans.current(agency),
  );
  if (!form.guided)
    return done.length > 0 ? done : say(form.shown ? words.plans.cancelled : words.plans.leftAsIs);
  if (what === 'stop') return [...done, ...say(words.plans.stopped(planned, all))];
  return [...done, ...say(words.plans.finished(planned, all, undated))];
}

/** Appends a plan; the one before it stays in the history. */
export async function storePlan(
  turn: Turn,
  agency: string,
  task: string,
  fields: PlanFields,
  words: string[],
): Promise<void> {
  const { tx, person, message, now } = turn;
  if (!person) return;
  const before = await current(turn, agency, task);
  await tx.plans.append({
    ...fields,
    agency,
    task,
    person: person.id,
    channel: message.channel,
    words,
    at: now,
  });
  const was = before && { leader: before.leader, finishDate: before.finishDate, immediate: before.immediate };
  const { leader, finishDate, immediate, steps } = fields;
  await record(turn, 'plan.append', was, {
    agency,
    task,
    leader,
    finishDate,
    immediate,
    steps: steps.length,
  });
}

async function ask(turn: Turn, form: PlanForm, again: boolean): Promise<Reply> {
  const { person, words } = turn;
  const { agency, task } = form;
  if (person) await turn.tx.progress.setForm(person.id, form, turn.now);
  const tasks = tasksOf(agency, turn.parts.knowledge);
  const text = shorten(taskAt(turn, task)?.text ?? '', TASK_LENGTH);
  const button = (label: string, what: PlanStepDone): ChoiceOffer => ({
    label,
    action: { kind: 'plan', do: what, agency, task },
  });
  return {
    text: again
      ? words.plans.notUnderstood
      : words.plans.ask(task, text, tasks.indexOf(task) + 1, tasks.length),
    choices: [
      button(words.plans.immediateButton, 'immediate'),
      ...(form.left.length > 0 ? [button(words.plans.skip, 'skip')] : []),
      ...(form.guided ? [button(words.plans.stop, 'stop')] : []),
    ],
  };
}

/** The plan as it stands; what is sent next changes it. */
async function view(turn: Turn, form: PlanForm): Promise<Reply> {
  if (turn.person) await turn.tx.progress.setForm(turn.person.id, form, turn.now);
  const { plans } = turn.words;
  const text = [plans.standing, ...planLines(turn, form.task, form.fields), plans.change];
  return { text: text.join('\n'), choices: [] };
}

async function show(turn: Turn, form: PlanForm): Promise<Reply[]> {
  const { person, words, parts, today } = turn;
  const { agency, task, fields, left } = form;
  if (person) await turn.tx.progress.setForm(person.id, form, turn.now);
  const notes = planNotes(fields, {
    today,
    end: lastYear(parts.knowledge.programme),
    isWorkingDay: parts.calendar.isWorkingDay,
  });
  const button = (label: string, what: PlanStepDone): ChoiceOffer => ({
    label,
    action: { kind: 'plan', do: what, agency, task },
  });
  return [
    {
      text: [
        words.plans.cardTitle,
        ...planLines(turn, task, fields),
        ...notes.map((note) => noteText(turn, note)),
      ].join('\n'),
      choices:
        left.length > 0
          ? [
              button(words.plans.saveNext, 'save'),
              button(words.plans.skip, 'skip'),
              button(words.plans.stop, 'stop'),
            ]
          : [button(words.plans.save, 'save'), button(words.plans.cancel, 'stop')],
    },
  ];
}

function home({ parts }: Turn): string {
  return taskHome(taskAddresses(parts.knowledge.programme));
}
