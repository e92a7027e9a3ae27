import { openStore } from '../../store/connect.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { describeError } from '../log.ts';
import { openKnowledge, print } from './support.ts';

interface Finding {
  part: string;
  ok: boolean;
  says: string;
}

/** `doctor`: each part, whether it is well, and how to mend it. Exit 1 when one is not. */
export async function doctor(line: Line): Promise<number> {
  const findings = [
    await check('settings', 'Compare .env with .env.example.', async () => {
      const config = readConfig();
      return config.telegram ? 'telegram is on' : 'telegram is off (TELEGRAM_TOKEN is not set)';
    }),
  ];
  findings.push(
    await check('knowledge', 'Restore knowledge/ from the repository or mend the field named.', async () => {
      const { programme } = openKnowledge();
      const blocks = programme.fields.flatMap((field) => field.blocks);
      return `${programme.number}: ${programme.fields.length} fields, ${blocks.length} blocks, ${blocks.flatMap((block) => block.tasks).length} tasks`;
    }),
  );
  findings.push(
    await check('store', 'Check DATABASE_URL, the folder and its rights.', async () => {
      const store = await openStore(readConfig().databaseUrl);
      const { people, outbox } = await store.transaction(async (tx) => ({
        people: await tx.people.count(),
        outbox: await tx.outbox.counts(),
      }));
      await store.close();
      return `${people} people, ${outbox.waiting} messages waiting, ${outbox.failed} given up`;
    }),
  );
  for (const finding of findings)
    print(line.options.json ? finding : `${finding.ok ? 'well ' : 'BAD  '} ${finding.part}: ${finding.says}`);
  return findings.every((finding) => finding.ok) ? 0 : 1;
}

async function check(part: string, mend: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { part, ok: true, says: await look() };
  } catch (error) {
    return { part, ok: false, says: `${describeError(error).message} ${mend}` };
  }
}
