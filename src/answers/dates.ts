import { DateTime } from 'luxon';
import { type Day, dayOf, writeDay } from '../core/clock.ts';
import { type Duty, writeBefore } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { lastDayOf } from '../knowledge/period-end.ts';
import { planItem } from '../knowledge/programme-parts.ts';
import { createCalendar } from '../nudges/calendar.ts';
import { dutyDates, nextDuty } from '../nudges/ladder.ts';
import { MUST_REPORT } from '../understand/intent.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  responsible,
  speak,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { answerContent } from './content.ts';
import { placeDeadlines } from './place-deadlines.ts';
import { presupposes } from './premise.ts';
import { refuse, unstated } from './refuse.ts';

/** When and to whom agencies report: the two yearly duties, or a task's own periodic report. */
export function answerDeadline(asked: Asked): Body {
  const ofTask = taskDeadline(asked) ?? placeDeadlines(asked) ?? datedMatter(asked);
  if (ofTask) return ofTask;
  if (
    !/\b(bao cao|bc|nop|gui|nhac|dau moi|tong hop|report\w*|submit\w*|remind\w*)\b/.test(
      asked.question.raw,
    ) &&
    asked.question.subject.length >= 2
  )
    return answerContent(asked);
  const periodic = periodicTask(asked);
  if (periodic) return periodic;
  const { question, knowledge, index, words, context } = asked;
  const focal = index.agency(knowledge.focalAgency);
  const yearly = dutyMeant(asked, 'every_agency');
  const summing = dutyMeant(asked, 'focal_agency');
  const consolidates =
    /\b(tong hop|dau moi|consolidat\w*|focal)\b/.test(question.raw) ||
    (namesDay(question.raw, summing) &&
      !namesDay(question.raw, yearly) &&
      question.agencies.length === 0 &&
      !/\b(cac (so|nganh|don vi|huyen|xa)|departments|agencies|units)\b/.test(question.raw)) ||
    question.agencies.some((agency) => agency === focal) ||
    question.agencies.some((agency) => index.predecessors(agency).some((one) => one.agency === focal)) ||
    (context.agency !== null && context.agency === focal?.id && question.mine);
  const duty = (consolidates ? summing : yearly) ?? yearly ?? summing;
  if (!duty || !focal) return noDuty(asked);
  const byFocal = duty.who === 'focal_agency';
  const either =
    /\bhay\b/.test(question.raw) && (question.raw.match(/\d{1,2}\s?\/\s?\d{1,2}/g) ?? []).length > 1;
  const claim = either ? null : claimedDay(asked, duty);
  const [sender] = question.agencies;
  const ofCommune =
    question.agencies.length === 0 && /\b(xa|phuong)\b/.test(question.raw) && !/\bhuyen\b/.test(question.raw);
  const obliged = MUST_REPORT.test(question.raw) && !ofCommune && (sender ? sender.generalDuty : true);
  // Where several reports are due a year, another rhythm is no mistake.
  const single = knowledge.duties.filter(({ who }) => who === duty.who).length === 1;
  const rhythm = single && presupposes(asked) && OTHER_RHYTHM.test(question.raw);
  const elsewhere = presupposes(asked) && sentElsewhere(asked, duty);
  const wrong = claim?.right === false ? claim.said : null;
  const sentToWhom =
    /\b(gui|nop) (cho |ve |den |toi |len )*(ai|dau|o dau|co quan nao|don vi nao|nhung ai)\b|\bwho receives|\bto whom\b/.test(
      question.raw,
    );
  const tooLate = /\b(muon|tre|qua han|late)\b/.test(question.raw) && question.yesNo && claim !== null;
  const { lastDay, lastWorkingDay, left } = nextDates(asked, duty);
  const last = writeDay(lastDay);
  const writeRecipients = ({ recipients: names }: Duty): string =>
    names.map((name) => agencyWords(asked, name)).join('; ');
  const recipients = writeRecipients(duty);
  const other = byFocal ? undefined : summing;
  const dated = [words.deadline(writeBefore(duty), last, left), words.recipients(recipients)];
  const lines = byFocal
    ? [words.focalDeadline(speak(asked, focal), recipients, writeBefore(duty), last, left)]
    : sentToWhom
      ? dated.toReversed()
      : dated;
  return body(
    [
      tooLate && claim && (nearestTo(lastDay, claim) > lastDay ? words.late(last) : words.inTime),
      !tooLate && wrong && words.corrected(wrong),
      !wrong && (rhythm || elsewhere) && words.notSo,
      !tooLate && question.yesNo && claim?.right && !elsewhere && words.yesDeadline,
      single && NOT_YEARLY.test(question.raw) && words.noQuarterly,
      obliged && words.yes,
      ...lines,
      either &&
        other &&
        words.focalDeadline(
          speak(asked, focal),
          writeRecipients(other),
          writeBefore(other),
          writeDay(nextDates(asked, other).lastDay),
          0,
        ),
      ...otherDuties(asked, duty),
      lastWorkingDay !== lastDay && words.lastWorkingDay(writeDay(lastWorkingDay)),
      (ofCommune || question.agencies.some(({ id }) => id === knowledge.communes)) && words.communes,
      /\b(nhac|remind)/.test(question.raw) &&
        words.reminderHint(duty.ladder.filter((step) => step > 0).join(', ')),
      ...todayLines(asked, [focal.name], null),
    ],
    {
      outcome:
        NOT_YEARLY.test(question.raw) && !question.yesNo
          ? 'not_in_programme'
          : (wrong && !tooLate) || rhythm || elsewhere
            ? 'corrected'
            : 'answered',
      citations: cite(...[duty, byFocal ? yearly : summing].map((one) => index.item(one?.address ?? ''))),
      agencies: responsible(asked, byFocal ? [{ name: focal.name, role: 'lead' }] : [], duty.address),
      choices: verbatimChoices(asked, [duty.address]),
    },
  );
}

/** The report a question means where there are several: the quarter's, the half year's, the year's, else the next one. */
function dutyMeant({ question, knowledge, context }: Asked, who: Duty['who']): Duty | undefined {
  const duties = knowledge.duties.filter((duty) => duty.who === who);
  const named = PERIODS.filter((period) => period.test(question.raw));
  const meant = duties.filter(({ name }) => named.some((period) => period.test(fold(name.vi))));
  return nextDuty(meant.length > 0 ? meant : duties, dayOf(context.now), createCalendar(knowledge.calendar));
}

const PERIODS = [/\bquy\b/, /\b6 thang\b/, /\bnam\b/];

/** Whatever else the same agencies report, with its day. */
function otherDuties({ knowledge, question, words }: Asked, duty: Duty): string[] {
  return knowledge.duties
    .filter((other) => other !== duty && other.who === duty.who)
    .map((other) => words.dutyRow(other.name[question.language], writeBefore(other)));
}

/** The document sets no yearly report: say so, with what it does say of reporting. */
function noDuty(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const said = answerContent(asked);
  if (said.outcome === 'answered' && /báo cáo|\d/u.test(said.citations[0]?.quote ?? '')) return said;
  const [near] = search.find(question.core, { kinds: ['task', 'organisation'], limit: 1 });
  if (!near || near.coverage < DATED_ENOUGH || lastDayOf(near.sentence) === null)
    return refuse(asked, words.noDuty);
  const block = index.blockOf(near.passage.address);
  return body([words.content(near.passage.address, near.sentence)], {
    citations: cite(index.item(near.passage.address), block),
    agencies: block ? responsible(asked, heads(block).named, block.address) : [],
    choices: verbatimChoices(asked, [near.passage.address]),
  });
}

/** A passage that carries a date needs to hold less of the question to be the one meant. */
const DATED_ENOUGH = 0.5;

/** The date a task carries, or that it carries none and the agency sets it (V.1). */
function taskDeadline(asked: Asked): Body | null {
  const { question, index, words } = asked;
  const [address = ''] = question.addresses;
  if (question.addresses.length > 1) return null;
  const block = index.blockOf(address);
  // A row of a table is a block with the one task.
  const row = block?.address === address && block.tasks.length === 1 ? block.tasks[0] : undefined;
  const task = block?.tasks.find((one) => one.address === address) ?? row;
  if (!task) return null;
  const plan = planItem(asked.knowledge.programme);
  const line = task.deadline
    ? words.taskDeadline(address, task.deadline)
    : task.periodicReport
      ? words.periodic(address)
      : words.noTaskDeadline(address, plan?.address ?? null);
  return body([line], {
    citations: task.deadline || task.periodicReport ? cite(task) : cite(task, plan),
    choices: verbatimChoices(asked, task.deadline || !plan ? [address] : [address, plan.address]),
  });
}

function agencyWords(asked: Asked, name: string): string {
  const agency = asked.index.agencyNamed(name);
  return agency && asked.question.language === 'en' ? speak(asked, agency, name) : name;
}

/** The last day of a duty in the year asked for, or the coming one, and the days left to it, in Vietnam's days. */
function nextDates(
  { context, knowledge, question }: Asked,
  duty: Duty,
): { lastDay: string; lastWorkingDay: string; left: number } {
  const today = dayOf(context.now);
  const calendar = createCalendar(knowledge.calendar);
  const year = Number(today.slice(0, 4));
  const asked = Number(/(?<!\/\s?)\b20\d\d\b/.exec(question.raw)?.[0] ?? 0);
  const dates = [...(asked > year ? [asked] : []), year, year + 1]
    .map((one) => dutyDates(duty, one, calendar))
    .find(({ lastDay }) => lastDay >= today);
  const { lastDay, lastWorkingDay } = dates ?? dutyDates(duty, year, calendar);
  const left = DateTime.fromISO(lastDay, { zone: 'utc' })
    .diff(DateTime.fromISO(today, { zone: 'utc' }))
    .as('days');
  return { lastDay, lastWorkingDay, left: Math.round(left) };
}

/** Reports at shorter intervals, which nobody asks for. */
const NOT_YEARLY =
  /\b(bao cao|bc|theo|dinh ky) (hang |hằng )?(thang|quy|6 thang|sau thang|tuan)\b|\b(bao cao|bc) (cua )?quy\b|\b(monthly|quarterly|half-yearly|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b/;

/** "Năm năm một lần", "mỗi quý": not once a year. */
const OTHER_RHYTHM =
  /\b(hai|ba|nam|2|3|5|6) (nam|thang) (mot|1) lan\b|\b(moi|hang) (quy|thang|tuan)\b|\bevery (month|quarter|five years)\b/;

/** The asker takes another body for the one the reports go to. */
function sentElsewhere({ question, index, knowledge }: Asked, { recipients }: Duty): boolean {
  if (!/\b(gui|nop)\b/.test(question.raw)) return false;
  const names = recipients.flatMap((name) => index.agencyNamed(name) ?? []);
  const rightful = new Set([knowledge.focalAgency, ...names.map(({ id }) => id)]);
  const heirs = [...rightful].flatMap((id) => index.agency(id)?.successors.map(({ agency }) => agency) ?? []);
  return question.agencies.some(
    ({ id }) => !rightful.has(id) && !heirs.includes(id) && /^(bo|van-phong|hdnd)/.test(id),
  );
}

/** The day a duty must be done before stands in the question: "25/12", "25 tháng 12", "25 Dec". */
function namesDay(raw: string, duty: Duty | undefined): boolean {
  if (!duty) return false;
  const { day, month } = duty.before;
  const english = DateTime.fromObject({ month }).setLocale('en').monthShort?.toLowerCase() ?? '';
  return new RegExp(`\\b${day}\\s?(?:/\\s?${month}\\b|thang ${month}\\b|${english})`).test(raw);
}

interface ClaimedDay {
  said: string;
  day: number;
  month: number;
  year: number | null;
  right: boolean;
}

/** A day the asker takes for the deadline, and whether it is. */
function claimedDay({ question }: Asked, duty: Duty): ClaimedDay | null {
  const found = /\b(\d{1,2})\s?\/\s?(\d{1,2})(?:\s?\/\s?(20\d\d))?\b/.exec(question.raw);
  if (!found) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const right = month === duty.before.month && (day === duty.before.day || day === duty.before.day - 1);
  return { said: `${day}/${month}`, day, month, year: found[3] ? Number(found[3]) : null, right };
}

/** The day as a date; without a year the one nearest to the last day: "05/01" comes after 14/12. */
function nearestTo(lastDay: Day, { day, month, year }: ClaimedDay): Day {
  const last = DateTime.fromISO(lastDay, { zone: 'utc' });
  const days = (year === null ? [-1, 0, 1].map((step) => last.year + step) : [year])
    .map((one) => DateTime.fromObject({ year: one, month, day }, { zone: 'utc' }))
    .filter((one) => one.isValid)
    .sort((a, b) => Math.abs(a.diff(last).valueOf()) - Math.abs(b.diff(last).valueOf()));
  return days[0]?.toISODate() ?? lastDay;
}

/** How much better another passage must fit to be the one whose date is asked. */
const NEARER = 1.15;
/** The date is asked of a task: less of the matter must be said. */
const NEAR_ENOUGH = 0.5;

/** "Đề án bệnh viện Lão khoa hạn bao giờ?": the date its task carries, or that it carries none. */
function datedMatter(asked: Asked): Body | null {
  const { question, search } = asked;
  const narrow = question.subject.filter((word) => !REPORT_WORDS.has(word));
  if (question.addresses.length > 0 || narrow.length < 2 || /\b(bao cao|bc|report)\b/.test(question.raw))
    return null;
  const [top] = search.find(question.topic, { kinds: ['task'], limit: 1 });
  // A goal may carry the date that no task does.
  const [anywhere] = search.find(question.topic, { limit: 1 });
  if (top && anywhere?.known && anywhere.passage.kind !== 'task' && anywhere.score > top.score * NEARER)
    return null;
  return top && (top.known || top.coverage >= NEAR_ENOUGH)
    ? taskDeadline({ ...asked, question: { ...question, addresses: [top.passage.address] } })
    : null;
}

/** "Sở Y tế báo cáo Chương trình nâng cao chất lượng y tế theo kỳ nào?" */
function periodicTask(asked: Asked): Body | null {
  const { question, index, search, words } = asked;
  const narrow = question.subject.filter((word) => !REPORT_WORDS.has(word));
  if (narrow.length < 2) return null;
  const found = search.find(question.topic, { kinds: ['task'], limit: 3 });
  const top = found.find(({ passage }) =>
    index
      .blockOf(passage.address)
      ?.tasks.some((task) => task.address === passage.address && task.periodicReport),
  );
  const held = top
    ? narrow.filter((word) => ` ${fold(top.passage.corrected)} `.includes(word)).length / narrow.length
    : 0;
  if (!top || held < 0.75) return null;
  const block = index.blockOf(top.passage.address);
  const item = index.item(top.passage.address);
  const clause = /[^;.]*định kỳ[^;.]*/u.exec(top.passage.text)?.[0].trim() ?? top.sentence;
  return body(
    [
      words.periodic(top.passage.address),
      words.quote(top.passage.address, clause),
      ...(block
        ? todayLines(
            asked,
            block.agencies.map(({ name }) => name),
            block.address,
          )
        : []),
    ],
    {
      citations: cite(item, block),
      agencies: block ? responsible(asked, block.agencies, block.address) : [],
      choices: verbatimChoices(asked, [top.passage.address]),
    },
  );
}

const REPORT_WORDS = new Set(
  'bao cao han nop ngay nam cac so ky dinh tong hop gui truoc cham nhat lan lau nhac sap tuan 1 2 3 cuoi nganh don vi co quan tinh hang report reports yearly annual annually deadline due ve cho len trc gio chua toi hien thuc ket qua tinh hinh dung khong chuong trinh quyet hanh dong chot ban den 15 12 25 31 20 30 thang quy theo xa huyen phuong mat'.split(
    ' ',
  ),
);

export function answerEffective(asked: Asked): Body {
  const { words, knowledge } = asked;
  const { programme } = knowledge;
  const item = allItems(programme).find(({ text }) => /có hiệu lực/u.test(text));
  if (!item) return unstated(asked);
  const onSigning = /từ ngày ký/u.test(item.text) && programme.date !== '';
  const wrong = onSigning && presupposes(asked) && claimsOtherDay(asked);
  return body(
    [
      wrong && words.notSo,
      onSigning && words.effective(writeDay(programme.date)),
      words.quote(item.address, item.text),
    ],
    {
      outcome: wrong ? 'corrected' : 'answered',
      citations: cite(item),
      choices: verbatimChoices(asked, [item.address]),
    },
  );
}

/** The asker names another day, month, year or delay than that of the decision's signing. */
function claimsOtherDay({ question, knowledge }: Asked): boolean {
  const [year, month, day] = knowledge.programme.date.split('-').map(Number);
  const dated = /\b(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?\b/.exec(question.raw);
  if (dated)
    return (
      Number(dated[1]) !== day ||
      Number(dated[2]) !== month ||
      (dated[3] !== undefined && Number(dated[3]) !== year)
    );
  if (/\b(?:sau|after) \d+ (?:ngay|days)\b/.test(question.raw)) return true;
  const years: string[] = question.raw.match(/\b20\d\d\b/g) ?? [];
  return years.length > 0 && !years.includes(String(year));
}

export function answerPeriod(asked: Asked): Body {
  const { words, knowledge } = asked;
  const { articles, sections } = knowledge.programme;
  const item = [...articles, ...sections].find(({ text }) => PERIOD.test(text));
  const [, start = '', end = '', vision = null] = PERIOD.exec(item?.text ?? '') ?? [];
  if (!item) return unstated(asked);
  return body([words.period(start, end, vision)], {
    citations: cite(item),
    choices: verbatimChoices(asked, [item.address]),
  });
}

const PERIOD =
  /(?:thời kỳ|giai đoạn|5 năm) (\d{4})\s*[-–]\s*(\d{4})(?:, (?:tầm nhìn|định hướng) đến (?:năm )?(\d{4}))?/iu;

export function answerIssued(asked: Asked): Body {
  const { words, knowledge } = asked;
  const { articles, date } = knowledge.programme;
  if (date === '') return unstated(asked);
  const [year, month, day] = date.split('-').map(Number);
  const dated = new RegExp(`^.{0,40}ngày 0?${day} tháng 0?${month} năm ${year}$`, 'u');
  const lines = knowledge.source.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => dated.test(line));
  const headed = at < 0 ? [] : [{ address: 'QĐ', quote: lines[at] ?? '', line: at + 1 }];
  const wrong = presupposes(asked) && claimsOtherDay(asked);
  return body([wrong && words.notSo, words.issued(writeDay(date))], {
    outcome: wrong ? 'corrected' : 'answered',
    citations: [...headed, ...cite(articles.find(({ text }) => /có hiệu lực/u.test(text)))],
    choices: verbatimChoices(
      asked,
      articles.slice(0, 1).map(({ address }) => address),
    ),
  });
}

/** The year it is in Vietnam. */
export function yearOf(now: Date): number {
  return Number(dayOf(now).slice(0, 4));
}
