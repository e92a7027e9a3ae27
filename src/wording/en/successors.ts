import type { successors as vietnamese } from '../vi/successors.ts';

export const successors: typeof vietnamese = () => ({
  title: 'Successors as known now:',
  row: (former, now, state) => `• ${former} → ${now} (${state})`,
  states: { confirmed: 'confirmed', partly: 'confirmed in part', open: 'to be confirmed' },
  nobody: 'not known',
  tasks: (count) => `${count} tasks`,
  from: (day) => `from ${day}`,
  how: 'Choose an agency to look at and confirm, or say it in one message: “/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết số …”. A single task: “/kethua IV.3.b.2 → Sở Nội vụ từ 01/03/2025 theo …”.',
  unknown: (text) =>
    `I found no agency or task in “${text}”. For example: “/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết số …”.`,
  same: 'Both names are the same agency. Please check.',
  unchanged: (agency) => `As far as is known, ${agency} kept its name and its tasks.`,
  future: (day) => `${day} has not come yet, and a confirmation holds at once. Please confirm on that day.`,
  needsHolder: (example) => `The successor is missing. Please send all of it: “${example}”.`,
  gap: 'name of the successor',
  notGiven: (agency, tasks) => `Task ${tasks} was not given to ${agency}. Please check.`,
  whichFormer: (tasks, agencies) =>
    agencies.length > 0
      ? `Task ${tasks} was given to ${agencies.join(', ')}. Please say whose share passes on, for example: “/kethua ${agencies[0]} ${tasks} → …”.`
      : `Tasks ${tasks} belong to several agencies. Please send them one by one.`,
  nothingToTakeBack: (agency) => `Nothing was confirmed of ${agency}.`,
  way: (n) => `Way ${n}:`,
  confirmWay: (n) => `Confirm way ${n}`,
  needsDate: (example) => `The day it holds from is missing. Please send all of it: “${example}”.`,
  needsBasis: (example) =>
    `The basis (number and date of a document) is missing. Please send all of it: “${example}”.`,
  example: (former, now, day) => `/kethua ${former} → ${now} từ ${day} theo Nghị quyết số …`,
  check: (former) => `Successors of ${former} – please check:`,
  holder: (now, what, from, basis) => `• ${now}: ${what}, from ${from}, basis: ${basis}`,
  all: 'all tasks',
  rest: 'all other tasks',
  only: (tasks) => `tasks ${tasks}`,
  gains: (agency, tasks) => `• ${agency} may report on ${tasks.length} more: ${tasks.join(', ')}`,
  loses: (agency, tasks) => `• ${agency} no longer reports on ${tasks.length}: ${tasks.join(', ')}`,
  effects: 'Once confirmed, at once:',
  sameTasks: 'Once confirmed, the lists of tasks stay; answers no longer say “to be confirmed”.',
  people: (count) => `${count} people of these agencies have joined.`,
  confirm: 'Confirm',
  keep: 'Not yet',
  confirmed: (former) => `The successors of ${former} are confirmed, from now on.`,
  kept: 'Nothing was changed.',
  takenBack: (former) =>
    `The confirmation of ${former} is taken back; the data as filed holds, “to be confirmed”.`,
  told: (agency, tasks, former, from, basis) =>
    `An administrator confirmed that ${agency} holds ${tasks.length} tasks of ${former} from ${from} (basis: ${basis}): ${tasks.join(', ')}. Send /nhiemvu to see them; you can report at once.`,
});
