import type { followUp as vietnamese } from '../vi/follow-up.ts';

export const followUp: typeof vietnamese = {
  whichOne: 'Which of these do you mean?',
  taskOf: (address, agency) => (agency === '' ? address : `${address} (${agency})`),
  unchanged: (name) => `${name}: I know of no change of its name or organisation.`,
  allShown: (n) => `The list just shown has only ${n} items; there are no others.`,
  onlySoMany: (n) => `The list just shown has only ${n} items.`,
  noneOfThem: (topic) => `Among the items just shown I find nothing about “${topic}”.`,
  nobody: (place) => `Item ${place} names no agency.`,
  noDocument: (places) => `Item ${places} cites no document.`,
  dates: (places) => `In item ${places}, these tasks carry a date of their own:`,
  noDates: (places) => `In item ${places}, no task carries a date of its own.`,
  ownDates: (plan) =>
    `Where a task carries no date, each agency sets the finish date in its own plan (item ${plan}).`,
  yearsNamed: (address) => `Item ${address} gives no day, only these years:`,
  noYear: (address) => `Item ${address} gives no deadline and names no year.`,
  noted: (name) => `Noted: you are with ${name}. What would you like to look up?`,
};
