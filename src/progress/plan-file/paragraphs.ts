import type { Day } from '../../core/clock.ts';
import type { PlanFields } from '../../core/progress.ts';
import { cleanText, fold } from '../../core/text.ts';
import { taskHome } from '../../knowledge/programme-parts.ts';
import { locateAddresses } from '../../understand/address.ts';
import { parsePlan } from '../../understand/plan.ts';
import type { TaskContext } from '../../understand/update/task.ts';
import { planSays } from '../plan.ts';

/** What a paragraph, and the lines that go on with it, say of the task they name. */
export interface PlanParagraph {
  text: string;
  /** Null where it names several tasks, or one of another agency. */
  task: string | null;
  fields: PlanFields;
}

/** Lines that go on with the task above: list items, and what is said of a plan. */
const GOES_ON =
  /^(?:[-–•+*]|\(?\d{1,2}[.)]\s|[a-z]\)|(?:lanh dao|nguoi|dong chi|phu trach|chi dao|thoi (?:gian|han)|han|hoan thanh|viec|cac viec|buoc|cac buoc|cong viec|giai phap|san pham|trien khai ngay|leader|deadline|steps?)\b)/;
const SAYS_PLAN = /\b(?:lanh dao|phu trach|chi dao|thoi (?:gian|han)|hoan thanh|xong|giao|leader|deadline)\b/;
const LINE_LENGTH = 1_000;

/** The plans of a text without a table, whose paragraphs each name a task by its address. */
export function readPlanParagraphs(
  lines: string[],
  { taskAddresses, ownTasks }: TaskContext,
  today: Day,
): PlanParagraph[] {
  const home = taskHome(taskAddresses);
  const groups: { tasks: string[]; text: string; lines: string[] }[] = [];
  let open: (typeof groups)[number] | null = null;
  for (const line of lines.map((one) => cleanText(one.slice(0, LINE_LENGTH)))) {
    const found = locateAddresses(line, home).filter(({ address }) => taskAddresses.includes(address));
    const [first] = found;
    if (first) {
      const tasks = [...new Set(found.map(({ address }) => address))];
      open = { tasks, text: line, lines: [withoutTitle(line.slice(first.index + first.length))] };
      groups.push(open);
    } else if (open && GOES_ON.test(fold(line))) open.lines.push(line);
    else open = null;
  }
  return groups.flatMap(({ tasks, text, lines: said }) => {
    const parsed = parsePlan(said.join('\n'), today);
    const [task = ''] = tasks;
    if (!planSays(parsed)) return [];
    const isClear = tasks.length === 1 && ownTasks.includes(task);
    return [{ text, task: isClear ? task : null, fields: parsed.fields }];
  });
}

/** "Thành lập bệnh viện: PGĐ A phụ trách": what stands before the colon is the task's own text. */
function withoutTitle(text: string): string {
  const colon = text.indexOf(':');
  return colon >= 0 && !SAYS_PLAN.test(fold(text.slice(0, colon))) ? text.slice(colon + 1) : text;
}
