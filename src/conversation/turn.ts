import type { Answer, AskContext, Language } from '../core/answer.ts';
import type { Day } from '../core/clock.ts';
import type { FetchedFile } from '../core/file.ts';
import type { HeldNow } from '../core/held-now.ts';
import type { IncomingMessage, Reply } from '../core/message.ts';
import type { Person } from '../core/person.ts';
import type { Agency, Knowledge } from '../core/programme.ts';
import type { AttachedFile } from '../core/progress.ts';
import type { Transaction } from '../core/store.ts';
import type { Succession } from '../knowledge/confirmed-successors.ts';
import type { Calendar } from '../nudges/calendar.ts';
import type { TaskContext } from '../understand/update/task.ts';
import type { Wording } from './wording.ts';

/** The parts a conversation stands on; the same for every message. */
export interface Parts {
  knowledge: Knowledge;
  calendar: Calendar;
  ask(text: string, context: AskContext): Answer;
  /** What could still make that answer better, a model's words or a vector; null where nothing could. May take seconds. */
  think?(text: string, context: AskContext, names: string[]): (() => Promise<void>) | null;
  findTask: TaskContext['findTask'];
  wording: Record<Language, Wording>;
  newId(): string;
  /** Whom people turn to about their data; null: whoever gave them the code. */
  contact: string | null;
  /** Who has not joined may ask questions. */
  guests: boolean;
  /** The addresses that open a chat with a join code filled in, one a channel that has one. */
  joinLinks(code: string): string[];
  /** The agencies as the knowledge has them, before any confirmation. */
  filed: Agency[];
  /** The same parts with successors as administrators confirmed them. */
  confirmed(successions: Succession[]): Parts;
}

/** One message being worked on: who, when, in which language, inside which transaction. */
export interface Turn {
  parts: Parts;
  tx: Transaction;
  message: IncomingMessage;
  person: Person | null;
  now: Date;
  today: Day;
  language: Language;
  words: Wording;
  /** The file of this message, fetched and looked at. */
  file: FetchedFile | null;
  /** The file as it stands on a card of this message. */
  attached: AttachedFile | null;
  /** Says something to another person, in the chat used last; false where there is none. */
  tell(person: string, reply: Reply): Promise<boolean>;
  /** Says something in another chat. */
  tellChat(target: { channel: string; chat: string }, reply: Reply): Promise<void>;
}

/** How long a follow-up ("còn y tế?") may refer to the question before it. */
const MEMORY_MS = 60 * 60 * 1000;

/** What was remembered then may still be referred to. */
export function isFresh(memoryAt: Date, now: Date): boolean {
  return now.getTime() - memoryAt.getTime() < MEMORY_MS;
}

/** Plain text without choices. */
export function say(text: string): Reply[] {
  return [{ text, choices: [] }];
}

/** An agency by its name in the decision, with who holds its duties today beside it. */
export function bothNames({ words }: Turn, { name, now, confirmed }: HeldNow): string {
  return now.length > 0 ? words.people.bothNames(name, now.join('; '), confirmed) : name;
}

/** The names of all agencies of a person, the main one first. */
export function agencyNames(turn: Turn, { agencies }: Person): string {
  return agencies.map((id) => agencyName(turn, id)).join('; ');
}

/** The agency's name as we speak it. */
export function agencyName(turn: Turn, id: string): string {
  return turn.parts.knowledge.agencies.find((agency) => agency.id === id)?.name ?? id;
}
