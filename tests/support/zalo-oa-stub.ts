import { createHash } from 'node:crypto';
import { type PlatformStub, type StubAnswer, startPlatformStub } from './platform-stub.ts';

export interface ZaloOaStub extends PlatformStub {
  appId: string;
  appSecret: string;
  oaId: string;
  secretKey: string;
  /** The pair that works now; null after it was used up and the answer lost on the way. */
  pair: { access: string; refresh: string };
  refreshes: number;
  /** Messages as the person reads them. */
  sent: {
    id: string;
    user: string;
    text: string;
    buttons: { title: string; type: string; payload: string }[];
  }[];
  /** What a person is refused with. */
  refusedBy: Map<string, number>;
  files: Map<string, Uint8Array>;
  /** How Zalo signs a body, with these in the place of its own. */
  sign(body: string, as?: { id?: string; secret?: string }): string;
}

const ok = (data: unknown): StubAnswer => ({ body: { error: 0, message: 'Success', data } });
const refusal = (error: number, message: string): StubAnswer => ({ body: { error, message } });
const fresh = (kind: string): string => `${kind}-${crypto.randomUUID()}`;

/** Zalo's Official Account API and its OAuth on this machine, as far as the bot uses them (zalo.md part A). */
export async function startZaloOaStub(users: string[]): Promise<ZaloOaStub> {
  const own = {
    ...{ appId: '360846524940903967', appSecret: fresh('app-secret') },
    ...{ oaId: '388613280878808645', secretKey: fresh('oa-secret') },
  };
  const state = { pair: { access: fresh('access'), refresh: fresh('refresh') }, refreshes: 0 };
  const sent: ZaloOaStub['sent'] = [];
  const refusedBy = new Map<string, number>();
  const files = new Map<string, Uint8Array>();

  function refresh(headers: Record<string, unknown>, form: URLSearchParams): StubAnswer {
    if (headers.secret_key !== own.appSecret || form.get('app_id') !== own.appId)
      return { body: { error: -14002, error_name: 'Invalid app', error_reason: 'wrong secret' } };
    const right =
      form.get('grant_type') === 'refresh_token'
        ? form.get('refresh_token') === state.pair.refresh
        : form.get('code') === 'right-code' && form.get('code_verifier') === 'v'.repeat(43);
    if (!right) return { body: { error: -14014, error_name: 'Invalid refresh token' } };
    state.pair = { access: fresh('access'), refresh: fresh('refresh') };
    state.refreshes += 1;
    const { access, refresh: next } = state.pair;
    return { body: { access_token: access, refresh_token: next, expires_in: '90000' } };
  }

  function send(body: string): StubAnswer {
    const { recipient, message } = JSON.parse(body) as {
      recipient: { user_id: string };
      message: {
        text: string;
        attachment?: { type: string; payload: { buttons: ZaloOaStub['sent'][0]['buttons'] } };
      };
    };
    const user = recipient.user_id;
    const buttons = message.attachment?.payload.buttons ?? [];
    const refused = refusedBy.get(user);
    if (refused !== undefined) return refusal(refused, 'refused');
    if (!users.includes(user)) return refusal(-201, 'user_id is invalid');
    if ([...message.text].length > 2000 || message.text === '') return refusal(-201, 'text is too long');
    if (buttons.length > 5 || buttons.some(({ title }) => title.length > 100))
      return refusal(-201, 'buttons');
    const id = fresh('m');
    sent.push({ id, user, text: message.text, buttons });
    const quota = { quota_type: 'reply', remain: '7', total: '8', owner_type: 'OA', owner_id: own.oaId };
    return ok({ message_id: id, user_id: user, sent_time: '1690000000000', quota });
  }

  const stub = await startPlatformStub((call) => {
    const file = files.get(call.path);
    if (file) return { body: file };
    if (call.path === '/v4/oa/access_token') return refresh(call.headers, new URLSearchParams(call.body));
    if (call.headers.access_token !== state.pair.access) return refusal(-216, 'Access token is invalid');
    if (call.path === '/v2.0/oa/getoa')
      return ok({ oaid: own.oaId, name: 'Đôn Đốc Thanh Hóa', package_name: 'Growth', oa_type: 4 });
    return call.path === '/v3.0/oa/message/cs' ? send(call.body) : refusal(-240, 'no such api');
  });
  return {
    ...stub,
    ...own,
    sent,
    refusedBy,
    files,
    get pair() {
      return state.pair;
    },
    get refreshes() {
      return state.refreshes;
    },
    sign(body, { id = own.appId, secret = own.secretKey } = {}) {
      const timestamp = /"timestamp":"(\d+)"/.exec(body)?.[1] ?? '';
      return `mac=${createHash('sha256').update(`${id}${body}${timestamp}${secret}`).digest('hex')}`;
    },
  };
}
