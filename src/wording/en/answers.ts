import { type Called, capital, ofIssuer } from '../called.ts';
import type { answers as vietnamese } from '../vi/answers.ts';
import { headPlace, place, short } from './addresses.ts';
import { agencies } from './agencies.ts';

/** Quotes stay in Vietnamese, as the decision has them. */
export const answers: typeof vietnamese = ({
  decision,
  theDecision,
  issuer,
  examples,
  sampleTask,
}: Called) => ({
  agency: agencies(theDecision),
  roles: {
    lead: 'leads',
    coordinate: 'coordinates',
    direct: 'directs',
    implement: 'implements',
    none: 'is named',
  },
  blockRow: (agencies, role, address, tasks) => `• ${agencies} ${role} – ${place(address)}, ${tasks} tasks`,
  blockRowWithoutLead: (agencies, role, address, tasks) =>
    `• ${headPlace(address)} names no lead; ${agencies}: ${role}, ${tasks} tasks`,
  directs: (agency, whom, address) => `${agency} directs ${whom} (${place(address)}).`,
  withoutLead: (agencies, role, address) => `${headPlace(address)} names no lead; ${agencies}: ${role}.`,
  blocksWithoutLead: (n) =>
    n === 1 ? `${capital(theDecision)} names no lead for this block:` : `${n} blocks of tasks have no lead:`,
  fieldTitle: (name, address) => `Field of ${name}, ${place(address)}:`,
  fieldDirections: (n, address) => `• Directions: ${n} items (${place(address)})`,
  quote: (address, quote) => `${headPlace(address)}: “${quote}”`,
  verbatimAsk: (address) => `quote ${address}`,
  verbatimButton: (address) => `Text of ${short(address)}`,
  tasksButton: (name) => `Tasks of ${name}`,
  leadOfTopic: (agencies, role, address) => `${agencies} ${role} (${place(address)}).`,
  onlyOrientation: (address) =>
    `This stands among the orientations (${place(address)}); ${theDecision} names no lead agency for it.`,
  fieldOf: (name, agencies, role, address) =>
    `In the field of ${name}, the agency that ${role} is ${agencies} (${place(address)}).`,
  focalAgency: (name, address) => `${name} is the focal agency (${place(address)}).`,
  everyAgency: (address) => `This is a general duty of all agencies (${place(address)}).`,
  notLead: (agency, what) => `No. Under ${theDecision}, ${agency} does not lead this. ${what}`,
  right: (what) => `Yes. ${what}`,
  tasksOf: (name, count) => `Under ${decision}, ${name} has ${count} tasks:`,
  blockTasks: (role, address) => `${headPlace(address)} (${role}):`,
  taskRow: (address, text) => `• ${short(address)}: ${text}`,
  alsoNamed: 'It is also named as a partner in:',
  onlyNamed: (name) => `Under ${decision}, ${name} is only named as a partner in:`,
  communes: `${capital(theDecision)} asks reports of districts, not of communes; no document found gives this to communes.`,
  moreTasks: (rest) => `… and ${rest} more tasks.`,
  topicTask: (name) => `Your question concerns this task of ${name}:`,
  notTheirs: (agency, whose) => `No. This is not given to ${agency}. ${whose}`,
  joinToSee: 'Send /thamgia with your join code, or name the agency, and I will look it up.',
  deadline: (before, lastDay, left) =>
    left > 0
      ? `Every year agencies report before ${before}, that is by ${lastDay} at the latest (${left} days left).`
      : `Every year agencies report before ${before}, that is by ${lastDay} at the latest (today).`,
  lastWorkingDay: (day) => `The last working day before the deadline is ${day}.`,
  recipients: (names) => `The report goes to: ${names}.`,
  focalDeadline: (name, recipients, before, lastDay, left) =>
    `${name} is the focal agency; it consolidates and reports to ${recipients} before ${before} every year, that is by ${lastDay} at the latest${left > 0 ? ` (${left} days left)` : ''}.`,
  taskDeadline: (address, deadline) => `Task ${address} carries a date: ${deadline}.`,
  noTaskDeadline: (address, plan) =>
    `Task ${address} carries no date.${plan ? ` Under item ${plan} each agency sets the finish date in its own plan.` : ''}`,
  periodic: (address) =>
    `Task ${address} asks for periodic reports, but ${theDecision} gives no period or date for them.`,
  reminderHint: (steps) =>
    `Once you have joined, I remind you ${steps} working days before the deadline and on the last working day.`,
  dutyRow: (name, before) => `• ${name}: before ${before}`,
  noDuty: `${decision} sets no report with a date of its own.`,
  corrected: (said) => `It is not ${said}.`,
  notSo: 'That is not so.',
  effective: (day) => `${capital(theDecision)} took effect on the day it was signed, ${day}.`,
  issued: (day) => `${decision} was issued on ${day}.`,
  issuedBy: (issuer) => `Issued by ${issuer}.`,
  signatory: (name, position) => `Signed by ${name}, ${position}.`,
  signedFor: 'Signed for (KT.) the Chairman, on behalf of (TM.) the Provincial People’s Committee.',
  positionOf: { 'PHÓ CHỦ TỊCH': 'Vice Chairman', 'CHỦ TỊCH': 'Chairman' },
  recipientsTitle: `${capital(theDecision)} is sent to:`,
  titleIs: (title) => `${capital(theDecision)} is titled “${title}”.`,
  period: (start, end, vision) =>
    `${capital(theDecision)} covers ${start} - ${end}${vision ? `, with a vision to ${vision}` : ''}.`,
  basesTitle: `${capital(theDecision)} is based on:`,
  document: (kind, number, date, issuer) =>
    [`${kind} ${number}`.trim(), date ? `of ${date}` : null, issuer ? `by ${issuer}` : null]
      .filter((part) => part !== null)
      .join(' '),
  documentTitle: (title) => `Subject: ${title}.`,
  documentCited: (addresses) => `Cited in item ${addresses}.`,
  documentEnded: (year, oriented) =>
    `Note: its period ended in ${year}${towards(oriented)}; ${theDecision} does not say what replaced it.`,
  documentUnknown: (number) => `${decision} does not cite document ${number}.`,
  documentNear: 'The nearest document to your question:',
  documentMany: 'Several cited documents carry that number:',
  targetsTitle: (n) => `${capital(theDecision)} states ${n} target figures and sizes:`,
  byYear: (years) => `What ${theDecision} sets for ${years}:`,
  documentsTitle: (n) => `${capital(theDecision)} cites ${n} numbered documents:`,
  documentsWithin: (n) => `This part cites ${n} numbered documents:`,
  documentsEnded: (n, year) =>
    n === 0
      ? `None of the cited documents names a period that ended before ${year}.`
      : `${n} cited documents and programmes name a period that ended before ${year} (${theDecision} does not say what replaced them):`,
  documentRow: (name, title, address, periodEnd) =>
    `• ${[name, title].filter(Boolean).join(' ')} (${place(address)}${periodEnd ? `, period to ${periodEnd}` : ''})`,
  documentEndedYes: (year, oriented) =>
    `Its period has ended (${year}${towards(oriented)}); ${theDecision} does not say what replaced it.`,
  documentRunning: (year) =>
    `Its period runs to ${year}; ${theDecision} does not say whether it was amended or replaced.`,
  documentValidityUnknown: `${capital(theDecision)} does not say whether this document is still in force.`,
  documentClaimed: (right) => (right ? 'Yes.' : 'No.'),
  late: (day) => `Yes, that is late: it must be sent by ${day}.`,
  inTime: 'No, that is still in time.',
  yesDeadline: 'Yes.',
  noQuarterly: `${capital(theDecision)} asks for no monthly, quarterly or half-yearly report, only the yearly one.`,
  abbreviation: (short, long) =>
    `“${short}” stands for “${long[0]}”${long.length > 1 ? `; elsewhere also for “${long.slice(1).join('”, “')}”` : ''}.`,
  comparedRow: (address, role, tasks) => `• ${headPlace(address)}: ${role}, ${tasks} tasks`,
  sectionTitle: (address, title) => `${headPlace(address)} – ${title}:`,
  counts: {
    field: (n, section) => `${part('The assignments', section)} have ${n} fields.`,
    block: (n, section) => `${part('The assignments', section)} have ${n} blocks of tasks.`,
    task: (n, section) => `${part('The assignments', section)} have ${n} tasks.`,
    orientation: (n, section) => `${part('The orientations', section)} have ${n} items.`,
    article: (n) => `${capital(theDecision)} has ${n} articles.`,
    document: (n) => `${capital(theDecision)} cites ${n} numbered documents.`,
    lead: (n) => `${n} agencies are named as lead:`,
    fieldTasks: (name, n) => `The field of ${name} has ${n} tasks.`,
    agencyTasks: (name, n) => `${name} has ${n} tasks:`,
    roleTasks: (name, role, n) => `${name} ${role} ${n} tasks:`,
    dashes: (address, n) => `${headPlace(address)} has ${n} dashes.`,
    items: (address, n) => `${headPlace(address)} has ${n} items.`,
    orientations: (address, groups, dashes) =>
      `${headPlace(address)} has ${groups} groups with ${dashes} dashes.`,
    measures: (address, fields, blocks, tasks) =>
      `${headPlace(address)} has ${fields} fields, ${blocks} blocks and ${tasks} tasks.`,
    clauses: (address, n, numbers, dashes) =>
      `${headPlace(address)} has ${n} clauses (numbered ${numbers}) and ${dashes} dashes.`,
    sections: (n) => `${capital(theDecision)} has ${n} sections:`,
    recipients: (n) => `The list of recipients has ${n} lines:`,
    bases: (n) => `${capital(theDecision)} names ${n} bases:`,
    row: (name, n, address) => `• ${name}: ${n} (${place(address)})`,
  },
  content: (address, sentence) => `${headPlace(address)}: “${sentence}”`,
  contentAlso: 'Related:',
  contentOwner: (agencies, role) => `${agencies} ${role}.`,
  rephrased: (sentence, addresses) =>
    `${sentence.replace(/[.\s]+$/u, '')} (${addresses
      .split(', ')
      .map(place)
      .join(', ')
      .replace(/, item /gu, ', ')}).`,
  rephrasedNote: '(Put into words by a language model; press “Text of …” to compare.)',
  readAs: (wrong, right) => `(The text has “${wrong}”, read “${right}”.)`,
  yes: 'Yes.',
  no: 'No.',
  mentionedOtherwise: `${capital(theDecision)} does not use these very words; what it says on the matter:`,
  notMentioned: (phrase) => `No. ${decision} does not mention “${phrase}”.`,
  nameNotStated: (name) => `${decision} does not say this of ${name}.`,
  moreMentions: (n) => `… and in ${n} more places.`,
  noPart: (address) => `${capital(theDecision)} has no ${place(address)}.`,
  summaryTitle: (address, title) => `In short, ${place(address)}${title ? ` – ${title}` : ''}:`,
  outline: {
    title: (title, parts) => `${decision}${title ? ` (${title})` : ''}. ${parts} parts:`,
    purposes: (address, n) => `• ${address}. Purposes and requirements: ${n} items.`,
    aims: (address, aim) => `• ${address}. Objectives: ${aim}`,
    directions: (address, groups, dashes) => `• ${address}. Directions: ${groups} sectors, ${dashes} items.`,
    tasks: (address, fields, blocks, tasks) =>
      `• ${address}. Assignments: ${fields} fields, ${blocks} blocks, ${tasks} tasks given to agencies.`,
    organisation: (address, yearly, focal) => {
      const dated = [
        yearly && `agencies report before ${yearly}`,
        focal && `the focal agency consolidates before ${focal} every year`,
      ].filter(Boolean);
      return `• ${address}. Implementation${dated.length > 0 ? `: ${dated.join(', ')}` : ''}.`;
    },
    section: (address, heading) => `• ${address}. ${heading}`,
    button: (section) => `Summary of section ${section}`,
    ask: (section) => `summary of section ${section}`,
  },
  wholeText: `I have no scan or download link of ${theDecision}; please see the website of whoever issued it. I can quote any item word for word: send “nguyên văn” with its address, for example “nguyên văn ${sampleTask}”.`,
  implementers: (address, quote) => `Who carries out ${theDecision} (${place(address)}): “${quote}”`,
  noResults: `${capital(theDecision)} assigns tasks and records no results. Results stand in the agencies’ yearly reports, which the focal agency consolidates.`,
  ranking: {
    most: (name, n) => `Most tasks: ${name}, ${n} tasks.`,
    fewest: (name, n) => `Fewest tasks: ${name}, ${n} tasks.`,
    row: (name, n) => `• ${name}: ${n} tasks`,
  },
  datedTasks: (n) =>
    `${n === 1 ? 'One task carries' : `${n} tasks carry`} a date of ${n === 1 ? 'its' : 'their'} own:`,
  periodicTasks: (n, addresses) => `${n} tasks ask for periodic reports without a date: ${addresses}.`,
  otherTasksDated: (plan) =>
    plan
      ? `The other tasks carry no date; each agency sets the finish date in its own plan (${place(plan)}).`
      : 'The other tasks carry no date.',
  notStated: `${decision} does not say this.`,
  figureNotStated: `${decision} does not state this figure.`,
  personalNotStated: `${decision} gives no contact details or names of officials. Please see the website of that agency.`,
  moneyNotStated: `${decision} states no budget and no sum of money.`,
  nearest: 'The nearest I found:',
  outOfScope: `This is outside what I do. I look up ${decision}${ofIssuer(decision, issuer, 'of')}, take progress updates and remind of report deadlines.`,
  instruction: `I cannot do that. I look up ${decision}, take progress updates and remind of report deadlines.`,
  forbidden: `I do not change ${theDecision}, delete or falsify reports or figures. To correct a report of your own, send the correction; for anything else please contact the focal agency.`,
  sorry:
    'I am sorry I could not help. Please name the agency, the field or the matter, and I will look again.',
  goodbye: 'Goodbye.',
  hello: `Hello. I am Đôn Đốc, an automatic assistant for ${decision}. What would you like to look up?`,
  welcome: 'You are welcome.',
  notUnderstood:
    'Sorry that the last answer did not help. Please ask again with the agency, the field or the item number.',
  whoAreYou: `I am Đôn Đốc, an automatic assistant (not a person). I look up ${decision}, take progress updates and remind of report deadlines. Send /trogiup to see how.`,
  clarify: 'Please say more: the agency, the field or the matter you want to look up.',
  noAddress: (address) => `${capital(theDecision)} has no ${place(address)}.`,
  articlesAre: (n) => `${capital(theDecision)} has only ${n} articles.`,
  numbered: (parent, numbers) => `${headPlace(parent)} has the items ${numbers}.`,
  examples,
});

function part(name: string, address: string): string {
  return address ? `${name} (section ${address})` : name;
}

function towards(year: number | null): string {
  return year === null ? '' : `, with an orientation to ${year}`;
}
