import type { handover as vietnamese } from '../vi/handover.ts';

export const handover: typeof vietnamese = () => ({
  how: 'Send when you are away and who stands in, for example: “on leave from 10/12 to 20/12, hand over to Ms Ha”.',
  whom: (from, to) =>
    `You are away from ${from} to ${to}. Who stands in? Choose, or send the name too, for example: “on leave from ${from} to ${to}, hand over to Ms Ha”.`,
  nobody: (name, agency) =>
    `Nobody called “${name}” of ${agency} has joined. Please check the name, or ask the colleague to join first.`,
  alone: (agency) => `Nobody else of ${agency} has joined, so there is no one to hand over to.`,
  passed: 'That time has passed. Please send the days again.',
  unnamed: 'An official without a name',
  confirm: (name, from, to) =>
    `From ${from} to ${to} your reminders and waiting cards go to ${name}, and come back after that. I ask ${name} first. Do you agree?`,
  send: 'Ask',
  asked: (name) => `${name} is asked. I tell you the answer.`,
  notReached: (name) => `I could not reach ${name}. Please speak directly; nothing has changed yet.`,
  request: (name, from, to) =>
    `${name} is away from ${from} to ${to} and asks you to stand in: you would get the reminders and waiting cards of ${name} in that time. Do you agree?`,
  accept: 'I stand in',
  decline: 'I cannot',
  accepted: (name, from, to) =>
    `${name} stands in for you from ${from} to ${to}. If you are back earlier, send “I am back”.`,
  declined: (name) => `${name} cannot stand in. Please choose someone else; reminders still come to you.`,
  thanks: (name, from, to) => `Thank you. From ${from} to ${to} you get the reminders of ${name}.`,
  thanksAnyway: 'I tell your colleague to choose someone else.',
  cards: (name) => `Waiting cards of ${name}:`,
  ended: (name) => `Reminders and waiting cards are yours again. ${name} has been told.`,
  endedForYou: (name) => `${name} is back. Thank you for standing in.`,
  none: 'You have handed nothing over.',
  standing: (name, from, to, accepted) =>
    `• ${from} – ${to}: ${name}${accepted ? ' stands in' : ' (no answer yet)'}`,
  list: 'You have handed over:',
  end: 'I am back, give me my work again',
});
