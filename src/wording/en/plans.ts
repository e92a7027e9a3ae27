import { type Called, capital } from '../called.ts';
import type { plans as vietnamese } from '../vi/plans.ts';

export const plans: typeof vietnamese = ({ theDecision }: Called) => ({
  title: (agency) => `Plan of ${agency}:`,
  count: (all, planned, undated) =>
    [
      `• ${planned} of ${all} tasks have a plan`,
      ...(undated > 0 ? [`• ${undated} of them have no finish date yet`] : []),
    ].join('\n'),
  row: (task, how) => `• ${task}: ${how}`,
  immediate: 'carried out at once, no programme of its own',
  open: (tasks) => `• No plan yet: ${tasks}`,
  undated: 'no finish date yet',
  leaderOf: (name) => `led by ${name}`,
  until: (day) => `until ${day}`,
  noTasks: (agency) => `${capital(theDecision)} gives ${agency} no task of its own.`,
  how: (task) =>
    `Set a task in one message, for example: “plan for ${task}: led by Ms Ha, finish by 30/6/2027”.`,
  begin: 'Plan one task after another',
  goOn: 'Go on planning',
  ask: (task, text, at, all) =>
    [
      `Task ${at} of ${all}: ${task} – ${text}`,
      'Who leads it, and until when? For example: “Deputy Director Ha, 30/6/2027”. You can add “steps: survey 31/3/2027, draft 30/5/2027”.',
    ].join('\n'),
  immediateButton: 'At once, no programme of its own',
  skip: 'Later, next task',
  stop: 'Stop, go on later',
  cardTitle: 'Plan – please check it before it is saved:',
  task: (address, text) => `• Task: ${address} – ${text}`,
  leader: (name) => `• Leader in charge: ${name}`,
  finish: (day) => `• Finish date: ${day}`,
  step: (text, day) => `   – ${text}${day ? ` (${day})` : ''}`,
  steps: '• Steps:',
  atOnce: '• Carried out at once, no programme of its own (item V.1)',
  save: 'Save',
  saveNext: 'Save, next task',
  cancel: 'Cancel',
  note: {
    noLeader: '→ No leader in charge yet. Add one, or save and add it later.',
    noDate: '→ No finish date yet. Add one, or save and add it later.',
    passed: (day) => `⚠ ${day} has passed. If it is right, just save it.`,
    beyond: (day, end) =>
      `⚠ ${day} is after ${end}, the last year of the programme. If it is right, just save it.`,
    dayOff: (day) => `⚠ ${day} is a day off. If it is right, just save it; else send another day.`,
    stepAfter: (day) => `⚠ A step is set for ${day}, after the finish date.`,
  },
  saved: (task) => `The plan of task ${task} is saved.`,
  savedMany: (count) => `The plans of ${count} tasks are saved.`,
  notUnderstood:
    'I found neither a leader nor a finish date. Send, for example: “Deputy Director Ha, 30/6/2027”, or choose below.',
  stopped: (planned, all) =>
    `Stopped here. ${planned} of ${all} tasks have a plan. Send /kehoach to go on when convenient.`,
  finished: (planned, all, undated) =>
    `That was the last one. ${planned} of ${all} tasks have a plan${undated > 0 ? `, ${undated} of them without a finish date` : ''}. Send /kehoach to look again or add.`,
  standing: 'The plan as it stands:',
  change: 'To change it, send what is new, for example: “finish by 30/9/2027”, “led by Ms Ha”.',
  leftAsIs: 'It stays as it is.',
  cancelled: 'That plan is not saved.',
  notPermitted: (task) => `Task ${task} is not your agency’s, so I cannot plan it.`,
  waiting: (task) => `(You are planning ${task}; go on when convenient.)`,
  fromFile: (file, count) =>
    `I read plans of ${count} tasks in “${file}”. Please check them before they are saved:`,
  stepCount: (count) => `, ${count} steps`,
  more: (count) => `(and ${count} more)`,
  saveAll: 'Save all',
  unmatched: (count, lines) =>
    `${count} lines name no clear task of your agency and are not saved:\n${lines.map((line) => `   – ${line}`).join('\n')}`,
  nothingInFile:
    'I found no task of your agency in this file. It needs columns for the task (address or text), the leader in charge and the finish date.',
});
