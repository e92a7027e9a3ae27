import type { Knex } from 'knex';
import { MEMORY_VERSION } from '../core/answer.ts';
import type { ChoiceAction } from '../core/message.ts';
import type { ConversationState, Conversations, OfferedChoice } from '../core/store.ts';

interface Row {
  token: string;
  batch: string;
  label: string;
  action: string;
  created_at: number | string;
  used_at: number | string | null;
}

export function conversationsOf(trx: Knex.Transaction): Conversations {
  const batchOf = async (batch: string): Promise<Row[]> => trx('choices').where({ batch }).orderBy('id');
  return {
    get: async (channel, chat) => {
      const row = await trx('conversations').where({ channel, chat }).first('state');
      if (!row) return { greeted: false, memory: null, memoryAt: null };
      const state = JSON.parse(row.state) as Omit<ConversationState, 'memoryAt'> & {
        memoryAt: string | null;
      };
      return {
        ...state,
        // A memory written by another version of the program is dropped, not guessed at.
        memory: state.memory?.version === MEMORY_VERSION ? state.memory : null,
        memoryAt: state.memoryAt === null ? null : new Date(state.memoryAt),
      };
    },
    put: async (channel, chat, state) => {
      await trx('conversations')
        .insert({ channel, chat, state: JSON.stringify(state) })
        .onConflict(['channel', 'chat'])
        .merge();
    },
    offer: async (channel, chat, group, choices, at) => {
      const rows = choices.map(({ token, label, action }) => ({
        token,
        channel,
        chat,
        batch: group,
        label,
        action: JSON.stringify(action),
        created_at: at.getTime(),
      }));
      if (rows.length > 0) await trx('choices').insert(rows);
    },
    findChoice: async (channel, chat, token) => {
      const row: Row | undefined = await trx('choices').where({ channel, chat, token }).first();
      return row ? read(row, await batchOf(row.batch)) : null;
    },
    lastChoices: async (channel, chat) => {
      const last = await trx('choices').where({ channel, chat }).orderBy('id', 'desc').first('batch');
      if (!last) return [];
      const rows = await batchOf(last.batch);
      return rows.map((row) => read(row, rows));
    },
    moveChoices: async (tokens, channel, chat) => {
      const rows: { id: number; channel: string; chat: string }[] = await trx('choices')
        .whereIn('token', tokens)
        .orderBy('id');
      if (rows.length === 0) return;
      await trx('choices').whereIn('token', tokens).delete();
      // Anew, so that they are the choices shown last there: a number answers those.
      await trx('choices').insert(rows.map(({ id: _, ...row }) => ({ ...row, channel, chat })));
    },
    useChoice: async (token, at) => {
      await trx('choices').where({ token }).update({ used_at: at.getTime() });
    },
    forget: async (before) => {
      await trx('choices').where('created_at', '<', before.getTime()).delete();
    },
  };
}

/** A choice, and whether one of its batch was taken. */
function read(row: Row, batch: Row[]): OfferedChoice {
  const used = batch.flatMap(({ used_at }) => (used_at === null ? [] : [Number(used_at)]));
  return {
    token: row.token,
    group: row.batch,
    label: row.label,
    action: JSON.parse(row.action) as ChoiceAction,
    createdAt: new Date(Number(row.created_at)),
    usedAt: time(row.used_at),
    groupUsedAt: used.length > 0 ? new Date(Math.min(...used)) : null,
  };
}

function time(value: number | string | null): Date | null {
  return value === null ? null : new Date(Number(value));
}
