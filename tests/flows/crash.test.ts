import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/core/message.ts';
import type { Store } from '../../src/core/store.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { openStore } from '../../src/store/connect.ts';

const WORKER = join(import.meta.dirname, '../support/crash-worker.mjs');
const START = new Date('2026-11-25T02:00:00Z');
/** After every lease has run out. */
const AFTER = new Date('2026-11-25T02:10:00Z');
const AT_ONCE = 4;

interface Run {
  killed: boolean;
  output: string;
}

function runWorker(folder: string, now: Date, messages: IncomingMessage[], crashAt = 0): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WORKER], {
      env: {
        ...process.env,
        DATABASE: join(folder, 'dondoc.sqlite'),
        LOG: join(folder, 'sent.log'),
        NOW: now.toISOString(),
        MESSAGES: JSON.stringify(messages),
        CRASH_AT: String(crashAt),
      },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve({ killed: signal === 'SIGKILL', output });
      else reject(new Error(`the worker failed: ${output}`));
    });
  });
}

function text(chat: string, deliveryId: string, said: string): IncomingMessage {
  return { channel: 'terminal', chat, deliveryId, group: false, body: { kind: 'text', text: said } };
}

async function prepare(...chats: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-crash-'));
  const store = await openStore(join(folder, 'dondoc.sqlite'));
  await store.transaction(async (tx) => {
    for (const chat of chats) {
      const person = { id: `p-${chat}`, name: '', agency: 'so-y-te', role: 'official' } as const;
      const agencies = [person.agency];
      await tx.people.add(
        { ...person, agencies, consentVersion: CONSENT_VERSION, consentAt: START },
        'terminal',
        chat,
      );
      await tx.conversations.put('terminal', chat, { greeted: true, memory: null, memoryAt: null });
    }
  });
  await store.close();
  return folder;
}

function sentIn(folder: string): { chat: string; key: string; text: string }[] {
  const log = join(folder, 'sent.log');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(folder, 'dondoc.sqlite'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('a process that is killed', () => {
  const messages = [
    text('a', 'm1', 'IV.4.a.1 xong 60%, vướng kinh phí, dự kiến xong 30/12'),
    text('a', 'm2', 'Lưu'),
  ];

  it('leaves each message’s effect exactly once, wherever it dies', { timeout: 240_000 }, async () => {
    const whole = await runWorker(await prepare('a'), START, messages);
    const steps = Number(/finished after (\d+) steps/.exec(whole.output)?.[1]);
    expect(steps).toBeGreaterThan(20);
    const points = Array.from({ length: steps }, (_, index) => index + 1);
    const places = new Set<string>();

    async function killAt(point: number): Promise<void> {
      const folder = await prepare('a');
      const first = await runWorker(folder, START, messages, point);
      expect(first.killed, `step ${point}`).toBe(true);
      places.add(/crashed at \d+: (.*)/.exec(first.output)?.[1] ?? '?');
      const sentBefore = sentIn(folder).length;
      const marked = await withStore(folder, (store) => store.transaction((tx) => tx.outbox.counts()));
      // The platform, not told "received", delivers again; the program starts again.
      await runWorker(folder, AFTER, messages);
      const updates = await withStore(folder, (store) => store.transaction((tx) => tx.progress.updates({})));
      expect(
        updates.map(({ receipt, percent }) => [receipt, percent]),
        `step ${point}`,
      ).toEqual([['CN-2026-000001', 60]]);
      const sent = sentIn(folder);
      const keys = new Set(sent.map(({ key }) => key));
      expect(keys.size, `step ${point}`).toBe(2);
      // Only a send whose "sent" was not yet written happens twice.
      expect(sent.length - keys.size, `step ${point}: ${first.output}`).toBe(sentBefore - marked.sent);
      expect(sentBefore - marked.sent).toBeLessThanOrEqual(1);
    }

    const queue = [...points];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let point = queue.shift(); point !== undefined; point = queue.shift()) await killAt(point);
      }),
    );
    expect(places).toEqual(
      new Set([
        'before a transaction',
        'before the commit',
        'after the commit',
        'before a send',
        'after a send',
      ]),
    );
  });
});

describe('two processes on one store', () => {
  it('work everything once, each chat in order', { timeout: 120_000 }, async () => {
    const chats = ['a', 'b', 'c', 'd', 'e', 'f'];
    const folder = await prepare(...chats);
    const perChat = 8;
    const messages = Array.from({ length: perChat }, (_, round) =>
      chats.map((chat) => text(chat, `${chat}-${round}`, `IV.4.a.${round + 1}`)),
    ).flat();
    await withStore(folder, (store) =>
      store.transaction(async (tx) => {
        for (const message of messages) await tx.inbox.receive(message, START);
      }),
    );
    await Promise.all([runWorker(folder, START, []), runWorker(folder, START, [])]);
    // What one worker held when the other found nothing left is finished by then; a last look settles the rest.
    await runWorker(folder, AFTER, []);
    const sent = sentIn(folder);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    for (const chat of chats) {
      const addresses = sent
        .filter((row) => row.chat === chat)
        .map((row) => /IV\.4\.a\.(\d)/.exec(row.text)?.[1]);
      expect(addresses, chat).toEqual(Array.from({ length: perChat }, (_, round) => String(round + 1)));
    }
  });
});
