import { randomUUID } from 'node:crypto';
import { createAssistant } from '../answers/answer.ts';
import { createRephraser, type ModelOutcome, type Rephraser } from '../answers/rephraser.ts';
import { converse } from '../conversation/handle.ts';
import { rehearse } from '../conversation/rehearse.ts';
import type { Parts } from '../conversation/turn.ts';
import { createWording } from '../conversation/wording.ts';
import type { Channel } from '../core/channel.ts';
import type { Clock } from '../core/clock.ts';
import type { Dense } from '../core/embedder.ts';
import type { FetchedFile, FileStore } from '../core/file.ts';
import type { Reply } from '../core/message.ts';
import type { LanguageModel } from '../core/model.ts';
import type { Knowledge } from '../core/programme.ts';
import type { QueueReply, Store, StoredMessage, Transaction } from '../core/store.ts';
import { createReceive } from '../inbox/receive.ts';
import { createInboxWorker } from '../inbox/work.ts';
import { type Succession, withSuccessions } from '../knowledge/confirmed-successors.ts';
import { createSearch } from '../knowledge/search.ts';
import { createCalendar } from '../nudges/calendar.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { sendElsewhere } from '../outbox/send-elsewhere.ts';
import { createOutboxWorker } from '../outbox/work.ts';
import { fetchFile } from './fetch-file.ts';
import { followSuccessions } from './follow-successions.ts';
import { createThinking } from './thinking.ts';

/** What the running program is made of. */
export interface App {
  /** The parts as things stand in the store. */
  partsFor(tx: Transaction): Promise<Parts>;
  receive: ReturnType<typeof createReceive>;
  inbox: ReturnType<typeof createInboxWorker>;
  outbox: ReturnType<typeof createOutboxWorker>;
  queueReply: QueueReply;
}

export interface AppOptions {
  knowledge: Knowledge;
  store: Store;
  clock: Clock;
  channels: Channel[];
  /** The https address people reach the chat page at, for the links of join codes. */
  publicUrl?: string | undefined;
  /** Whom people turn to about their data. */
  contact?: string | undefined;
  /** Whether who has not joined may ask questions; yes unless said otherwise. */
  guests?: boolean | undefined;
  /** Where files people send are kept, and the largest; without it none is taken. */
  files?: { store: FileStore; maxBytes: number } | undefined;
  /** Nearness of meaning, for search. */
  dense?: Dense | undefined;
  /** A model that may say answers in other words. */
  rephrase?: RephraseOptions | undefined;
  onError(where: string, error: unknown): void;
}

export interface RephraseOptions {
  model: LanguageModel;
  instructions: string;
  dailyTokens: number;
  onOutcome(outcome: ModelOutcome): void;
}

/** The optional models. */
export interface Models {
  dense?: Dense | undefined;
  rephraser?: Rephraser | undefined;
}

/** What a conversation is given besides the knowledge. */
export interface PartsOptions extends Models {
  contact?: string | undefined;
  guests?: boolean | undefined;
  /** Those that may have join links of their own. */
  channels?: Channel[];
}

/** The address that opens the chat page with the code filled in. */
export function webJoinLink(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/$/, '')}/?code=${code}`;
}

/** The knowledge-dependent parts of a conversation; with `dense`, search goes by meaning too. */
export function createParts(
  knowledge: Knowledge,
  publicUrl?: string,
  { dense, rephraser, contact, guests = true, channels = [] }: PartsOptions = {},
): Parts {
  const search = createSearch(knowledge, dense);
  const fixed = {
    filed: knowledge.agencies,
    calendar: createCalendar(knowledge.calendar),
    findTask: (query: string, among?: string[]) =>
      search
        .find(query, { kinds: ['task'], limit: 6, ...(among ? { within: among } : {}) })
        .map(({ passage, score, known, coverage }) => ({ address: passage.address, score, known, coverage })),
    wording: createWording(knowledge.about),
    newId: randomUUID,
    contact: contact ?? null,
    guests,
    joinLinks: (code: string) => [
      ...(publicUrl ? [webJoinLink(publicUrl, code)] : []),
      ...channels.flatMap((channel) => channel.joinLink?.(code) ?? []),
    ],
  };
  const confirmed = (successions: Succession[]): Parts => {
    const known = withSuccessions(knowledge, successions);
    const assistant = createAssistant(known, search);
    return { ...fixed, knowledge: known, ...createThinking({ assistant, dense, rephraser }), confirmed };
  };
  return confirmed([]);
}

/** Joins inbox, conversation and outbox over one store. Starts nothing. */
export function buildApp({
  knowledge,
  store,
  clock,
  channels,
  publicUrl,
  contact,
  guests,
  files,
  dense,
  rephrase,
  onError,
}: AppOptions): App {
  const rephraser = rephrase && openRephraser(rephrase, knowledge, store, clock);
  const base = createParts(knowledge, publicUrl, { dense, rephraser, contact, guests, channels });
  const partsFor = followSuccessions(base);
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const outbox = createOutboxWorker({
    store,
    clock,
    channels: byName,
    onFailed: (tx, row, reason) => sendElsewhere(tx, byName, row, reason, clock.now()),
    onError: (error) => onError('outbox', error),
  });
  /** Files of messages about to be worked on; after a crash they are fetched again. */
  const fetched = new Map<number, FetchedFile>();
  const fetch = async (
    stored: StoredMessage,
    { store: kept, maxBytes }: NonNullable<AppOptions['files']>,
  ): Promise<void> => {
    const onFault = (error: unknown): void => onError('files', error);
    const mayHave = ({ message: { channel, chat, group } }: StoredMessage): Promise<boolean> =>
      store.transaction(async (tx) => !group && (await tx.people.find(channel, chat)) !== null);
    const options = { channels: byName, files: kept, maxBytes, mayHave, onError: onFault };
    const file = await fetchFile(stored, options);
    if (file) fetched.set(stored.id, file);
  };
  const queueReply: QueueReply = (tx, target, key, reply, topic) =>
    queue(tx, byName, clock, target, key, reply, topic);
  const inbox = createInboxWorker({
    store,
    clock,
    prepare: async (stored) => {
      if (stored.message.body.kind === 'file' && files) return () => fetch(stored, files);
      return base.think ? whatToThink(store, partsFor, stored, clock.now()) : null;
    },
    handle: async (tx, stored) => {
      const file = fetched.get(stored.id) ?? null;
      fetched.delete(stored.id);
      const replies = await converse(await partsFor(tx), tx, stored, clock.now(), queueReply, file);
      await answer(tx, stored, replies, queueReply);
    },
    onGiveUp: async (tx, stored) =>
      answer(tx, stored, [{ text: base.wording.vi.conversation.fault, choices: [] }], queueReply),
    onError: (error) => onError('inbox', error),
    wake: () => outbox.poke(),
  });
  return { partsFor, receive: createReceive(store, clock, () => inbox.poke()), inbox, outbox, queueReply };
}

/** The model's words, paid from one purse a day for all processes. */
export function openRephraser(
  { dailyTokens, ...options }: RephraseOptions,
  knowledge: Knowledge,
  store: Store,
  clock: Clock,
): Rephraser {
  return createRephraser({
    ...options,
    knowledge,
    clock,
    budget: {
      reserve: (day, tokens) =>
        store.transaction((tx) => tx.budget.take(`model-${day}`, tokens, dailyTokens)),
      settle: (day, reserved, spent) =>
        store.transaction((tx) => tx.budget.give(`model-${day}`, reserved - spent)),
    },
  });
}

async function whatToThink(
  store: Store,
  partsFor: App['partsFor'],
  stored: StoredMessage,
  now: Date,
): Promise<(() => Promise<void>) | null> {
  const asked = await rehearse(store, partsFor, stored, now);
  const thoughts = asked.flatMap(({ think, text, context, names }) => think?.(text, context, names) ?? []);
  return thoughts.length === 0
    ? null
    : async () => void (await Promise.all(thoughts.map((think) => think())));
}

async function answer(
  tx: Transaction,
  stored: StoredMessage,
  replies: Reply[],
  queueReply: QueueReply,
): Promise<void> {
  const { channel, chat } = stored.message;
  for (const [index, reply] of replies.entries())
    await queueReply(tx, { channel, chat }, `in:${stored.id}:${index}`, reply);
}

/** Gives each choice its token, keeps what it does, and queues the text in parts the channel can carry. */
async function queue(
  tx: Transaction,
  channels: Map<string, Channel>,
  clock: Clock,
  target: { channel: string; chat: string },
  key: string,
  reply: Reply,
  topic?: string,
): Promise<void> {
  const at = clock.now();
  const choices = reply.choices.map((choice) => ({ ...choice, token: randomUUID() }));
  if (choices.length > 0)
    await tx.conversations.offer(target.channel, target.chat, randomUUID(), choices, at);
  // A channel that is off keeps its messages in the size of the smallest.
  const { maxTextLength, maxChoices } = channels.get(target.channel) ?? {
    maxTextLength: 2_000,
    maxChoices: 5,
  };
  const message = {
    text: reply.text,
    choices: choices.map(({ token, label, action }) =>
      action.kind === 'say' ? { token, label, again: true as const } : { token, label },
    ),
  };
  await enqueue(tx, { ...target, maxTextLength, maxChoices }, key, message, at, topic);
}
