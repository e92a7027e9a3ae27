import type { Knex } from 'knex';
import type { ChannelTokens } from '../core/store.ts';

interface Row {
  sealed: string;
  expires_at: number | string;
  version: number;
  lease_until: number | string | null;
  died_at: number | string | null;
}

const dateOf = (at: number | string | null): Date | null => (at === null ? null : new Date(Number(at)));

export function channelTokensOf(trx: Knex.Transaction): ChannelTokens {
  const rows = (channel: string, version: number) =>
    trx('channel_tokens').where({ channel, version }).whereNull('died_at');
  return {
    get: async (channel) => {
      const row: Row | undefined = await trx('channel_tokens').where({ channel }).first();
      if (!row) return null;
      const { sealed, version } = row;
      return {
        ...{ sealed, version, expiresAt: new Date(Number(row.expires_at)) },
        ...{ leaseUntil: dateOf(row.lease_until), diedAt: dateOf(row.died_at) },
      };
    },
    seed: async (channel, sealed, expiresAt, at) => {
      const values = {
        ...{ sealed, expires_at: expiresAt.getTime(), lease_until: null, died_at: null },
        changed_at: at.getTime(),
      };
      await trx('channel_tokens')
        .insert({ channel, version: 1, ...values })
        .onConflict('channel')
        .merge({
          ...values,
          previous: trx.raw('channel_tokens.sealed'),
          version: trx.raw('channel_tokens.version + 1'),
        });
    },
    claim: async (channel, version, now, leaseUntil) =>
      (await rows(channel, version)
        .where((free) => free.whereNull('lease_until').orWhere('lease_until', '<=', now.getTime()))
        .update({ lease_until: leaseUntil.getTime() })) > 0,
    renew: async (channel, version, sealed, expiresAt, at) =>
      (await rows(channel, version).update({
        ...{ sealed, previous: trx.ref('sealed'), expires_at: expiresAt.getTime(), version: version + 1 },
        ...{ lease_until: null, changed_at: at.getTime() },
      })) > 0,
    died: async (channel, version, at) =>
      (await rows(channel, version).update({ died_at: at.getTime(), lease_until: null })) > 0,
  };
}
