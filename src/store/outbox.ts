import type { Knex } from 'knex';
import type { OutgoingMessage } from '../core/message.ts';
import type { Outbox, OutboxRow } from '../core/store.ts';

interface Row {
  id: number;
  key: string;
  channel: string;
  chat: string;
  message: string;
  topic: string | null;
  attempts: number;
}

const COLUMNS = ['id', 'key', 'channel', 'chat', 'message', 'topic', 'attempts'] as const;

export function outboxOf(trx: Knex.Transaction): Outbox {
  const end = (id: number, at: Date, values: object) =>
    trx('outbox')
      .where({ id })
      .update({ ...values, lease_until: null, ended_at: at.getTime() });
  return {
    queue: async (message, at) => {
      // The page reads on from its last id, so ids of one chat must be committed in their order. SQLite has one writer.
      if (trx.client.config.client === 'pg') {
        const lock = 'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))';
        await trx.raw(lock, [`${message.channel} ${message.chat}`]);
      }
      const inserted = await trx('outbox')
        .insert({
          key: message.key,
          channel: message.channel,
          chat: message.chat,
          message: JSON.stringify(message.message),
          topic: message.topic ?? null,
          next_at: at.getTime(),
          queued_at: at.getTime(),
        })
        .onConflict('key')
        .ignore()
        .returning('id');
      return inserted.length > 0;
    },
    claim: async (now, leaseUntil, limit, reach) => {
      if (reach?.length === 0) return [];
      const heads = trx('outbox').where({ state: 'waiting' }).groupBy('channel', 'chat').min('id');
      const query = trx('outbox')
        .whereIn('id', heads)
        .where('next_at', '<=', now.getTime())
        .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<=', now.getTime()))
        .orderBy('id')
        .limit(limit);
      if (reach) query.where((any) => reach.reduce((or, one) => or.orWhere({ ...one }), any));
      if (trx.client.config.client === 'pg') query.forUpdate().skipLocked();
      const rows: Row[] = await query.select(...COLUMNS);
      if (rows.length > 0) {
        await trx('outbox')
          .whereIn(
            'id',
            rows.map((row) => row.id),
          )
          .update({ lease_until: leaseUntil.getTime() })
          .increment('attempts', 1);
      }
      return rows.map((row) => ({ ...read(row), attempts: row.attempts + 1 }));
    },
    sent: async (id, platformId, at) => void (await end(id, at, { state: 'sent', platform_id: platformId })),
    failed: async (id, reason, at) => void (await end(id, at, { state: 'failed', reason })),
    retry: async (id, at, reason) =>
      void (await trx('outbox').where({ id }).update({ next_at: at.getTime(), lease_until: null, reason })),
    hurry: async (channel, at) => {
      await trx('outbox')
        .where({ channel, state: 'waiting' })
        .where('next_at', '>', at.getTime())
        .update({ next_at: at.getTime() });
    },
    withdraw: (topic, at) =>
      trx('outbox')
        .where({ topic, state: 'waiting' })
        .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<=', at.getTime()))
        .update({ state: 'withdrawn', ended_at: at.getTime() }),
    sentAfter: async (channel, chat, afterId, limit) => {
      const rows: Row[] = await trx('outbox')
        .where({ channel, chat, state: 'sent' })
        .whereNot({ message: '' })
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .select(...COLUMNS);
      return rows.map(read);
    },
    forget: async (before) => {
      await trx('outbox')
        .where('ended_at', '<', before.getTime())
        .whereNot({ message: '' })
        .update({ chat: '', message: '' });
    },
    counts: async () => {
      const rows: { state: string; count: number | string }[] = await trx('outbox')
        .groupBy('state')
        .select('state')
        .count({ count: '*' });
      const of = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { waiting: of('waiting'), failed: of('failed'), sent: of('sent') };
    },
  };
}

function read(row: Row): OutboxRow {
  const { id, key, channel, chat, attempts } = row;
  const message = JSON.parse(row.message) as OutgoingMessage;
  return { id, key, channel, chat, message, attempts, ...(row.topic ? { topic: row.topic } : {}) };
}
