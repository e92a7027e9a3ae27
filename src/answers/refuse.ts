import { type Asked, type Body, body, cite, sayChoice, todayLines, verbatimChoices } from './compose.ts';

/** Below this share the question is not about the programme at all. */
const OF_THE_PROGRAMME = 0.34;
/** And below this one a passage is no help to the asker. */
const WORTH_SHOWING = 0.45;
/** Names of any programme and province: what it does not say of them is still a fair question. */
const OF_A_PROVINCE =
  /\b(quyet dinh|qd|chuong trinh|nhiem vu|dinh huong|giai phap|tinh|ubnd|huyen|chi tieu|decision|programme|program|province|provincial)\b/;

/**
 * Says that the programme does not say it, with what is nearest; or that the question is no matter for the bot, unless
 * `sentence` already says what is not stated.
 */
export function refuse(asked: Asked, sentence?: string): Body {
  const { question, search, index, words } = asked;
  const [top] = search.find(question.topic, { limit: 1 });
  if (!sentence && !isAboutProgramme(asked) && (!top || top.coverage < OF_THE_PROGRAMME)) {
    const empty = question.subject.length === 0;
    return body([empty ? words.clarify : words.outOfScope], {
      outcome: empty ? 'clarify' : 'out_of_scope',
      choices: exampleChoices(asked),
    });
  }
  const shown = top && top.coverage >= WORTH_SHOWING ? top : undefined;
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

/** Says that the document does not state it, where nothing in it comes near. */
export function unstated(asked: Asked): Body {
  return body([asked.words.notStated], { outcome: 'not_in_programme', choices: exampleChoices(asked) });
}

/** It names an agency, a field, an address or the programme itself. */
export function isAboutProgramme({ question, index }: Asked): boolean {
  const { agencies, fields, addresses, plain, raw } = question;
  const isNamed = (said: string): boolean =>
    OF_A_PROVINCE.test(said) || index.names.some((name) => ` ${said} `.includes(` ${name} `));
  return agencies.length + fields.length + addresses.length > 0 || isNamed(plain) || isNamed(raw);
}

/** A question that is no matter for the bot. */
export function outOfScope(asked: Asked): Body {
  return body([asked.words.outOfScope], { outcome: 'out_of_scope', choices: exampleChoices(asked) });
}

export function exampleChoices({ words }: Asked): Body['choices'] {
  return words.examples.map((text) => sayChoice(text, text));
}

/** Says that no sum of money is stated, where one is asked for; null where the document states some. */
export function refuseMoney(asked: Asked): Body | null {
  const { raw, subject } = asked.question;
  const ofAll = FUNDING.test(raw) && subject.every((word) => FUNDING_WORDS.has(word));
  if ((!MONEY.test(raw) && !ofAll) || asked.index.statesMoney) return null;
  return refuse(asked, asked.words.moneyNotStated);
}

/** Where the money for the whole comes from, with no narrower matter. */
const FUNDING =
  /\b(?:kinh phi|nguon von|nguon tien|von|tien|ngan sach)\b.*\b(?:dau|nao|khong|ko|k|ai|gi)\b|\bai (?:cap|chi|bo) (?:tien|kinh phi|von)\b|\bnguon (?:von|kinh phi) thuc hien\b/;
const FUNDING_WORDS = new Set(
  'kinh phi nguon von tien ngan sach thuc hien trien khai lay cap chi bo tri chuong trinh quyet dinh nay tu dau'.split(
    ' ',
  ),
);

/** Asks for an amount of money. */
const MONEY =
  /\b(muc ho tro|ho tro (?:bao nhieu|may)|(tong|muc|so|bao nhieu|may ty|may trieu) ?(so |muc )?(kinh phi|tien|von|ngan sach|dau tu)|(kinh phi|von|ngan sach|tien)( thuc hien| dau tu| nha nuoc)?( cho| cua)?( (chuong trinh|quyet dinh|qd|viec|du an)( nay)?)?( la| can| khoang| het| thi)* (bao nhieu|may|bn|the nao)|bao nhieu (ty|trieu)|ty dong|trieu dong|het bao nhieu|ton bao nhieu|chi bao nhieu|budget|cost|costs|how much money|funding|billion|bonus|in dong|vnd)\b/;
