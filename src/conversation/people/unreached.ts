import { dayOf, writeDay } from '../../core/clock.ts';
import type { Reply } from '../../core/message.ts';
import { agencyName, say, type Turn } from '../turn.ts';

/** Whom no channel reaches, since when and why: for the focal agency and administrators. */
export async function unreached(turn: Turn): Promise<Reply[]> {
  const { person, words, tx } = turn;
  if (!person) return say(words.conversation.joinFirst);
  if (person.role !== 'focal' && person.role !== 'admin')
    return say(words.conversation.ownProgressOnly(agencyName(turn, person.agency)));
  const { unreached: told } = words.people;
  const people = await tx.people.unreached();
  if (people.length === 0) return say(told.none);
  const rows = people.map(({ person: one, channel, why, since }) =>
    told.row(
      one.name || told.nameless,
      agencyName(turn, one.agency),
      words.account.channels[channel] ?? channel,
      told.why[why] ?? told.otherwise,
      writeDay(dayOf(since)),
    ),
  );
  return say([told.title, ...rows, told.whatToDo].join('\n'));
}
