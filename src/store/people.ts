import type { Knex } from 'knex';
import type { IncomingMessage } from '../core/message.ts';
import type { Person, PersonRole } from '../core/person.ts';
import type { Identity, People } from '../core/store.ts';

interface Row {
  id: string;
  name: string;
  agency: string;
  role: PersonRole;
  consent_version: string;
  consent_at: number | string;
}

export function peopleOf(trx: Knex.Transaction): People {
  const present = () => trx<Row>('people').whereNull('removed_at');
  return {
    find: async (channel, chat) => {
      const identity: { person: string } | undefined = await trx('identities')
        .where({ channel, chat })
        .first('person');
      if (!identity) return null;
      const row = await present().where({ id: identity.person }).first();
      return row ? read(row) : null;
    },
    get: async (id) => {
      const row = await present().where({ id }).first();
      return row ? read(row) : null;
    },
    add: async (person, channel, chat) => {
      const { id, name, agency, role, consentVersion } = person;
      const at = person.consentAt.getTime();
      await trx('people').insert({ id, name, agency, role, consent_version: consentVersion, consent_at: at });
      await trx('identities').insert({ channel, chat, person: id, used_at: at });
    },
    all: async () => {
      const people = await present().orderBy('id');
      const identities: (Identity & { used_at: number })[] = await trx('identities').orderBy(
        'used_at',
        'desc',
      );
      return people.map((row) => ({
        person: read(row),
        identities: identities
          .filter((identity) => identity.person === row.id)
          .map(({ channel, chat, person }) => ({ channel, chat, person })),
      }));
    },
    addCode: async (code, createdBy, at) => {
      await trx('join_codes').insert({
        hash: code.hash,
        agency: code.agency,
        role: code.role,
        expires_at: code.expiresAt.getTime(),
        uses_left: code.usesLeft,
        created_by: createdBy,
        created_at: at.getTime(),
      });
    },
    findCode: async (hash) => {
      const row = await trx('join_codes').where({ hash }).first();
      if (!row) return null;
      return {
        hash,
        agency: row.agency,
        role: row.role,
        expiresAt: new Date(Number(row.expires_at)),
        usesLeft: row.uses_left,
      };
    },
    useCode: async (hash, now) => {
      const used = await trx('join_codes')
        .where({ hash })
        .where('uses_left', '>', 0)
        .where('expires_at', '>', now.getTime())
        .decrement('uses_left', 1);
      return used > 0;
    },
    endCodes: async (createdBy) => {
      await trx('join_codes').where({ created_by: createdBy }).update({ uses_left: 0 });
    },
    remove: async (id, at) => {
      const chats: { channel: string; chat: string }[] = await trx('identities')
        .where({ person: id })
        .select('channel', 'chat');
      for (const { channel, chat } of chats) await forgetChat(trx, channel, chat);
      await trx('drafts').where({ person: id }).delete();
      await trx('identities').where({ person: id }).delete();
      await trx('people').where({ id }).update({ name: '', removed_at: at.getTime() });
    },
    count: async () =>
      Number((await trx('people').whereNull('removed_at').count({ count: '*' }).first())?.count ?? 0),
  };
}

/** What was said in a chat. A message that still waits goes its way, without the name it came with. */
async function forgetChat(trx: Knex.Transaction, channel: string, chat: string): Promise<void> {
  for (const table of ['inbox', 'outbox'])
    await trx(table).where({ channel, chat }).whereNotNull('ended_at').update({ chat: '', message: '' });
  const waiting: { id: number; message: string }[] = await trx('inbox')
    .where({ channel, chat })
    .select('id', 'message');
  for (const { id, message } of waiting) {
    const { senderName: _, ...rest } = JSON.parse(message) as IncomingMessage;
    await trx('inbox')
      .where({ id })
      .update({ message: JSON.stringify(rest) });
  }
  for (const table of ['choices', 'conversations']) await trx(table).where({ channel, chat }).delete();
}

function read(row: Row): Person {
  return {
    id: row.id,
    name: row.name,
    agency: row.agency,
    role: row.role,
    consentVersion: row.consent_version,
    consentAt: new Date(Number(row.consent_at)),
  };
}
