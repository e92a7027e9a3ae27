import {
  type Asked,
  type Body,
  body,
  cite,
  heads,
  namesOf,
  readAsNotes,
  responsible,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { FOREIGN, refuse, SUBJECT_KNOWN } from './refuse.ts';

/** A second passage this near is mentioned too. */
const ALSO = 0.75;

/** What the programme says on a matter: the nearest passage's clause, its owner, and what else is near. */
export function answerContent(asked: Asked): Body {
  const { question, search, index, words } = asked;
  const scope = scopeOf(asked);
  const scoped = scope.length > 0 ? search.find(question.topic, { within: scope, limit: 5 }) : [];
  const scopedTop = scoped[0];
  const found =
    scopedTop && scopedTop.coverage >= SUBJECT_KNOWN - 0.15
      ? scoped
      : search.find(question.text, { limit: 8 });
  const top = found[0];
  if (!top || top.coverage < SUBJECT_KNOWN || FOREIGN.test(question.raw)) return refuse(asked);
  const spoken = found.filter(({ passage }) => passage.kind !== 'field');
  const first = spoken[0] ?? top;
  const more = spoken
    .slice(1)
    .filter(({ score, coverage }) => score >= first.score * ALSO && coverage >= SUBJECT_KNOWN)
    .slice(0, 2);
  const item = index.item(first.passage.address);
  const block = index.blockOf(first.passage.address);
  const head = block ? heads(block) : null;
  return body(
    [
      question.yesNo && /\b(co|is|are|does|has|mention)/.test(question.raw) && words.yes,
      words.content(first.passage.address, first.sentence),
      ...readAsNotes(asked, first.passage.line, first.sentence),
      block && head && head.named.length > 0
        ? words.contentOwner(namesOf(asked, head.named, head.role), words.roles[head.role])
        : null,
      ...(block && head
        ? todayLines(
            asked,
            head.named.map(({ name }) => name),
            block.address,
          )
        : []),
      more.length > 0 && words.contentAlso,
      ...more.map(({ passage, sentence }) => words.quote(passage.address, sentence)),
    ],
    {
      citations: cite(item, ...more.map(({ passage }) => index.item(passage.address)), block),
      agencies: block && head ? responsible(asked, head.named, block.address) : [],
      choices: verbatimChoices(asked, [first.passage.address, ...more.map(({ passage }) => passage.address)]),
    },
  );
}

function scopeOf({ question, index }: Asked): string[] {
  return question.agencies.flatMap((agency) => index.blocksOf(agency).map(({ block }) => block.address));
}
