import type { Reply } from '../core/message.ts';
import type { Person } from '../core/person.ts';
import { changeName, cleanName } from '../people/own-name.ts';
import { say, type Turn } from './turn.ts';

/** `/hoten Trần Thị Hà`, or the same in words: how the person is called. */
export async function ownName(turn: Turn, text: string): Promise<Reply[]> {
  const { person, tx, now, message, words } = turn;
  if (message.group) return say(words.conversation.groupOnlyQuestions);
  if (!person) return say(words.account.name.joinFirst);
  if (text === '') return say(knownAs(turn, person));
  const name = cleanName(text);
  if (!name) return say(words.account.name.refused);
  await changeName(tx, { person, name, channel: message.channel, now });
  return say(words.account.name.changed(name));
}

/** Under which name the person is known, and how to change it. */
export function knownAs({ words }: Turn, { name }: Person): string {
  return name ? words.account.name.known(name) : words.account.name.unknown;
}
