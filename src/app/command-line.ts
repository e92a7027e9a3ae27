import { parseArgs } from 'node:util';
import { ask } from './commands/ask.ts';
import { backup } from './commands/backup.ts';
import { chat } from './commands/chat.ts';
import { copy } from './commands/copy.ts';
import { doctor } from './commands/doctor.ts';
import { evaluate } from './commands/eval.ts';
import { health } from './commands/health.ts';
import { ingest } from './commands/ingest.ts';
import { invite } from './commands/invite.ts';
import { models } from './commands/models.ts';
import { nudges } from './commands/nudges.ts';
import { progress } from './commands/progress.ts';
import { zaloOa } from './commands/zalo-oa.ts';
import { isPlain, sentenceOf } from './log.ts';

/** What a command gets: the words after it and the options. */
export interface Line {
  words: string[];
  options: Record<string, string | boolean | undefined>;
}

/** A command: resolves to the exit code: 0, 1 (failed), 2 (wrong words). */
export type Command = (line: Line) => Promise<number>;

const COMMANDS: Record<string, Command> = {
  ask,
  chat,
  progress,
  nudges,
  ingest,
  health,
  eval: evaluate,
  invite,
  doctor,
  models,
  backup,
  copy,
  'zalo-oa': zaloOa,
};

const USAGE = `dondoc COMMAND
  ask "…"                    one question            [--json] [--batch FILE|-] [--now ISO]
  chat --as "Sở Y tế"        talk as an official     [--role official|leader|focal|admin] [--name …] [--db FILE] [--now ISO] [--json]
  progress --db FILE         what is stored          [--json] [--agency …] [--task …] [--plans: the agencies' plans]
  nudges --from D --to D     who would be nudged     [--db FILE] [--json]
  ingest FILE                text → programme JSON   [--json] [--out FOLDER: a folder for PROGRAMME]
  health                     faults of the document  [--json] [--now ISO]
  eval [--file F]            scores on a question file  [--json]
  invite --file people.csv   a join code for each    [--out codes.csv] [--db FILE] [--json]
  doctor                     checks settings, knowledge, store, channels, models  [--json]
  models pull                fetches the model for EMBEDDINGS   [--to FOLDER] [--model OWNER/NAME] [--from URL]
  backup FILE                a checked copy of the SQLite store, while it runs  [--db FILE]
  zalo-oa                    takes the account's tokens, two lines on standard input  [--code CODE --verifier V] [--db FILE]
  copy --from FILE           a SQLite store into the empty one of DATABASE_URL
`;

/** Runs one command line; never throws. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(USAGE);
    return name === '' || name === 'help' || name === '--help' ? 0 : 2;
  }
  const text = { type: 'string' } as const;
  let line: Line;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        plans: { type: 'boolean' },
        batch: text,
        as: text,
        role: text,
        name: text,
        db: text,
        now: text,
        agency: text,
        task: text,
        from: text,
        to: text,
        file: text,
        out: text,
        model: text,
        code: text,
        verifier: text,
      },
    });
    line = { words: positionals, options: values };
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n${USAGE}`);
    return 2;
  }
  try {
    const code = await command(line);
    if (code === 2) process.stderr.write(USAGE);
    return code;
  } catch (error) {
    process.stderr.write(`dondoc ${name}: ${sentenceOf(error)}\n`);
    if (!isPlain(error) && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}
