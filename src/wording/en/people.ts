import type { Called } from '../called.ts';
import type { people as vietnamese } from '../vi/people.ts';

export const people: typeof vietnamese = ({ decision, theDecision }: Called) => ({
  greeting: [
    'Hello. I am Đôn Đốc, an automatic assistant, not a person.',
    `I help you look up ${decision}, send progress updates and keep report deadlines.`,
    'Your messages and the id of this chat are kept so that I can answer. Please send nothing that is a state secret.',
  ].join('\n'),
  unreached: {
    title: 'People I cannot reach by any channel for now:',
    row: (name, agency, channel, why, since) => `• ${name}, ${agency}: ${channel}, ${why}, since ${since}`,
    nameless: 'No name given',
    why: {
      blocked: 'blocked or no longer followed',
      out_of_window: 'silent for so long that Zalo lets nobody write first',
    },
    otherwise: 'sending failed many times',
    whatToDo: 'Please ask them to send me any message, or to open the web page: then I can reach them again.',
    none: 'I can reach everybody who has joined.',
  },
  consent: (agency, role, { further, contact, guests }) =>
    [
      `You are invited to join as ${role} of ${agency}${further ? ' as well' : ''}. Before you join, please read:`,
      `• Purpose: to record progress on ${decision} and to remind you of report deadlines.`,
      '• What is kept: your name, agency, role, the ids of your chats, your messages and the updates you send.',
      '• Who sees it: your agency, the focal agency and the administrators.',
      '• How long: until you leave; the words of messages are erased after a time the administrator sets. Updates you sent stay in your agency’s record, no longer tied to your name.',
      '• Your rights: send /dulieu to see what is kept, /hoten to correct your name, /roi to withdraw your consent and erase your personal data.',
      `• To ask, object or complain, contact: ${contact ?? 'the administrator who gave you the code'}.`,
      `Consent is voluntary.${guests ? ` Without it you can still look up ${theDecision}.` : ''} Do you agree?`,
    ].join('\n'),
  guestsOff:
    'At present I serve only people who have joined. Please send me privately /thamgia and the code from an administrator or the focal agency.',
  agree: 'I agree',
  decline: 'I do not agree',
  refused: {
    unknown: 'I cannot find this code. Please check each character, or contact whoever gave it to you.',
    expired: 'This code has expired. Please ask whoever gave it to you for a new one.',
    used_up: 'This code has no uses left. Please ask whoever gave it to you for a new one.',
  },
  joinedBefore: (agency) =>
    `You have joined for ${agency} already, so the code is not needed. It was not used.`,
  furtherDeclined: 'All right, everything stays as it was.',
  joinedFurther: (agencies, role) => `Thank you. You now belong to: ${agencies}. Role: ${role}.`,
  joined: (agency) => `Thank you. You have joined; agency: ${agency}.`,
  codeCreated: (code, agency, role, expires, uses, links) =>
    [
      `Join code: ${code}`,
      `Agency: ${agency}`,
      `Role: ${role}`,
      `Expires: ${expires}`,
      `Uses: ${uses}`,
      links.length > 0
        ? `Pass on the link ${links.join(' or ')} privately, or ask the person to send me: /thamgia ${code}`
        : `Pass it on privately and ask the person to send me: /thamgia ${code}`,
      'Whoever holds the code can join, so please do not post it in a group.',
    ].join('\n'),
  invitationColumns: [
    ...['Name', 'Position', 'Agency', 'Role', 'Join code', 'Expires'],
    ...['Send to Đôn Đốc', 'Web link', 'Telegram link'],
  ],
  bothNames: (name, now, confirmed) => `${name} (now: ${now}${confirmed ? '' : ', to be confirmed'})`,
  notAllowed: 'You may not do this. If you need to, please contact an administrator.',
});
