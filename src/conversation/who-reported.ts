import { dayOf, writeDay } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import { takesOver } from '../knowledge/succession.ts';
import { replay } from '../progress/history.ts';
import { tasksOf } from '../progress/permission.ts';
import { agencyName, say, type Turn } from './turn.ts';

/** Who has sent updates this year, and who has not: for the focal agency and administrators. */
export async function whoReported(turn: Turn): Promise<Reply[]> {
  const { person, words, parts, tx, today } = turn;
  if (!person) return say(words.conversation.joinToSeeProgress);
  if (person.role !== 'focal' && person.role !== 'admin')
    return say(words.conversation.ownProgressOnly(agencyName(turn, person.agency)));
  const year = Number(today.slice(0, 4));
  const since = new Date(`${year}-01-01T00:00:00+07:00`);
  const reports = await tx.nudges.reports(year);
  const rows: string[] = [];
  const silent: string[] = [];
  for (const { id, name, successors } of parts.knowledge.agencies) {
    const tasks = tasksOf(id, parts.knowledge);
    // Who handed all of it on is heard through the successor.
    const isPassed = (task: string): boolean =>
      successors.some((one) => one.agency !== null && takesOver(one, task));
    if (tasks.every(isPassed)) continue;
    const updates = await tx.progress.updates({ agencies: [id], since });
    const standing = replay(updates.toReversed());
    const [last] = standing;
    const sent = reports.find(({ agency }) => agency === id);
    if (!last && !sent) silent.push(name);
    else
      rows.push(
        words.progress.reported.row(
          name,
          standing.length,
          tasks.length,
          last ? writeDay(dayOf(last.reported.at)) : null,
          sent ? writeDay(dayOf(sent.at)) : null,
        ),
      );
  }
  const { reported } = words.progress;
  return say(
    [
      reported.title(year),
      ...(silent.length > 0 ? [reported.silent(silent.length), ...silent.map((name) => `• ${name}`)] : []),
      ...(rows.length > 0 ? [reported.heard(rows.length), ...rows] : []),
    ].join('\n'),
  );
}
