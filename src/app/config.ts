import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../core/errors.ts';

const empty = z.literal('').transform(() => undefined);
const optional = z.union([empty, z.string().trim().min(1)]).optional();

/** Every variable the program reads; .env.example lists the same (a test compares them). */
export const variables = z.object({
  DATABASE_URL: z.string().trim().min(1).default('data/dondoc.sqlite'),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: z.union([empty, z.url({ protocol: /^https$/ })]).optional(),
  TELEGRAM_TOKEN: optional,
  TELEGRAM_API_ROOT: z.union([empty, z.url()]).optional(),
  TELEGRAM_WEBHOOK_SECRET: z.union([empty, z.string().regex(/^[\w-]{16,256}$/)]).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  databaseUrl: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  telegram: { token: string; apiRoot: string | undefined; webhookSecret: string | undefined } | undefined;
  logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  knowledgeFolder: string;
}

/** Reads the settings; throws ConfigError with one sentence naming the variable. Values are never shown. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0] ?? 'environment')}: ${issue?.message ?? 'not usable'}`);
  }
  const values = parsed.data;
  if (values.TELEGRAM_TOKEN && values.PUBLIC_URL && !values.TELEGRAM_WEBHOOK_SECRET) {
    throw new ConfigError('TELEGRAM_WEBHOOK_SECRET: needed when PUBLIC_URL and TELEGRAM_TOKEN are set');
  }
  return {
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    telegram: values.TELEGRAM_TOKEN
      ? {
          token: values.TELEGRAM_TOKEN,
          apiRoot: values.TELEGRAM_API_ROOT,
          webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
        }
      : undefined,
    logLevel: values.LOG_LEVEL,
    knowledgeFolder: fileURLToPath(new URL('../../knowledge', import.meta.url)),
  };
}
