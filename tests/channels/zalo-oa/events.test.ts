import { describe, expect, it } from 'vitest';
import { parseZaloOaEvent, readZaloOaEvent } from '../../../src/channels/zalo-oa/parse.ts';
import { isSignedByZalo } from '../../../src/channels/zalo-oa/signature.ts';
import { sendErrorOf } from '../../conformance/channel.suite.ts';
import { chat, delivery, fixtures, openZaloOa } from './support.ts';

const parsed = (name: string) => {
  const event = readZaloOaEvent(JSON.parse(delivery(name)));
  return event && parseZaloOaEvent(event);
};

describe('what Zalo delivers', () => {
  const BODIES: Record<string, unknown> = {
    user_send_text: { kind: 'text', text: 'Chào' },
    user_send_image: {
      ...{
        kind: 'file',
        ref: 'https://photo.zdn.vn/1.jpg',
        name: 'anh.jpg',
        bytes: null,
        caption: 'biên bản',
      },
    },
    user_send_file: { kind: 'file', ref: 'https://file.zdn.vn/1', name: 'Báo cáo.pdf', bytes: 20480 },
    user_send_location: { kind: 'unsupported', what: 'location' },
    user_send_sticker: { kind: 'unsupported', what: 'sticker' },
    user_send_audio: { kind: 'unsupported', what: 'audio' },
    user_send_link: { kind: 'unsupported', what: 'link', caption: 'https://thanhhoa.gov.vn' },
    follow: { kind: 'text', text: '/start' },
    unfollow: { kind: 'left' },
    // Nobody speaks to the account.
    ...Object.fromEntries(
      [
        'user_send_group_text',
        'oa_send_text',
        'user_received_message',
        'user_seen_message',
        'user_submit_info',
      ].map((name) => [name, null]),
    ),
  };

  it('has a delivery for every event that is read, and none besides', () => {
    expect(fixtures().sort()).toEqual(Object.keys(BODIES).sort());
  });

  it.each(Object.entries(BODIES))('%s', (name, body) => {
    const message = parsed(name);
    expect(message?.body ?? null).toEqual(body);
    if (message) expect(message).toMatchObject({ channel: 'zalo-oa', chat, group: false });
  });

  it('follows twice as two deliveries, and the same one as one', () => {
    const later = readZaloOaEvent(
      JSON.parse(delivery('follow', (event) => ({ ...event, timestamp: '1795572009999' }))),
    );
    expect(parsed('follow')?.deliveryId).toBe(parsed('follow')?.deliveryId);
    expect(later && parseZaloOaEvent(later)?.deliveryId).not.toBe(parsed('follow')?.deliveryId);
  });

  it('keeps ids of nineteen digits whole', () => {
    const id = '9007199254740993123';
    const event = readZaloOaEvent(
      JSON.parse(delivery('user_send_text', (one) => ({ ...one, sender: { id } }))),
    );
    expect(event && parseZaloOaEvent(event)?.chat).toBe(id);
  });
});

describe('the signature', () => {
  const body = '{"timestamp":"1","text":"Đường"}';
  const signer = { ids: ['app', 'oa'], secrets: ['key', 'secret'] };
  const holds = (header: string | null, of = body): boolean =>
    isSignedByZalo(header, { body: of, timestamp: '1' }, signer);
  // printf 'app{"timestamp":"1","text":"Đường"}1key' | sha256sum
  const mac = 'f90a3cc83f3357f1c61699d013cb0308bbffe94e888f1f36f597828f101ca9de';

  it('is the plain SHA-256 over id, raw body, timestamp and secret', async () => {
    const { createHash } = await import('node:crypto');
    const of = (id: string, secret: string): string =>
      createHash('sha256').update(`${id}${body}1${secret}`).digest('hex');
    expect(of('app', 'key')).toBe(mac);
    for (const right of [of('app', 'key'), of('app', 'secret'), of('oa', 'key'), of('oa', 'secret')]) {
      expect(holds(`mac=${right}`)).toBe(true);
      expect(holds(right.toUpperCase())).toBe(true);
    }
    for (const wrong of [of('other', 'key'), of('app', 'other'), of('app', 'key').slice(1), '', 'mac='])
      expect(holds(wrong)).toBe(false);
    expect(holds(null)).toBe(false);
    expect(holds(`mac=${mac}`, body.replace('Đường', 'Duong'))).toBe(false);
  });
});

describe('sending', () => {
  it.each([
    [-230, 'out_of_window', false],
    [-232, 'out_of_window', false],
    [-213, 'blocked', false],
    [-217, 'blocked', false],
    [-201, 'rejected', false],
    [-32, 'rate_limited', true],
    [-211, 'rate_limited', true],
    [-224, 'unauthorized', true],
    [-200, 'unreachable', true],
    [-99_999, 'unreachable', true],
  ])('takes %i as %s', async (error, code, retryable) => {
    const { stub, channel, close } = await openZaloOa();
    stub.refusedBy.set(chat, error);
    const sending = channel.send(chat, { text: 'chào', choices: [] }, 'k');
    expect(await sendErrorOf(sending, [stub.pair.access])).toMatchObject({ code, retryable });
    expect(stub.refreshes).toBe(0);
    await close();
  });

  it.each([
    ['a page instead of JSON', { kind: 'body', status: 200, type: 'text/html', body: '<html>' }],
    ['half an answer', { kind: 'truncated' }],
    ['no answer', { kind: 'hang' }],
    ['an answer lost after it took the message', { kind: 'lost' }],
  ] as const)('tries again after %s', async (_what, trouble) => {
    const { stub, another, close } = await openZaloOa();
    stub.trouble('/message/cs', trouble);
    const sending = another({ timeoutMs: 200 }).send(chat, { text: 'chào', choices: [] }, 'k');
    expect(await sendErrorOf(sending, [stub.pair.access])).toMatchObject({
      code: 'unreachable',
      retryable: true,
    });
    await close();
  });

  it('does not send again what was taken without an id', async () => {
    const { stub, channel, close } = await openZaloOa();
    stub.trouble('/message/cs', { kind: 'answer', status: 200, body: { error: 0, message: 'Success' } });
    expect(await channel.send(chat, { text: 'chào', choices: [] }, 'k')).toBe('unknown');
    await close();
  });

  it('says when the quota is used up', async () => {
    const { stub, channel, problems, close } = await openZaloOa();
    const data = { message_id: 'm', quota: { quota_type: 'reply', remain: 0 } };
    stub.trouble('/message/cs', {
      kind: 'answer',
      status: 200,
      body: { error: 0, message: 'Success', data },
    });
    await channel.send(chat, { text: 'chào', choices: [] }, 'k');
    expect(problems).toEqual(['Zalo: the quota "reply" is used up.']);
    await close();
  });
});
