import { escapeRegExp, fold } from '../../core/text.ts';
import { locateAddresses } from '../../understand/address.ts';
import { locateAgencies } from '../../understand/agencies.ts';
import { foldAligned } from '../../understand/align.ts';
import { locateDocuments } from '../../understand/document-number.ts';
import type { Question } from '../../understand/question.ts';
import type { Talk } from './followed.ts';
import type { Kind, Named } from './named.ts';

/** The question with the other thing in the place of the one of its kind; null where it names none, or several. */
export function replace(question: string, { kind, name }: Named, talk: Talk): string | null {
  const written = question.normalize('NFC');
  const spans = SPANS[kind]?.(written, talk) ?? [];
  const [span] = spans;
  if (!span || spans.length > 1) return null;
  return `${written.slice(0, span.from)}${name}${written.slice(span.to)}`;
}

interface Span {
  from: number;
  to: number;
}

const SPANS: Partial<Record<Kind, (question: string, talk: Talk) => Span[]>> = {
  agency: (question, { knowledge, memory }) =>
    memory.intent === 'lead' ? [] : locateAgencies(question, knowledge).map(({ from, to }) => ({ from, to })),
  year: (question) => matches(question, /20\d\d(?:\s*[-–]\s*20\d\d)?/g),
  document: (question) => locateDocuments(question).map(spanOf),
  address: (question) => locateAddresses(question).map(spanOf),
  field: (question, talk) => (isOfField(talk.read(question)) ? fieldSpans(question, talk) : []),
};

function isOfField({ wholeField, fields }: Question): boolean {
  return wholeField && fields.length === 1;
}

/** Where the question names a field, the longest name first. */
function fieldSpans(question: string, { knowledge }: Talk): Span[] {
  const folded = foldAligned(question);
  const words = knowledge.glossary.topics
    .flatMap(({ words: names }) => names.map(fold))
    .sort((a, b) => b.length - a.length);
  for (const word of words) {
    const found = matches(folded, new RegExp(`(?<![\\p{L}\\d])${escapeRegExp(word)}(?![\\p{L}\\d])`, 'gu'));
    if (found.length > 0) return found;
  }
  return [];
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function spanOf({ index, length }: { index: number; length: number }): Span {
  return { from: index, to: index + length };
}
