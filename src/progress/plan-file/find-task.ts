import { fold } from '../../core/text.ts';
import { taskHome } from '../../knowledge/programme-parts.ts';
import { locateAddresses, withoutAddresses } from '../../understand/address.ts';
import { findTaskOf, type TaskContext } from '../../understand/update/task.ts';

/** What a row of a plan calls its task by. */
export interface TaskNamed {
  /** A column of addresses. */
  address: string;
  text: string;
  label: string;
  /** Notes, where an address may stand too. */
  notes: string;
}

/** How the task of a row was found. */
export interface PlanTask {
  task: string;
  by: 'address' | 'words';
}

/** Finds the own task a row speaks of; null where it is another agency's, none, or not certain. */
export type FindPlanTask = (named: TaskNamed) => PlanTask | null;

const TEXT_LENGTH = 600;
/** So much of a long sentence tells which task it is. */
const SEARCHED_LENGTH = 240;
/** Any work of an office shares words with some task: nearly all a row says must stand in the one that is meant. */
const COVERED = 0.85;
/** The next task, any agency's, must be so far behind. */
const NEXT = 0.75;
/** "Du lịch" alone names no task. */
const MIN_WORDS = 4;
/** More rows are never looked up by their words: each takes some milliseconds. */
const MAX_SEARCHES = 250;
/** "Nhiệm vụ 3:", "1.2.", "- ": the plan's own numbering. */
const OWN_NUMBER =
  /^\s*(?:[-–•+*]\s*|(?:nhiệm vụ|nhiem vu|task|nv)?\s*(?:thứ|thu|số|so)?\s*\d{1,2}(?:\.\d{1,2})*\s*[.:)–-]\s*|\p{Ll}\)\s*)+/iu;

/** A finder for one file; what was asked once is not searched again. */
export function createFindPlanTask(context: TaskContext): FindPlanTask {
  const { taskAddresses, ownTasks } = context;
  const home = taskHome(taskAddresses);
  const searched = new Map<string, PlanTask | null>();
  const all = (text: string): string[] => [
    ...new Set(locateAddresses(text.slice(0, TEXT_LENGTH), home).map(({ address }) => address)),
  ];
  const tasks = (text: string): string[] => all(text).filter((address) => taskAddresses.includes(address));
  const byWords = (text: string): PlanTask | null => {
    const before = searched.get(text);
    if (before !== undefined || searched.size >= MAX_SEARCHES) return before ?? null;
    const found = searchTask(text, context, home);
    searched.set(text, found);
    return found;
  };
  const own = (task: string): PlanTask | null => (ownTasks.includes(task) ? { task, by: 'address' } : null);

  return ({ address, text, label, notes }) => {
    for (const cell of [address, text]) {
      const [task, second] = tasks(cell);
      // Two at once: which of them is led by whom until when, nobody can tell.
      if (task) return second ? null : own(task);
    }
    const words = byWords(text);
    const isBlock = (one: string): boolean => taskAddresses.some((task) => task.startsWith(`${one}.`));
    const named = all(address);
    if (named.length > 0)
      return words && named.some((one) => words.task.startsWith(`${one}.`)) ? words : null;
    // The plan's own numbers and what a note mentions only count where the words do not speak against them.
    const [hint, other] = [
      ...new Set([...tasks(label).filter((one) => fullIn(label, one)), ...tasks(notes)]),
    ];
    if (hint && !other) return words && words.task !== hint ? null : own(hint);
    const blocks = all(text).filter(isBlock);
    return words && blocks.length > 0 && !blocks.some((one) => words.task.startsWith(`${one}.`))
      ? null
      : words;
  };
}

/** Written whole, with its section: "1.1" of a plan's own numbering is no address. */
function fullIn(label: string, address: string): boolean {
  return fold(label)
    .replace(/[^a-z\d.]/g, '')
    .includes(fold(address));
}

function searchTask(written: string, context: TaskContext, home: string): PlanTask | null {
  const text = withoutAddresses(written.slice(0, TEXT_LENGTH), home)
    .replace(OWN_NUMBER, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, SEARCHED_LENGTH);
  if ((text.match(/\p{L}{2,}/gu) ?? []).length < MIN_WORDS) return null;
  const [best, next] = context.findTask(text);
  const stands = best !== undefined && best.coverage >= COVERED && (next?.score ?? 0) <= best.score * NEXT;
  if (!stands || !context.ownTasks.includes(best.address)) return null;
  const { task, by } = findTaskOf(text, context);
  return task === best.address && (by === 'words' || by === 'document') ? { task, by: 'words' } : null;
}
