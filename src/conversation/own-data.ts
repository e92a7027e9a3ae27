import { DateTime } from 'luxon';
import { dayOf, writeDay, ZONE } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import type { Person } from '../core/person.ts';
import { isLastAdmin, leave } from '../people/join.ts';
import { noteExport, type OwnData, readOwnData } from '../people/own-data.ts';
import { channelName } from './link-chat.ts';
import { agencyNames, say, type Turn } from './turn.ts';

/** `/hoso`: who the person is to us. */
export async function profile(turn: Turn): Promise<Reply[]> {
  const { person, words } = turn;
  if (turn.message.group) return say(words.conversation.groupOnlyQuestions);
  if (!person) return say(words.conversation.nothingKept);
  return say([...aboutPerson(turn, person), words.account.data.more].join('\n'));
}

/** `/dulieu`: everything that is kept about the person, as text. */
export async function exportData(turn: Turn): Promise<Reply[]> {
  const { person, words, tx, now, message } = turn;
  if (message.group) return say(words.conversation.groupOnlyQuestions);
  if (!person) return say(words.conversation.nothingKept);
  const kept = await readOwnData(tx, person);
  await noteExport(tx, person, message.channel, now);
  const { data } = words.account;
  const lines = [
    data.title(writeTime(now)),
    ...aboutPerson(turn, person),
    ...aboutRecords(turn, person, kept),
    data.rights,
  ];
  return say(lines.join('\n'));
}

function aboutPerson(turn: Turn, person: Person): string[] {
  const { account, conversation } = turn.words;
  return [
    account.data.name(person.name),
    account.data.agencies(agencyNames(turn, person)),
    account.data.role(conversation.roles[person.role]),
    account.data.consent(writeTime(person.consentAt), writeVersion(person.consentVersion)),
  ];
}

function aboutRecords(turn: Turn, person: Person, kept: OwnData): string[] {
  const { data } = turn.words.account;
  const channels = kept.channels.map((channel) => channelName(turn, channel));
  const updates = kept.updates.map(({ receipt, task, at }) =>
    data.update(receipt, task, writeDay(dayOf(at))),
  );
  const handovers = kept.handovers.map(({ handover, otherName }) => {
    const { from, firstDay, lastDay, state } = handover;
    const days = [writeDay(firstDay), writeDay(lastDay)] as const;
    return data.handover(from === person.id, otherName, ...days, data.states[state]);
  });
  return [
    data.channels(channels.join(', ')),
    data.messages(kept.messages),
    data.cards(kept.drafts.map(({ task }) => task ?? data.noTask)),
    data.updates(updates),
    data.handovers(handovers),
  ];
}

/** `/roi`, `/xoadulieu`, `/rutdongy`: what would be erased and what stays; nothing happens before the button. */
export async function askToLeave(turn: Turn): Promise<Reply[]> {
  const { person, words, tx } = turn;
  if (turn.message.group) return say(words.conversation.groupOnlyQuestions);
  if (!person) return say(words.conversation.nothingKept);
  const { leave } = words.account;
  if (await isLastAdmin(tx, person)) return say(leave.lastAdmin);
  const { drafts, updates } = await readOwnData(tx, person);
  return [
    {
      text: leave.ask(drafts.length, updates.length),
      choices: [
        { label: leave.yes, action: { kind: 'leave', agree: true } },
        { label: leave.no, action: { kind: 'leave', agree: false } },
      ],
    },
  ];
}

/** The answer to that question. */
export async function answerLeave(turn: Turn, agree: boolean): Promise<Reply[]> {
  const { person, words, tx, now } = turn;
  if (!person) return say(words.conversation.nothingKept);
  if (!agree) return say(words.account.leave.stayed);
  if (await isLastAdmin(tx, person)) return say(words.account.leave.lastAdmin);
  await leave(tx, person, now);
  return say(words.conversation.left);
}

/** A version is the day of its text. */
function writeVersion(version: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(version) ? writeDay(version) : version;
}

function writeTime(at: Date): string {
  return DateTime.fromJSDate(at, { zone: ZONE }).toFormat('dd/MM/yyyy HH:mm');
}
