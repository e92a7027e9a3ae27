import { join } from 'node:path';
import { createTelegramChannel, type TelegramChannel } from '../channels/telegram/channel.ts';
import { createWebChannel } from '../channels/web/channel.ts';
import { createZaloBotChannel, type ZaloBotChannel } from '../channels/zalo-bot/channel.ts';
import { createZaloOaChannel, type ZaloOaChannel } from '../channels/zalo-oa/channel.ts';
import type { KeepTokens } from '../channels/zalo-oa/tokens.ts';
import { recallCards } from '../conversation/updates/recall.ts';
import type { Channel } from '../core/channel.ts';
import { systemClock } from '../core/clock.ts';
import { ConfigError } from '../core/errors.ts';
import type { Store } from '../core/store.ts';
import { createFileStore } from '../files/file-store.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { runNudgeRound } from '../nudges/round.ts';
import { firstAdminCode } from '../people/create-join-code.ts';
import { openStore } from '../store/connect.ts';
import { createWebApp } from '../web/app.tsx';
import { type Listening, listen } from '../web/serve.ts';
import { menu } from '../wording/vi/menu.ts';
import { alertAdministrators } from './alert-administrators.ts';
import { announcement } from './announcement.ts';
import { buildApp } from './build-app.ts';
import { type Config, KNOWLEDGE_FOLDER, readConfig } from './config.ts';
import { openDense } from './embeddings.ts';
import { readableFile, removeUnused } from './kept-files.ts';
import { createLog, isPlain, sentenceOf } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openModel } from './open-model.ts';

const NUDGE_ROUND_MS = 60_000;
const FORGET_ROUND_MS = 6 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** A send in hand may wait for a platform; systemd and people do not. What is cut off here is taken up at the next start. */
const STOP_MS = 4_000;

/** Reads the settings, opens everything, serves until a signal. Resolves to the exit code; a fault at the start is one sentence. */
export async function start(): Promise<number> {
  // From the first moment: as the first process of a container there is no default that would stop us.
  const signal = stopSignal();
  try {
    await run(readConfig(), signal);
    return 0;
  } catch (error) {
    process.stderr.write(
      `dondoc cannot start: ${sentenceOf(error)}\n${isPlain(error) ? '' : 'Try: npm run -s dondoc -- doctor\n'}`,
    );
    return 1;
  }
}

async function run(config: Config, signal: Promise<string>): Promise<void> {
  const log = createLog(config.logLevel);
  const clock = systemClock;
  const knowledge = loadKnowledge(KNOWLEDGE_FOLDER, config.programme);
  const store = await openStore(config.databaseUrl);
  const files = createFileStore(config.files.folder);
  const uploads = createFileStore(join(config.files.folder, 'uploads'));
  const web = createWebChannel({
    files: {
      store: files,
      uploads,
      maxBytes: config.files.maxBytes,
      readable: (chat, id) => store.transaction((tx) => readableFile(tx, chat, id)),
    },
    clock,
    publicUrl: config.publicUrl,
    sentAfter: (chat, afterId, limit) =>
      store.transaction((tx) => tx.outbox.sentAfter('web', chat, afterId, limit)),
  });
  const telegram = openTelegram(config, (problem) => log.warn({ channel: 'telegram' }, problem));
  const zaloBot = openZaloBot(config, (problem) => log.warn({ channel: 'zalo-bot' }, problem));
  const zaloOa = openZaloOa(config, store, {
    onProblem: (problem) => log.warn({ channel: 'zalo-oa' }, problem),
    onLockedOut: () =>
      alertAdministrators(store, app, {
        except: 'zalo-oa',
        key: `locked-out:zalo-oa:${clock.now().getTime()}`,
      }),
  });
  const platforms = [telegram, zaloOa, zaloBot].filter((one) => one !== undefined);
  const channels: Channel[] = [web, ...platforms];
  const metrics = createMetrics(store);
  const dense = openDense(config, knowledge, {
    onReady: (model, read) => log.info({ where: 'embeddings', model, read }, 'embeddings are ready'),
    onProblem: (error) => log.warn({ where: 'embeddings', err: error }, 'embeddings have a problem'),
  });
  const app = buildApp({
    knowledge,
    store,
    clock,
    channels,
    publicUrl: config.publicUrl,
    contact: config.contact,
    guests: config.guests,
    files: { store: files, maxBytes: config.files.maxBytes },
    dense,
    rephrase: openModel(config, metrics.model),
    onError: (where, error) => {
      metrics.fault(where);
      log.error({ where, err: error }, 'a step failed');
    },
  });
  const pages = createWebApp({
    about: knowledge.about,
    handlers: {
      web: (request) => web.handleWebhook(request, app.receive),
      ...Object.fromEntries(
        platforms.map((one) => [one.name, (request: Request) => one.handleWebhook(request, app.receive)]),
      ),
    },
    pages: zaloVerifier(config),
    health: async () => ({
      ok: true,
      outbox: await store.transaction((tx) => tx.outbox.counts()),
      channels: channels.map((channel) => channel.name),
    }),
    metrics: metrics.page,
    onError: (error) => log.error({ where: 'web', err: error }, 'a request failed'),
  });
  const server = await openPort(config, () => listen(pages, { host: config.host, port: config.port }));
  // Anything nobody caught: the next start takes up what was in hand.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by a fault nobody caught');
    process.exit(1);
  });

  // Only now that the port is ours: a start that fails must not end the code another process printed.
  const code = await store.transaction((tx) => firstAdminCode(tx, clock.now(), knowledge.focalAgency));
  process.stdout.write(announcement(config, server.url, code));
  app.inbox.start();
  app.outbox.start();
  if (telegram) connectTelegram(telegram);
  if (zaloBot) connect(zaloBot);
  // Not waited for: until it is loaded, and where it cannot be, search is by words.
  void dense?.start();
  const nudging = startEvery(NUDGE_ROUND_MS, nudgeOnce, (error) =>
    log.error({ where: 'nudges', err: error }, 'a round failed'),
  );
  const forgetting = startEvery(FORGET_ROUND_MS, forgetOld, (error) =>
    log.error({ where: 'forgetting', err: error }, 'a round failed'),
  );
  log.info({ channels: channels.map((channel) => channel.name) }, 'started');

  log.info({ signal: await signal }, 'stopping');
  const isWhole = await within(STOP_MS, async () => {
    await Promise.all([
      nudging.stop(),
      forgetting.stop(),
      telegram?.stop(),
      zaloBot?.stop(),
      web.stop().then(() => server.close()),
    ]);
    await Promise.all([app.inbox.stop(), app.outbox.stop()]);
    await store.close();
  });
  log.info(isWhole ? 'stopped' : 'stopped before a step had ended; the next start takes it up');

  /** Not waited for: the web chat is there also when Telegram is out of reach. */
  function connectTelegram(channel: TelegramChannel): void {
    // Where it polls it asks for the name itself.
    if (config.publicUrl) void channel.learnName();
    connect(channel);
  }

  /** By webhook where we can be reached, else by polling. */
  function connect(channel: TelegramChannel | ZaloBotChannel): void {
    const connected = config.publicUrl
      ? channel.registerWebhook(`${config.publicUrl}/channels/${channel.name}`)
      : channel.start(app.receive);
    connected.catch((error) => log.error({ where: channel.name, err: error }, 'a channel cannot be set up'));
  }

  async function forgetOld(): Promise<void> {
    const before = new Date(clock.now().getTime() - config.keepMessagesDays * DAY_MS);
    await store.transaction(async (tx) => {
      for (const part of [tx.inbox, tx.outbox, tx.conversations]) await part.forget(before);
      await tx.people.forgetCodes(clock.now());
    });
    const yesterday = new Date(clock.now().getTime() - DAY_MS);
    await removeUnused(store, files, yesterday);
    for (const id of await uploads.before(yesterday)) await uploads.remove(id);
  }

  async function nudgeOnce(): Promise<void> {
    const now = clock.now();
    await store.transaction(async (tx) => {
      const parts = await app.partsFor(tx);
      await runNudgeRound(tx, parts, now, app.queueReply);
      await recallCards(tx, parts, now, app.queueReply);
    });
    app.outbox.poke();
  }
}

function openTelegram(config: Config, onProblem: (problem: string) => void): TelegramChannel | undefined {
  if (!config.telegram) return undefined;
  return createTelegramChannel({ clock: systemClock, menu, ...config.telegram, onProblem });
}

function openZaloBot(config: Config, onProblem: (problem: string) => void): ZaloBotChannel | undefined {
  return config.zaloBot && createZaloBotChannel({ clock: systemClock, ...config.zaloBot, onProblem });
}

function openZaloOa(
  { zaloOa }: Config,
  store: Store,
  hooks: { onProblem: (problem: string) => void; onLockedOut: () => Promise<void> },
): ZaloOaChannel | undefined {
  if (!zaloOa) return undefined;
  const keep: KeepTokens = (work) => store.transaction((tx) => work(tx.tokens));
  return createZaloOaChannel({ clock: systemClock, ...zaloOa, keep, ...hooks });
}

/** The page by which Zalo sees that the domain is ours. */
function zaloVerifier({ zaloOa }: Config): Record<string, string> {
  const code = zaloOa?.verifier;
  if (!code) return {};
  const head = `<meta property="zalo-platform-site-verification" content="${code}">`;
  return { [`/zalo_verifier${code}.html`]: `<!doctype html><html><head>${head}</head><body></body></html>` };
}

/** Listens, or says in one sentence why the port cannot be had. */
async function openPort({ host, port }: Config, open: () => Promise<Listening>): Promise<Listening> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new ConfigError(
        `port ${port} of ${host} is taken: stop the program that has it, or set another PORT`,
      );
    if (code === 'EACCES')
      throw new ConfigError(`this user may not open port ${port}: set a PORT of 1024 or more`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new ConfigError(`HOST ${host} is no address of this machine`);
    throw error;
  }
}

/** Runs a round now and again and again, one at a time. */
function startEvery(
  ms: number,
  round: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tick = (): void => {
    running = running.then(round).catch(onError);
  };
  tick();
  const timer = setInterval(tick, ms);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** Does `work`; false when it took longer than `ms`, and it is left as it is. */
async function within(ms: number, work: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isWhole = await Promise.race([work().then(() => true), tooLate]);
  clearTimeout(timer);
  return isWhole;
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
}
