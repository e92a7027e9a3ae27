import { readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { createTelegramApi } from '../../channels/telegram/api.ts';
import { startLink } from '../../channels/telegram/start-link.ts';
import { createWording } from '../../conversation/wording.ts';
import { ZONE } from '../../core/clock.ts';
import { ConfigError } from '../../core/errors.ts';
import type { Knowledge } from '../../core/programme.ts';
import { fold } from '../../core/text.ts';
import { keepInvitations } from '../../people/create-join-code.ts';
import { writeCsv } from '../../people/csv.ts';
import { makeCode } from '../../people/join-code.ts';
import {
  type Invitation,
  type InvitationFault,
  MOST_INVITATIONS,
  readInvitations,
} from '../../people/read-invitations.ts';
import { openStore } from '../../store/connect.ts';
import { locateAgencies } from '../../understand/agencies.ts';
import { webJoinLink } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { type Config, readConfig } from '../config.ts';
import { sentenceOf } from '../log.ts';
import { clockOf, openKnowledge, option, print } from './support.ts';

const DAYS = 14;
const MOST_BYTES = 5 * 1024 * 1024;
const TELEGRAM_TIMEOUT_MS = 8_000;

/** `invite --file people.csv`: a join code for each line, all or none; the codes go to a file to hand out. */
export async function invite(line: Line): Promise<number> {
  const file = option(line, 'file');
  if (!file) return 2;
  const knowledge = openKnowledge();
  const { invitations, faults, delimiter } = readInvitations(readText(file), (name) =>
    oneAgency(name, knowledge),
  );
  if (faults.length > 0) {
    for (const fault of faults) {
      if (line.options.json) print({ ok: false, ...fault });
      else process.stderr.write(`${file}, line ${fault.line}: ${sentenceOfFault(fault)}\n`);
    }
    process.stderr.write('Nobody was invited. Mend the file and run it again.\n');
    return 1;
  }
  const config = readConfig();
  const bot = await botName(config);
  const now = clockOf(line).now();
  const expires = DateTime.fromJSDate(now, { zone: ZONE }).plus({ days: DAYS }).toFormat('dd/MM/yyyy');
  const { conversation, people } = createWording(knowledge.about).vi;
  const made = invitations.map((invitation) => {
    const code = makeCode();
    const agency = knowledge.agencies.find(({ id }) => id === invitation.agency)?.name ?? invitation.agency;
    const web = config.publicUrl ? webJoinLink(config.publicUrl, code) : '';
    return { invitation, code, agency, web, telegram: (bot && startLink(bot, code)) || '' };
  });
  const rows = made.map(({ invitation: { name, position, role }, code, agency, web, telegram }) => [
    ...[name, position, agency, conversation.roles[role]],
    ...[code, expires, `/thamgia ${code}`, web, telegram],
  ]);
  const csv = writeCsv([people.invitationColumns, ...rows], delimiter);
  const out = option(line, 'out');
  // Written first: a code that is kept and on no list would be lost.
  if (out) writeNew(out, csv);
  try {
    const invited = made.map(({ invitation, code }) => ({ ...invitation, code }));
    await keep(option(line, 'db') ?? config.databaseUrl, invited, now);
  } catch (error) {
    if (out) unlinkSync(out);
    throw error;
  }
  if (line.options.json)
    for (const { invitation, code, agency, web, telegram } of made)
      print({ ...invitation, agencyName: agency, code, expires, web, telegram });
  else if (!out) process.stdout.write(csv);
  process.stderr.write(
    `${made.length} codes, one use each, until ${expires}${out ? `, in ${out}` : ''}. Hand each out privately, then delete the list.\n`,
  );
  return 0;
}

async function keep(
  databaseUrl: string,
  invited: (Invitation & { code: string })[],
  now: Date,
): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    await store.transaction((tx) => keepInvitations(tx, invited, { days: DAYS, now }));
  } finally {
    await store.close();
  }
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    if (statSync(file).size > MOST_BYTES) throw new ConfigError(`${file} is larger than 5 MB`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${file} cannot be read`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`${file} is not UTF-8: save it as “CSV UTF-8”`);
  }
}

function writeNew(file: string, csv: string): void {
  try {
    // The mark tells table programs that it is UTF-8.
    writeFileSync(file, `\ufeff${csv}`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new ConfigError(`${file} is there already: name another file with --out`);
    throw new ConfigError(`${file} cannot be written`);
  }
}

/** The one agency the cell names and nothing else; "Sở Y tế tỉnh Thanh Hóa" is Sở Y tế. */
function oneAgency(text: string, knowledge: Knowledge): string | null {
  const found = locateAgencies(text, knowledge, true);
  const [only] = found;
  if (!only || found.length > 1 || only.from > 0) return null;
  const rest = fold(text.normalize('NFC').slice(only.to)).trim();
  return rest === '' || rest.startsWith('tinh ') ? only.agency.id : null;
}

/** The bot's name on Telegram, for links; without an answer there are none. */
async function botName({ telegram }: Config): Promise<string | null> {
  if (!telegram) return null;
  try {
    return (await createTelegramApi({ ...telegram, timeoutMs: TELEGRAM_TIMEOUT_MS }).getMe()).username;
  } catch (error) {
    process.stderr.write(`No Telegram links: ${sentenceOf(error)}\n`);
    return null;
  }
}

function sentenceOfFault({ problem, value }: InvitationFault): string {
  switch (problem) {
    case 'quotes':
      return 'a quotation mark is not closed or stands inside a cell';
    case 'no_rows':
      return 'there is nobody in it';
    case 'too_many_rows':
      return `more than ${MOST_INVITATIONS} people: split the file`;
    case 'missing_column':
      return `the column “${value}” is missing`;
    case 'unknown_column':
      return `the column “${value}” is not known: họ tên, chức vụ, cơ quan, vai trò`;
    case 'doubled_column':
      return `the column “${value}” stands there twice`;
    case 'too_many_columns':
      return 'more cells than columns: a cell with the separator in it needs quotation marks';
    case 'empty_name':
      return 'no name';
    case 'bad_name':
      return 'the name is not 2 to 100 letters';
    case 'unknown_agency':
      return value ? `the agency “${value}” is not known` : 'no agency';
    case 'unknown_role':
      return `the role “${value}” is not known: cán bộ, lãnh đạo, đầu mối, quản trị`;
    case 'doubled_name':
      return `the same name for the same agency as in line ${value}`;
  }
}
