import type { Called } from '../called.ts';
import type { successors as vi } from '../vi/successors.ts';

function bothNames(name: string, now: string[], confirmed: boolean): string {
  if (now.length === 0) return name;
  return `${name} (now: ${now.join('; ')}${confirmed ? '' : ', to be confirmed'})`;
}

export const successors = ({ theDecision }: Called): ReturnType<typeof vi> => ({
  both: bothNames,
  states: { confirmed: 'confirmed', partly: 'confirmed in part', open: 'to be confirmed' },
  list: 'Who holds today what the decision gave its agencies. Choose one to see and confirm it:',
  listRow: (name, now, state) => `• ${name} → ${now} (${state})`,
  nobody: 'nobody known',
  holder: (name, only) => (only ? `${name} (${only})` : name),
  none: (name, example) =>
    `I know of nobody who took over from ${name}. If there is one, send, for example: ${example}`,
  proposal: (name, state) => `Who takes over from ${name} (${state}):`,
  row: (scope, tasks, holder, from, basis, confirmed) =>
    [
      `• ${scope}${tasks > 0 ? ` (${tasks === 1 ? '1 task' : `${tasks} tasks`})` : ''} → ${holder}, from ${from}${confirmed ? '' : ', to be confirmed'}.`,
      `  Basis: ${basis}.`,
    ].join('\n'),
  all: 'Everything',
  rest: 'All else',
  confirmedBy: (name, when) => `Confirmed by ${name}, ${when}.`,
  unnamed: 'an administrator (name no longer kept)',
  unnamedPerson: 'somebody without a name',
  wouldChange: 'Confirming it changes who may report:',
  changed: 'Who may report has changed:',
  noChange: 'Nobody who has joined may report more or less.',
  gains: (name, agency, tasks) => `• ${name} (${agency}): ${tasks} more.`,
  loses: (name, agency, tasks) => `• ${name} (${agency}): ${tasks} no longer.`,
  morePeople: (n) => `• and ${n} more people.`,
  newCode: (agency) =>
    `Those who lose it and work for the successor now need a new join code: /taoma ${agency}`,
  otherwise: (example) => `If it is otherwise, send it as it is, for example: ${example}`,
  confirm: 'Confirm',
  confirmOnly: (holder) => `Confirm ${holder} only`,
  takeBack: 'Take the confirmation back',
  see: (name) => `See ${name}`,
  example: (former, successor, from, basis) =>
    `/successors ${former} → ${successor} from ${from} under ${basis}`,
  sampleBasis: 'Resolution …',
  sampleSuccessor: 'name of the successor',
  how: (examples) =>
    `Please name the former agency, the successor, the day and the basis, for example: ${examples.join(' or ')}`,
  missing: { successor: 'the successor', from: 'the day', basis: 'the basis' },
  ask: (missing, example) =>
    `Please also give ${missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and ` : ''}${missing.at(-1)}, for example: ${example}`,
  noSuchTask: (address) => `There is no task ${address} in ${theDecision}.`,
  notGiven: (agency, address) => `${theDecision} does not give task ${address} to ${agency}. Please check.`,
  whichFormer: (address, names, example) =>
    `Task ${address} was given to ${names.join(', ')}. Please say whose share passes on, for example: ${example}`,
  notInDecision: (name) =>
    `${theDecision} gives ${name} nothing by its name, so nothing can pass on. Please name the agency as in the decision.`,
  sameAgency: (name) => `The former agency and the successor are both ${name}. Please check.`,
  notYet: (day) => `${day} is still to come, and a confirmation holds at once. Please confirm on that day.`,
  isSplit: (name, successor) =>
    `What ${name} held is divided among several. Which part goes to ${successor}?`,
  onlyShare: (addresses) => `${addresses} only`,
  everything: 'Everything',
  done: (name) => `Your word on ${name} is recorded:`,
  told: (n) => `${n} people of the successor were told.`,
  already: (name) => `This was confirmed of ${name} before.`,
  movedOn:
    'What is known of this agency has changed since the button was sent, so nothing was recorded. It is now:',
  takenBack: (name) =>
    `The confirmation on ${name} is taken back. Lists and permissions are as in the files of the programme again.`,
  nothingToTakeBack: (name) => `Nothing was confirmed of ${name}.`,
  takeBackWhole: (name) =>
    `Only the word on a whole agency can be taken back. If so, send: /successors remove ${name}`,
  youGain: (agency, former, tasks, from, basis) =>
    `Confirmed by an administrator: from ${from} ${agency} holds ${tasks.length} tasks of ${former}${tasks.length <= 8 ? `: ${tasks.join(', ')}` : ''}. Basis: ${basis}. You may report on them; send /nhiemvu to see them.`,
  passedOn: (agency, now) =>
    `What ${agency} held is with ${now} today, so no update was taken. If you work there now, please ask an administrator for a new join code.`,
});
