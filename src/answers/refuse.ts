import { type Asked, type Body, body, cite, todayLines, verbatimChoices } from './compose.ts';

/** From this share of the subject on, the programme is taken to speak of it. */
export const SUBJECT_KNOWN = 0.6;
/** Below this share the question is not about the programme at all. */
const OF_THE_PROGRAMME = 0.34;

/** Says that the programme does not say it, with what is nearest; or that the question is no matter for the bot. */
export function refuse(asked: Asked, sentence?: string): Body {
  const { question, search, index, words } = asked;
  const near = search.find(question.topic, { limit: 3 });
  const top = near[0];
  const about =
    question.agencies.length > 0 ||
    question.fields.length > 0 ||
    question.addresses.length > 0 ||
    /\b(quyet dinh|qd|3572|chuong trinh|nhiem vu|decision|programme)\b/.test(question.plain);
  if (FOREIGN.test(question.raw) && (top?.coverage ?? 0) < 0.75) {
    return body([words.outOfScope], { outcome: 'out_of_scope', choices: exampleChoices(asked) });
  }
  if (!about && (!top || top.coverage < OF_THE_PROGRAMME)) {
    const empty = question.subject.length === 0;
    return body([empty ? words.clarify : words.outOfScope], {
      outcome: empty ? 'clarify' : 'out_of_scope',
      choices: exampleChoices(asked),
    });
  }
  const shown = top && top.coverage >= OF_THE_PROGRAMME ? top : undefined;
  return body(
    [
      sentence ?? words.notStated,
      shown && words.nearest,
      shown && words.quote(shown.passage.address, shown.sentence),
      ...question.agencies.flatMap(({ name }) => todayLines(asked, [name], null)),
    ],
    {
      outcome: 'not_in_programme',
      citations: shown ? cite(index.item(shown.passage.address)) : [],
      choices: shown ? verbatimChoices(asked, [shown.passage.address]) : exampleChoices(asked),
    },
  );
}

export function exampleChoices({ words }: Asked): Body['choices'] {
  return words.examples.map((text) => ({ label: text, action: { kind: 'say', text } }));
}

/** Matters of everyday life that no administrative programme holds. */
const FOREIGN =
  /\b(thoi tiet|troi (mua|nang)|bong da|ty so|gia vang|gia xang|chung khoan|bitcoin|xo so|ve so|lam tho|bai tho|ke chuyen|nau an|mon an|nguoi yeu|tinh yeu|tu vi|boi|ca si|phim|bai hat|viet code|lap trinh|python|javascript|dich (giup|sang)|giai toan|phuong trinh|luong cua|tong thong|thu tuong nuoc|weather|football|joke|poem|song|movie|recipe|stock price|translate|president of)\b/;

export { FOREIGN };
