import { DateTime } from 'luxon';
import type { Parts } from '../../conversation/turn.ts';
import type { Answer } from '../../core/answer.ts';
import { type Day, dayOf, writeDay } from '../../core/clock.ts';
import type { Programme } from '../../core/programme.ts';
import { dutyDates } from '../../nudges/ladder.ts';
import { unsupported } from './grounding.ts';

/** Intents whose answers say how many tasks there are, or how many of something else. */
const COUNTING = [
  'mention',
  'lead',
  'agency',
  'agency_tasks',
  'place',
  'compare',
  'count',
  'ranking',
  'summary',
  'dated_tasks',
  'legal_bases',
  'field',
  'documents',
];

/**
 * Numbers of an answer that stand in no passage it cites. What the program counts is taken in answers that list what it
 * counted, what it computes from the calendar in those on a date; a number of the question only where the answer denies it ("không phải 40%").
 */
export function looseNumbers(question: string, answer: Answer, parts: Parts, now: Date): string[] {
  const { programme } = parts.knowledge;
  return unsupported(answer.text, answer.citations, parts.knowledge, [
    ...(COUNTING.includes(answer.intent) ? counts(programme).map(String) : []),
    ...(answer.intent === 'deadline' ? deadlines(parts, dayOf(now)) : []),
    ...(answer.outcome === 'answered' ? [] : [question]),
  ]);
}

function counts({ fields, orientations, articles, documents }: Programme): number[] {
  const blocks = fields.flatMap((field) => field.blocks);
  const ofFields = fields.map((field) => field.blocks.flatMap(({ tasks }) => tasks).length);
  const leads = blocks.flatMap(({ agencies }) => agencies.filter(({ role }) => role === 'lead'));
  return [
    ...blocks.map(({ tasks }) => tasks.length),
    ...ofFields,
    ofFields.reduce((sum, one) => sum + one, 0),
    fields.length,
    blocks.length,
    new Set(leads.map(({ name }) => name)).size,
    orientations.flatMap(({ dashes }) => dashes).length,
    articles.filter(({ address }) => /^QĐ\.\d+$/.test(address)).length,
    documents.filter(({ number }) => number !== '').length,
  ];
}

/** The days of the duties this year and next, how far off they are, and when reminders go out. */
function deadlines({ knowledge, calendar }: Parts, today: Day): string[] {
  const year = Number(today.slice(0, 4));
  return knowledge.duties.flatMap((duty) =>
    [year, year + 1].flatMap((one) => {
      const { lastDay, lastWorkingDay } = dutyDates(duty, one, calendar);
      const left = DateTime.fromISO(lastDay).diff(DateTime.fromISO(today)).as('days');
      return [
        writeDay(lastDay),
        writeDay(lastWorkingDay),
        String(Math.round(left)),
        ...duty.ladder.map(String),
      ];
    }),
  );
}
