import { isUnder } from '../core/address.ts';
import type { Citation } from '../core/answer.ts';
import { writeDay } from '../core/clock.ts';
import { fold } from '../core/text.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { generalDuty, sectionOf } from '../knowledge/programme-parts.ts';
import { ISSUED_BY, NAME_SIGNS, OF_THE_ANSWER } from '../understand/intent.ts';
import { SCOLDING } from '../understand/request.ts';
import { type Asked, type Body, body, cite, readAsNotes, taskRow, verbatimChoices } from './compose.ts';
import { issuersIn } from './issuers.ts';
import { answerSummary, summaryChoice } from './outline.ts';
import { exampleChoices, unstated } from './refuse.ts';

/** Who signed the decision, with the whole signature as it stands. */
export function answerSignatory(asked: Asked): Body {
  const { knowledge, words } = asked;
  const { authority, name, position, line } = knowledge.programme.signatory;
  const { issuer } = asked.knowledge.about;
  const issued = (issuer.vi || knowledge.programme.issuer) && asked.question.raw.includes('ban hanh');
  const byIssuer = issued
    ? words.issuedBy(issuer[asked.question.language] || knowledge.programme.issuer)
    : null;
  if (name === '') return byIssuer ? body([byIssuer], { citations: headOf(asked) }) : unstated(asked);
  const lines = knowledge.source.split('\n').map((text) => text.trim());
  const from = lines.findLastIndex((text, at) => at < line && text !== '' && authority.startsWith(text));
  const signature = from < 0 ? name : lines.slice(from, line).join('\n');
  const claimed = claimedName(asked.question.text);
  const wrong = claimed !== null && fold(claimed) !== fold(name);
  const byAnother = claimed === null && (claimsAnotherIssuer(asked) || claimsTheHead(asked));
  const when = /\b(ngay|khi nao|bao gio|luc nao|nam nao|when|date)\b/.test(asked.question.raw);
  return body(
    [
      wrong && words.corrected(claimed),
      byAnother && words.notSo,
      byAnother && !byIssuer
        ? words.issuedBy(issuer[asked.question.language] || knowledge.programme.issuer)
        : byIssuer,
      words.signatory(name, words.positionOf[position] ?? position),
      /KT\./.test(authority) && /TM\. ỦY BAN NHÂN DÂN/.test(authority) && words.signedFor,
      when && knowledge.programme.date !== '' && words.issued(writeDay(knowledge.programme.date)),
    ],
    {
      outcome: wrong || byAnother ? 'corrected' : 'answered',
      citations: [{ address: 'QĐ', quote: signature, line: from < 0 ? line : from + 1 }],
    },
  );
}

/** The asker takes another authority, or a department, for the decision's issuer: "do Thủ tướng ban hành phải không". */
function claimsAnotherIssuer({ question, knowledge }: Asked): boolean {
  const said = ISSUED_BY.exec(question.raw)?.[1];
  if (said === undefined) return false;
  const issuer = knowledge.about.issuer.vi || knowledge.programme.issuer;
  const named = issuersIn(said);
  if (named.length > 0) return !named.some((written) => written.test(issuer));
  return question.agencies.some(({ id }) => id !== knowledge.issuer);
}

/** "Chủ tịch tỉnh ký phải không", where a deputy signed for the head. */
function claimsTheHead({ question, knowledge }: Asked): boolean {
  const head = /(?<!\bpho )\b(?:chu tich|chairman|chairperson)\b/.test(question.raw);
  return question.yesNo && head && /^phó /iu.test(knowledge.programme.signatory.position);
}

/** The lines of the source that hold the issuer's name, as it heads the document. */
function headOf({ knowledge }: Asked): Citation[] {
  const { issuer } = knowledge.programme;
  const lines = knowledge.source.split('\n').map((text) => text.trim());
  const at = lines.findIndex((text) => text !== '' && issuer.includes(text));
  return at < 0 ? [] : [{ address: 'QĐ', quote: lines[at] ?? '', line: at + 1 }];
}

/** A person's name the asker takes for the signatory's: "do ông Đỗ Minh Tuấn ký". */
function claimedName(text: string): string | null {
  const found =
    /(?:ông|bà|đồng chí|đ\/c|Chủ tịch|chủ tịch|Mr\.?|Ms\.?)\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3})/u.exec(
      text.normalize('NFC'),
    );
  return found?.[1] ?? NAME_SIGNS.exec(text.normalize('NFC'))?.[1] ?? null;
}

/** Who receives the decision; the one asked for alone. */
export function answerRecipients(asked: Asked): Body {
  const { knowledge, words, question, search } = asked;
  const { recipients } = knowledge.programme;
  if (recipients.length === 0) return unstated(asked);
  const said = new Set(question.plain.split(' ').filter((word) => !COMMON.has(word)));
  const written = recipients.map((item) => ({ item, words: new Set(search.read(item.text).written) }));
  const worth = (word: string): number => 1 / written.filter(({ words: bag }) => bag.has(word)).length;
  const scored = written
    .map(({ item, words: bag }) => ({
      item,
      held: [...bag].filter((word) => said.has(word)).reduce((sum, word) => sum + worth(word), 0),
    }))
    .sort((a, b) => b.held - a.held);
  const best = scored[0]?.held ?? 0;
  const named = best > 0 ? scored.filter(({ held }) => held === best).map(({ item }) => item) : [];
  const ofKind = recipients.filter(({ text }) =>
    KINDS_OF_RECIPIENT.some(([said, written]) => said.test(question.raw) && written.test(text)),
  );
  const shown = named.length > 0 && named.length <= 3 ? named : ofKind.length > 0 ? ofKind : recipients;
  return body([words.recipientsTitle, ...shown.map(({ text }) => `• ${text.replace(/[;.]$/u, '')}`)], {
    citations: cite(...shown),
  });
}

/** "Gửi bộ nào", "gửi báo cáo ai": those of the list that are meant. */
const KINDS_OF_RECIPIENT: [RegExp, RegExp][] = [
  [/\b(?:bo (?:nao|gi)|trung uong|ministr(?:y|ies))\b/, /^(?:Bộ|Văn phòng Chính phủ)/u],
  [/\b(?:de )?(?:bao cao|bc|b\/c)\b/, /để b\/c/u],
];

const COMMON = new Set(
  'bo phan phong noi nhan gui cho cac nhung co quan don vi cap tinh de bao cao quyet dinh ubnd qd nay van ban duoc o dau nao gi ai la va trong muc'.split(
    ' ',
  ),
);

/** Where the whole text is, for who wants a file. */
export function answerWholeText(asked: Asked): Body {
  const { words, knowledge } = asked;
  const { programme } = knowledge;
  const [article] = programme.articles;
  const homes = [programme.objectives, programme.fields].map((items) => sectionOf(programme, items));
  return body([words.wholeText], {
    citations: cite(article),
    choices: [
      ...verbatimChoices(asked, article ? [article.address] : []),
      ...homes.flatMap((home) => (home ? [summaryChoice(asked, home)] : [])),
    ],
  });
}

/** Whom the decision charges with carrying it out. */
export function answerImplementers(asked: Asked): Body {
  const { knowledge, words } = asked;
  const item = knowledge.programme.articles.find(({ text }) => /chịu trách nhiệm thi hành/u.test(text));
  if (!item) return body([words.notStated], { outcome: 'not_in_programme' });
  return body([words.implementers(item.address, item.text)], {
    citations: cite(item),
    choices: verbatimChoices(asked, dutiesAt(asked)),
  });
}

/** How far tasks are, who has reported: the decision gives tasks and records no results. */
export function answerResults(asked: Asked): Body {
  const { index, words, knowledge } = asked;
  const focal = knowledge.duties.find(({ who }) => who === 'focal_agency');
  return body([words.noResults], {
    outcome: 'not_in_programme',
    citations: cite(index.item(focal?.address ?? '')),
    choices: verbatimChoices(
      asked,
      knowledge.duties.map(({ address }) => address),
    ),
  });
}

/** Where everybody's duties begin, and the focal agency's. */
function dutiesAt({ knowledge }: Asked): string[] {
  const focal = knowledge.duties.find(({ who }) => who === 'focal_agency');
  return [...generalDuty(knowledge).slice(0, 1), ...(focal ? [focal] : [])].map(({ address }) => address);
}

/** What the decision is about: the article that issues it, else its title and sections. */
export function answerTitle(asked: Asked): Body {
  const { words, knowledge } = asked;
  const { title, articles, sections, purposes, objectives } = knowledge.programme;
  const item = articles.find(({ text }) => /^(?:Ban hành|Phê duyệt)/u.test(text));
  const parts = [...sections, ...articles].slice(0, SECTIONS);
  if (!item && title === '') return parts.length === 0 ? unstated(asked) : answerSummary(asked);
  return body(
    item
      ? [words.quote(item.address, item.text)]
      : [words.titleIs(title), ...parts.map((part) => taskRow(asked, part))],
    {
      citations: item ? cite(item, purposes[0]) : cite(...parts),
      choices: verbatimChoices(
        asked,
        [...purposes.slice(0, 1), ...objectives.slice(0, 2), ...(item ? [] : parts)].map(
          ({ address }) => address,
        ),
      ),
    },
  );
}

const SECTIONS = 6;

/** The text at an address, word for word, with everything under it. */
export function answerVerbatim(asked: Asked): Body {
  const { question, index, words, knowledge } = asked;
  const [address = ''] = question.addresses;
  const item = index.item(address);
  if (!item) return noSuchItem(asked, address);
  const block = index.blocks.find((one) => one.address === address);
  const field = index.field(address);
  const group = knowledge.programme.orientations.find((one) => one.address === address);
  const below = block?.tasks ?? field?.blocks ?? group?.dashes ?? listBelow(asked, address);
  return body(
    [
      words.quote(address, item.text),
      block && block !== item && field ? block.text : null,
      ...below.filter((one) => one.line !== item.line).map((one) => `• ${one.address}: ${one.text}`),
      ...readAsNotes(asked, item.line, item.text),
    ],
    { citations: cite(item, ...below) },
  );
}

/** An address the text does not have: how its part is numbered instead. */
function noSuchItem(asked: Asked, address: string): Body {
  const { knowledge, words } = asked;
  const parent = address.split('.').slice(0, -1).join('.');
  const siblings = [
    ...new Set(
      allItems(knowledge.programme)
        .map((item) => item.address)
        .filter((one) => {
          const parts = one.split('.');
          return parts.slice(0, -1).join('.') === parent && /^[1-9a-z]/.test(parts.at(-1) ?? '');
        }),
    ),
  ];
  const articles = knowledge.programme.articles.filter((item) => /^QĐ\.\d+$/u.test(item.address)).length;
  const how = parent === 'QĐ' ? words.articlesAre(articles) : words.numbered(parent, siblings.join(', '));
  return body([words.noAddress(address), siblings.length > 0 && how], {
    outcome: 'not_in_programme',
    choices: siblings.length > 0 ? verbatimChoices(asked, siblings) : exampleChoices(asked),
  });
}

function listBelow({ knowledge }: Asked, address: string) {
  const { organisation, objectives } = knowledge.programme;
  return [...organisation, ...objectives].filter((one) => isUnder(one.address, address));
}

export function answerSmallTalk(asked: Asked): Body {
  const { words, question } = asked;
  const thanks = /cam on|thank|tks|^ok|^da\b|^vang|tot|hay qua|tuyet|bye|tam biet/.test(question.raw);
  const scolded = SCOLDING.test(question.raw);
  if (OF_THE_ANSWER.test(question.raw))
    return body([words.notUnderstood], { outcome: 'clarify', choices: exampleChoices(asked) });
  const leaving = /\b(tam biet|bye|hen gap)\b/.test(question.raw);
  return body([scolded ? words.sorry : leaving ? words.goodbye : thanks ? words.welcome : words.hello], {
    outcome: 'small_talk',
    choices: thanks ? [] : exampleChoices(asked),
  });
}

export function answerWhoAreYou(asked: Asked): Body {
  return body([asked.words.whoAreYou], { outcome: 'small_talk', choices: exampleChoices(asked) });
}

/** Asked to change the decision, delete others' reports or make figures up. */
export function answerForbidden({ words }: Asked): Body {
  return body([words.forbidden], { outcome: 'not_allowed' });
}

export function answerInstruction({ words }: Asked): Body {
  return body([words.instruction], { outcome: 'out_of_scope' });
}
