import { DateTime } from 'luxon';
import { createTelegramApi } from '../../channels/telegram/api.ts';
import { createZaloBotApi } from '../../channels/zalo-bot/api.ts';
import { accountOf } from '../../channels/zalo-oa/api.ts';
import { unseal } from '../../channels/zalo-oa/seal.ts';
import { ZALO_OA } from '../../channels/zalo-oa/tokens.ts';
import { type Clock, dayOf, writeDay, ZONE } from '../../core/clock.ts';
import { EmbeddingError, ModelError, type ModelErrorCode, SendError } from '../../core/errors.ts';
import type { Knowledge } from '../../core/programme.ts';
import { loadLocalModel } from '../../embeddings/local-model.ts';
import { withSuccessions } from '../../knowledge/confirmed-successors.ts';
import { createOpenAiModel } from '../../llm/openai-model.ts';
import { nodeTooOld, OLDEST_NODE } from '../../node-version.ts';
import { confirmedSuccessions, inspectStore, keptTokens } from '../../store/inspect.ts';
import { isPostgres, placeOf } from '../../store/store-error.ts';
import type { Line } from '../command-line.ts';
import { type Config, programmeFolder, readConfig, unknownSettings } from '../config.ts';
import { sentenceOf } from '../log.ts';
import { clockOf, openKnowledge, print } from './support.ts';

/** One thing looked at. `note`: it works, but somebody should know. */
export interface Finding {
  part:
    | 'node'
    | 'settings'
    | 'knowledge'
    | 'calendar'
    | 'agencies'
    | 'store'
    | 'telegram'
    | 'zalo-oa'
    | 'zalo-bot'
    | 'model'
    | 'embeddings'
    | 'clock';
  level: 'well' | 'note' | 'bad';
  says: string;
  /** What to do; empty where nothing is to be done. */
  mend: string;
}

type Said = Omit<Finding, 'part'>;

const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const PLATFORM_TIMEOUT_MS = 8_000;
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** No clock that is right shows an earlier time. */
const WRITTEN = new Date('2026-11-01T00:00:00Z');

/** `doctor`: each part, whether it is well, and how to mend it. Changes nothing. Exit 1 when a part is bad. */
export async function doctor(line: Line): Promise<number> {
  const findings = await examine(clockOf(line));
  for (const { part, level, says, mend } of findings) {
    if (line.options.json) print({ part, ok: level !== 'bad', level, says, mend });
    else {
      const mark = { well: 'well', note: 'note', bad: 'BAD ' }[level];
      print(`${mark}  ${part.padEnd(10)} ${says}${mend ? `\n                 → ${mend}` : ''}`);
    }
  }
  return findings.some(({ level }) => level === 'bad') ? 1 : 0;
}

async function examine(clock: Clock): Promise<Finding[]> {
  const findings: Finding[] = [];
  const look = async (
    part: Finding['part'],
    mend: string,
    says: () => Promise<Said> | Said,
  ): Promise<void> => {
    try {
      findings.push({ part, ...(await says()) });
    } catch (error) {
      findings.push({ part, level: 'bad', says: sentenceOf(error), mend });
    }
  };
  let config: Config | null = null;
  let knowledge: Knowledge | null = null;
  let newest: Date | null = null;

  await look('node', `Install Node.js ${OLDEST_NODE} or newer.`, lookAtNode);
  await look('settings', 'Compare .env and the environment with .env.example.', () => {
    config = readConfig();
    return lookAtSettings(config);
  });
  await look('knowledge', 'Mend the field named, or restore knowledge/ from the repository.', () => {
    knowledge = openKnowledge();
    return lookAtKnowledge(knowledge);
  });
  await look('calendar', '', () => (knowledge ? lookAtCalendar(knowledge, clock) : unread('knowledge')));
  await look('agencies', '', () => (knowledge ? lookAtAgencies(knowledge, config) : unread('knowledge')));
  await look(
    'store',
    'Check DATABASE_URL, and the owner and rights of the file and its folder.',
    async () => {
      if (!config) return unread('settings');
      const [said, at] = await lookAtStore(config);
      newest = at;
      return said;
    },
  );
  await look('telegram', 'Check the network and TELEGRAM_API_ROOT; the web chat works meanwhile.', () =>
    config ? lookAtTelegram(config) : unread('settings'),
  );
  await look('zalo-oa', 'Check the network; what waits for Zalo is sent later.', () =>
    config ? lookAtZaloOa(config, clock) : unread('settings'),
  );
  await look('zalo-bot', 'Check the network; what waits for Zalo is sent later.', () =>
    config ? lookAtZaloBot(config) : unread('settings'),
  );
  await look('model', 'Check MODEL_URL and the network; answers come without the model meanwhile.', () =>
    config ? lookAtModel(config) : unread('settings'),
  );
  await look('embeddings', 'Empty EMBEDDINGS; search goes by words.', () =>
    config ? lookAtEmbeddings(config) : unread('settings'),
  );
  await look('clock', 'Set the clock of this machine (timedatectl set-ntp true).', () =>
    lookAtClock(clock, newest),
  );
  return findings;
}

function unread(part: 'settings' | 'knowledge'): Said {
  return note(`not looked at: the ${part} cannot be read`);
}

function lookAtNode(): Said {
  const { node } = process.versions;
  const tooOld = nodeTooOld(node);
  return tooOld ? bad(tooOld, `Install Node.js ${OLDEST_NODE} or newer.`) : well(`Node.js ${node}`);
}

function lookAtSettings(config: Config): Said {
  const unknown = unknownSettings();
  if (unknown.length > 0)
    return note(
      `.env names ${unknown.join(', ')}, which nothing reads`,
      'Mend the name, or delete the line. .env.example lists every name.',
    );
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(config.host);
  if (isOpen && !config.publicUrl)
    return note(
      `the chat listens on ${config.host} port ${config.port} without https of its own`,
      'Put a reverse proxy with https in front of it and set PUBLIC_URL.',
    );
  return well(`the chat listens on ${config.host} port ${config.port}`);
}

function lookAtKnowledge({ about, programme, duties }: Knowledge): Said {
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const tasks = blocks.flatMap((block) => block.tasks);
  const counts = [
    `${programme.fields.length} fields`,
    `${blocks.length} blocks`,
    `${tasks.length} tasks`,
    `${programme.documents.length} documents`,
    `${programme.figures.length} figures`,
    `${duties.length} duties`,
  ];
  const name = programme.number || about.name.vi;
  const dated = programme.date ? ` of ${writeDay(programme.date)}` : '';
  const says = `${name}${dated}: ${counts.join(', ')} (${programmeFolder()})`;
  if (duties.length > 0) return well(says);
  return note(
    `${says}; nobody is reminded of a report`,
    'Write duties.json where the document sets a day for reports.',
  );
}

/** The calendar must reach a year ahead; which of those days off are only computed. */
function lookAtCalendar({ calendar }: Knowledge, clock: Clock): Said {
  const today = dayOf(clock.now());
  const end = DateTime.fromISO(today).plus({ years: 1 }).toFormat('yyyy-MM-dd');
  const years = new Set(calendar.map(({ day }) => day.slice(0, 4)));
  const lacking = [today, end].map((day) => day.slice(0, 4)).filter((year) => !years.has(year));
  if (lacking.length > 0)
    return bad(
      `no days off are known for ${[...new Set(lacking)].join(', ')}: reminders would come on them`,
      `Write knowledge/calendar/${lacking[0]}.json from the government's notice, like its neighbours.`,
    );
  const ahead = calendar.filter(({ day }) => day >= today && day <= end);
  const computed = ahead.filter(({ official }) => !official);
  const says = `${ahead.length} days off or worked in exchange until ${writeDay(end)}, ${ahead.length - computed.length} by an official notice`;
  if (computed.length === 0) return well(says);
  return note(
    `${says}; computed or proposed only: ${computed.map(({ day, name }) => `${writeDay(day)} ${name}`).join(', ')}`,
    'When the notice is out, correct the days in knowledge/calendar/ and set "official": true.',
  );
}

/** The file, with what administrators confirmed in chat. */
async function lookAtAgencies(knowledge: Knowledge, config: Config | null): Promise<Said> {
  const confirmed = config ? await confirmedSuccessions(config.databaseUrl) : [];
  const { agencies } = withSuccessions(knowledge, confirmed);
  const open = agencies.filter(({ successors }) => successors.some(({ confirmed }) => !confirmed));
  if (open.length === 0) return well(`${agencies.length} agencies, every successor confirmed`);
  return note(
    `${agencies.length} agencies; the successor is unconfirmed of: ${open.map(({ name }) => name).join(', ')}`,
    'An administrator confirms each in chat with /kethua; until then answers say "chờ xác nhận".',
  );
}

async function lookAtStore({ databaseUrl }: Config): Promise<[Said, Date | null]> {
  const place = placeOf(databaseUrl);
  const state = await inspectStore(databaseUrl);
  if (state.kind === 'absent') {
    if (!state.mayBeMade)
      return [
        bad(
          `${place} is not there and ${state.folder} may not be written`,
          'Give the folder to the user that runs dondoc.',
        ),
        null,
      ];
    if (state.freeBytes < LEAST_FREE_BYTES) return [diskFull(state.freeBytes), null];
    return [note(`${place} is not there yet`, 'npm start makes it.'), null];
  }
  const { engine, bytes, freeBytes, pending, faults, counts, newest } = state;
  if (faults.length > 0)
    return [
      bad(
        `${place}: ${faults.join('; ')}`,
        isPostgres(databaseUrl)
          ? 'Give the user a database of its own on a server that may be written.'
          : 'Stop dondoc, keep the damaged file, restore the last backup (docs/operations.md).',
      ),
      newest,
    ];
  if (freeBytes !== null && freeBytes < Math.max(LEAST_FREE_BYTES, 2 * bytes))
    return [diskFull(freeBytes), newest];
  const facts = [
    `${place} (${engine}, ${size(bytes)}${freeBytes === null ? '' : `, ${size(freeBytes)} free`})`,
  ];
  if (counts)
    facts.push(
      `${counts.people} people, ${counts.updates} updates, ${counts.waiting} messages waiting, ${counts.givenUp} given up`,
    );
  const says = facts.join(': ');
  if (pending.length > 0)
    return [
      note(`${says}; ${pending.length} migrations to run`, 'npm start runs them; back up first.'),
      newest,
    ];
  if (counts?.admins === 0)
    return [note(`${says}; no administrator`, 'npm start prints a code for one.'), newest];
  if (counts && counts.givenUp > 0)
    return [note(says, 'See docs/operations.md, "Messages given up".'), newest];
  return [well(says), newest];
}

function diskFull(freeBytes: number): Said {
  return bad(
    `only ${size(freeBytes)} are free on the disk of the store`,
    'Free or add space, at least 500 MB and twice the store.',
  );
}

async function lookAtTelegram({ telegram, publicUrl }: Config): Promise<Said> {
  if (!telegram) return well('off (TELEGRAM_TOKEN is not set)');
  const api = createTelegramApi({ ...telegram, timeoutMs: PLATFORM_TIMEOUT_MS });
  try {
    const me = await api.getMe();
    const bot = `@${me.username}`;
    const hook = await api.getWebhookInfo();
    if (!publicUrl)
      return hook.url
        ? note(
            `${bot} answers; a webhook is set, though PUBLIC_URL is not`,
            'npm start removes the webhook and polls.',
          )
        : well(`${bot} answers; it is polled`);
    const expected = `${publicUrl}/channels/telegram`;
    if (hook.url !== expected)
      return note(
        `${bot} answers; its webhook is ${hook.url || 'not set'}, not ${expected}`,
        'npm start sets it.',
      );
    if (hook.lastError)
      return note(
        `${bot} answers; the last delivery failed: ${hook.lastError}; ${hook.waiting} updates wait`,
        `Check from outside that ${expected} reaches this machine with a valid certificate.`,
      );
    return well(`${bot} answers; its webhook is set, ${hook.waiting} updates wait`);
  } catch (error) {
    if (error instanceof SendError && error.code === 'unauthorized')
      return bad('Telegram refuses the token', 'Get the token from @BotFather again and set TELEGRAM_TOKEN.');
    throw error;
  }
}

async function lookAtZaloOa({ zaloOa, databaseUrl }: Config, clock: Clock): Promise<Said> {
  if (!zaloOa) return well('off (ZALO_OA_ID is not set)');
  const mend = 'Give a new pair: npm run -s dondoc -- zalo-oa';
  const kept = await keptTokens(databaseUrl, ZALO_OA);
  if (!kept) return bad('no tokens are kept yet', mend);
  if (kept.diedAt) return bad('the tokens can no longer be renewed', mend);
  const pair = unseal(kept.sealed, zaloOa.key);
  if (!pair) return bad('the tokens were sealed with another ZALO_TOKEN_KEY', `Restore that key. ${mend}`);
  if (kept.leaseUntil && kept.leaseUntil < clock.now())
    return note('a renewal of the tokens did not end; the next message tells whether they still work', mend);
  if (kept.expiresAt < clock.now())
    return note('the access token is over; the next message renews it', 'Nothing, unless it stays so.');
  const account = await accountOf(pair.access, { ...zaloOa, timeoutMs: PLATFORM_TIMEOUT_MS });
  if (!account) return note('Zalo refuses the access token; the next message renews it', mend);
  const paid = account.package ? `; package ${account.package}` : '';
  return well(`${account.name || 'the account'} answers${paid}`);
}

async function lookAtZaloBot({ zaloBot, publicUrl }: Config): Promise<Said> {
  if (!zaloBot) return well('off (ZALO_BOT_TOKEN is not set)');
  const api = createZaloBotApi({ ...zaloBot, timeoutMs: PLATFORM_TIMEOUT_MS });
  try {
    const { account_name: name = 'the bot' } = await api.getMe();
    const hook = await api.getWebhookUrl();
    const expected = publicUrl ? `${publicUrl}/channels/zalo-bot` : '';
    if (hook === expected) return well(`${name} answers; ${hook ? 'its webhook is set' : 'it is polled'}`);
    return note(
      `${name} answers; its webhook is ${hook || 'not set'}, not ${expected || 'empty'}`,
      'npm start sets it.',
    );
  } catch (error) {
    if (error instanceof SendError && error.code === 'unauthorized')
      return bad(
        'Zalo refuses the token of the bot',
        'Get it from Zalo Bot Manager again; set ZALO_BOT_TOKEN.',
      );
    throw error;
  }
}

const MODEL_MENDS: Partial<Record<ModelErrorCode, string>> = {
  unauthorized: 'Set MODEL_KEY to a key the server takes.',
  unpaid: 'Pay the account, or unset MODEL_URL and MODEL_NAME.',
  rate_limited: 'Wait, or ask the server for a higher limit.',
  timeout: 'Try a smaller model, or set a longer MODEL_TIMEOUT_MS.',
  malformed: 'Use a model and server that write JSON to a schema (response_format json_schema).',
};

/** Asks the model one word: the only way to know address, key, name and format at once. */
async function lookAtModel({ model }: Config): Promise<Said> {
  if (!model) return well('off (MODEL_URL is not set): nothing asked leaves this machine');
  const started = performance.now();
  try {
    const { value } = await createOpenAiModel(model).complete({
      instructions: 'Answer with the JSON {"well": true}.',
      input: 'Are you well?',
      schema: {
        name: 'well',
        schema: {
          type: 'object',
          properties: { well: { type: 'boolean' } },
          required: ['well'],
          additionalProperties: false,
        },
      },
      maxTokens: 50,
    });
    const ms = Math.round(performance.now() - started);
    if (typeof value !== 'object') throw new ModelError('malformed', 'the answer is not what was asked for');
    return well(
      `${model.model} answers in ${ms} ms; questions leave this machine without names and numbers of people`,
    );
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return bad(
      `${model.model}: ${error.message}; answers come without it`,
      MODEL_MENDS[error.code] ?? 'Check MODEL_URL, MODEL_NAME and the network.',
    );
  }
}

async function lookAtEmbeddings({ embeddings: folder }: Config): Promise<Said> {
  if (folder === undefined) return well('off (EMBEDDINGS is not set): search goes by words');
  try {
    const started = performance.now();
    const model = await loadLocalModel(folder);
    const loaded = performance.now();
    await model.embed(['cơ quan nào chủ trì logistics?'], 'query');
    const [loadMs, readMs] = [loaded - started, performance.now() - loaded].map(Math.ceil);
    return well(`${model.name} loads in ${loadMs} ms and reads a question in ${readMs} ms`);
  } catch (error) {
    if (error instanceof EmbeddingError) return bad(error.says, error.mend);
    throw error;
  }
}

function lookAtClock(clock: Clock, newest: Date | null): Said {
  const now = clock.now();
  const here = DateTime.fromJSDate(now, { zone: ZONE });
  if (!here.isValid)
    return bad(`this Node.js does not know the zone ${ZONE}`, 'Install a Node.js with full ICU data.');
  if (now < WRITTEN || (newest !== null && now.getTime() < newest.getTime() - CLOCK_TOLERANCE_MS))
    return bad(
      `the clock is behind: ${here.toFormat('HH:mm dd/MM/yyyy')} in Vietnam`,
      'Set the clock of this machine (timedatectl set-ntp true).',
    );
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = own === ZONE ? '' : `; the machine's own zone is ${own}, which changes nothing`;
  return well(`${here.toFormat('HH:mm dd/MM/yyyy')} in Vietnam${zone}`);
}

function size(bytes: number): string {
  return bytes < 1024 ** 3 ? `${Math.ceil(bytes / 1024 ** 2)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

function well(says: string): Said {
  return { level: 'well', says, mend: '' };
}

function note(says: string, mend = ''): Said {
  return { level: 'note', says, mend };
}

function bad(says: string, mend: string): Said {
  return { level: 'bad', says, mend };
}
