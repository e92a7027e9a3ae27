import type { people as vietnamese } from '../vi/people.ts';

export const people: typeof vietnamese = {
  greeting:
    'Hello. I am Đôn Đốc, an automatic assistant (not a person) for Decision 3572/QĐ-UBND of 30/8/2024 of the People’s Committee of Thanh Hóa. I keep our messages to answer you and to lose none of them. Send /trogiup to see what I can do.',
  consent: (agency, role) =>
    [
      `This code is for: ${role}, ${agency}.`,
      'Before you join, please read this and say whether you agree:',
      '• Purpose: taking progress updates and reminding you of deadlines under Decision 3572/QĐ-UBND.',
      '• Kept: your display name, agency, role, chat id and the updates you send.',
      '• Seen by: your agency, the focal agency and the administrators.',
      '• For how long: until you send /roi. Personal data is then erased; updates stay in your agency’s record.',
      '• /hoso shows what is kept about you.',
    ].join('\n'),
  agree: 'I agree',
  decline: 'I do not agree',
  joined: (agency) => `Thank you. You have joined as an official of ${agency}.`,
  refused: {
    unknown: 'This join code is not right. Please check it, or ask an administrator for a new one.',
    expired: 'This join code has expired. Please ask an administrator for a new one.',
    used_up: 'This join code is used up. Please ask an administrator for a new one.',
  },
  codeCreated: (code, agency, role, expires, uses) =>
    [`Join code for ${agency} (${role}), ${uses} use, until ${expires}:`, code, `They send me: /thamgia ${code}`, 'It is shown once.'].join('\n'),
  notAllowed: 'This needs the right to do so. Send /thamgia and your code, or ask an administrator.',
};
