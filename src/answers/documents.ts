import { writeDay } from '../core/clock.ts';
import type { CitedDocument } from '../core/programme.ts';
import { clauses } from '../knowledge/clauses.ts';
import { STILL_VALID } from '../understand/intent.ts';
import { type Asked, type Body, body, cite, heads, responsible, verbatimChoices } from './compose.ts';
import { yearOf } from './dates.ts';
import { issuersIn } from './issuers.ts';
import { presupposes } from './premise.ts';

/** What the decision stands on; the one basis asked for first. */
export function answerBases(asked: Asked): Body {
  const { question, words, knowledge } = asked;
  const wanted = BASIS_KINDS.find(([said]) => said.test(question.raw))?.[1];
  const bases = knowledge.programme.bases.toSorted(
    (a, b) => Number(wanted?.test(b.text) ?? false) - Number(wanted?.test(a.text) ?? false),
  );
  return body([words.basesTitle, ...bases.map(({ text }) => `• ${text}`)], {
    citations: cite(...bases),
    choices: verbatimChoices(
      asked,
      bases.slice(0, 1).map(({ address }) => address),
    ),
  });
}

const BASIS_KINDS: [RegExp, RegExp][] = [
  [/\b(to trinh|de nghi|proposal|proposed)\b/, /Tờ trình/u],
  [/\bluat\b|\blaws?\b/, /Căn cứ Luật/u],
  [
    /\b(quyet dinh nao|quyet dinh gi|thu tuong|ttg|prime minister|strategy|chien luoc)\b/,
    /Căn cứ Quyết định/u,
  ],
];

/** What the programme says of a document it cites, or that it does not cite it. */
export function answerDocument(asked: Asked): Body {
  const { question, words, index } = asked;
  const found = narrow(
    asked,
    question.documents.length > 0
      ? question.documents
      : question.documentNumbers.length > 0
        ? []
        : question.titled,
  );
  const [only] = found;
  const claim = found.length === 1 && only ? claimedOf(asked, only) : null;
  if (found.length === 0) return unknown(asked);
  const addresses = found.flatMap(({ citedAt }) => citedAt);
  const blocks = addresses.flatMap((address) => index.blockOf(address) ?? []);
  return body(
    [
      claim !== null && words.documentClaimed(claim),
      found.length > 1 && words.documentMany,
      only && STILL_VALID.test(question.raw) && validity(asked, only),
      ...found.flatMap((document) => describe(asked, document)),
      found.length === 1 && quoteOf(asked, found[0] as CitedDocument),
    ],
    {
      outcome: claim === false ? 'corrected' : 'answered',
      citations: cite(...addresses.map((address) => index.item(address)), ...blocks),
      agencies: blocks.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(asked, addresses),
    },
  );
}

/** "Đến năm 2020, định hướng đến năm 2025": the second year. */
function orientedTo(title: string | null): number | null {
  const year = /định hướng đến (?:năm )?(\d{4})/u.exec(title ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

/** What the text lets one say of a document's being in force. */
function validity({ words, context }: Asked, { periodEnd, title }: CitedDocument): string {
  if (periodEnd === null) return words.documentValidityUnknown;
  return periodEnd < yearOf(context.now)
    ? words.documentEndedYes(periodEnd, orientedTo(title))
    : words.documentRunning(periodEnd);
}

/** Whether the issuer and year the asker takes for the document's are; null where none is claimed. */
function claimedOf(asked: Asked, { issuer, date, title, citedAt }: CitedDocument): boolean | null {
  const { question, index, search } = asked;
  if (!presupposes(asked) || STILL_VALID.test(question.raw)) return null;
  const issued = issuersIn(question.raw);
  const claims: boolean[] = [];
  if (issuer && issued.length > 0 && /\b(cua|do|boi|ban hanh)\b/.test(question.raw))
    claims.push(issued.some((name) => name.test(issuer)));
  const year = /\b(?:ban hanh|ky|ra|ngay|nam)\b.*?\b((?:19|20)\d\d)\b/.exec(question.raw)?.[1];
  if (year && date) claims.push(date.startsWith(year));
  const owners = citedAt.flatMap((address) => index.blockOf(address)?.agencies ?? []);
  if (owners.length > 0 && question.agencies.length > 0)
    claims.push(owners.some(({ name }) => question.agencies.some((one) => index.agencyNamed(name) === one)));
  const known = new Set(
    search.read([title ?? '', ...citedAt.map((address) => index.item(address)?.text ?? '')].join(' '))
      .written,
  );
  const words = question.subject.filter((word) => !SIGNS.has(word) && !ABOUT.has(word) && !/\d/.test(word));
  // What it is said to be about: less than half of it in the title and where it is cited is another matter.
  if (words.length >= 2 && words.filter((word) => known.has(word)).length / words.length < 0.6)
    claims.push(false);
  return claims.length === 0 ? null : claims.every(Boolean);
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

function describe({ words, context, question }: Asked, document: CitedDocument): string[] {
  const { kind, number, date, issuer, title, citedAt, periodEnd } = document;
  return [
    ...(number === '' && title?.startsWith(kind)
      ? []
      : [words.document(kind, number, date ? writeDay(date) : null, issuer)]),
    ...(title ? [words.documentTitle(title)] : []),
    words.documentCited(citedAt.join(', ')),
    ...(periodEnd && periodEnd < yearOf(context.now) && !STILL_VALID.test(question.raw)
      ? [words.documentEnded(periodEnd, orientedTo(title))]
      : []),
  ];
}

/** The clause that cites the document, in full. */
function quoteOf({ words, index }: Asked, document: CitedDocument): string | null {
  const address = document.citedAt[0];
  const item = address ? index.item(address) : undefined;
  const clause = item ? clauses(item.text).find((part) => part.includes(document.number)) : undefined;
  return address && clause ? words.quote(address, clause.replace(/[;.]$/u, '')) : null;
}

const ABOUT = new Set(
  'la ve giao cho so do cua ban hanh ky ngay nam thu tuong chinh phu tinh uy quoc hoi bo tri sao vi tai lai ma'.split(
    ' ',
  ),
);

function unknown(asked: Asked): Body {
  const { question, words, index } = asked;
  const [number = ''] = question.documentNumbers;
  const near = nearestCited(asked);
  const item = near?.citedAt[0] ? index.item(near.citedAt[0]) : undefined;
  return body(
    [
      words.documentUnknown(number),
      near && item && words.documentNear,
      ...(near && item ? [quoteOf(asked, near) ?? words.quote(item.address, near.title ?? near.number)] : []),
    ],
    {
      outcome: 'not_in_programme',
      citations: near ? cite(item) : [],
      choices: near && item ? verbatimChoices(asked, [item.address]) : [],
    },
  );
}

/** The cited document whose title shares most of the question's words, where it shares two or more. */
function nearestCited({ question, search, knowledge }: Asked): CitedDocument | undefined {
  const said = new Set(question.plain.split(' ').filter((word) => !/\d/.test(word) && !SIGNS.has(word)));
  const scored = knowledge.programme.documents.map((document) => ({
    document,
    held: [...new Set(search.read(document.title ?? '').written)].filter((word) => said.has(word)).length,
  }));
  return scored.filter(({ held }) => held >= 2).sort((a, b) => b.held - a.held)[0]?.document;
}

const SIGNS = new Set(
  'qd nq kh ctr cv ttg ubnd hdnd cp tw tu quyet dinh nghi ke hoach nhac ve viec co duoc khong cua va phat trien thuc hien'.split(
    ' ',
  ),
);
