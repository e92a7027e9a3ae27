import { dayOf } from '../../core/clock.ts';
import type { HealthReport } from '../../core/health.ts';
import type { About } from '../../core/programme.ts';
import { examineDocument } from '../../knowledge/health.ts';
import { calledIn } from '../../wording/called.ts';
import { health as words } from '../../wording/en/health.ts';
import type { Line } from '../command-line.ts';
import { clockOf, openKnowledge, print } from './support.ts';

/** `health`: what a reader of the programme in use should know about its text; `--json` one finding a line. */
export async function health(line: Line): Promise<number> {
  const knowledge = openKnowledge();
  const report = examineDocument({ ...knowledge, today: dayOf(clockOf(line).now()) });
  if (line.options.json) {
    print(report.counts);
    for (const finding of report.findings) print(finding);
  } else for (const sentence of healthSentences(report, knowledge.about)) print(sentence);
  return 0;
}

/** A summary, then one sentence a finding, opened by the address and line it concerns where it concerns one. */
export function healthSentences({ counts, findings }: HealthReport, about: About): string[] {
  const { fact } = words(calledIn(about, 'en'));
  const { fields, blocks, tasks, orientations } = counts;
  return [
    `${fields} fields, ${blocks} blocks, ${tasks} tasks, ${orientations} orientation dashes`,
    ...findings.map((one) => `${one.at ? `${one.at.address} (line ${one.at.line}): ` : ''}${fact(one)}`),
  ];
}
