import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Receive } from '../../src/core/channel.ts';
import { SendError, type SendErrorCode } from '../../src/core/errors.ts';
import type { IncomingMessage, OutgoingMessage } from '../../src/core/message.ts';

/** How a sent message looks to the person who reads it: markup applied, tags gone. */
export interface Shown {
  text: string;
  labels: string[];
}

/** A channel before a platform that runs on this machine. Part of each channel's test, never of the program. */
export interface ChannelHarness {
  channel: Channel;
  /** Deliveries as the platform makes them; each resolves to the status the platform saw, 200 where it only sees "taken". */
  requests: {
    text(text: string, delivery?: string): Promise<number>;
    unsupported(): Promise<number>;
    malformed(): Promise<number>;
    forged(): Promise<number>;
    own(): Promise<number>;
  };
  /** Sends to the person the requests come from; resolves to the platform's id. */
  send(message: OutgoingMessage): Promise<string>;
  sentTexts(): Promise<Shown[]>;
  /** Presses the choice with this label in the message sent last. */
  press(label: string): Promise<number>;
  /** Makes the platform refuse what is sent from now on. */
  fail: Partial<Record<SendErrorCode, () => unknown>>;
  /** What the channel threw at its server. */
  thrown: unknown[];
  /** Values no error may show. */
  secrets: string[];
  close(): Promise<void>;
}

export interface ChannelConformance {
  create(receive: Receive): Promise<ChannelHarness>;
  /** The only way to leave a test out. */
  skip?: { test: string; reason: string }[];
}

const retryable: Partial<Record<SendErrorCode, boolean>> = {
  rate_limited: true,
  unreachable: true,
  unauthorized: true,
  blocked: false,
  rejected: false,
};
const codes = Object.keys(retryable) as SendErrorCode[];
const says = (text: string): OutgoingMessage => ({ text, choices: [] });

interface Scene {
  harness: ChannelHarness;
  received: IncomingMessage[];
  /** While true what is received cannot be kept. */
  refuse: { on: boolean };
}

const tests: Record<string, (scene: Scene) => Promise<void>> = {
  'a text becomes a message': async ({ harness, received }) => {
    expect(await harness.requests.text('Ai chủ trì logistics?')).toBeLessThan(300);
    expect(received).toMatchObject([
      {
        channel: harness.channel.name,
        group: false,
        deliveryId: expect.stringMatching(/./),
        chat: expect.stringMatching(/./),
        body: { kind: 'text', text: 'Ai chủ trì logistics?' },
      },
    ]);
  },

  'another delivery has another id': async ({ harness, received }) => {
    await harness.requests.text('một', 'delivery-1');
    await harness.requests.text('một', 'delivery-2');
    expect(new Set(received.map(({ deliveryId }) => deliveryId)).size).toBe(2);
    expect(new Set(received.map(({ chat }) => chat)).size).toBe(1);
  },

  'the same delivery keeps its id': async ({ harness, received }) => {
    await harness.requests.text('một', 'delivery-1');
    await harness.requests.text('một', 'delivery-1');
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
  },

  'Vietnamese arrives composed': async ({ harness, received }) => {
    const text = 'Đường sắt, thủy lợi, ưỡn ẹo: “Ủy ban nhân dân tỉnh”';
    expect(text.normalize('NFD')).not.toBe(text);
    await harness.requests.text(text.normalize('NFD'));
    expect(received.map(({ body }) => body)).toEqual([{ kind: 'text', text }]);
  },

  'content it cannot read arrives as unsupported': async ({ harness, received }) => {
    await harness.requests.unsupported();
    expect(received.map(({ body }) => body.kind)).toEqual(['unsupported']);
  },

  'a malformed delivery is answered 400': async ({ harness, received }) => {
    expect(await harness.requests.malformed()).toBe(400);
    expect([received, harness.thrown]).toEqual([[], []]);
  },

  'a forged delivery is answered 401': async ({ harness, received }) => {
    expect(await harness.requests.forged()).toBe(401);
    expect([received, harness.thrown]).toEqual([[], []]);
  },

  'its own messages are ignored': async ({ harness, received }) => {
    expect(await harness.requests.own()).toBeLessThan(300);
    await harness.requests.text('sau đó');
    expect(received.map(({ body }) => body)).toEqual([{ kind: 'text', text: 'sau đó' }]);
  },

  'a delivery that could not be kept is not called received': async ({ harness, received, refuse }) => {
    refuse.on = true;
    const first = await harness.requests.text('đừng mất', 'delivery-1');
    expect(received).toEqual([]);
    expect(first).toBeGreaterThanOrEqual(500);
    refuse.on = false;
    expect(await harness.requests.text('đừng mất', 'delivery-1')).toBeLessThan(300);
    expect(received.map(({ body }) => body)).toEqual([{ kind: 'text', text: 'đừng mất' }]);
  },

  'a text is sent as one message with an id': async ({ harness }) => {
    const ids = [await harness.send(says('Một.\n\nHai.')), await harness.send(says('Ba.'))];
    expect((await harness.sentTexts()).map(({ text }) => text)).toEqual(['Một.\n\nHai.', 'Ba.']);
    for (const id of ids) expect(id).toMatch(/^[^\s]+$/);
    expect(new Set(ids).size).toBe(2);
  },

  'markup characters appear as typed': async ({ harness }) => {
    const text = '<b>1</b> & *2* _3_ `4` [5](http://6) ~7~ ||8|| #9 \\10 &lt; {{11}} @everyone %12 $&';
    const labels = ['<i>*Lưu*</i> & _đóng_'].slice(0, harness.channel.maxChoices);
    await harness.send({ text, choices: labels.map((label) => ({ token: 't-1', label })) });
    expect(await harness.sentTexts()).toEqual([{ text, labels }]);
  },

  'a text of the declared length fits in one message': async ({ harness }) => {
    const limit = harness.channel.maxTextLength;
    const text = 'Nghị quyết số 58 về phát triển dịch vụ 👩‍⚕️; '
      .repeat(limit)
      .slice(0, limit - 1)
      .toWellFormed();
    await harness.send(says(`${text}.`));
    expect(await harness.sentTexts()).toEqual([{ text: `${text}.`, labels: [] }]);
  },

  'as many choices as declared are shown': async ({ harness }) => {
    const labels = Array.from({ length: harness.channel.maxChoices }, (_, index) => `Việc ${index + 1}`);
    const choices = labels.map((label) => ({ label, token: crypto.randomUUID() }));
    await harness.send({ text: 'Chọn một việc:', choices });
    expect(await harness.sentTexts()).toEqual([{ text: 'Chọn một việc:', labels }]);
  },

  'a choice pressed comes back as its token': async ({ harness, received }) => {
    const choices = ['Lưu', 'Sửa'].map((label) => ({ label, token: crypto.randomUUID() }));
    await harness.send({ text: 'Lưu cập nhật này?', choices });
    expect(await harness.press('Sửa')).toBeLessThan(300);
    expect(received.map(({ body }) => body)).toEqual([{ kind: 'choice', token: choices[1]?.token }]);
    await harness.requests.text('chào');
    expect(received[1]?.chat).toBe(received[0]?.chat);
  },

  ...Object.fromEntries(
    codes.map((code) => [
      `fails as ${code}, ${retryable[code] ? 'to be tried again' : 'for good'}, and shows no secret`,
      async ({ harness }: Scene) => {
        const fail = harness.fail[code];
        if (!fail)
          throw new Error(`the harness cannot fail as ${code}: write it, or leave the test out by name`);
        await fail();
        const error = await sendErrorOf(harness.send(says('xin chào')), harness.secrets);
        expect([error.code, error.retryable]).toEqual([code, retryable[code]]);
      },
    ]),
  ),
};

/** The titles in `skip` that no test has. */
export function unknownTitles(skip: { test: string }[]): string[] {
  return skip.map(({ test }) => test).filter((test) => !(test in tests));
}

/** What `sending` was rejected with: a SendError that shows none of the secrets, however it is looked at. */
export async function sendErrorOf(sending: Promise<unknown>, secrets: string[]): Promise<SendError> {
  const error: unknown = await sending.then(
    () => new Error('it was sent'),
    (thrown: unknown) => thrown,
  );
  const looks = [
    inspect(error, { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(error),
    error instanceof Error ? `${error.message}\n${error.stack}` : '',
  ].join('\n');
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(7);
    expect(looks.includes(secret), 'a secret is shown').toBe(false);
  }
  if (!(error instanceof SendError)) throw new Error(`not a SendError: ${inspect(error)}`);
  return error;
}

/** What every channel must do, whatever platform stands behind it. */
export function testChannel(name: string, { create, skip = [] }: ChannelConformance): void {
  describe(`the channel ${name}`, () => {
    let scene: Scene;
    beforeEach(async () => {
      const received: IncomingMessage[] = [];
      const refuse = { on: false };
      const harness = await create(async (message) => {
        if (refuse.on) throw new Error('the store is away');
        received.push(message);
      });
      scene = { harness, received, refuse };
    });
    afterEach(() => scene.harness.close());

    it('leaves out only tests that exist, each with a reason', () => {
      expect(unknownTitles(skip)).toEqual([]);
      expect(skip.filter(({ reason }) => reason.trim().length < 10)).toEqual([]);
    });

    for (const [title, test] of Object.entries(tests)) {
      const left = skip.find((one) => one.test === title);
      if (left) {
        process.stdout.write(`the channel ${name} leaves out: ${title}: ${left.reason}\n`);
        it.skip(`${title} (left out: ${left.reason})`, () => {});
      } else {
        it(title, () => test(scene));
      }
    }
  });
}
