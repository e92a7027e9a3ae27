import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppOptions, buildApp, type RephraseOptions } from '../../src/app/build-app.ts';
import { recallCards } from '../../src/conversation/recall.ts';
import type { Channel } from '../../src/core/channel.ts';
import type { Clock } from '../../src/core/clock.ts';
import { SendError } from '../../src/core/errors.ts';
import type { IncomingMessage, OutgoingMessage } from '../../src/core/message.ts';
import type { PersonRole } from '../../src/core/person.ts';
import type { Store } from '../../src/core/store.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { runNudgeRound } from '../../src/nudges/round.ts';
import { CONSENT_VERSION } from '../../src/people/consent.ts';
import { openStore } from '../../src/store/connect.ts';

export const knowledge = loadKnowledge(join(import.meta.dirname, '../../knowledge'));

/** A file for a store that nobody else uses. */
export function newDatabase(): string {
  return join(mkdtempSync(join(tmpdir(), 'dondoc-')), 'dondoc.sqlite');
}

/** The whole bot over a real store, with a channel that keeps what it was given to send. */
export interface Bot {
  store: Store;
  clock: Clock & { set(iso: string): void };
  sent: { chat: string; message: OutgoingMessage }[];
  /** Sends a text and returns the replies it brought to this chat. */
  say(chat: string, text: string): Promise<OutgoingMessage[]>;
  /** Presses a button of an earlier message. */
  press(chat: string, token: string): Promise<OutgoingMessage[]>;
  /** Sends a file, whose bytes the channel then gives. */
  sendFile(chat: string, name: string, bytes: Uint8Array, caption?: string): Promise<OutgoingMessage[]>;
  /** Where files are kept. */
  filesFolder: string;
  deliver(message: IncomingMessage): Promise<OutgoingMessage[]>;
  /** Takes a message in and works on nothing yet. */
  receive(message: IncomingMessage): Promise<void>;
  /** Works until nothing waits. */
  work(): Promise<void>;
  joined(chat: string, agency: string, role?: PersonRole, name?: string): Promise<string>;
  nudge(): Promise<OutgoingMessage[]>;
  errors: unknown[];
  close(): Promise<void>;
}

export async function openBot(
  database: string,
  now = '2026-11-25T09:00:00+07:00',
  rephrase?: RephraseOptions,
  settings: Pick<AppOptions, 'publicUrl' | 'contact' | 'guests'> = {},
): Promise<Bot> {
  let at = new Date(now);
  const clock = {
    now: () => at,
    set: (iso: string) => {
      at = new Date(iso);
    },
  };
  const store = await openStore(database);
  const sent: Bot['sent'] = [];
  const errors: unknown[] = [];
  const filesFolder = `${database}.files`;
  const onPlatform = new Map<string, Uint8Array>();
  const channel: Channel = {
    name: 'terminal',
    fetchFile: async (ref) => {
      const bytes = onPlatform.get(ref);
      if (!bytes) throw new SendError('rejected', 'no such file');
      return bytes;
    },
    maxTextLength: 4_000,
    maxChoices: 20,
    send: async (chat, message) => {
      sent.push({ chat, message });
      return randomUUID();
    },
  };
  const app = buildApp({
    knowledge,
    store,
    clock,
    // The other one for people who use two.
    channels: [channel, { ...channel, name: 'telegram' }],
    files: { store: createFileStore(filesFolder), maxBytes: 1_000_000 },
    rephrase,
    ...settings,
    onError: (_where, error) => errors.push(error),
  });
  const deliver = async (message: IncomingMessage): Promise<OutgoingMessage[]> => {
    const before = sent.length;
    await app.receive(message);
    await app.inbox.drain();
    await app.outbox.drain();
    return sent
      .slice(before)
      .filter((row) => row.chat === message.chat)
      .map((row) => row.message);
  };
  const base = { channel: 'terminal', group: false };
  return {
    store,
    clock,
    sent,
    errors,
    deliver,
    receive: app.receive,
    work: async () => {
      await app.inbox.drain();
      await app.outbox.drain();
    },
    filesFolder,
    sendFile: (chat, name, bytes, caption) => {
      const ref = randomUUID();
      onPlatform.set(ref, bytes);
      const body = { kind: 'file' as const, ref, name, bytes: bytes.length, ...(caption ? { caption } : {}) };
      return deliver({ ...base, chat, deliveryId: randomUUID(), body });
    },
    say: (chat, text) => deliver({ ...base, chat, deliveryId: randomUUID(), body: { kind: 'text', text } }),
    press: (chat, token) =>
      deliver({ ...base, chat, deliveryId: randomUUID(), body: { kind: 'choice', token } }),
    joined: (chat, agency, role = 'official', name = '') =>
      store.transaction(async (tx) => {
        const id = randomUUID();
        await tx.people.add(
          { id, name, agency, agencies: [agency], role, consentVersion: CONSENT_VERSION, consentAt: at },
          'terminal',
          chat,
        );
        await tx.conversations.put('terminal', chat, { greeted: true, memory: null, memoryAt: null });
        return id;
      }),
    nudge: async () => {
      const before = sent.length;
      await store.transaction(async (tx) => {
        const parts = await app.partsFor(tx);
        await runNudgeRound(tx, parts, clock.now(), app.queueReply);
        await recallCards(tx, parts, clock.now(), app.queueReply);
      });
      await app.outbox.drain();
      return sent.slice(before).map((row) => row.message);
    },
    close: () => store.close(),
  };
}

/** The token of the button with this label. */
export function button(message: OutgoingMessage | undefined, label: string): string {
  const choice = message?.choices.find((candidate) => candidate.label.includes(label));
  if (!choice)
    throw new Error(`no choice “${label}” among: ${message?.choices.map((c) => c.label).join(', ')}`);
  return choice.token;
}
