import { type Logger, pino } from 'pino';

/** Logs to standard error as JSON lines. Personal fields and secrets are cut out should one ever be passed. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      redact: {
        paths: [
          'token',
          'secret',
          'code',
          'name',
          'senderName',
          'phone',
          'chat',
          'text',
          '*.token',
          '*.chat',
          '*.text',
          '*.name',
        ],
        censor: '[cut]',
      },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** An error as a log line: name, message and place, never attached request data. */
export function describeError(error: unknown): { type: string; message: string; stack?: string } {
  if (!(error instanceof Error)) return { type: 'unknown', message: String(error) };
  const stack = error.stack?.split('\n').slice(1, 4).join('\n');
  return { type: error.name, message: error.message, ...(stack ? { stack } : {}) };
}
