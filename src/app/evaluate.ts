import type { Parts } from '../conversation/turn.ts';
import { dayOf } from '../core/clock.ts';
import { likelyTasks } from '../progress/permission.ts';
import { findAgencies } from '../understand/agencies.ts';
import { type ParsedUpdate, parseUpdate, SURE } from '../understand/update/parse-update.ts';

/** One line of a question file. */
export interface EvalRow {
  id: string;
  group: string;
  text: string;
  /**
   * The verbatim sentence that proves the answer; empty where the programme does not say it. Several where any proves it:
   * who leads a matter stands in the heading, that it is theirs in the dash.
   */
  evidence: string | string[];
  expect: {
    /** For a question with no evidence: how the bot should decline ("not_in_programme", "out_of_scope", "corrected"). */
    outcome?: string;
    sections?: string[];
    lines?: number[];
    /** False for a message that looks like a report on a task and is none. */
    update?: boolean;
    /** The sender's agency, for updates. */
    agency?: string[];
    slots?: {
      task?: string;
      status?: string;
      percent?: number | null;
      expected_date?: string;
      [key: string]: unknown;
    };
  };
}

export interface Scores {
  groups: Record<string, string>;
  total: string;
  /** Questions asked, and how many were hit first and among the first three. */
  hits: { asked: number; first: number; third: number };
  /** Updates read, and how many had task, percent and date exact. */
  updates: { read: number; task: number; percent: number; date: number };
  ms: { p50: number; p99: number };
  misses: string[];
}

/**
 * Scores rows: questions by whether the evidence stands in the first, or first three, citations (hit@1, hit@3), those
 * without evidence by the outcome; updates by task, percent and expected date, each exact.
 */
export function evaluateRows(rows: EvalRow[], parts: Parts, now: Date): Scores {
  const tally = new Map<
    string,
    { rows: number; first: number; third: number; task: number; percent: number; date: number }
  >();
  const misses: string[] = [];
  const times: number[] = [];
  for (const row of rows) {
    const score = tally.get(row.group) ?? { rows: 0, first: 0, third: 0, task: 0, percent: 0, date: 0 };
    tally.set(row.group, score);
    score.rows += 1;
    const started = performance.now();
    if (row.expect.update === false) {
      const { isUpdate } = read(row, parts, now);
      const right = isUpdate < SURE;
      score.first += Number(right);
      score.third += Number(right);
      if (!right) misses.push(`${row.id} ${row.text} → taken for an update (${isUpdate.toFixed(2)})`);
    } else if (row.group === 'update') {
      const right = scoreUpdate(row, parts, now);
      score.task += Number(right.task);
      score.percent += Number(right.percent);
      score.date += Number(right.date);
      if (!right.task || !right.percent || !right.date) misses.push(`${row.id} ${row.text} → ${right.got}`);
    } else {
      const { citations, outcome } = parts.ask(row.text, { now, agency: null, memory: null });
      const evidence = [row.evidence].flat().filter((sentence) => sentence !== '');
      const found =
        evidence.length > 0
          ? citations.findIndex((citation) => evidence.some((sentence) => proves(citation, sentence)))
          : Number(outcome === row.expect.outcome) - 1;
      score.first += Number(found === 0);
      score.third += Number(found >= 0 && found < 3);
      if (found !== 0)
        misses.push(
          `${row.id} ${row.text} → ${outcome}: ${citations
            .slice(0, 3)
            .map((citation) => citation.address)
            .join(' ')}`,
        );
    }
    times.push(performance.now() - started);
  }
  const groups = Object.fromEntries([...tally].map(([group, score]) => [group, line(group, score)]));
  const questions = [...tally].filter(([group]) => group !== 'update').map(([, score]) => score);
  const sum = (pick: (score: { rows: number; first: number; third: number }) => number): number =>
    questions.reduce((total, score) => total + pick(score), 0);
  const asked = sum((score) => score.rows);
  const update = tally.get('update');
  return {
    groups,
    hits: { asked, first: sum((s) => s.first), third: sum((s) => s.third) },
    updates: {
      read: update?.rows ?? 0,
      task: update?.task ?? 0,
      percent: update?.percent ?? 0,
      date: update?.date ?? 0,
    },
    total: `hit@1 ${sum((s) => s.first)}/${asked}  hit@3 ${sum((s) => s.third)}/${asked}`,
    ms: percentiles(times),
    misses,
  };
}

function proves(citation: { quote: string }, sentence: string): boolean {
  const quote = flat(citation.quote);
  const evidence = flat(sentence);
  if (quote.includes(evidence)) return true;
  // A citation may quote one clause of a longer piece of evidence; a scrap of a few words proves nothing.
  return quote.length >= 40 && evidence.includes(quote);
}

function flat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\s*(-|\d+\.|[a-z]\))\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function scoreUpdate(
  row: EvalRow,
  parts: Parts,
  now: Date,
): { task: boolean; percent: boolean; date: boolean; got: string } {
  const { fields, indicator, isUpdate } = read(row, parts, now);
  const { task, percent = null, expected_date: date = null } = row.expect.slots ?? {};
  const isTask = parts.knowledge.programme.fields.some((f) =>
    f.blocks.some((b) => b.tasks.some((t) => t.address === task)),
  );
  return {
    // A report that is taken for a question never becomes a card.
    task: isTask ? fields.task === task && isUpdate >= SURE : indicator !== null,
    // "Xong rồi" with no number may be read as 100 or left open.
    percent:
      fields.percent === percent || (row.expect.slots?.percent_implied === true && fields.percent === null),
    date: fields.expectedDate === date,
    got: JSON.stringify({
      task: fields.task,
      percent: fields.percent,
      date: fields.expectedDate,
      state: fields.state,
      sure: Math.round(isUpdate * 100) / 100,
    }),
  };
}

function read(row: EvalRow, parts: Parts, now: Date): ParsedUpdate {
  const { knowledge } = parts;
  const sender = row.expect.agency?.flatMap((name) => findAgencies(name, knowledge))[0];
  return parseUpdate(row.text, {
    today: dayOf(now),
    documents: knowledge.programme.documents,
    taskAddresses: knowledge.programme.fields.flatMap((f) =>
      f.blocks.flatMap((b) => b.tasks.map((t) => t.address)),
    ),
    ownTasks: likelyTasks(row.text, sender?.id ?? null, knowledge),
    findTask: parts.findTask,
  });
}

function line(
  group: string,
  score: { rows: number; first: number; third: number; task: number; percent: number; date: number },
): string {
  if (group === 'update')
    return `task ${score.task}/${score.rows}  percent ${score.percent}/${score.rows}  date ${score.date}/${score.rows}`;
  return `hit@1 ${score.first}/${score.rows}  hit@3 ${score.third}/${score.rows}`;
}

function percentiles(times: number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
