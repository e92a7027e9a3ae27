import type { account as vietnamese } from '../vi/account.ts';

export const account: typeof vietnamese = () => ({
  channels: {
    web: 'the web page',
    telegram: 'Telegram',
    'zalo-oa': 'Zalo',
    'zalo-bot': 'Zalo',
    terminal: 'the terminal',
  },
  name: {
    known: (name) => `I know you as ${name}. If that is wrong, send /hoten and your full name.`,
    unknown: 'I do not know your name yet. Please send it, for example: /hoten Trần Thị Hà',
    changed: (name) => `I have noted your name: ${name}.`,
    refused: 'A name is 2 to 100 letters long. Please send it again, for example: /hoten Trần Thị Hà',
    joinFirst:
      'You have not joined, so your name is not kept. With a code, send /thamgia and the code to join.',
  },
  link: {
    code: (code) =>
      [
        `Link code: ${code}`,
        `Open a chat with me on the other channel and send: /lienket ${code}`,
        'It works once, within 15 minutes. Please give it to nobody: whoever has it can act as you.',
      ].join('\n'),
    how: 'If you have joined on another channel, send /lienket there for a code, then /lienket and the code here. If you have not joined, send /thamgia and your join code.',
    alreadyJoined:
      'This chat belongs to somebody who has joined, so it cannot be linked. To move it, send /roi here first, then fetch a new code.',
    refused:
      'This link code is wrong or has expired. Please send /lienket on the channel you use for a new one; a code works once, within 15 minutes.',
    done: 'This chat is linked to your account now. Use either channel: waiting cards and updates are the same.',
    notice: (channel, at) =>
      `Your account was just linked to a chat on ${channel} (${at}). If that was not you, press the button below to undo it at once.`,
    undo: 'Not me, undo it',
    undone: (channel) =>
      `Undone. The chat on ${channel} can no longer act as you. Please look through /capnhat, and tell the administrator if anything is odd.`,
  },
});
