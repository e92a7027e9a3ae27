import type { AskMemory } from './answer.ts';
import type { Day } from './clock.ts';
import type { ChoiceAction, IncomingMessage, OutgoingMessage, Reply } from './message.ts';
import type { DutyReport, Nudge } from './nudge.ts';
import type { Handover, JoinCode, NewPerson, Person, PersonRole } from './person.ts';
import type { Successor } from './programme.ts';
import type { Attachment, Draft, Form, ProgressUpdate, TaskPlan } from './progress.ts';

/** The store: every change of one message is one transaction. */
export interface Store {
  /** Runs `work`; all its writes happen or none. Retries are the caller's. No network call belongs inside. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Transaction {
  inbox: Inbox;
  outbox: Outbox;
  people: People;
  conversations: Conversations;
  progress: Progress;
  plans: Plans;
  handovers: Handovers;
  agencies: Agencies;
  nudges: Nudges;
  audit: Audit;
  budget: Budget;
  tokens: ChannelTokens;
}

export interface StoredMessage {
  id: number;
  message: IncomingMessage;
  receivedAt: Date;
  attempts: number;
}

export interface Inbox {
  /** Keeps a delivery once; false when (channel, deliveryId) was there already. */
  receive(message: IncomingMessage, at: Date): Promise<boolean>;
  /** How many messages of a chat came in since, up to and with this one. */
  countSince(stored: StoredMessage, since: Date): Promise<number>;
  /**
   * The oldest waiting message of every chat that no worker holds, leased to us until `leaseUntil`; at most `limit`, and
   * one of those tried before: what kills a process must not use up the attempts of others.
   */
  claim(now: Date, leaseUntil: Date, limit: number): Promise<StoredMessage[]>;
  /** False when the claim was lost (its lease ran out and another worker took the message): roll back. */
  done(claim: InboxClaim, at: Date): Promise<boolean>;
  /** Gives up on a message that failed too often, with why (no personal data). False when the claim was lost. */
  failed(claim: InboxClaim, reason: string, at: Date): Promise<boolean>;
  /** Forgets what a message said: nothing of it but its arrival is kept. */
  redact(channel: string, deliveryId: string): Promise<void>;
  /** Empties every message that ended before; that it came stays known, so that it does not come twice. */
  forget(before: Date): Promise<void>;
  /** Puts a claimed message back to wait until `at`. */
  retry(claim: InboxClaim, at: Date): Promise<void>;
}

/** One worker's hold on a message. */
export interface InboxClaim {
  id: number;
  attempts: number;
}

export interface QueuedMessage {
  /** Unique for ever: the same key is queued once. */
  key: string;
  channel: string;
  chat: string;
  message: OutgoingMessage;
  /** Rows with the same topic can be withdrawn together while unsent (`duty:report:2026:so-y-te`). */
  topic?: string;
}

export interface OutboxRow extends QueuedMessage {
  id: number;
  attempts: number;
}

export interface Outbox {
  /** False when the key was there already. */
  queue(message: QueuedMessage, at: Date): Promise<boolean>;
  /**
   * Oldest due rows, one per chat (later parts wait for earlier ones), leased until `leaseUntil`; at most `limit`.
   * Given `reach`, only what we can send: what another process sends, or a channel that is off, is left waiting untouched.
   */
  claim(
    now: Date,
    leaseUntil: Date,
    limit: number,
    reach?: { channel: string; chat?: string }[],
  ): Promise<OutboxRow[]>;
  sent(id: number, platformId: string, at: Date): Promise<void>;
  retry(id: number, at: Date, reason: string): Promise<void>;
  failed(id: number, reason: string, at: Date): Promise<void>;
  /** What waits for a channel that was mended is due now, whenever it was to be tried next. */
  hurry(channel: string, at: Date): Promise<void>;
  /** Withdraws unsent rows of a topic that no worker holds; returns how many. */
  withdraw(topic: string, at: Date): Promise<number>;
  /** Sent messages of a chat after an id, oldest first (the web page catches up with it). */
  sentAfter(channel: string, chat: string, afterId: number, limit: number): Promise<OutboxRow[]>;
  counts(): Promise<{ waiting: number; failed: number; sent: number }>;
  /** Empties every message that ended before; its key stays used. */
  forget(before: Date): Promise<void>;
}

/** Queues a reply to one chat; the same key is queued once. */
export type QueueReply = (
  tx: Transaction,
  target: { channel: string; chat: string },
  key: string,
  reply: Reply,
  topic?: string,
) => Promise<void>;

export interface Identity {
  channel: string;
  chat: string;
  person: string;
}

export interface People {
  find(channel: string, chat: string): Promise<Person | null>;
  get(id: string): Promise<Person | null>;
  add(person: NewPerson, channel: string, chat: string): Promise<void>;
  /** Another agency the person belongs to; a second time changes nothing. */
  addAgency(id: string, agency: string, role: PersonRole, at: Date): Promise<void>;
  /** Another chat of the same person. */
  addChat(id: string, channel: string, chat: string, at: Date): Promise<void>;
  /** The chat is the person's no more; false where it was not. */
  removeChat(id: string, channel: string, chat: string): Promise<boolean>;
  setName(id: string, name: string): Promise<void>;
  setRole(id: string, role: PersonRole): Promise<void>;
  /** The person agreed anew, to this version of the text. */
  setConsent(id: string, version: string, at: Date): Promise<void>;
  /** The chat was just used: what the bot says on its own goes there first, and it is reachable again. */
  touch(channel: string, chat: string, at: Date): Promise<void>;
  /** The platform takes nothing more for this chat; the first such word counts until the chat is used again. */
  unreachable(channel: string, chat: string, why: string, at: Date): Promise<void>;
  /** Those none of whose chats takes anything, longest first. */
  unreached(): Promise<{ person: Person; channel: string; why: string; since: Date }[]>;
  /** Where the person can be reached, most recently used first; what takes nothing at the end. */
  chats(id: string): Promise<Identity[]>;
  /** How many messages from and to the person's chats still hold their words. */
  messagesKept(id: string): Promise<number>;
  /** Everyone who belongs to an agency, by name. */
  ofAgency(agency: string): Promise<Person[]>;
  /** A code that links another chat to a person who has joined; the person's earlier ones end. */
  addLinkCode(hash: string, person: string, expiresAt: Date): Promise<void>;
  /** Whose unused, unexpired code this is, and uses it up; null where there is none. */
  useLinkCode(hash: string, now: Date): Promise<string | null>;
  /** Everyone with consent and where they can be reached, ordered as `chats`. */
  all(): Promise<{ person: Person; identities: Identity[] }[]>;
  addCode(code: JoinCode, createdBy: string, at: Date): Promise<void>;
  findCode(hash: string): Promise<JoinCode | null>;
  /** Takes one use of an unexpired code and erases its name; false when none is left. */
  useCode(hash: string, now: Date): Promise<boolean>;
  /** Ends every unused code that `createdBy` made. */
  endCodes(createdBy: string): Promise<void>;
  /** Erases what expired codes still say: the names of those invited, the links never made. */
  forgetCodes(now: Date): Promise<void>;
  /**
   * Forgets the person: the name, the chats and what was said there, the cards. The official record stays with the agency,
   * under an id that leads to nobody.
   */
  remove(id: string, at: Date): Promise<void>;
  count(): Promise<number>;
}

export interface ConversationState {
  /** The first message was greeted with what the bot is and keeps. */
  greeted: boolean;
  memory: AskMemory | null;
  /** When `memory` was written. */
  memoryAt: Date | null;
}

export interface OfferedChoice {
  token: string;
  group: string;
  label: string;
  action: ChoiceAction;
  usedAt: Date | null;
  groupUsedAt: Date | null;
  createdAt: Date;
}

export interface Conversations {
  get(channel: string, chat: string): Promise<ConversationState>;
  put(channel: string, chat: string, state: ConversationState): Promise<void>;
  /** Keeps the choices of one reply; earlier groups stay valid until used or old. */
  offer(
    channel: string,
    chat: string,
    group: string,
    choices: { token: string; label: string; action: ChoiceAction }[],
    at: Date,
  ): Promise<void>;
  findChoice(channel: string, chat: string, token: string): Promise<OfferedChoice | null>;
  /** The choices shown last, in order: a person without buttons answers with a number. */
  lastChoices(channel: string, chat: string): Promise<OfferedChoice[]>;
  useChoice(token: string, at: Date): Promise<void>;
  /** These choices are offered in another chat of the same person instead. */
  moveChoices(tokens: string[], channel: string, chat: string): Promise<void>;
  /** Deletes the choices made before. */
  forget(before: Date): Promise<void>;
}

export interface Progress {
  saveDraft(draft: Draft): Promise<void>;
  /** The person's drafts that wait, the one shown last at the end. */
  drafts(person: string): Promise<Draft[]>;
  getDraft(id: string): Promise<Draft | null>;
  /** Closes a draft as saved or cancelled; false when it was closed already. */
  closeDraft(id: string, how: 'saved' | 'cancelled', at: Date): Promise<boolean>;
  /** Cards that wait for a leader's approval in an agency, oldest first. */
  submitted(agency: string): Promise<Draft[]>;
  /** Cards that wait since before: for their author if never recalled, for approval if not recalled since. */
  forgotten(before: Date): Promise<Draft[]>;
  /** Null: to be recalled once more, as when somebody else takes over. */
  recalled(id: string, at: Date | null): Promise<void>;
  /** What the person's next message belongs to, and since when. */
  form(person: string): Promise<{ form: Form; at: Date } | null>;
  /** Null ends it. */
  setForm(person: string, form: Form | null, at: Date): Promise<void>;
  addAttachment(attachment: Attachment): Promise<void>;
  attachment(id: string): Promise<Attachment | null>;
  /** Whether an update or a card that waits has this file. */
  isFileUsed(id: string): Promise<boolean>;
  /** The agencies whose updates have this file. */
  agenciesOfFile(id: string): Promise<string[]>;
  find(receipt: string): Promise<ProgressUpdate | null>;
  /** Appends; returns the receipt number (one counter per year). */
  append(update: Omit<ProgressUpdate, 'receipt'>): Promise<string>;
  /** Newest first, with those withdrawn and the withdrawals. */
  updates(filter: {
    agencies?: string[];
    person?: string;
    task?: string;
    since?: Date;
    limit?: number;
  }): Promise<ProgressUpdate[]>;
}

export interface Plans {
  append(plan: TaskPlan): Promise<void>;
  /** The newest plan of each task of an agency, by address. */
  current(agency: string): Promise<TaskPlan[]>;
  /** Every plan an agency ever set for a task, oldest first. */
  history(agency: string, task: string): Promise<TaskPlan[]>;
}

export interface Handovers {
  ask(handover: Handover): Promise<void>;
  get(id: string): Promise<Handover | null>;
  /** False when it is no longer in one of the states it may be left from. */
  move(id: string, from: Handover['state'][], to: Handover['state'], at: Date): Promise<boolean>;
  /** Those accepted that stand on this day. */
  on(day: Day): Promise<Handover[]>;
  /** Those a person gave that are asked or accepted and not over on this day. */
  givenBy(person: string, day: Day): Promise<Handover[]>;
  /** All that a person ever gave or was asked to take, oldest first. */
  of(person: string): Promise<Handover[]>;
}

export interface Agencies {
  /** A setting of an agency, such as `approval`; null where it was never set. */
  setting(agency: string, name: string): Promise<string | null>;
  set(agency: string, name: string, value: string, by: string, at: Date): Promise<void>;
  /** What administrators confirmed of who holds whose duties: the newest word on each agency. */
  successions(): Promise<{ agency: string; successors: Successor[]; by: string; at: Date }[]>;
  confirm(agency: string, successors: Successor[], by: string, at: Date): Promise<void>;
  /** Grows with every confirmation. */
  successionVersion(): Promise<number>;
}

export interface Nudges {
  /** False when the key was there already. */
  record(nudge: Nudge, at: Date): Promise<boolean>;
  recordedKeys(year: number): Promise<Set<string>>;
  report(report: DutyReport): Promise<void>;
  reports(year: number): Promise<DutyReport[]>;
  mute(person: string, duty: string, year: number, at: Date): Promise<void>;
  muted(year: number): Promise<{ person: string; duty: string }[]>;
}

/** What may be spent, counted by name ("model-2026-11-24"). */
export interface Budget {
  /** Takes an amount; false, and nothing taken, where it would go over the limit. */
  take(name: string, amount: number, limit: number): Promise<boolean>;
  /** Gives an amount back; a negative one takes more. */
  give(name: string, amount: number): Promise<void>;
}

/** A channel's token pair, sealed by the channel: whoever holds it speaks for the office. */
export interface StoredTokens {
  sealed: string;
  expiresAt: Date;
  /** Grows with every pair. */
  version: number;
  /** A renewal began and has not ended: past, its refresh token may or may not be used up. */
  leaseUntil: Date | null;
  /** The pair can no longer be renewed; a person must give another one. */
  diedAt: Date | null;
}

/** Token pairs that renew themselves; every change names the version it was made from. */
export interface ChannelTokens {
  get(channel: string): Promise<StoredTokens | null>;
  /** Puts a pair a person gave in the place of whatever is there. */
  seed(channel: string, sealed: string, expiresAt: Date, at: Date): Promise<void>;
  /** True when this process alone may renew the pair until then. */
  claim(channel: string, version: number, now: Date, leaseUntil: Date): Promise<boolean>;
  /** The next pair; the one before is kept beside it. False when another came first. */
  renew(channel: string, version: number, sealed: string, expiresAt: Date, at: Date): Promise<boolean>;
  /** False when it was known already, or another pair came. */
  died(channel: string, version: number, at: Date): Promise<boolean>;
}

export interface Audit {
  /** Append-only: who, what, when; before and after as JSON. */
  write(entry: {
    at: Date;
    person: string | null;
    channel: string | null;
    action: string;
    before: unknown;
    after: unknown;
  }): Promise<void>;
  list(limit: number): Promise<{ at: Date; person: string | null; action: string; after: unknown }[]>;
}
