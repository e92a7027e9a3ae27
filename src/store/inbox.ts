import type { Knex } from 'knex';
import type { IncomingMessage } from '../core/message.ts';
import type { Inbox, InboxClaim } from '../core/store.ts';

interface Row {
  id: number;
  message: string;
  received_at: number | string;
  attempts: number;
}

/**
 * All that are new, and one of those that were tried before: should it end the process, the attempts of no other repeated
 * message rise with its own.
 */
function oneRepeated(rows: Row[]): Row[] {
  const repeated = rows.find(({ attempts }) => attempts > 0);
  return rows.filter((row) => row.attempts === 0 || row === repeated);
}

export function inboxOf(trx: Knex.Transaction): Inbox {
  // The number of attempts tells one claim from a later one: who was overtaken writes nothing.
  const end = ({ id, attempts }: InboxClaim, state: string, at: Date, reason: string | null) =>
    trx('inbox').where({ id, attempts, state: 'waiting' }).update({ state, reason, ended_at: at.getTime() });
  return {
    countSince: async ({ id, message: { channel, chat } }, since) => {
      const row = await trx('inbox')
        .where({ channel, chat })
        .where('received_at', '>=', since.getTime())
        .where('id', '<=', id)
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },
    receive: async (message, at) => {
      const inserted = await trx('inbox')
        .insert({
          channel: message.channel,
          delivery_id: message.deliveryId,
          chat: message.chat,
          message: JSON.stringify(message),
          next_at: at.getTime(),
          received_at: at.getTime(),
        })
        .onConflict(['channel', 'delivery_id'])
        .ignore()
        .returning('id');
      return inserted.length > 0;
    },
    claim: async (now, leaseUntil, limit) => {
      // The head of each chat's queue; a leased or delayed head keeps the rest of its chat waiting.
      const heads = trx('inbox').where({ state: 'waiting' }).groupBy('channel', 'chat').min('id');
      const query = trx<Row>('inbox')
        .whereIn('id', heads)
        .where('next_at', '<=', now.getTime())
        .orderBy('id')
        .limit(limit);
      if (trx.client.config.client === 'pg') query.forUpdate().skipLocked();
      const rows = oneRepeated(await query.select('id', 'message', 'received_at', 'attempts'));
      if (rows.length > 0) {
        await trx('inbox')
          .whereIn(
            'id',
            rows.map((row) => row.id),
          )
          .update({ next_at: leaseUntil.getTime() })
          .increment('attempts', 1);
      }
      return rows.map((row) => ({
        id: row.id,
        message: JSON.parse(row.message) as IncomingMessage,
        receivedAt: new Date(Number(row.received_at)),
        attempts: row.attempts + 1,
      }));
    },
    done: async (claim, at) => (await end(claim, 'done', at, null)) > 0,
    failed: async (claim, reason, at) => (await end(claim, 'failed', at, reason)) > 0,
    redact: async (channel, deliveryId) => {
      const row: { message: string } | undefined = await trx('inbox')
        .where({ channel, delivery_id: deliveryId })
        .first('message');
      if (!row) return;
      const { senderName: _, ...message } = JSON.parse(row.message) as IncomingMessage;
      const emptied: IncomingMessage = { ...message, body: { kind: 'text', text: '' } };
      await trx('inbox')
        .where({ channel, delivery_id: deliveryId })
        .update({ message: JSON.stringify(emptied) });
    },
    forget: async (before) => {
      await trx('inbox')
        .where('ended_at', '<', before.getTime())
        .whereNot({ message: '' })
        .update({ chat: '', message: '' });
    },
    retry: async ({ id, attempts }, at) =>
      void (await trx('inbox').where({ id, attempts, state: 'waiting' }).update({ next_at: at.getTime() })),
  };
}
