import type { Called } from '../called.ts';
import type { account as vietnamese } from '../vi/account.ts';

export const account: typeof vietnamese = ({ sampleAgency }: Called) => ({
  channels: {
    web: 'the web page',
    telegram: 'Telegram',
    'zalo-oa': 'Zalo',
    'zalo-bot': 'Zalo',
    terminal: 'the terminal',
  },
  data: {
    title: (at) => `What I keep about you (${at}):`,
    name: (name) => `• Name: ${name || 'none yet'}`,
    agencies: (agencies) => `• Agency: ${agencies}`,
    role: (role) => `• Role: ${role}`,
    consent: (at, version) => `• Consent given: ${at} (text of ${version})`,
    channels: (channels) => `• Channels: ${channels}`,
    messages: (count) => `• Messages whose words are kept: ${count}`,
    cards: (tasks) =>
      `• Cards not saved: ${tasks.length === 0 ? 'none' : `${tasks.length} (${tasks.join(', ')})`}`,
    noTask: 'task not named yet',
    updates: (rows) =>
      rows.length === 0 ? '• Updates sent: none' : [`• Updates sent: ${rows.length}`, ...rows].join('\n'),
    update: (receipt, task, day) => `  – ${receipt}: ${task}, ${day}`,
    handovers: (rows) => (rows.length === 0 ? '• Hand-overs: none' : ['• Hand-overs:', ...rows].join('\n')),
    handover: (given, name, first, last, state) => {
      const other = name || 'a colleague without a name';
      const who = given ? `You to ${other}` : `${other} to you`;
      return `  – ${who}, ${first} to ${last} (${state})`;
    },
    states: { asked: 'not answered', accepted: 'accepted', declined: 'declined', ended: 'ended' },
    more: 'Send /dulieu for everything that is kept, /hoten to change your name.',
    rights: 'Send /hoten to change your name, /xoadulieu to leave and erase.',
  },
  leave: {
    ask: (cards, updates) =>
      [
        'If you leave:',
        `• Erased: your name, agency, role, links to chats, the words of messages, hand-overs${cards > 0 ? ` and ${cards} unsaved card${cards > 1 ? 's' : ''}` : ''}.`,
        `• Kept in your agency’s record, without your name: ${updates > 0 ? `${updates} update${updates > 1 ? 's' : ''} sent` : 'updates sent (none so far)'}, plans made (if any) and the log of what was done.`,
        'It cannot be undone. Are you sure you want to leave?',
      ].join('\n'),
    yes: 'Leave and erase',
    no: 'Stay',
    stayed: 'All right, nothing was erased. Everything is as before.',
    lastAdmin: `You are the only administrator, so I cannot erase you yet: nobody could invite people afterwards. Please invite another one first, for example: /taoma ${sampleAgency} quản trị. Once they have joined, send /roi again.`,
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
