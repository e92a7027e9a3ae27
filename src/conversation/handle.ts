import { dayOf } from '../core/clock.ts';
import type { FetchedFile } from '../core/file.ts';
import type { IncomingMessage, Reply } from '../core/message.ts';
import type { QueueReply, StoredMessage, Transaction } from '../core/store.ts';
import { cleanText } from '../core/text.ts';
import { isClassified } from '../understand/classified.ts';
import { isInstruction } from '../understand/intent.ts';
import { detectLanguage } from '../understand/language.ts';
import { answerQuestion } from './answer-question.ts';
import { numberedChoice, takeChoice } from './choices.ts';
import { runCommand } from './commands.ts';
import { answerForm } from './forms.ts';
import { isShutOut } from './people/guests.ts';
import { handOverInWords } from './people/handover.ts';
import { planInWords } from './plans/plans.ts';
import { serveRequest } from './requests.ts';
import { type Parts, say, type Turn } from './turn.ts';
import { approveInWords, returnInWords } from './updates/approval.ts';
import { takeFile } from './updates/files.ts';
import { reportProgress } from './updates/report-progress.ts';

/** Longest message that is worked on, in UTF-16 units. */
const MAX_TEXT = 4_000;

/** One message in, replies out. All it changes is written in the given transaction. */
export async function converse(
  parts: Parts,
  tx: Transaction,
  stored: StoredMessage,
  now: Date,
  queueReply: QueueReply,
  file: FetchedFile | null = null,
): Promise<Reply[]> {
  const { message } = stored;
  if (message.body.kind === 'left') {
    await tx.people.unreachable(message.channel, message.chat, 'blocked', now);
    return [];
  }
  const raw = textOf(message.body);
  const text = cleanText(raw);
  const state = await tx.conversations.get(message.channel, message.chat);
  const language = text ? detectLanguage(text) : (state.memory?.language ?? 'vi');
  await tx.people.touch(message.channel, message.chat, now);
  let told = 0;
  const tellChat: Turn['tellChat'] = async ({ channel, chat }, reply) => {
    told += 1;
    await queueReply(tx, { channel, chat }, `tell:${stored.id}:${told}`, reply);
  };
  const turn: Turn = {
    parts,
    tx,
    message,
    now,
    today: dayOf(now),
    language,
    words: parts.wording[language],
    person: message.group ? null : await tx.people.find(message.channel, message.chat),
    file,
    attached: null,
    tell: async (person, reply) => {
      const [target] = await tx.people.chats(person);
      if (target) await tellChat(target, reply);
      return target !== undefined;
    },
    tellChat,
  };
  const pace = await paceOf(tx, stored);
  if (pace !== 'fine') return pace === 'first' ? say(turn.words.conversation.tooFast) : [];
  const replies = await work(turn, text);
  if (state.greeted) return replies;
  const after = await tx.conversations.get(message.channel, message.chat);
  await tx.conversations.put(message.channel, message.chat, { ...after, greeted: true });
  return [...say(turn.words.people.greeting), ...replies];
}

const MINUTE_MS = 60_000;
/** Nobody types so many messages in a minute; a terminal is worked by whoever has the machine. */
const PER_MINUTE = 30;

/** Whether a chat sends more than is worked on; `first` is told so, what follows is passed over until it slows down. */
async function paceOf(tx: Transaction, stored: StoredMessage): Promise<'fine' | 'first' | 'more'> {
  if (stored.message.channel === 'terminal') return 'fine';
  const count = await tx.inbox.countSince(stored, new Date(stored.receivedAt.getTime() - MINUTE_MS));
  if (count <= PER_MINUTE) return 'fine';
  return count === PER_MINUTE + 1 ? 'first' : 'more';
}

function textOf(body: IncomingMessage['body']): string {
  if (body.kind === 'text') return body.text;
  return body.kind === 'choice' || body.kind === 'left' ? '' : (body.caption ?? '');
}

async function work(turn: Turn, text: string): Promise<Reply[]> {
  const { conversation } = turn.words;
  if (turn.message.body.kind === 'choice') {
    return takeChoice(turn, turn.message.body.token, (said) => workText(turn, said));
  }
  const { body } = turn.message;
  if (body.kind === 'file' && isClassified(`${body.name} ${text}`)) return refuseClassified(turn);
  if (body.kind === 'file') return takeFile(turn, text, (said) => workText(turn, said));
  if (body.kind === 'unsupported' && text === '') return say(conversation.unsupported);
  if (text === '') return say(conversation.empty);
  if (text.length > MAX_TEXT) return say(conversation.tooLong(MAX_TEXT));
  if (isClassified(text)) return refuseClassified(turn);
  const picked = await numberedChoice(turn, text);
  if (picked) return takeChoice(turn, picked, (said) => workText(turn, said));
  return workText(turn, text);
}

/** Content marked as a state secret is neither answered nor kept: only that it was refused (Law 117/2025/QH15). */
async function refuseClassified(turn: Turn): Promise<Reply[]> {
  await turn.tx.inbox.redact(turn.message.channel, turn.message.deliveryId);
  await turn.tx.audit.write({
    at: turn.now,
    person: turn.person?.id ?? null,
    channel: turn.message.channel,
    action: 'classified_refused',
    before: null,
    after: null,
  });
  return say(turn.words.conversation.secretRefused);
}

async function workText(turn: Turn, text: string): Promise<Reply[]> {
  if (isShutOut(turn, text)) return say(turn.words.people.guestsOff);
  // A card's answer keeps its meaning behind a slash.
  if (/^\/(huy|hủy|luu|lưu|sua|sửa)\s*$/iu.test(text)) return workText(turn, text.slice(1).trim());
  if (text.startsWith('/')) return runCommand(turn, text);
  const formed = await answerForm(turn, text);
  if (formed) return formed;
  // An order to the bot is no report, whatever shares it names.
  if (isInstruction(text)) return answerQuestion(turn, text);
  return (
    (await serveRequest(turn, text)) ??
    (await approveInWords(turn, text)) ??
    (await returnInWords(turn, text)) ??
    (await handOverInWords(turn, text)) ??
    (await planInWords(turn, text)) ??
    (await reportProgress(turn, text)) ??
    answerQuestion(turn, text)
  );
}
