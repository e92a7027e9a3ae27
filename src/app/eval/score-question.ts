import type { Answer } from '../../core/answer.ts';
import { type EvalRow, evidenceOf, wantedOutcome } from './rows.ts';
import type { Score } from './score.ts';

const REFUSALS = ['not_in_programme', 'out_of_scope'];
/** How many passages of an answer are looked at. */
export const SHOWN = 3;
/** A shorter quote proves nothing by standing inside the evidence. */
const SCRAP = 40;

/**
 * Scores the answer to a question. `loose` are its numbers that stand nowhere (see `looseNumbers`).
 *
 * `hit1`, `hit3`: the evidence stands in the first, in the first three passages (rows with evidence).
 * `agencies`: the answer names every agency of `expect.agency`, and for "who leads?" no other as leading.
 * `leads`: for "who leads?", it names another as leading.
 * `included`, `said`: each string of `expect.must_include` stands in the text or the first three quotes; in the text.
 * `declined`: a question that must be refused or corrected was (the very outcome the row states).
 * `refused`: the programme says it, and the answer denies that. `wrong`: it does not, or says otherwise, and the answer
 * answers without showing the sentence that proves it.
 */
export function scoreQuestion(row: EvalRow, answer: Answer, loose: string[]): Score {
  const { group, expect } = row;
  const wanted = wantedOutcome(row);
  const { outcome } = answer;
  const evidence = evidenceOf(row);
  const place = firstProof(shownQuotes(row, answer), evidence);
  const named = answer.agencies.map(({ name }) => name);
  const others = answer.agencies
    .filter(({ name, role }) => role === 'lead' && !isListed(name, expect.agency ?? []))
    .map(({ name }) => name);
  const asksLead = group === 'lead';
  const tells = !REFUSALS.includes(wanted);
  return {
    marks: {
      ...(evidence.length > 0 && { hit1: place === 0, hit3: place >= 0 }),
      ...(tells &&
        expect.agency?.length && {
          agencies: expect.agency.every((name) => isListed(name, named)) && !(asksLead && others.length > 0),
          ...(asksLead && { leads: others.length > 0 }),
        }),
      ...(tells &&
        expect.must_include?.length && {
          included: holds([answer.text, ...answer.citations.slice(0, SHOWN).map(({ quote }) => quote)], row),
          said: holds([answer.text], row),
        }),
      ...(wanted === 'answered'
        ? { refused: REFUSALS.includes(outcome) || outcome === 'corrected' }
        : { declined: outcome === wanted, wrong: outcome === 'answered' && place < 0 }),
      numbers: loose.length > 0,
    },
    got: [
      `${outcome}:`,
      ...answer.citations.slice(0, SHOWN).map(({ address }) => address),
      ...(others.length > 0 && asksLead ? [`lead ${others.join(', ')}`] : []),
      ...(loose.length > 0 ? [`numbers ${loose.join(', ')}`] : []),
    ].join(' '),
  };
}

/**
 * The first passages an answer puts forward. None where it says the programme does not say it and the row knows better:
 * "not stated; the nearest I found" is no find, even if the nearest is the sentence asked for.
 */
export function shownQuotes(row: EvalRow, { outcome, citations }: Answer): string[] {
  if (REFUSALS.includes(outcome) && !REFUSALS.includes(wantedOutcome(row))) return [];
  return citations.slice(0, SHOWN).map(({ quote }) => quote);
}

/** The place of the first passage that proves the answer, from 0; -1 where none does. */
export function firstProof(quotes: string[], evidence: string[]): number {
  return quotes.findIndex((quote) => evidence.some((sentence) => proves(flat(quote), flat(sentence))));
}

function proves(quote: string, evidence: string): boolean {
  // A passage may be one clause of a longer piece of evidence.
  return quote.includes(evidence) || (quote.length >= SCRAP && evidence.includes(quote));
}

/** Whether the name stands in the list; "A, B" also where A and B stand one after the other. */
function isListed(name: string, list: string[]): boolean {
  return `, ${list.join(', ')}, `.includes(`, ${name}, `);
}

function holds(places: string[], { expect }: EvalRow): boolean {
  const read = places.map(plain);
  return (expect.must_include ?? []).every((wanted) => read.some((place) => place.includes(plain(wanted))));
}

/** As it is compared: without the dash or number it opens with. */
function flat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\s*(-|\d+\.|[a-z]\))\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Ngày 05 tháng 8 năm 2020" and "ngày 5/8/2020" are one. */
function plain(text: string): string {
  return flat(text)
    .toLowerCase()
    .replace(/(\d+) tháng (\d+) năm (\d+)/g, '$1/$2/$3')
    .replace(/(?<![\d.,])0+(?=\d)/g, '');
}
