import { createTelegramChannel, type TelegramChannel } from '../channels/telegram/channel.ts';
import { createWebChannel } from '../channels/web/channel.ts';
import type { Channel } from '../core/channel.ts';
import { systemClock } from '../core/clock.ts';
import { ConfigError, KnowledgeError } from '../core/errors.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { runNudgeRound } from '../nudges/round.ts';
import { firstAdminCode } from '../people/create-join-code.ts';
import { openStore } from '../store/connect.ts';
import { createWebApp } from '../web/app.tsx';
import { listen } from '../web/serve.ts';
import { type App, buildApp } from './build-app.ts';
import { type Config, readConfig } from './config.ts';
import { createLog, describeError } from './log.ts';

const NUDGE_ROUND_MS = 60_000;

/** Reads the settings, opens everything, serves until a signal. A fault at the start is one sentence and exit code 1. */
export async function start(): Promise<void> {
  try {
    await run(readConfig());
  } catch (error) {
    const plain = error instanceof ConfigError || error instanceof KnowledgeError;
    const { message } = describeError(error);
    process.stderr.write(
      `dondoc cannot start: ${message}\n${plain ? '' : 'Try: npm run -s dondoc -- doctor\n'}`,
    );
    process.exitCode = 1;
  }
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const clock = systemClock;
  const knowledge = loadKnowledge(config.knowledgeFolder);
  const store = await openStore(config.databaseUrl);
  const web = createWebChannel({
    clock,
    publicUrl: config.publicUrl,
    sentAfter: (chat, afterId, limit) =>
      store.transaction((tx) => tx.outbox.sentAfter('web', chat, afterId, limit)),
  });
  const telegram = config.telegram
    ? openTelegram(config, (problem) => log.warn({ channel: 'telegram' }, problem))
    : undefined;
  const channels: Channel[] = telegram ? [web, telegram] : [web];
  const app = buildApp({
    knowledge,
    store,
    clock,
    channels,
    onError: (where, error) => log.error({ where, err: error }, 'a step failed'),
  });
  const pages = createWebApp({
    handlers: {
      web: (request) => web.handleWebhook(request, app.receive),
      ...(telegram ? { telegram: (request: Request) => telegram.handleWebhook(request, app.receive) } : {}),
    },
    health: async () => ({
      ok: true,
      outbox: await store.transaction((tx) => tx.outbox.counts()),
      channels: channels.map((channel) => channel.name),
    }),
    onError: (error) => log.error({ where: 'web', err: error }, 'a request failed'),
  });
  const server = await listen(pages, { host: config.host, port: config.port });
  app.inbox.start();
  app.outbox.start();
  if (telegram && config.publicUrl) await telegram.registerWebhook(`${config.publicUrl}/channels/telegram`);
  else await telegram?.start(app.receive);
  const nudging = startNudging(
    () => nudgeOnce(app),
    (error) => log.error({ where: 'nudges', err: error }, 'a round failed'),
  );
  const code = await store.transaction((tx) => firstAdminCode(tx, clock.now(), knowledge.focalAgency));
  announce(config, server.url, code);
  await stopSignal();
  await nudging.stop();
  await telegram?.stop();
  await web.stop();
  await server.close();
  await app.inbox.stop();
  await app.outbox.stop();
  await store.close();

  async function nudgeOnce(running: App): Promise<void> {
    const sent = await store.transaction((tx) =>
      runNudgeRound(tx, running.parts, clock.now(), running.queueReply),
    );
    if (sent.length > 0) running.outbox.poke();
  }
}

function openTelegram(config: Config, onProblem: (problem: string) => void): TelegramChannel | undefined {
  if (!config.telegram) return undefined;
  const { token, apiRoot, webhookSecret } = config.telegram;
  return createTelegramChannel({
    clock: systemClock,
    token,
    apiRoot,
    webhookSecret,
    onProblem,
  });
}

/** Runs a nudge round now and every minute, one at a time. */
function startNudging(
  round: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tick = (): void => {
    running = running.then(round).catch(onError);
  };
  tick();
  const timer = setInterval(tick, NUDGE_ROUND_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function announce(config: Config, url: string, code: string | null): void {
  const mode = config.publicUrl ? 'webhook' : 'polling';
  const lines = [
    `Đôn Đốc is at ${url}`,
    `  store       ${config.databaseUrl.startsWith('postgres') ? 'PostgreSQL' : config.databaseUrl}`,
    '  web         on',
    `  telegram    ${config.telegram ? `on (${mode})` : 'off (TELEGRAM_TOKEN is not set)'}`,
    '  model       off (answers come from the document alone)',
    '  embeddings  off (search is by words)',
    ...(code ? ['', `First administrator, once, in the chat:  /thamgia ${code}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
