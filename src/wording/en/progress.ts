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
  evidence: (named) => `• Evidence: ${named.join('; ')}`,
  files: (names) => `• Files: ${names.length} (${names.join(', ')})`,
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
  passedOn: (agency, now) =>
    `The tasks of ${agency} are now held by ${now}, so no update was taken. If you moved there, ask for that agency’s code and send /thamgia.`,
  askTask: `Which task is it? Choose a line, or send its address, for example: ${sampleTask}. To leave it, send “cancel”.`,
  notPermitted: (task, owners) =>
    `Task ${task} belongs to ${owners.join(', ')}. You can only update tasks of your own agency, so nothing was saved.`,
  percentTooHigh: (percent) =>
    `${percent > 1000 ? 'The share you sent' : `${percent}%`} is not between 0% and 100%, so nothing was recorded. Please send the right share, for example: 60%.`,
  impossibleDay: (day) => `⚠ There is no ${day}. Please send the expected day again.`,
  contradiction: {
    lowerThanBefore: (percent, day) => `⚠ Last time (${day}) the agency reported ${percent}%.`,
    doneBefore: (day) => `⚠ Last time (${day}) the agency reported the task as done.`,
    doneButPercent: (percent) => `⚠ It says done, but the share is ${percent}%.`,
    earlierThanBefore: (expected, day) =>
      `⚠ Last time (${day}) the agency expected to finish on ${expected}; this is earlier.`,
    laterThanPlan: (finish) =>
      `⚠ The agency’s plan sets ${finish} as the finish date. If it moves, the plan should too.`,
    dayPassed: (expected) => `⚠ The expected day, ${expected}, has passed.`,
    beyondProgramme: (end) => `⚠ The expected day is after ${end}, the last year of the programme.`,
    otherAgency: (agency, percent, day) =>
      `⚠ ${agency} reported on this task too: ${percent}% (${day}). The two should agree on the figure.`,
  },
  ifRight: 'Please check; if it is right, just save it.',
  missing: {
    difficulty: '→ Add what the task is stuck on, or save it if that cannot be said yet.',
    percent: '→ Add the share that is done if you have it, for example “60%”; if not, just save.',
  },
  guideButton: 'Ask me one by one',
  guide: {
    ask: {
      progress: 'What share is done, or how does it stand (going on, done, stuck)?',
      result: 'What is the main result?',
      difficulty: 'Is there any difficulty?',
      proposal: 'Does your agency propose anything?',
      expectedDate: 'When is it expected to be finished?',
    },
    again: {
      progress: 'I found neither a share nor a state. For example: “60%”, “done”, “stuck”, or skip it.',
      expectedDate: 'I found no day. For example: “30/6/2027”, “Q2 2027”, or skip it.',
    },
    skip: 'Skip',
  },
  formLeft: 'That is left as it was.',
  withdraw: {
    ask: (receipt, task, how, day) =>
      `Withdraw update ${receipt} (task ${task}${how ? `: ${how}` : ''}, sent ${day})? Why? Choose or send the reason. It no longer counts, but stays in the history.`,
    reasons: ['Wrong figures', 'Wrong task', 'Sent twice'],
    keep: 'Keep it',
    kept: 'The update stays as it is.',
    none: 'I see no update you can withdraw. Send /capnhat to see those of your agency.',
    already: 'This update was withdrawn before.',
    done: (receipt, own) =>
      `Update ${receipt} is withdrawn (receipt of the withdrawal: ${own}). You can send a new one at any time.`,
  },
  history: {
    how: `Send /lichsu with the address of a task, for example: /lichsu ${sampleTask}.`,
    title: (task, text) => `History of task ${task} – ${text}`,
    plan: (text) => `plan: ${text}`,
    corrects: (receipt) => `[corrects ${receipt}]`,
    approved: '[approved by the leader]',
    files: (count) => `[${count} files]`,
    withdrawn: (day) => `[withdrawn ${day}]`,
    withdrawal: (receipt, reason) => `${receipt} withdrawn: ${reason}`,
    earlier: (count) => `(${count} earlier entries)`,
  },
  short: {
    result: (text) => `result: ${text}`,
    difficulty: (text) => `difficulty: ${text}`,
    proposal: (text) => `proposal: ${text}`,
    expectedDate: (day) => `expected ${day}`,
  },
  recalled: 'You have an update card that is not saved yet:',
  recalledFor: (name) => `${name || 'A colleague'} left an update card that is not saved; you stand in:`,
  approvalRecalled: (count) =>
    `${count} updates of your agency wait for your approval. Send /choduyet to see them.`,
  personalNumbers:
    '⚠ The text holds a telephone or identity number or an e-mail address. If the report does not need it, cancel and send it again without.',
  reported: {
    title: (year) => `Updates in ${year}:`,
    silent: (count) => `No update yet (${count} agencies):`,
    heard: (count) => `Updated (${count} agencies):`,
    row: (agency, updated, all, day, sent) =>
      `• ${agency}: ${updated} of ${all} tasks${day ? `, last ${day}` : ''}${sent ? `; yearly report sent (${sent})` : ''}`,
  },
  saveAll: (count) => `Save all ${count} cards`,
  approval: {
    approve: 'Approve',
    return: 'Return',
    edit: 'Change',
    submitted: (task) =>
      `The update of task ${task} is with your leader for approval. I record it and tell you once it is approved. To change it, send “withdraw the update”.`,
    submittedUnreached:
      'The card now waits for approval, but no leader of your agency could be reached. Please ask your leader to send /choduyet.',
    whichOne: 'Several cards wait for your approval. Choose below each, or send “duyệt cả” for all.',
    noneSubmitted: 'No card of yours waits for approval. Send /capnhat to see what is recorded.',
    stillWithLeader: (task, day) =>
      `The update card of task ${task} (${day}) is with your leader. I tell you as soon as it is approved.`,
    callBack: 'Take it back to change it',
    calledBackByYou: 'The card is yours again; your leaders are told that there is nothing to approve.',
    calledBack: (author, task) =>
      `${author || 'The sender'} took the update card of task ${task} back to change it; there is nothing to approve for now.`,
    asked: (author) => `${author || 'An official of your agency'} asks you to approve this update:`,
    askReason: 'Send the reason, or what is to be made clear; I pass it on.',
    askEdit: 'Send what to change, for example: “70%”, “expected 15/01/2027”.',
    approved: (task) => `Your leader approved the update of task ${task}.`,
    approvedByYou: 'Approved.',
    returned: (reason, card) =>
      `Your leader returned the card: “${reason}”.\n\n${card}\n\nSend what to change, then save it to submit it again.`,
    returnedByYou: 'The card went back with your remark.',
    nonePending: 'No update waits for your approval.',
    state: (agency, on) =>
      on
        ? `${agency} wants approval: an update counts once a leader approves it. Send “/pheduyet off” to end that.`
        : `${agency} wants no approval: an update counts once it is saved. Send “/pheduyet on” if a leader is to approve first.`,
  },
  stillWaiting: (task) =>
    `Your update card for ${task} still waits. Save, change or cancel it when convenient.`,
  indicator: (text, value) =>
    `“${text}” is an economic figure (${value}), not the progress of a task, so it was not saved as progress. To update a task, give its address, for example: ${sampleTask} 60% done.`,
});
