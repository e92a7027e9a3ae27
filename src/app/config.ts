import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { ConfigError } from '../core/errors.ts';
import { DEFAULT_PROGRAMME } from '../knowledge/load-knowledge.ts';

const text = z.string().trim();

/** The folder with the programmes and the calendar. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** Every variable the program reads; .env.example lists the same (a test compares them). */
export const variables = z.object({
  PROGRAMME: text.default(DEFAULT_PROGRAMME),
  DATABASE_URL: text
    .refine(
      (url) => url === ':memory:' || /^postgres(ql)?:\/\/./.test(url) || !/^[a-z][\w+.-]+:/i.test(url),
      {
        error: 'must be a file path or postgres://user:password@host/database',
      },
    )
    .default('data/dondoc.sqlite'),
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must be an https:// address' }).optional(),
  TELEGRAM_TOKEN: text
    .regex(/^\d+:[\w-]+$/, { error: 'must be a token as @BotFather writes it: digits, a colon, letters' })
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: text
    .regex(/^[\w-]{16,256}$/, { error: 'must be 16 to 256 letters, digits, _ or -' })
    .optional(),
  ZALO_BOT_TOKEN: text
    .regex(/^\d+:[\w-]+$/, {
      error: 'must be a token as Zalo Bot Manager gives it: digits, a colon, letters',
    })
    .optional(),
  ZALO_BOT_WEBHOOK_SECRET: text
    .regex(/^[\w-]{16,256}$/, { error: 'must be 16 to 256 letters, digits, _ or -' })
    .optional(),
  ZALO_BOT_API_ROOT: httpAddress().optional(),
  ZALO_OA_ID: text.regex(/^\d+$/, { error: 'must be the digits of the account' }).optional(),
  ZALO_APP_ID: text.regex(/^\d+$/, { error: 'must be the digits of the app' }).optional(),
  ZALO_APP_SECRET: text.optional(),
  ZALO_OA_SECRET_KEY: text.optional(),
  ZALO_TOKEN_KEY: text
    .regex(/^[0-9a-f]{64}$/i, { error: 'must be 64 hexadecimal digits: openssl rand -hex 32' })
    .optional(),
  ZALO_VERIFIER: text
    .regex(/^[\w-]{1,200}$/, { error: 'must be the code in the name of the file zalo_verifier….html' })
    .optional(),
  ZALO_API_ROOT: httpAddress().optional(),
  ZALO_OAUTH_ROOT: httpAddress().optional(),
  MODEL_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  MODEL_NAME: text.optional(),
  MODEL_KEY: text.optional(),
  MODEL_TIMEOUT_MS: wholeNumber(500, 30_000).default(8_000),
  MODEL_DAILY_TOKENS: wholeNumber(0, 1_000_000_000).default(200_000),
  EMBEDDINGS: text.optional(),
  CONTACT: text
    .max(200, { error: 'must be at most 200 characters' })
    // Shown as it stands in the consent text, on one line.
    .refine((contact) => !/[\r\n]/.test(contact), { error: 'must be one line' })
    .optional(),
  GUESTS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  FILES_FOLDER: text.default('data/files'),
  MAX_FILE_MB: wholeNumber(1, 100).default(20),
  KEEP_MESSAGES_DAYS: wholeNumber(1, 3_650).default(180),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
});

function httpAddress() {
  return z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

export interface Config {
  databaseUrl: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  telegram: { token: string; apiRoot: string | undefined; webhookSecret: string | undefined } | undefined;
  zaloBot: { token: string; apiRoot: string | undefined; webhookSecret: string | undefined } | undefined;
  zaloOa: ZaloOaConfig | undefined;
  /** A model that may say answers in other words; undefined where none is set. */
  model: { url: string; model: string; key: string; timeoutMs: number; dailyTokens: number } | undefined;
  /** The folder of a local embedding model; undefined: search is by words. */
  embeddings: string | undefined;
  /** Whom people turn to about their data; undefined: whoever gave them the code. */
  contact: string | undefined;
  /** Who has not joined may ask questions. */
  guests: boolean;
  /** Where files people send are kept, and the largest one taken. */
  files: { folder: string; maxBytes: number };
  /** How long what was said and answered is kept; reported progress is kept for good. */
  keepMessagesDays: number;
  logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  /** The folder of the programme in use. */
  programme: string;
  promptsFolder: string;
}

export interface ZaloOaConfig {
  oaId: string;
  appId: string;
  appSecret: string;
  oaSecretKey: string;
  /** Seals the tokens in the store; 32 bytes. */
  key: Uint8Array;
  /** The code of the file by which Zalo checks whose domain this is. */
  verifier: string | undefined;
  apiRoot: string | undefined;
  oauthRoot: string | undefined;
}

/** Reads the settings; throws ConfigError with one sentence naming the variable. Values are never shown. */
export function readConfig(env: Record<string, string | undefined> = readEnvironment()): Config {
  // An empty value means the default.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0] ?? 'A setting')} ${issue?.message ?? 'cannot be used'}`);
  }
  const values = parsed.data;
  if (values.TELEGRAM_TOKEN && values.PUBLIC_URL && !values.TELEGRAM_WEBHOOK_SECRET) {
    throw new ConfigError('TELEGRAM_WEBHOOK_SECRET is needed when PUBLIC_URL and TELEGRAM_TOKEN are set');
  }
  if (values.ZALO_BOT_TOKEN && values.PUBLIC_URL && !values.ZALO_BOT_WEBHOOK_SECRET)
    throw new ConfigError('ZALO_BOT_WEBHOOK_SECRET is needed when PUBLIC_URL and ZALO_BOT_TOKEN are set');
  if (Boolean(values.MODEL_URL) !== Boolean(values.MODEL_NAME))
    throw new ConfigError('MODEL_URL and MODEL_NAME belong together: set both, or neither');
  return {
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    telegram: values.TELEGRAM_TOKEN
      ? {
          token: values.TELEGRAM_TOKEN,
          apiRoot: values.TELEGRAM_API_ROOT,
          webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
        }
      : undefined,
    zaloBot: values.ZALO_BOT_TOKEN
      ? {
          token: values.ZALO_BOT_TOKEN,
          apiRoot: values.ZALO_BOT_API_ROOT,
          webhookSecret: values.ZALO_BOT_WEBHOOK_SECRET,
        }
      : undefined,
    zaloOa: zaloOaOf(values),
    model:
      values.MODEL_URL && values.MODEL_NAME
        ? {
            url: values.MODEL_URL.replace(/\/+$/, ''),
            model: values.MODEL_NAME,
            // A server on the premises may want none, but the header must hold something.
            key: values.MODEL_KEY ?? 'none',
            timeoutMs: values.MODEL_TIMEOUT_MS,
            dailyTokens: values.MODEL_DAILY_TOKENS,
          }
        : undefined,
    embeddings: values.EMBEDDINGS,
    contact: values.CONTACT,
    guests: values.GUESTS === 'on',
    files: { folder: values.FILES_FOLDER, maxBytes: values.MAX_FILE_MB * 1024 * 1024 },
    keepMessagesDays: values.KEEP_MESSAGES_DAYS,
    logLevel: values.LOG_LEVEL,
    programme: folderOf(values.PROGRAMME),
    promptsFolder: fileURLToPath(new URL('../../prompts', import.meta.url)),
  };
}

/** The Official Account, which needs all of its settings, or none. */
function zaloOaOf(values: z.infer<typeof variables>): ZaloOaConfig | undefined {
  const { ZALO_OA_ID: oaId, ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret } = values;
  const { ZALO_OA_SECRET_KEY: oaSecretKey, ZALO_TOKEN_KEY: key, PUBLIC_URL: publicUrl } = values;
  const needed = { oaId, appId, appSecret, oaSecretKey, key };
  if (Object.values(needed).every((value) => value === undefined)) return undefined;
  if (!oaId || !appId || !appSecret || !oaSecretKey || !key || !publicUrl)
    throw new ConfigError(
      'ZALO_OA_ID, ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET_KEY, ZALO_TOKEN_KEY and PUBLIC_URL belong together: set all, or none of ZALO_*',
    );
  return {
    ...{ oaId, appId, appSecret, oaSecretKey, key: Buffer.from(key, 'hex') },
    ...{ verifier: values.ZALO_VERIFIER, apiRoot: values.ZALO_API_ROOT, oauthRoot: values.ZALO_OAUTH_ROOT },
  };
}

/** The folder of the programme in use, read alone: a fault of another setting keeps nobody from asking. */
export function programmeFolder(): string {
  return folderOf(readEnvironment().PROGRAMME?.trim() || DEFAULT_PROGRAMME);
}

/** A name stands under knowledge/; anything with a slash, or that is only found here, is a path. */
function folderOf(programme: string): string {
  const named = join(KNOWLEDGE_FOLDER, programme);
  const isPath = /[/\\]/.test(programme) || (!existsSync(named) && existsSync(programme));
  return isPath ? resolve(programme) : named;
}

/** Names in `.env` that the program does not read: likely typing errors. */
export function unknownSettings(): string[] {
  const known = new Set(Object.keys(variables.shape));
  return Object.keys(readEnvFile()).filter((name) => !known.has(name));
}

/** The environment over the `.env` file of the working folder, where there is one. */
function readEnvironment(): Record<string, string | undefined> {
  return { ...readEnvFile(), ...process.env };
}

function readEnvFile(): Record<string, string | undefined> {
  let content: string;
  try {
    content = readFileSync('.env', 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new ConfigError('.env is there but cannot be read: check its owner and rights');
  }
  return parseEnv(content);
}
