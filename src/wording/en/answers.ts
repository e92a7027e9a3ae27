import type { answers as vietnamese } from '../vi/answers.ts';
import { agencies } from './agencies.ts';

/** Quotes stay in Vietnamese, as the decision has them. */
export const answers: typeof vietnamese = {
  agency: agencies,
  roles: {
    lead: 'leads',
    coordinate: 'coordinates',
    direct: 'directs',
    implement: 'implements',
    none: 'is named',
  },
  blockRow: (agencies, role, address, tasks) => `• ${agencies} ${role} – item ${address}, ${tasks} tasks`,
  blockRowWithoutLead: (agencies, role, address, tasks) =>
    `• Item ${address} names no lead; ${agencies}: ${role}, ${tasks} tasks`,
  withoutLead: (agencies, role, address) => `Item ${address} names no lead; ${agencies}: ${role}.`,
  blocksWithoutLead: (n) =>
    n === 1 ? 'The Decision names no lead for this block:' : `${n} blocks of tasks have no lead:`,
  fieldTitle: (name, address) => `Field “${name}” (item ${address}):`,
  quote: (address, quote) => `Item ${address}: “${quote}”`,
  verbatimButton: (address) => `Text of ${address}`,
  moreButton: (address) => `See ${address}`,
  tasksButton: (name) => `Tasks of ${name}`,
  leadOfTopic: (agencies, role, address) => `${agencies} ${role} (item ${address}).`,
  onlyOrientation: (address) =>
    `This stands among the orientations (item ${address}); the Decision names no lead agency for it.`,
  fieldOf: (name, agencies, role, address) =>
    `In the field “${name}”, the agency that ${role} is ${agencies} (item ${address}).`,
  focalAgency: (name, address) => `${name} is the focal agency (item ${address}).`,
  everyAgency: (address) =>
    `This is a general duty of the directors of departments, heads of provincial agencies and chairpersons of district People’s Committees (item ${address}).`,
  notLead: (agency, what) => `No. Under the Decision, ${agency} does not lead this. ${what}`,
  right: (what) => `Yes. ${what}`,
  tasksOf: (name, count) => `Under Decision 3572/QĐ-UBND, ${name} has ${count} tasks:`,
  blockTasks: (role, address) => `Item ${address} (${role}):`,
  taskRow: (address, text) => `• ${address}: ${text}`,
  alsoNamed: 'It is also named as a partner in:',
  onlyNamed: (name) => `Under Decision 3572/QĐ-UBND, ${name} is only named as a partner in:`,
  communes:
    'The Decision asks reports of districts, not of communes; no document found gives this to communes.',
  moreTasks: (rest) => `… and ${rest} more tasks.`,
  topicTask: (name) => `Your question concerns this task of ${name}:`,
  notTheirs: (agency, whose) => `No. This is not given to ${agency}. ${whose}`,
  joinToSee: 'Send /thamgia with your join code, or name the agency, and I will look it up.',
  deadline: (lastDay, left) =>
    left > 0
      ? `Every year agencies report before 15/12, that is by ${lastDay} at the latest (${left} days left).`
      : `Every year agencies report before 15/12, that is by ${lastDay} at the latest (today).`,
  lastWorkingDay: (day) => `The last working day before the deadline is ${day}.`,
  recipients: (names) => `The report goes to: ${names}.`,
  focalDeadline: (name, lastDay, left) =>
    `${name} is the focal agency; it consolidates and reports to the Chairman of the Provincial People’s Committee before 25/12 every year, that is by ${lastDay} at the latest${left > 0 ? ` (${left} days left)` : ''}.`,
  otherDeadline: (name) => `Then ${name} consolidates and reports before 25/12.`,
  taskDeadline: (address, deadline) => `Task ${address} carries a date: ${deadline}.`,
  noTaskDeadline: (address) =>
    `Task ${address} carries no date. Under item V.1 each agency sets the finish date in its own plan.`,
  periodic: (address) =>
    `Task ${address} asks for periodic reports, but the Decision gives no period or date for them.`,
  reminderHint:
    'Once you have joined, I remind you 10, 5 and 2 working days before the deadline and on the last working day.',
  corrected: (said) => `It is not ${said}.`,
  effective: (day) => `The Decision took effect on the day it was signed, ${day}.`,
  issued: (day) => `Decision 3572/QĐ-UBND was issued on ${day}.`,
  signatory: (name, position) => `Signed by ${name}, ${position}.`,
  signedFor: 'Signed for (KT.) the Chairman, on behalf of (TM.) the Provincial People’s Committee.',
  positionOf: { 'PHÓ CHỦ TỊCH': 'Vice Chairman', 'CHỦ TỊCH': 'Chairman' },
  recipientsTitle: 'The Decision is sent to:',
  title: (text) => text,
  period: (start, end, vision) =>
    `The strategy and the action programme cover ${start} - ${end}, with a vision to ${vision}.`,
  basesTitle: 'The Decision is based on:',
  document: (kind, number, date, issuer) =>
    [`${kind} ${number}`.trim(), date ? `of ${date}` : null, issuer ? `by ${issuer}` : null]
      .filter((part) => part !== null)
      .join(' '),
  documentTitle: (title) => `Subject: ${title}.`,
  documentCited: (addresses) => `Cited in item ${addresses}.`,
  documentEnded: (year) => `Note: its period ended in ${year}; the Decision does not say what replaced it.`,
  documentUnknown: (number) => `Decision 3572/QĐ-UBND does not cite document ${number}.`,
  documentNear: 'The nearest document to your question:',
  documentMany: 'Several cited documents carry that number:',
  targetsTitle: (n) => `The Decision states ${n} target figures and sizes:`,
  documentsTitle: (n) => `The Decision cites ${n} numbered documents:`,
  documentsEnded: (n, year) =>
    n === 0
      ? `None of the cited documents names a period that ended before ${year}.`
      : `${n} cited documents and programmes name a period that ended before ${year} (the Decision does not say what replaced them):`,
  documentRow: (name, title, address, periodEnd) =>
    `• ${[name, title].filter(Boolean).join(' ')} (item ${address}${periodEnd ? `, period to ${periodEnd}` : ''})`,
  abbreviation: (short, long) =>
    `“${short}” stands for “${long[0]}”${long.length > 1 ? `; elsewhere also for “${long.slice(1).join('”, “')}”` : ''}.`,
  comparedRow: (address, role, tasks) => `• Item ${address}: ${role}, ${tasks} tasks`,
  sectionTitle: (address, title) => `Item ${address} – ${title}:`,
  counts: {
    field: (n) => `The measures (section IV) have ${n} fields.`,
    block: (n) => `The measures (section IV) have ${n} blocks of tasks.`,
    task: (n) => `The measures (section IV) have ${n} tasks.`,
    orientation: (n) => `The orientations (section III) have ${n} items.`,
    article: (n) => `The Decision has ${n} articles.`,
    document: (n) => `The Decision cites ${n} numbered documents.`,
    lead: (n) => `${n} agencies are named as lead:`,
    fieldTasks: (name, n) => `The field “${name}” has ${n} tasks.`,
    agencyTasks: (name, n) => `${name} has ${n} tasks:`,
    row: (name, n, address) => `• ${name}: ${n} (item ${address})`,
  },
  content: (address, sentence) => `Item ${address}: “${sentence}”`,
  contentAlso: 'Related:',
  contentOwner: (agencies, role) => `${agencies} ${role}.`,
  rephrased: (sentence, addresses) => `${sentence.replace(/[.\s]+$/u, '')} (item ${addresses}).`,
  rephrasedNote: '(Put into words by a language model; press “Text of …” to compare.)',
  readAs: (wrong, right) => `(The text has “${wrong}”, read “${right}”.)`,
  yes: 'Yes.',
  notStated: 'Decision 3572/QĐ-UBND does not say this.',
  figureNotStated: 'Decision 3572/QĐ-UBND does not state this figure.',
  personalNotStated:
    'Decision 3572/QĐ-UBND gives no contact details or names of officials. Please see the website of that agency.',
  moneyNotStated: 'Decision 3572/QĐ-UBND states no budget and no sum of money.',
  nearest: 'The nearest I found:',
  outOfScope:
    'This is outside what I do. I look up Decision 3572/QĐ-UBND of Thanh Hoa province, take progress updates and remind of report deadlines.',
  instruction:
    'I cannot do that. I look up Decision 3572/QĐ-UBND, take progress updates and remind of report deadlines.',
  hello:
    'Hello. I am Đôn Đốc, an automatic assistant for Decision 3572/QĐ-UBND. What would you like to look up?',
  welcome: 'You are welcome.',
  whoAreYou:
    'I am Đôn Đốc, an automatic assistant (not a person). I look up Decision 3572/QĐ-UBND, take progress updates and remind of report deadlines. Send /trogiup to see how.',
  clarify: 'Please say more: the agency, the field or the matter you want to look up.',
  noAddress: (address) => `The Decision has no item ${address}.`,
  examples: [
    'Which agency leads logistics?',
    'Tasks of the Department of Health',
    'When is the yearly report due?',
  ],
};
