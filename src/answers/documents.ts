import { writeDay } from '../core/clock.ts';
import type { CitedDocument } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { clauses } from '../knowledge/search.ts';
import { type Asked, type Body, body, cite, heads, responsible, verbatimChoices } from './compose.ts';

/** What the programme says of a document it cites, or that it does not cite it; without a number, the legal bases. */
export function answerDocument(asked: Asked): Body {
  const { question, words, knowledge, index } = asked;
  if (question.documentNumbers.length === 0) {
    const { bases } = knowledge.programme;
    return body([words.basesTitle, ...bases.map(({ text }) => `• ${text}`)], { citations: cite(...bases) });
  }
  const found = narrow(asked, question.documents);
  if (found.length === 0) return unknown(asked);
  const addresses = found.flatMap(({ citedAt }) => citedAt);
  const blocks = addresses.flatMap((address) => index.blockOf(address) ?? []);
  return body(
    [
      found.length > 1 && words.documentMany,
      ...found.flatMap((document) => describe(asked, document)),
      found.length === 1 && quoteOf(asked, found[0] as CitedDocument),
    ],
    {
      citations: cite(...addresses.map((address) => index.item(address)), ...blocks),
      agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(asked, addresses),
    },
  );
}

/** When several carry the number, the one whose title the question speaks of. */
function narrow({ question, search }: Asked, documents: CitedDocument[]): CitedDocument[] {
  if (documents.length < 2) return documents;
  const scored = documents.map((document) => {
    const title = new Set(search.read(document.title ?? '').written);
    return { document, held: question.subject.filter((word) => title.has(word)).length };
  });
  const top = Math.max(...scored.map(({ held }) => held));
  return scored.filter(({ held }) => held === top).map(({ document }) => document);
}

function describe({ words }: Asked, document: CitedDocument): string[] {
  const { kind, number, date, issuer, title, citedAt, periodEnd } = document;
  return [
    words.document(kind, number, date ? writeDay(date) : null, issuer),
    ...(title ? [words.documentTitle(title)] : []),
    words.documentCited(citedAt.join(', ')),
    ...(periodEnd && periodEnd < 2026 ? [words.documentEnded(periodEnd)] : []),
  ];
}

/** The clause that cites the document, in full. */
function quoteOf({ words, index }: Asked, document: CitedDocument): string | null {
  const address = document.citedAt[0];
  const item = address ? index.item(address) : undefined;
  const clause = item ? clauses(item.text).find((part) => part.includes(document.number)) : undefined;
  return address && clause ? words.quote(address, clause.replace(/[;.]$/u, '')) : null;
}

function unknown(asked: Asked): Body {
  const { question, words, search, index } = asked;
  const [number = ''] = question.documentNumbers;
  const rest = question.subject.filter((word) => !/\d/.test(word) && !SIGNS.has(word));
  const near = rest.length > 1 ? search.find(rest.join(' '), { limit: 3 }) : [];
  const top = near.find(({ passage }) => /\d+(\/\d{4})?[-/]\p{Lu}/u.test(passage.text)) ?? near[0];
  const shown = top && top.coverage >= 0.5 ? top : undefined;
  return body(
    [
      words.documentUnknown(number),
      shown && words.documentNear,
      shown && words.quote(shown.passage.address, citing(shown.passage.text, rest) ?? shown.sentence),
    ],
    {
      outcome: 'not_in_programme',
      citations: shown ? cite(index.item(shown.passage.address)) : [],
      choices: shown ? verbatimChoices(asked, [shown.passage.address]) : [],
    },
  );
}

const SIGNS = new Set('qd nq kh ctr cv ttg ubnd hdnd cp tw tu quyet dinh nghi ke hoach nhac'.split(' '));

/** The clause that both cites a document and speaks of the matter. */
function citing(text: string, words: string[]): string | undefined {
  return clauses(text)
    .filter((part) => /số \d/u.test(part))
    .map((part) => ({ part, held: words.filter((word) => fold(part).includes(word)).length }))
    .sort((a, b) => b.held - a.held)[0]
    ?.part.replace(/[;.]$/u, '');
}
