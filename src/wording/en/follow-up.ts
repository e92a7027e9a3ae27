import type { followUp as vietnamese } from '../vi/follow-up.ts';

export const followUp: typeof vietnamese = {
  whichOne: 'Which of these do you mean?',
  taskOf: (address, agency) => (agency === '' ? address : `${address} (${agency})`),
  unchanged: (name) => `${name}: I know of no change of its name or organisation.`,
  allShown: (n) => `The list just shown has only ${n} items; there are no others.`,
  onlySoMany: (n) => `The list just shown has only ${n} items.`,
  noneOfThem: (topic) => `None of the items just shown speaks of “${topic}”.`,
  noted: (name) => `Noted: you are with ${name}. What would you like to look up?`,
};
