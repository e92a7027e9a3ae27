import { DateTime } from 'luxon';
import { ZONE } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import { fold } from '../core/text.ts';
import { linkChat, makeLinkCode, unlinkChat } from '../people/link-chat.ts';
import { draftNote } from './drafts.ts';
import { say, type Turn } from './turn.ts';

const CODE = /\b[0-9A-Z]{4}-?[0-9A-Z]{4}\b/i;
/** Some of them are as long as a code. */
const CHANNEL = /^(?:zalo|telegram|tele|web|website|trang web)\b/;

/** `/lienket` gives a code for another chat; `/lienket CODE` there makes that chat the same person's. */
export async function link(turn: Turn, rest: string): Promise<Reply[]> {
  const { conversation, account } = turn.words;
  if (turn.message.group) return say(conversation.groupOnlyQuestions);
  const isCode = rest !== '' && !CHANNEL.test(fold(rest));
  if (turn.person) {
    if (isCode && CODE.test(rest)) return say(account.link.alreadyJoined);
    return say(account.link.code(await makeLinkCode(turn.tx, turn.person, turn.now)));
  }
  if (!isCode) return say(account.link.how);
  return useCode(turn, CODE.exec(rest)?.[0] ?? rest);
}

async function useCode(turn: Turn, code: string): Promise<Reply[]> {
  const { tx, now, words } = turn;
  const { channel, chat } = turn.message;
  const person = await linkChat(tx, { code, channel, chat, now });
  if (!person) return say(words.account.link.refused);
  const at = DateTime.fromJSDate(now, { zone: ZONE }).toFormat('HH:mm dd/MM/yyyy');
  for (const target of await tx.people.chats(person.id)) {
    if (target.channel === channel && target.chat === chat) continue;
    await turn.tellChat(target, {
      text: words.account.link.notice(channelName(turn, channel), at),
      choices: [{ label: words.account.link.undo, action: { kind: 'unlink', channel, chat } }],
    });
  }
  const waiting = await draftNote({ ...turn, person });
  return say([words.account.link.done, ...(waiting ? [waiting] : [])].join('\n\n'));
}

/** The person did not want that chat: it is theirs no more. */
export async function unlink(turn: Turn, channel: string, chat: string): Promise<Reply[]> {
  const { person, tx, now, words, message } = turn;
  const undone =
    person !== null && (await unlinkChat(tx, { person, from: message.channel, channel, chat, now }));
  return say(undone ? words.account.link.undone(channelName(turn, channel)) : words.conversation.choiceGone);
}

/** What people call the channel. */
export function channelName({ words }: Turn, channel: string): string {
  return words.account.channels[channel] ?? channel;
}
