import { type Logger, pino } from 'pino';
import { ConfigError, EmbeddingError, KnowledgeError, SendError, StoreError } from '../core/errors.ts';

/** Logs to standard error as JSON lines. Personal fields and secrets are cut out should one ever be passed. */
export function createLog(level: string): Logger {
  const fields = [
    'token',
    'secret',
    'code',
    'name',
    'senderName',
    'phone',
    'chat',
    'text',
    'message',
    'body',
  ];
  return pino(
    {
      level,
      redact: { paths: [...fields, ...fields.map((field) => `*.${field}`)], censor: '[cut]' },
      // "says", since a field called "message" is cut.
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Errors whose sentence we wrote, or that the language writes: none can hold what a person said. */
const PLAIN = [
  ConfigError,
  KnowledgeError,
  StoreError,
  EmbeddingError,
  TypeError,
  RangeError,
  ReferenceError,
];

/**
 * An error as a log line: its kind, its sentence where that is safe, and the places in the code. A library's sentence may
 * hold what a person wrote (JSON.parse quotes its input, a database the row), so it is left out.
 */
export function loggedError(error: unknown): {
  type: string;
  says?: string;
  reason?: string;
  at?: string[];
} {
  if (!(error instanceof Error)) return { type: typeof error };
  const reason = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const says = safeSentence(error);
  const at = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    type: error.name,
    ...(says === undefined ? {} : { says }),
    ...(reason ? { reason } : {}),
    ...(at?.length ? { at: at.slice(0, 5).map((line) => line.trim()) } : {}),
  };
}

function safeSentence(error: Error): string | undefined {
  // A platform may repeat the message it refuses; of its answer the status is enough.
  if (error instanceof SendError) return /^\w+: \d{3}\b/.exec(error.message)?.[0];
  return PLAIN.some((kind) => error instanceof kind) ? error.message : undefined;
}

/** What a person at the terminal reads of an error. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** True for an error that needs no stack: its sentence says what to do. */
export function isPlain(error: unknown): boolean {
  return [ConfigError, KnowledgeError, StoreError, EmbeddingError].some((kind) => error instanceof kind);
}
