import { describe, expect, it } from 'vitest';
import { createTerminalChannel } from '../../../src/channels/terminal/channel.ts';
import { writeTerminalMessage } from '../../../src/channels/terminal/send.ts';
import { testChannel } from '../../conformance/channel.suite.ts';

const secret = 'password-of-the-screen';
const noPlatform = 'lines come from the keyboard; no platform stands between';
const neverRefuses = 'a screen does not refuse; it can only be gone';

testChannel('terminal', {
  async create(receive) {
    const screen: string[] = [];
    let isClosed = false;
    const channel = createTerminalChannel({
      output(message) {
        if (isClosed) throw new Error(`write EPIPE ${secret}`);
        screen.push(writeTerminalMessage(message));
      },
    });
    const nothing = async () => 500;
    return {
      channel,
      requests: {
        async text(text) {
          await receive(channel.line(text));
          return 200;
        },
        unsupported: nothing,
        malformed: nothing,
        forged: nothing,
        own: nothing,
      },
      send: (message) => channel.send(channel.chat, message, crypto.randomUUID()),
      sentTexts: async () =>
        screen.map((shown) => {
          const lines = shown.split('\n');
          const isChoice = (line: string) => /^ {2}\d+\. /.test(line);
          return {
            text: lines.filter((line) => !isChoice(line)).join('\n'),
            labels: lines.filter(isChoice).map((line) => line.replace(/^ {2}\d+\. /, '')),
          };
        }),
      press: nothing,
      fail: {
        unreachable() {
          isClosed = true;
        },
      },
      thrown: [],
      secrets: [secret],
      close: async () => {},
    };
  },
  skip: [
    { test: 'the same delivery keeps its id', reason: 'a terminal delivers a line once' },
    { test: 'content it cannot read arrives as unsupported', reason: 'a terminal carries text only' },
    { test: 'a malformed delivery is answered 400', reason: noPlatform },
    { test: 'a forged delivery is answered 401', reason: noPlatform },
    { test: 'its own messages are ignored', reason: 'what it prints does not come back as a line' },
    { test: 'a delivery that could not be kept is not called received', reason: noPlatform },
    {
      test: 'a choice pressed comes back as its token',
      reason: 'the person types its number; the conversation knows which choice that is',
    },
    { test: 'fails as rate_limited, to be tried again, and shows no secret', reason: neverRefuses },
    { test: 'fails as unauthorized, to be tried again, and shows no secret', reason: neverRefuses },
    { test: 'fails as blocked, for good, and shows no secret', reason: neverRefuses },
    { test: 'fails as rejected, for good, and shows no secret', reason: neverRefuses },
  ],
});

describe('what the terminal prints', () => {
  it('is the text, then each choice behind the number that takes it', () => {
    const choices = ['Lưu', 'Sửa lại', 'Hủy'].map((label, index) => ({ label, token: `t${index}` }));
    expect(writeTerminalMessage({ text: 'Nhiệm vụ IV.4.a.1: 60 %.\nLưu lại?', choices })).toBe(
      'Nhiệm vụ IV.4.a.1: 60 %.\nLưu lại?\n  1. Lưu\n  2. Sửa lại\n  3. Hủy',
    );
  });

  it('is the text alone where there is nothing to choose', () => {
    expect(writeTerminalMessage({ text: 'Đã lưu.', choices: [] })).toBe('Đã lưu.');
  });
});

describe('lines of two runs over one store', () => {
  it('are different deliveries of one conversation', () => {
    const [first, second] = [1, 2].map(() =>
      createTerminalChannel({ output: () => {}, chat: 'so-y-te' }).line('chào'),
    );
    expect(first?.chat).toBe('so-y-te');
    expect(second?.chat).toBe(first?.chat);
    expect(second?.deliveryId).not.toBe(first?.deliveryId);
  });
});
