import { isUnder } from '../core/address.ts';
import { clauses } from '../knowledge/clauses.ts';
import type { Passage } from '../knowledge/passages.ts';
import { lastDayOf } from '../knowledge/period-end.ts';
import type { Found } from '../knowledge/search.ts';
import { lacksWhatIsAsked } from './asked-for.ts';
import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  readAsNotes,
  responsible,
  taskRow,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { strangeNames } from './names.ts';
import { contradicts, presupposes } from './premise.ts';
import { refuse, refuseMoney } from './refuse.ts';

/** A passage this short is shown whole, in UTF-16 units: its other clauses may be what is asked. */
const SHORT_PASSAGE = 300;
/** A second passage this near is mentioned too. */
const ALSO = 0.75;
/** How far behind a passage that holds the question may stand. */
const PASSED_OVER = 0.4;
/** What an agency's own blocks say of the matter gives way to what is said so much better elsewhere. */
const FAR_BEHIND = 0.25;
/** Where an agency's own blocks are searched, less of the matter must be said. */
const NEAR_ENOUGH = 0.45;

/** "Có … không" can be answered yes by a passage that holds nearly all of it; "must we …?" is left to the passage. */
const ASKS_WHETHER =
  /\bco (?!phai\b|the\b|can\b)(?:[a-z]+ ){1,8}(?:khong|ko)\b[ ?.!a]*$|\bco (?:trong|ten|nhac|neu|noi|de cap|ghi|quy dinh|dua|dinh huong|ke hoach|chu truong)\b|\b(?:is there|are there|mention|does (?:it|the decision))\b/;
/** Asks for a time: a near task that carries one is meant before one that does not. */
const WHEN = /\b(khi nao|bao gio|luc nao|(ngay|thang|nam|quy) (nao|may)|thoi han|han|when|deadline)\b/;
const DATED = 0.6;
/** And only where the passage holds nearly all that was asked. */
const WHOLLY = 0.8;

/** What the programme says on a matter: the nearest passage's clause, its owner, and what else is near. */
export function answerContent(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const scope = scopeOf(asked);
  const scoped = scope.length > 0 ? search.find(question.topic, { within: scope, limit: 5 }) : [];
  const scopedTop = scoped[0];
  const anywhere = search.find(question.core, { limit: 8 });
  const found =
    scopedTop &&
    (scopedTop.known || scopedTop.coverage >= NEAR_ENOUGH) &&
    // "Gửi Sở … trước ngày nào": the agency named may only be whom others report to.
    scopedTop.score >= (anywhere[0]?.score ?? 0) * FAR_BEHIND
      ? scoped
      : anywhere;
  const [stranger] = strangeNames(asked);
  const strongest = found[0];
  // Many stray words may lift a passage above the one that holds the question.
  const top = strongest?.known
    ? strongest
    : found.find(({ known, score }) => known && score >= (strongest?.score ?? 0) * PASSED_OVER);
  const unpaid = refuseMoney(asked);
  if (unpaid) return unpaid;
  if (stranger && !(top?.known && presupposes(asked))) return refuse(asked, words.nameNotStated(stranger));
  if (!top?.known) return refuse(asked);
  if (
    question.yesNo &&
    question.language === 'vi' &&
    question.subject.some((word) => isStranger(asked, word))
  )
    return refuse(asked);
  const spoken = found.filter(({ passage }) => passage.kind !== 'field');
  const deadlineOf = ({ passage }: Found): string | undefined =>
    index.blockOf(passage.address)?.tasks.find(({ line }) => line === passage.line)?.deadline;
  const nearest = spoken.find(({ score }) => score <= top.score) ?? top;
  const dated = WHEN.test(question.raw)
    ? spoken.find((one) => one.known && one.score >= nearest.score * DATED && deadlineOf(one))
    : undefined;
  const first = dated ?? nearest;
  const deadline = dated && deadlineOf(dated);
  const more = spoken
    .slice(1)
    .filter(
      ({ passage, score, known }) =>
        known && score >= first.score * ALSO && passage.line !== first.passage.line,
    )
    .slice(0, 2);
  const wrong = presupposes(asked) && contradicts(asked, first.passage);
  if (!wrong && lacksWhatIsAsked(asked, first.passage.text, deadline)) return refuse(asked, words.notStated);
  const below = listUnder(asked, first.passage);
  if (below) return below;
  const item = index.item(first.passage.address);
  const block = index.blockOf(first.passage.address);
  const head = block ? heads(block) : null;
  const timed = deadline && clauses(first.passage.text).find((clause) => clause.includes(deadline));
  const sentence = first.passage.text.length <= SHORT_PASSAGE ? first.passage.text : timed || first.sentence;
  const quote = words.content(first.passage.address, sentence);
  const owner =
    block && head && head.named.length > 0
      ? [
          words.contentOwner(namesOf(asked, head.named, head.role), words.roles[head.role]),
          ...todayLines(
            asked,
            head.named.map(({ name }) => name),
            block.address,
          ),
        ]
      : [];
  return body(
    [
      stranger && words.nameNotStated(stranger),
      !stranger && wrong && words.notSo,
      !stranger &&
        !wrong &&
        question.yesNo &&
        ASKS_WHETHER.test(question.raw) &&
        first.coverage >= WHOLLY &&
        words.yes,
      quote,
      deadline && lastDayOf(sentence) === null && words.taskDeadline(first.passage.address, deadline),
      ...readAsNotes(asked, first.passage.line, sentence),
      ...owner,
      more.length > 0 && words.contentAlso,
      ...more.map(({ passage, sentence }) => words.quote(passage.address, sentence)),
    ],
    {
      outcome: stranger || wrong ? 'corrected' : 'answered',
      citations: cite(item, ...more.map(({ passage }) => index.item(passage.address)), block),
      agencies: block && head ? responsible(asked, head.named, block.address) : [],
      choices: verbatimChoices(asked, [first.passage.address, ...more.map(({ passage }) => passage.address)]),
      // In English the Vietnamese words stay in sight.
      rephrase: { keep: question.language === 'en' ? [quote, ...owner] : owner },
    },
  );
}

/** "Giám đốc các sở …:" answers nothing by itself: what stands under it does. */
function listUnder(asked: Asked, { address, text, kind }: Passage): Body | null {
  if (kind !== 'organisation' || !text.endsWith(':')) return null;
  const { index, knowledge, words } = asked;
  const under = knowledge.programme.organisation.filter((item) => isUnder(item.address, address));
  return body([words.quote(address, text), ...under.map((item) => taskRow(asked, item))], {
    citations: cite(...under, index.item(address)),
    choices: verbatimChoices(asked, [address, ...under.map((item) => item.address)]),
  });
}

/** A word of the subject that stands nowhere in the programme: "is there a casino?" must not be answered by its beach. */
function isStranger({ search }: Asked, word: string): boolean {
  return word.length > 2 && !/\d/.test(word) && !search.knows(word);
}

function scopeOf({ question, index }: Asked): string[] {
  // Hospitals and schools are matters as well as owners.
  const owners = question.agencies.filter(({ members }) => !members);
  return owners.flatMap((agency) => index.blocksOf(agency).map(({ block }) => block.address));
}
