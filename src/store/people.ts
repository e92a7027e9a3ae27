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

interface Membership {
  person: string;
  agency: string;
  leads: number;
}

const REACHABLE_FIRST = 'CASE WHEN unreachable_since IS NULL THEN 0 ELSE 1 END';

export function peopleOf(trx: Knex.Transaction): People {
  const present = () => trx<Row>('people').whereNull('removed_at');

  async function get(id: string): Promise<Person | null> {
    const [person] = await withAgencies(await present().where({ id }));
    return person ?? null;
  }

  async function withAgencies(rows: Row[]): Promise<Person[]> {
    const ids = rows.map(({ id }) => id);
    const memberships = trx<Membership>('memberships').orderBy('since').orderBy('agency');
    // A list of ids may be longer than a statement takes.
    const all = ids.length === 1 ? await memberships.where({ person: ids[0] as string }) : await memberships;
    return rows.map((row) =>
      read(
        row,
        all.filter(({ person }) => person === row.id),
      ),
    );
  }

  return {
    find: async (channel, chat) => {
      const identity: { person: string } | undefined = await trx('identities')
        .where({ channel, chat })
        .first('person');
      return identity ? get(identity.person) : null;
    },
    get,
    add: async (person, channel, chat) => {
      const { id, name, agency, agencies, role, consentVersion } = person;
      const at = person.consentAt.getTime();
      await trx('people').insert({ id, name, agency, role, consent_version: consentVersion, consent_at: at });
      await trx('memberships').insert(
        [...new Set([agency, ...agencies])].map((one) => ({
          person: id,
          agency: one,
          leads: role === 'leader' ? 1 : 0,
          since: at,
        })),
      );
      await trx('identities').insert({ channel, chat, person: id, used_at: at });
    },
    addAgency: async (id, agency, role, at) => {
      const leads = role === 'leader' ? 1 : 0;
      await trx('memberships')
        .insert({ person: id, agency, leads, since: at.getTime() })
        .onConflict(['person', 'agency'])
        .ignore();
      if (leads > 0) await trx('memberships').where({ person: id, agency }).update({ leads });
    },
    addChat: async (id, channel, chat, at) => {
      await trx('identities').insert({ channel, chat, person: id, used_at: at.getTime() });
    },
    removeChat: async (id, channel, chat) =>
      (await trx('identities').where({ person: id, channel, chat }).delete()) > 0,
    setName: async (id, name) => {
      await trx('people').where({ id }).update({ name });
    },
    setRole: async (id, role) => {
      await trx('people').where({ id }).update({ role });
    },
    setConsent: async (id, version, at) => {
      await trx('people').where({ id }).update({ consent_version: version, consent_at: at.getTime() });
    },
    touch: async (channel, chat, at) => {
      await trx('identities')
        .where({ channel, chat })
        .update({ used_at: at.getTime(), unreachable_since: null, unreachable_why: null });
    },
    unreachable: async (channel, chat, why, at) => {
      await trx('identities')
        .where({ channel, chat })
        .whereNull('unreachable_since')
        .update({ unreachable_since: at.getTime(), unreachable_why: why });
    },
    unreached: async () => {
      const reached = trx('identities').whereNull('unreachable_since').select('person');
      const rows: { person: string; channel: string; unreachable_why: string; unreachable_since: number }[] =
        await trx('identities').whereNotIn('person', reached).orderBy('unreachable_since').orderBy('channel');
      const people = await withAgencies(await present().orderBy('id'));
      return people
        .flatMap((person) => {
          // Each person once, by the chat that was the last to fail.
          const last = rows.findLast((row) => row.person === person.id);
          if (!last) return [];
          const since = new Date(Number(last.unreachable_since));
          return [{ person, channel: last.channel, why: last.unreachable_why, since }];
        })
        .sort((a, b) => a.since.getTime() - b.since.getTime());
    },
    chats: async (id) =>
      trx('identities')
        .where({ person: id })
        .orderByRaw(REACHABLE_FIRST)
        .orderBy('used_at', 'desc')
        .orderBy('channel')
        .select('channel', 'chat', 'person'),
    messagesKept: async (id) => {
      const chats: { channel: string; chat: string }[] = await trx('identities')
        .where({ person: id })
        .select('channel', 'chat');
      let kept = 0;
      for (const { channel, chat } of chats)
        for (const table of ['inbox', 'outbox']) {
          const row = await trx(table)
            .where({ channel, chat })
            .whereNot({ message: '' })
            .count({ n: '*' })
            .first();
          kept += Number(row?.n ?? 0);
        }
      return kept;
    },
    ofAgency: async (agency) => {
      const members = trx('memberships').where({ agency }).select('person');
      return withAgencies(await present().whereIn('id', members).orderBy('name').orderBy('id'));
    },
    addLinkCode: async (hash, person, expiresAt) => {
      await trx('link_codes').where({ person }).delete();
      await trx('link_codes').insert({ hash, person, expires_at: expiresAt.getTime() });
    },
    useLinkCode: async (hash, now) => {
      const row: { person: string } | undefined = await trx('link_codes')
        .where({ hash })
        .where('expires_at', '>', now.getTime())
        .first('person');
      const used = row ? await trx('link_codes').where({ hash }).delete() : 0;
      return row && used > 0 ? row.person : null;
    },
    all: async () => {
      const people = await withAgencies(await present().orderBy('id'));
      const identities: Identity[] = await trx('identities')
        .orderByRaw(REACHABLE_FIRST)
        .orderBy('used_at', 'desc');
      return people.map((person) => ({
        person,
        identities: identities
          .filter((identity) => identity.person === person.id)
          .map(({ channel, chat }) => ({ channel, chat, person: person.id })),
      }));
    },
    addCode: async (code, createdBy, at) => {
      await trx('join_codes').insert({
        hash: code.hash,
        agency: code.agency,
        role: code.role,
        name: code.name,
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
        name: row.name ?? null,
        expiresAt: new Date(Number(row.expires_at)),
        usesLeft: row.uses_left,
      };
    },
    useCode: async (hash, now) => {
      const used = await trx('join_codes')
        .where({ hash })
        .where('uses_left', '>', 0)
        .where('expires_at', '>', now.getTime())
        .update({ uses_left: trx.raw('uses_left - 1'), name: null });
      return used > 0;
    },
    endCodes: async (createdBy) => {
      await trx('join_codes').where({ created_by: createdBy }).update({ uses_left: 0, name: null });
    },
    forgetCodes: async (now) => {
      const expired = (table: string) => trx(table).where('expires_at', '<=', now.getTime());
      await expired('join_codes').whereNotNull('name').update({ name: null });
      await expired('link_codes').delete();
    },
    remove: async (id, at) => {
      const chats: { channel: string; chat: string }[] = await trx('identities')
        .where({ person: id })
        .select('channel', 'chat');
      for (const { channel, chat } of chats) await forgetChat(trx, channel, chat);
      for (const table of ['drafts', 'forms', 'link_codes', 'memberships'])
        await trx(table).where({ person: id }).delete();
      await trx('handovers').where({ from: id }).orWhere({ to: id }).delete();
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

function read(row: Row, memberships: Membership[]): Person {
  const agencies = memberships.map(({ agency }) => agency);
  return {
    id: row.id,
    name: row.name,
    agency: row.agency,
    agencies: [row.agency, ...agencies.filter((agency) => agency !== row.agency)],
    leads: memberships.filter(({ leads }) => Number(leads) === 1).map(({ agency }) => agency),
    role: row.role,
    consentVersion: row.consent_version,
    consentAt: new Date(Number(row.consent_at)),
  };
}
