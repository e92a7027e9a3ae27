import type { ProgressUpdate, TaskPlan } from '../../core/progress.ts';
import type { Transaction } from '../../core/store.ts';
import { openStore } from '../../store/connect.ts';
import { findAgencies } from '../../understand/agencies.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { openKnowledge, option, print } from './support.ts';

/**
 * `progress --db FILE`: the stored updates, newest first; every one ever made, so the history of a task is its rows. With
 * `--plans` the newest plan of each task instead.
 */
export async function progress(line: Line): Promise<number> {
  const agencyText = option(line, 'agency');
  const task = option(line, 'task');
  const knowledge = openKnowledge();
  const agency = agencyText ? findAgencies(agencyText, knowledge)[0]?.id : undefined;
  if (agencyText && !agency) return 2;
  const store = await openStore(option(line, 'db') ?? readConfig().databaseUrl);
  try {
    const agencies = agency ? [agency] : knowledge.agencies.map(({ id }) => id);
    const rows = await store.transaction(
      async (tx): Promise<(ProgressUpdate | TaskPlan)[]> =>
        line.options.plans
          ? plansOf(tx, agencies, task)
          : tx.progress.updates({ ...(agency ? { agencies } : {}), ...(task ? { task } : {}) }),
    );
    for (const row of rows) print(line.options.json ? row : written(row));
  } finally {
    await store.close();
  }
  return 0;
}

async function plansOf(tx: Transaction, agencies: string[], task: string | undefined): Promise<TaskPlan[]> {
  const plans: TaskPlan[] = [];
  for (const agency of agencies) plans.push(...(await tx.plans.current(agency)));
  return task ? plans.filter((plan) => plan.task === task) : plans;
}

function written(row: ProgressUpdate | TaskPlan): string {
  const said =
    'receipt' in row
      ? `${row.receipt}  ${row.task}  ${row.percent ?? '–'}%`
      : `${row.task}  ${row.leader ?? '–'}  ${row.finishDate ?? (row.immediate ? 'at once' : '–')}`;
  return `${said}  ${row.agency}  ${row.at.toISOString()}`;
}
