import { writeDay } from '../core/clock.ts';
import type { Item } from '../core/programme.ts';
import { escapeRegExp, fold } from '../core/text.ts';
import { clauses } from '../knowledge/clauses.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { asksOfAgency, asksWhere } from '../understand/agency-question.ts';
import { foldAligned } from '../understand/align.ts';
import type { PlaceMention } from '../understand/places.ts';
import { summaryRows } from './agency-lines.ts';
import {
  type Asked,
  around,
  type Body,
  body,
  cite,
  corrected,
  sayChoice,
  todayLines,
  verbatimChoices,
} from './compose.ts';
import { addressesOf, generalDuty, heldBy } from './held.ts';

/** How many passages are quoted that speak of a place. */
const ROWS = 4;

/**
 * A former district or a commune: what all districts were given, where the decision speaks of the place, and that no
 * document found passes the districts' duties on. A bare name that is both is answered as both.
 */
export function answerPlace(asked: Asked): Body {
  const { question, index, words, knowledge } = asked;
  const districts = index.agency(knowledge.districts ?? '');
  const held = districts ? heldBy(asked, districts) : null;
  const isDistrict = question.places.some((place) => isOf(place, 'district'));
  const found = question.places.map((place) => ({ place, ...speaksOf(asked, place) }));
  const spoken = found.flatMap(({ at }) => at.map(({ item }) => item));
  const given = held ? [...held.charged, ...held.shares.map(({ block }) => block), ...held.partner] : [];
  return body(
    [
      ...question.places.flatMap((place) => openingLines(asked, place)),
      ...(isDistrict && districts && held ? summaryRows(asked, districts, held) : []),
      ...found.flatMap(({ place, at, other }) => [
        at.length > 0 && words.agency.placeNamedAt(inText(asked, place)),
        ...at.slice(0, ROWS).map(({ item, clause }) => words.taskRow(item.address, clause)),
        other.length > 0 &&
          words.agency.nameAlsoAt(
            place.name,
            other.map(({ address }) => address),
          ),
      ]),
      ...(isDistrict && districts ? todayLines(asked, [districts.name], null) : []),
      ...question.places.map((place) => newUnit(asked, place)),
    ],
    {
      outcome: isDistrict || spoken.length > 0 ? 'answered' : 'not_in_programme',
      citations: cite(
        ...(isDistrict ? [] : generalDuty(asked)),
        ...(asksOfAgency(question.rest) && !asksWhere(question.rest)
          ? [...given, ...spoken]
          : [...spoken, ...given]),
      ),
      agencies: isDistrict && districts ? [{ name: districts.name, role: 'coordinate', now: null }] : [],
      choices: [
        ...question.places.slice(0, 1).flatMap((place) => levelChoices(asked, place)),
        ...verbatimChoices(asked, [
          ...spoken.map(({ address }) => address),
          ...(held ? addressesOf(asked, held) : []),
        ]),
      ],
    },
  );
}

/** What there is for communes: nothing of their own, and what became of the districts' duties is not known. */
export function communeLines(asked: Asked): string[] {
  const { question, words, index, knowledge } = asked;
  const districts = index.agency(knowledge.districts ?? '');
  const place = question.places.find((one) => isOf(one, 'commune'));
  const communes = index.agency(knowledge.communes ?? '');
  const name = place ? said(asked, place) : (communes?.name ?? '');
  const ended = endedOn(asked);
  return [
    words.agency.commune(name),
    ...(districts && ended !== ''
      ? [words.agency.districtDuties(addressesOf(asked, heldBy(asked, districts)), ended)]
      : []),
  ];
}

function openingLines(asked: Asked, place: PlaceMention): string[] {
  const { words } = asked;
  const [asDistrict, asCommune] = [isOf(place, 'district'), isOf(place, 'commune')];
  const both = asDistrict && asCommune;
  const ended = endedOn(asked);
  return [
    ...(both && ended !== ''
      ? [
          words.agency.twoPlaces(
            place.name,
            named(asked, place, 'district'),
            named(asked, place, 'commune'),
            ended,
          ),
        ]
      : []),
    ...(asCommune && !both ? communeLines(asked) : []),
    ...(asCommune && both ? [words.agency.commune(named(asked, place, 'commune'))] : []),
    ...(asDistrict ? [words.agency.district(named(asked, place, 'district'))] : []),
  ];
}

/** The day the districts ended, as knowledge has it of their agency; empty where it does not say. */
function endedOn({ index, knowledge }: Asked): string {
  const districts = index.agency(knowledge.districts ?? '');
  const ended = districts?.successors.find(({ agency }) => agency === null);
  return ended ? writeDay(ended.from) : '';
}

/** The commune that bears a former district's name today. */
function newUnit(asked: Asked, { name, level }: PlaceMention): string | null {
  const { knowledge, words } = asked;
  const commune = knowledge.places.find((one) => one.name === name && one.level === 'commune');
  return level === 'district' && commune
    ? words.agency.communeOfName(words.agency.place(commune.kind, commune.name))
    : null;
}

function isOf({ level, listed }: PlaceMention, of: 'district' | 'commune'): boolean {
  return level === of || (level === null && listed.some((place) => place.level === of));
}

function named(
  { words }: Asked,
  { name, kind, listed }: PlaceMention,
  level: 'district' | 'commune',
): string {
  return words.agency.place(listed.find((place) => place.level === level)?.kind ?? kind ?? '', name);
}

function said(asked: Asked, place: PlaceMention): string {
  if (place.level) return named(asked, place, place.level);
  const [only, other] = place.listed;
  return only && !other ? asked.words.agency.place(only.kind, only.name) : place.name;
}

/** The decision knows districts only: a commune's name there is the former district's. */
function inText(asked: Asked, { name, level, kind }: PlaceMention): string {
  const district = asked.knowledge.places.find((one) => one.name === name && one.level === 'district');
  return district ? asked.words.agency.place(district.kind, name) : level ? `${kind} ${name}` : name;
}

/** A name alone that is both: one button for each. */
function levelChoices(asked: Asked, place: PlaceMention): Body['choices'] {
  if (place.level !== null || place.listed.length < 2) return [];
  return place.listed.map(({ kind, name }) => {
    const label = asked.words.agency.place(kind, name);
    return sayChoice(label, `${kind} ${name}`);
  });
}

/** Where the text speaks of the place itself, with the clause; and where its name is only part of another's. */
function speaksOf(
  asked: Asked,
  { name }: PlaceMention,
): { at: { item: Item; clause: string }[]; other: Item[] } {
  const folded = fold(name);
  const province = fold(asked.knowledge.about.places[0] ?? '');
  const spelled = escapeRegExp(folded);
  const asPlace = new RegExp(
    `(?:huyen|thi xa|thanh pho|xa|phuong)s? (?:\\p{L}+(?: \\p{L}+){0,2}, )*${spelled}(?![\\p{L}])`,
    'u',
  );
  const anywhere = new RegExp(`(?<![\\p{L}])${spelled}(?![\\p{L}])`, 'u');
  const at: { item: Item; clause: string }[] = [];
  const other: Item[] = [];
  for (const item of new Map(allItems(asked.knowledge.programme).map((one) => [one.address, one])).values()) {
    const text = corrected(asked, item);
    const clause = clauses(text).find((part) => asPlace.test(foldAligned(part)));
    if (clause) at.push({ item, clause: around(clause, asPlace.exec(foldAligned(clause))?.index ?? 0) });
    // A city's name that is the province's says nothing alone.
    else if (folded !== province && isName(text, anywhere)) other.push(item);
  }
  return { at, other };
}

function isName(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(foldAligned(text));
  return found !== null && /\p{Lu}/u.test(text.charAt(found.index));
}
