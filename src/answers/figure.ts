import type { Figure } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { syllables } from '../knowledge/syllables.ts';
import { NUMBER_ASKED } from '../understand/intent.ts';
import { type Asked, type Body, body, cite, readAsNotes, verbatimChoices } from './compose.ts';
import { answerContent } from './content.ts';
import { isAboutProgramme, refuse, refuseMoney } from './refuse.ts';

/** How much of the question a figure's clause must hold. */
const NEAR_ENOUGH = 0.6;
const WHOLLY = 0.9;

/** A number the programme states. Never the nearest number for another thing: then it says that it is not stated. */
export function answerFigure(asked: Asked): Body {
  const { question, words } = asked;
  const unpaid = refuseMoney(asked);
  if (unpaid) return unpaid;
  const stated = statedFigure(asked, NEAR_ENOUGH);
  if (stated) return stated;
  const said = answerContent(asked);
  if (!NUMBER_ASKED.test(question.raw)) return said;
  const quoted = said.citations[0]?.quote ?? '';
  // Only a passage that itself holds a number can answer "how many".
  return said.outcome === 'answered' &&
    /\d/.test(said.text.replace(/\S*\.\S*/g, '')) &&
    /\d/.test(quoted) &&
    !unitAsked(question.plain)
    ? said
    : refuse(asked, isAboutProgramme(asked) ? words.figureNotStated : undefined);
}

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

/** A number the asker takes for a figure's ("mười đô thị thông minh"): yes, or what it is; null where none is claimed. */
export function claimedFigure(asked: Asked): Body | null {
  const { question, knowledge, index, words } = asked;
  if (NUMBER_ASKED.test(question.raw.replace(/\d+\s*%/g, ''))) return null;
  const years: string[] = question.raw.match(/\b20\d\d\b/g) ?? [];
  const asksWhich = !question.yesNo && WHICH_ASKED.test(question.raw);
  const claimed = knowledge.programme.figures.flatMap((figure) => {
    const [, value, unit] = /^0?(\d+) ([a-z ]+)$/.exec(fold(figure.value)) ?? [];
    if (!value || !unit || (years.length > 0 && !years.some((year) => figure.period?.includes(year))))
      return [];
    const said = new RegExp(`\\b(\\d+|${Object.keys(COUNTED).join('|')}) ${unit}\\b`).exec(
      question.plain,
    )?.[1];
    if (!said) return [];
    const number = COUNTED[said] ?? Number(said);
    const right = number === Number(value);
    // "03 bệnh viện nào?" asks which they are where the passage does speak of three; it claims nothing.
    const stands =
      right || new RegExp(`\\b0?${number} ${unit}\\b`).test(fold(index.item(figure.address)?.text ?? ''));
    return stands && asksWhich ? [] : [{ figure, right, said }];
  });
  const best = claimed.find(({ right }) => right) ?? claimed[0];
  if (!best) return null;
  const { figure, right, said } = best;
  const what = words.content(figure.address, figure.clause);
  return body([!right && words.corrected(said), right ? words.right(what) : what], {
    outcome: right ? 'answered' : 'corrected',
    citations: cite(index.item(figure.address)),
    choices: verbatimChoices(asked, [figure.address]),
  });
}

/** "Đô thị thông minh 2030": a year and a matter a figure is set for, without the word "how many". */
export function figureOfYear(asked: Asked): Body | null {
  return /\b20\d\d\b/.test(asked.question.raw) ? statedFigure(asked, WHOLLY) : null;
}

/** The figures that hold at least this share of the question's subject; null where there is none. */
function statedFigure(asked: Asked, least: number): Body | null {
  const { question, index, words, knowledge } = asked;
  const ranked = knowledge.programme.figures
    .map((figure) => ({ figure, score: scoreFigure(asked, figure) }))
    .filter(({ score, figure }) => score >= least && answers(question.raw, question.plain, figure))
    .sort((a, b) => b.score - a.score);
  const top = ranked[0];
  if (!top) return null;
  const shown = ranked.filter(
    ({ figure, score }) => figure.address === top.figure.address && score >= top.score - 0.08,
  );
  const clauses = [...new Set(shown.map(({ figure }) => figure.clause))].slice(0, 3);
  const said = saidOtherwise(
    question.raw,
    shown.map(({ figure }) => figure),
  );
  return body(
    [
      said && words.corrected(said),
      ...clauses.map((clause) => words.content(top.figure.address, clause)),
      ...clauses.flatMap((clause) => readAsNotes(asked, top.figure.line, clause)),
    ],
    {
      outcome: said ? 'corrected' : 'answered',
      citations: cite(index.item(top.figure.address)),
      choices: verbatimChoices(asked, [top.figure.address]),
    },
  );
}

/** How much of the question's subject the figure's clause and its passage hold; the right period counts. */
function scoreFigure({ question, search, index }: Asked, figure: Figure): number {
  const words = question.subject.filter((word) => !NOT_SUBJECT.has(word));
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

const NOT_SUBJECT = new Set('dat muc tieu chi phan tram toc do ha may so con la'.split(' '));

/** "Bao nhiêu ha" is answered by hectares, "mấy bệnh viện" by a number of hospitals, "%" by a share. */
function answers(raw: string, plain: string, figure: Figure): boolean {
  const value = fold(figure.value);
  if (/%|\bphan tram\b/.test(raw)) return value.includes('%');
  if (/\b(bao nhieu|may) ha\b|\bhectares?\b/.test(raw)) return /\bha$/.test(value);
  const unit = unitAsked(plain);
  if (!unit) return true;
  return /^(kinh phi|so tien|tien|von|ngan sach)/.test(unit)
    ? /dong|usd|\bty\b/.test(value)
    : value.includes(unit);
}

/** The thing counted: the two syllables after "bao nhiêu", "mấy". */
function unitAsked(plain: string): string | null {
  const found =
    /\b(?:bao nhieu|may|how many) ((?!la\b|roi\b|vay\b|a\b|thi\b|nam\b|ngay\b|phan tram\b|ha\b)[a-z]+ [a-z]+)/.exec(
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
