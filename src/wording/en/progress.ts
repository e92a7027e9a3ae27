import { type Called, capital } from '../called.ts';
import type { progress as vietnamese } from '../vi/progress.ts';

export const progress: typeof vietnamese = ({ theDecision, sampleTask }: Called) => ({
  cardTitle: 'Progress update – please check it before it is saved:',
  task: (address, text) => `• Task: ${address} – ${text}`,
  percent: (percent) => `• Progress: ${percent}%`,
  state: (state) => `• State: ${state}`,
  result: (text) => `• Result: ${text}`,
  difficulty: (text) => `• Difficulty: ${text}`,
  proposal: (text) => `• Proposal: ${text}`,
  expectedDate: (day) => `• Expected to finish: ${day}`,
  states: {
    not_started: 'not started',
    in_progress: 'in progress',
    done: 'done',
    stuck: 'stuck',
    nothing_new: 'nothing new',
    cancelled: 'stopped',
  },
  save: 'Save',
  change: 'Change',
  cancel: 'Cancel',
  saved: (receipt, task) => `The update of task ${task} is saved. Receipt: ${receipt}. Thank you.`,
  alreadySaved: 'This card was saved or cancelled before; there is no need to press again.',
  askChange: 'Send what to change, for example: “70%”, “expected 15/01/2027”, “stuck on land clearance”.',
  noCard: `No card is waiting to be saved. Send what to report, for example: “${sampleTask} 60% done”, and I make a card for you to check.`,
  askWhat: (task) =>
    `Send how task ${task} stands, for example: “60% done, stuck on land clearance, expected 30/12”.`,
  keptForGood: `A saved update stays in the history and is not erased. If it is wrong, send what is right, for example: “correct ${sampleTask} to 60%”, and I record it as a new update.`,
  cancelled: 'The card is cancelled; nothing was saved.',
  noTasks: (agency, general) =>
    `${capital(theDecision)} gives ${agency} no task of its own, so no update was taken.${general ? ` Its general report is due under item ${general.address}, before ${general.before}.` : ''}`,
  askTask: `Which task is it? Choose a line, or send its address, for example: ${sampleTask}. To leave it, send “cancel”.`,
  notPermitted: (task, owners) =>
    `Task ${task} belongs to ${owners.join(', ')}. You can only update tasks of your own agency, so nothing was saved.`,
  percentTooHigh: (percent) =>
    `${percent > 1000 ? 'The share you sent' : `${percent}%`} is not between 0% and 100%, so nothing was recorded. Please send the right share, for example: 60%.`,
  impossibleDay: (day) => `⚠ There is no ${day}. Please send the expected day again.`,
  lowerThanBefore: (percent, day) =>
    `⚠ Last time (${day}) your agency reported ${percent}%. Please check; if this is right, just save it.`,
  stillWaiting: (task) =>
    `Your update card for ${task} still waits. Save, change or cancel it when convenient.`,
  indicator: (text, value) =>
    `“${text}” is an economic figure (${value}), not the progress of a task, so it was not saved as progress. To update a task, give its address, for example: ${sampleTask} 60% done.`,
});
