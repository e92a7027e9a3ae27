import { fold } from '../core/text.ts';
import { clauses } from '../knowledge/clauses.ts';
import type { Passage } from '../knowledge/passages.ts';
import { markKey, syllables, withMarks } from '../knowledge/syllables.ts';
import { hasMarks } from '../understand/align.ts';
import { type Asked, type Body, body, cite, verbatimChoices } from './compose.ts';

const SHOWN = 3;
/** So many words describe a matter more than they name it. */
const DESCRIBED = 5;
/** How much of such a description a passage must hold. */
const MOSTLY = 0.7;

/** "Có nhắc đến casino không?": yes with the places where these very words stand, or no. Never by what is only near. */
export function answerMention(asked: Asked): Body {
  const { question, search, words } = asked;
  const phrase = question.mention ?? '';
  const parts = phrase
    .split(/\s*(?:,|;|\s-\s|(?<!\p{L})(?:và|va|hay|hoặc|hoac|and|or)(?!\p{L}))\s*/u)
    .filter((part) => part !== '');
  const places = parts.map((part) => search.passages.filter((passage) => holds(asked, passage, part)));
  const missing = parts.filter((_, at) => places[at]?.length === 0);
  const found = [...new Set(places.flat())];
  if (found.length === 0) return notMentioned(asked, phrase);
  const worth = (passage: Passage): number => places.filter((list) => list.includes(passage)).length;
  const near = search.find(phrase, { limit: 8 }).map(({ passage }) => passage);
  const ranked = [...new Set([...near.filter((passage) => found.includes(passage)), ...found])].sort(
    (a, b) => worth(b) - worth(a),
  );
  const shown = ranked.slice(0, SHOWN);
  const rest = found.length - shown.length;
  return body(
    [
      missing.length === 0 ? words.yes : words.notMentioned(missing.join('”, “')),
      ...shown.map((passage) => words.quote(passage.address, clauseWith(asked, passage, parts))),
      rest > 0 && words.moreMentions(rest),
    ],
    {
      outcome: missing.length === 0 ? 'answered' : 'corrected',
      citations: cite(...shown.map(({ address }) => asked.index.item(address))),
      choices: verbatimChoices(
        asked,
        shown.map(({ address }) => address),
      ),
    },
  );
}

function notMentioned(asked: Asked, phrase: string): Body {
  const { search, index, words } = asked;
  const [near] = search.find(phrase, { limit: 1 });
  const shown = near?.known ? near : undefined;
  // A matter described in a sentence is not looked for word by word.
  if (shown && search.read(phrase).subject.length >= DESCRIBED && shown.coverage >= MOSTLY)
    return body([words.mentionedOtherwise, words.quote(shown.passage.address, shown.sentence)], {
      citations: cite(index.item(shown.passage.address)),
      choices: verbatimChoices(asked, [shown.passage.address]),
    });
  return body(
    [
      words.notMentioned(phrase),
      shown && words.nearest,
      shown && words.quote(shown.passage.address, shown.sentence),
    ],
    {
      outcome: 'not_in_programme',
      citations: shown ? cite(index.item(shown.passage.address)) : [],
      choices: shown ? verbatimChoices(asked, [shown.passage.address]) : [],
    },
  );
}

/** True when the passage holds the phrase word by word, as typed, or as an abbreviation or English word is written out. */
export function holds(asked: Asked, { corrected }: Pick<Passage, 'corrected'>, phrase: string): boolean {
  if (contains(corrected, phrase)) return true;
  const meant = asked.search.read(phrase).written.join(' ');
  return meant !== syllables(phrase).join(' ') && contains(corrected, meant);
}

function contains(text: string, phrase: string): boolean {
  const marked = hasMarks(phrase);
  const wanted = wordsOf(phrase, marked);
  if (wanted.trim() === '' || !inText(text, marked).includes(wanted)) return false;
  // "Da Nang" is no "đa năng": a name stands with its capitals.
  return !isName(phrase) || hasMarks(phrase) || nameStands(text, phrase);
}

const read = { bare: new Map<string, string>(), marked: new Map<string, string>() };
/** The passages and their clauses are few and come again with every question. */
const KEPT = 2_000;

function inText(text: string, marked: boolean): string {
  const known = marked ? read.marked : read.bare;
  const words = known.get(text) ?? wordsOf(text, marked);
  if (known.size > KEPT) known.clear();
  known.set(text, words);
  return words;
}

/** One blank between the words and around them. */
function wordsOf(text: string, marked: boolean): string {
  return ` ${(marked ? withMarks(text).map(markKey) : syllables(text)).join(' ')} `;
}

function isName(phrase: string): boolean {
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u.test(phrase);
}

function nameStands(text: string, name: string): boolean {
  return [...text.matchAll(/\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)+/gu)].some(([run]) =>
    ` ${fold(run)} `.includes(` ${fold(name)} `),
  );
}

function clauseWith(asked: Asked, passage: Passage, phrases: string[]): string {
  const clause = clauses(passage.text).find((part) =>
    phrases.some((phrase) => holds(asked, { corrected: part }, phrase)),
  );
  return (clause ?? passage.text).replace(/[;,]$/u, '');
}
