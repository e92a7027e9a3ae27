import { type Day, writeDay } from '../core/clock.ts';
import { heldNow } from '../core/held-now.ts';
import type { ChoiceOffer, Reply } from '../core/message.ts';
import type { Nudge } from '../core/nudge.ts';
import type { Agency, Duty } from '../core/programme.ts';
import { shorten } from '../core/text.ts';
import { calledIn } from '../wording/called.ts';
import { nudges as nudgeWords } from '../wording/vi/nudges.ts';
import type { NudgeParts } from './state.ts';

/** Up to so many working days before the last one the nudge speaks of what is missing. */
const MISSING_FROM_STEP = 5;
/** The general report regime closes a year's data on this day: before it, a report due on the same day may close earlier. */
const YEARLY_CLOSING = '12-14';
const LABEL_LENGTH = 40;

type Words = ReturnType<typeof nudgeWords>;

/** What one person is told on one day. */
export interface Digest {
  person: string;
  nudges: Nudge[];
  reply: Reply;
  /**
   * Of the duty due first: an outbox row has one topic. When its report comes before the message left, the message is
   * withdrawn with the later duty in it (only the focal agency has two); that ladder speaks again at its next step.
   */
  topic: string;
}

/** One message per person: the nudges of the day, the duty due first on top. */
export function writeDigests(nudges: Nudge[], parts: NudgeParts, today: Day): Digest[] {
  const words = nudgeWords(calledIn(parts.knowledge.about, 'vi'));
  const sorted = [...nudges].sort((a, b) => a.lastDay.localeCompare(b.lastDay));
  return [...new Set(nudges.map((nudge) => nudge.person))].flatMap((person) => {
    const mine = sorted.filter((nudge) => nudge.person === person);
    const items = mine.flatMap((nudge) => {
      const duty = parts.knowledge.duties.find(({ id }) => id === nudge.duty);
      return duty ? [{ nudge, duty }] : [];
    });
    const first = items[0];
    if (!first) return [];
    const text = [
      words.title,
      ...items.map(({ nudge, duty }) => writeDuty(nudge, duty, parts, today, words)),
    ].join('\n\n');
    const reply = { text, choices: choicesFor(items, words) };
    return [{ person, nudges: mine, reply, topic: topicOf(first.nudge) }];
  });
}

/** Names the messages that an agency's report makes pointless. */
export function topicOf({ duty, year, agency }: Pick<Nudge, 'duty' | 'year' | 'agency'>): string {
  return `duty:${duty}:${year}:${agency}`;
}

function writeDuty(
  nudge: Nudge,
  duty: Duty,
  { knowledge, calendar }: NudgeParts,
  today: Day,
  words: Words,
): string {
  const name = knowledge.agencies.find(({ id }) => id === nudge.agency)?.name ?? nudge.agency;
  const agency = withHolder(name, knowledge.agencies, words);
  const left = calendar.workingDaysBetween(today, nudge.lastWorkingDay);
  const suggestEarly = today < nudge.lastDay && nudge.lastDay === `${nudge.year}-${YEARLY_CLOSING}`;
  return [
    opening(nudge.step, agency, left, words),
    words.duty(duty.name.vi, nudge.year),
    words.recipients(duty.recipients.map((name) => withHolder(name, knowledge.agencies, words)).join('; ')),
    words.dates(writeDay(nudge.lastDay), writeDay(nudge.lastWorkingDay)),
    words.basis(duty.address),
    ...(suggestEarly ? [words.dataHint] : []),
    ...(nudge.late ? [words.late(writeDay(nudge.plannedFor))] : []),
  ].join('\n');
}

/** An agency by its name in the decision, with who holds its duties today. */
function withHolder(name: string, agencies: Agency[], words: Words): string {
  const { now } = heldNow(name, agencies);
  return now.length > 0 ? words.bothNames(name, now.join('; ')) : name;
}

function opening(step: number, agency: string, left: number, words: Words): string {
  if (step === 0 || left === 0) return words.lastWorkingDay(agency);
  return step <= MISSING_FROM_STEP ? words.missing(agency, left) : words.friendly(agency, left);
}

function choicesFor(items: { nudge: Nudge; duty: Duty }[], words: Words): ChoiceOffer[] {
  const one = items.length === 1;
  const reported = items.map(({ nudge: { duty, year, agency }, duty: { name } }) => ({
    label: one ? words.reportedButton : shorten(words.reportedButtonOf(name.vi), LABEL_LENGTH),
    action: { kind: 'duty_reported' as const, duty, year, agency },
  }));
  const muted = items
    .filter(({ nudge }) => nudge.step > 0)
    .map(({ nudge: { duty, year }, duty: { name } }) => ({
      label: one ? words.muteButton : shorten(words.muteButtonOf(name.vi), LABEL_LENGTH),
      action: { kind: 'nudge_mute' as const, duty, year },
    }));
  return [
    ...reported,
    { label: words.updateButton, action: { kind: 'say', text: 'nhiệm vụ của tôi' } },
    ...muted,
  ];
}
