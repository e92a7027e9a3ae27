import type { Figure } from '../core/programme.ts';
import { escapeRegExp, fold } from '../core/text.ts';
import { syllables } from '../knowledge/syllables.ts';
import { asksNumber } from '../understand/intent.ts';
import { countsThe, lacksWhatIsAsked } from './asked-for.ts';
import { type Asked, type Body, body, cite, readAsNotes, verbatimChoices } from './compose.ts';
import { answerContent } from './content.ts';
import { namedPlaces } from './names.ts';
import { isAboutProgramme, refuse, refuseMoney } from './refuse.ts';

/** How much of the question a figure's clause must hold. */
const NEAR_ENOUGH = 0.6;
const WHOLLY = 0.9;

/** A number the programme states. Never the nearest number for another thing: then it says that it is not stated. */
export function answerFigure(asked: Asked): Body {
  const { question, words } = asked;
  const unpaid = refuseMoney(asked);
  if (unpaid) return unpaid;
  const stated = statedFigure(asked, NEAR_ENOUGH) ?? figureOfNearest(asked);
  if (stated) return stated;
  const said = answerContent(asked);
  if (!asksNumber(question.raw) && !MEASURED.test(question.plain) && !isTargetMissing(question.raw, said))
    return said;
  const quoted = said.citations[0]?.quote ?? '';
  const unit = unitAsked(question.plain);
  const at = said.citations[0]?.address ?? '';
  // Only a passage that itself holds a number can answer "how many".
  if (
    HECTARES.test(question.raw) ||
    asked.knowledge.programme.figures.some(({ address }) => address === at) ||
    strangeShare(asked, at) > STRANGE ||
    otherYear(question.raw, said.text) ||
    !measures(question.plain, quoted)
  )
    return refuse(asked, isAboutProgramme(asked) ? words.figureNotStated : undefined);
  return said.outcome === 'answered' &&
    /\d/.test(said.text.replace(/\S*\.\S*/g, '')) &&
    /\d/.test(quoted) &&
    (unit === null || countsThe(unit, quoted))
    ? said
    : refuse(asked, isAboutProgramme(asked) ? words.figureNotStated : undefined);
}

/** A target is asked of a passage that sets none. */
function isTargetMissing(raw: string, { citations }: Body): boolean {
  return (
    /\b(?:targets?|chi tieu)\b/.test(raw) &&
    !/\d|phấn đấu|mục tiêu|chỉ tiêu/iu.test(citations[0]?.quote ?? '')
  );
}

/** An area is a figure or it is not stated. */
const HECTARES =
  /\b(bao nhieu|may|bn) (ha|hec ?-?ta|m2)\b|\b(hectares?|how large)\b|\brong (bao nhieu|bn|may)\b/;

/** The answer says nothing of the years that are asked. */
function otherYear(raw: string, text: string): boolean {
  const years: string[] = raw.match(/\b20\d\d\b/g) ?? [];
  return years.length > 0 && !years.some((year) => text.includes(year));
}

/** The passage speaks of the very thing that is measured. */
function measures(plain: string, quoted: string): boolean {
  const thing = MEASURED.exec(plain)?.[0];
  return thing === undefined || fold(quoted).includes(thing);
}

/** What is measured in numbers: a passage without one is no answer. */
const MEASURED =
  /\b(doanh thu|kim ngach|san luong|luot khach|so (?:luong )?(?:khach|du khach)|tong muc ban le|(?:thu nhap |grdp )?binh quan(?: dau nguoi)?|ty le|toc do|ty trong)\b/;

const COUNTED: Record<string, number> = {
  ...{ mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 },
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    twenty: 20,
  },
};

const WHICH_ASKED = /\b(nao|gom|nhung gi|which)\b|\b(la|co) gi\b/;
/** How much of what is asked the figure must hold for its number to be the one that is meant. */
const MEANT = 0.5;

interface Claim {
  /** As the asker said it: "mười", "8,9%". */
  said: string;
  value: string;
  /** Folded unit: "%", "ha", "benh vien". */
  unit: string;
}

/**
 * A number the asker takes for a figure's ("mười đô thị thông minh", "8,9% là giai đoạn 2026 - 2030 phải không"): right,
 * or what it is. Among the figures of its unit the one that holds most of the question is meant. Null where none is claimed.
 */
export function claimedFigure(asked: Asked): Body | null {
  const { question, knowledge } = asked;
  if (asksNumber(question.raw.replace(/\d+(?:[.,]\d+)?\s*%/g, ''))) return null;
  const figures = knowledge.programme.figures;
  for (const claim of claimsOf(question, figures)) {
    const rows = figures
      .filter((figure) => unitOf(figure) === claim.unit || unitOf(figure).startsWith(`${claim.unit} `))
      .map((figure) => ({
        figure,
        score: scoreClaim(asked, figure, claim),
        right: numberOf(figure) === claim.value,
      }))
      .sort((x, y) => y.score - x.score || Number(y.right) - Number(x.right));
    const best = rows[0];
    if (!best) continue;
    const own = rows.find(({ right }) => right);
    // "8,9% là gì" names a figure and asks what it is of.
    const least = own || !/^(%|ha)$/.test(claim.unit) ? 0 : MEANT;
    if (best.score < least) continue;
    const right = own !== undefined && own.score >= best.score - 0.001;
    if (!question.yesNo && (right || asksWhich(asked, claim, own !== undefined))) return null;
    return verdict(asked, claim, right ? own.figure : best.figure, own?.figure, right);
  }
  return null;
}

function verdict(asked: Asked, claim: Claim, meant: Figure, own: Figure | undefined, right: boolean): Body {
  const { index, words } = asked;
  const shown = right ? [meant] : [meant, ...(own && own !== meant ? [own] : [])];
  const lines = [...new Set(shown.map(({ address, clause }) => words.content(address, clause)))];
  return body(
    [
      !right && (own ? words.notSo : words.corrected(claim.said)),
      right ? words.right(lines[0] ?? '') : lines[0],
      ...lines.slice(1),
    ],
    {
      outcome: right ? 'answered' : 'corrected',
      citations: cite(...shown.map(({ address }) => index.item(address))),
      choices: verbatimChoices(
        asked,
        shown.map(({ address }) => address),
      ),
    },
  );
}

/** "03 bệnh viện nào?" asks which they are where the passage does speak of three. */
function asksWhich({ question, index, knowledge }: Asked, claim: Claim, isFigure: boolean): boolean {
  if (!WHICH_ASKED.test(question.raw)) return false;
  return (
    isFigure ||
    knowledge.programme.figures.some(
      (figure) =>
        unitOf(figure).startsWith(claim.unit) &&
        new RegExp(`\\b0?${claim.value} ${escapeRegExp(claim.unit)}\\b`).test(
          fold(index.item(figure.address)?.text ?? ''),
        ),
    )
  );
}

/** The numbers a question states with a unit some figure has. */
function claimsOf({ raw, plain, language }: Asked['question'], figures: Figure[]): Claim[] {
  const english = language === 'en';
  const shares = [...raw.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:%|phan tram)/g)].map(([said, number = '']) => ({
    said: said.trim(),
    value: number.replace('.', ','),
    unit: '%',
  }));
  const units = [...new Set(figures.map(unitOf))].filter((unit) => unit !== '' && !unit.startsWith('%'));
  // "Bệnh viện đa khoa khu vực" is asked for as "bệnh viện" too.
  const short = units.map((unit) => unit.split(' ').slice(0, 2).join(' '));
  const counted = [...new Set([...units, ...short])]
    .sort((x, y) => y.length - x.length)
    .flatMap((unit) => {
      // "15 provincial hospitals" has its adjective before the noun.
      const between = english ? '(?: [a-z]+){0,2}' : '';
      const found = new RegExp(
        `\\b(\\d+|${Object.keys(COUNTED).join('|')})${between} ${escapeRegExp(unit)}\\b`,
      ).exec(plain);
      const said = found?.[1];
      return said ? [{ said, value: String(COUNTED[said] ?? Number(said)), unit }] : [];
    });
  return [...shares, ...counted.slice(0, 1)];
}

function numberOf({ value }: Figure): string {
  return /\d+(?:,\d+)?/.exec(value)?.[0].replace(/^0+(?=\d)/, '') ?? '';
}

/** "8,9%/năm" → "%", "20 ha" → "ha", "03 Bệnh viện đa khoa" → "benh vien da khoa". */
function unitOf({ value }: Figure): string {
  return value.includes('%') ? '%' : fold(value.replace(/^[\d.,\s]+/, ''));
}

/** How much of the question, its number left out, the figure's own clause and period hold. */
function scoreClaim({ question, index }: Asked, figure: Figure, claim: Claim): number {
  const own = new Set(claim.unit.split(' '));
  const words = question.subject.filter(
    (word) =>
      !NOT_SUBJECT.has(word) &&
      !own.has(word) &&
      word !== claim.said &&
      word !== claim.value &&
      !/^\d{1,2}$/.test(word),
  );
  const years: string[] = question.raw.match(/\b20\d\d\b/g) ?? [];
  const wanted = [...new Set([...words.filter((word) => !/^20\d\d$/.test(word)), ...years])];
  if (wanted.length === 0) return 0;
  const clause = new Set(syllables(figure.clause));
  const period = new Set((figure.period ?? '').match(/20\d\d/g) ?? figure.clause.match(/20\d\d/g) ?? []);
  const item = new Set(syllables(index.item(figure.address)?.text ?? ''));
  let held = 0;
  let all = 0;
  for (const word of wanted) {
    const isYear = /^20\d\d$/.test(word);
    all += isYear ? 2 : 1;
    if (isYear ? period.has(word) : clause.has(word)) held += isYear ? 2 : 1;
    else if (!isYear && item.has(word)) held += 0.4;
  }
  return held / all;
}

/** "Đô thị thông minh 2030": a year and a matter a figure is set for, without the word "how many". */
export function figureOfYear(asked: Asked): Body | null {
  const { question, knowledge } = asked;
  if (/\b20\d\d\b/.test(question.raw)) return statedFigure(asked, WHOLLY);
  // "Đô thị thông minh": two figures are set for it, and both are said.
  const wholly = knowledge.programme.figures.filter((figure) => scoreFigure(asked, figure) === 1);
  return question.subject.length >= 3 && wholly.length > 1 ? statedFigure(asked, 1) : null;
}

/** The figures that hold at least this share of the question's subject; null where there is none. */
function statedFigure(asked: Asked, least: number): Body | null {
  const { question, index, knowledge } = asked;
  const places = namedPlaces(asked);
  const ranked = knowledge.programme.figures
    .map((figure) => ({ figure, score: scoreFigure(asked, figure) }))
    .filter(({ score, figure }) => score >= least && answers(question.raw, question.plain, figure))
    .filter(({ figure }) => strangeShare(asked, figure.address) <= STRANGE)
    .filter(({ figure }) => places.every((place) => fold(figure.clause).includes(place)))
    .filter(({ figure }) => agreesOnYears(question.raw, figure))
    .filter(({ figure }) => measures(question.plain, index.item(figure.address)?.text ?? ''))
    .filter(({ figure }) => !otherMeasure(asked, figure))
    .sort((a, b) => b.score - a.score);
  const top = ranked[0];
  if (!top) return null;
  const shown = ranked.filter(
    ({ figure, score }) =>
      figure.address === top.figure.address &&
      (score >= top.score - NEARLY || isAskedPeriod(question.raw, figure)),
  );
  return tellFigures(
    asked,
    shown.map(({ figure }) => figure),
  );
}

/** The clauses of figures of one passage, nearest first; a no before them where the asker has another number. */
function tellFigures(asked: Asked, figures: Figure[]): Body | null {
  const { question, index, words } = asked;
  const [top] = figures;
  if (!top) return null;
  const clauses = [...new Set(figures.map(({ clause }) => clause))].slice(0, 3);
  const said = saidOtherwise(question.raw, figures);
  return body(
    [
      said && words.corrected(said),
      ...clauses.map((clause) => words.content(top.address, clause)),
      ...clauses.flatMap((clause) => readAsNotes(asked, top.line, clause)),
    ],
    {
      outcome: said ? 'corrected' : 'answered',
      citations: cite(index.item(top.address)),
      choices: verbatimChoices(asked, [top.address]),
    },
  );
}

/**
 * Asked in other words than the text's ("loa xã phải lên đời bao nhiêu phần trăm"): the figures of that unit in the passage
 * the words lead to, where it surely speaks of the matter and little of what is said is strange to it.
 */
function figureOfNearest(asked: Asked): Body | null {
  const { question, search, index, knowledge } = asked;
  const [top] = search.find(question.core, { limit: 1 });
  if (!top?.known || strangeShare(asked, top.passage.address) > ALLOWED) return null;
  if (lacksWhatIsAsked(asked, top.passage.text) || strangeSign(asked)) return null;
  const places = namedPlaces(asked);
  const counted = COUNTED_THING.exec(question.plain)?.[1];
  const isOfUnit = (figure: Figure): boolean => {
    const written = unitOf(figure);
    if (written === '%') return /%|\bphan tram\b|\bbao nhieu phan\b/.test(question.raw);
    if (written === 'ha') return HECTARES.test(question.raw) || /\bbao nhieu dat\b/.test(question.raw);
    return counted !== undefined && written.split(' ').includes(counted);
  };
  const figures = knowledge.programme.figures.filter(
    (figure) =>
      figure.address === top.passage.address &&
      isOfUnit(figure) &&
      agreesOnYears(question.raw, figure) &&
      places.every((place) => fold(figure.clause).includes(place)) &&
      !otherMeasure(asked, figure) &&
      measures(question.plain, index.item(figure.address)?.text ?? ''),
  );
  const worth = new Map(figures.map((figure) => [figure, scoreFigure(asked, figure)]));
  const best = Math.max(0, ...worth.values());
  return tellFigures(
    asked,
    figures.filter((figure) => (worth.get(figure) ?? 0) >= best - NEARLY),
  );
}

/** "OCOP": letters in capitals that stand nowhere in the text name another matter. */
function strangeSign({ question, search }: Asked): boolean {
  const signs: string[] = question.text.match(/(?<![\p{L}\d])\p{Lu}{3,}(?![\p{L}\d])/gu) ?? [];
  return (
    /\p{Ll}/u.test(question.text) &&
    signs.some((sign) => search.read(sign).written.some((word) => !search.knows(word)))
  );
}

const ALLOWED = 0.34;
const NEARLY = 0.08;
/** The first syllable of the thing counted. */
const COUNTED_THING = /\b(?:bao nhieu|may|how many) ([a-z]+)/;

/** Of a question's subject, what no part of the passage and no way of asking for it holds: then another thing is meant. */
function strangeShare({ question, search }: Asked, address: string): number {
  if (question.language === 'en') return 0;
  const words = question.subject.filter((word) => !NOT_SUBJECT.has(word) && !/\d/.test(word));
  const passage = search.passages.find((one) => one.address === address);
  if (!passage || words.length === 0) return 0;
  const held = new Set([passage.corrected, passage.context, ...passage.asked].flatMap(syllables));
  return words.filter((word) => !held.has(word)).length / words.length;
}

const STRANGE = 0.15;

/** By its words another measure is meant ("tỷ trọng" for "tốc độ"), which is set for other years only. */
function otherMeasure(asked: Asked, chosen: Figure): boolean {
  const { question, knowledge } = asked;
  const timeless = { ...question, subject: question.subject.filter((word) => !/^\d+$/.test(word)) };
  const worth = (figure: Figure): number => scoreFigure({ ...asked, question: timeless }, figure);
  const meant = knowledge.programme.figures
    .filter((figure) => figure.address === chosen.address)
    .toSorted((a, b) => worth(b) - worth(a))[0];
  return (
    meant !== undefined &&
    worth(meant) > worth(chosen) + 0.2 &&
    meant.value.replace(/[\d.,]/g, '') !== chosen.value.replace(/[\d.,]/g, '')
  );
}

/** A figure of one period says nothing of another. */
function agreesOnYears(raw: string, { clause, period }: Figure): boolean {
  const asked: string[] = raw.match(/\b20[2-9]\d\b/g) ?? [];
  const stated: string[] = (period ?? clause).match(/20\d\d/g) ?? [];
  if (asked.length === 0 || stated.length === 0) return true;
  const after = /\bsau (?:nam )?(20\d\d)\b/.exec(raw)?.[1];
  if (after !== undefined && !stated.some((year) => year > after)) return false;
  const [from, to] = [Math.min(...stated.map(Number)), Math.max(...stated.map(Number))];
  // "Đến 2030" holds for what runs to 2030; a year inside a period is that period's.
  return asked.some(
    (year) => stated.includes(year) || (stated.length > 1 && Number(year) > from && Number(year) < to),
  );
}

/** Both years of its period stand in the question. */
function isAskedPeriod(raw: string, { period }: Figure): boolean {
  const years: string[] = (period ?? '').match(/20\d\d/g) ?? [];
  return years.length > 1 && years.every((year) => raw.includes(year));
}

/** How much of the question's subject the figure's clause and its passage hold; the right period counts. */
function scoreFigure({ question, search, index }: Asked, figure: Figure): number {
  const isEnglish = question.language === 'en';
  const words = question.subject.filter(
    (word) => !NOT_SUBJECT.has(word) && (!isEnglish || (search.knows(word) && !ENGLISH_EMPTY.has(word))),
  );
  if (words.length === 0) return 0;
  const clause = new Set(syllables(`${figure.clause} ${figure.period ?? ''}`));
  const item = new Set(syllables(index.item(figure.address)?.text ?? ''));
  let held = 0;
  let all = 0;
  for (const word of words) {
    const weight = /^\d{4}$/.test(word) ? 2 : search.knows(word) ? 1 : 1.5;
    all += weight;
    if (clause.has(word)) held += weight;
    else if (item.has(word)) held += weight * 0.45;
  }
  return held / all;
}

const NOT_SUBJECT = new Set(
  'dat muc tieu chi phan tram toc do ha may so con la cai it nhat noi cho toi'.split(' '),
);

/** English words that look like syllables of the text. */
const ENGLISH_EMPTY = new Set('the to in on set be is do by at a of how long'.split(' '));

/** "Bao nhiêu ha" is answered by hectares, "mấy bệnh viện" by a number of hospitals, "%" by a share. */
function answers(raw: string, plain: string, figure: Figure): boolean {
  const value = fold(figure.value);
  if (/%|\bphan tram\b/.test(raw)) return value.includes('%');
  if (HECTARES.test(raw)) return /\bha$/.test(value);
  const unit = unitAsked(plain);
  if (!unit) return true;
  return /^(kinh phi|so tien|tien|von|ngan sach)/.test(unit)
    ? /dong|usd|\bty\b/.test(value)
    : value.includes(unit);
}

/** The thing counted: the two syllables after "bao nhiêu", "mấy". */
function unitAsked(plain: string): string | null {
  const found =
    /\b(?:bao nhieu|may|how many) ((?!la\b|roi\b|vay\b|a\b|thi\b|nam\b|ngay\b|phan tram\b|ha\b|hec\b|cai\b|noi\b|cho\b|thu\b|diem\b|tro\b|muc\b|loai\b|gi\b|trung tam\b|lan\b)[a-z]+(?: [a-z]+)?)/.exec(
      plain,
    );
  return found?.[1] ?? null;
}

/** A share or a growth rate the asker states that is not the programme's. */
function saidOtherwise(raw: string, figures: Figure[]): string | null {
  const stated = [...raw.matchAll(/(\d+(?:[.,]\d+)?)\s*%/g)].map(
    (match) => match[1]?.replace('.', ',') ?? '',
  );
  const wrong = stated.find((value) => !figures.some((figure) => figure.value.startsWith(`${value}%`)));
  return wrong && figures.some((figure) => figure.value.includes('%')) ? `${wrong}%` : null;
}
