import type { Agency, Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { type AgencyMention, locateAgencies, withoutAgencies } from './agencies.ts';
import { asksOfAgency, NAME_WORDS, saysNothingElse } from './agency-question.ts';
import { locatePlaces, type PlaceMention } from './places.ts';
import type { Reader } from './question.ts';

/** The agencies and places a question names. */
export interface Names {
  agencies: Agency[];
  /** A unit of the first agency, a group, that the decision does not name ("Trường Đại học Hồng Đức"), or null. */
  unit: string | null;
  places: PlaceMention[];
  /** A word that may be a department or a matter of the text ("xây dựng"), said alone; or null. */
  guess: Agency | null;
  /** The question without the agencies it names. */
  topic: string;
  /** The same without the places. */
  rest: string;
  /** What follows the first agency's name. */
  after: string;
}

/** Reads the names in a question; `core` is its text without the polite shell, where who asks may stand. */
export function readNames(text: string, core: string, knowledge: Knowledge, reader: Reader): Names {
  const named = [...locateAgencies(core, knowledge), ...barePartners(core, knowledge)].map((mention) =>
    withUnit(core, mention, knowledge),
  );
  const bare = named.length > 0 ? null : bareNames(core, knowledge, reader);
  const mentions = bare?.sure ? bare.mentions : named;
  const topic = withoutAgencies(core, mentions);
  const places = locatePlaces(core, knowledge).filter(
    ({ from, to }) => !mentions.some((one) => one.from <= from && to <= one.to),
  );
  const rest = withoutAgencies(topic, places);
  const [first] = mentions;
  return {
    agencies: [
      ...mentions.map(({ agency }) => agency),
      ...locateAgencies(text, knowledge).map(({ agency }) => agency),
      ...ofPlaces(text, places, rest, knowledge, reader),
    ],
    unit: first?.member !== undefined && !knowledge.source.includes(first.member) ? first.member : null,
    places,
    guess: bare && !bare.sure ? (bare.mentions[0]?.agency ?? null) : null,
    topic,
    rest,
    after: first ? core.normalize('NFC').slice(first.to) : '',
  };
}

/** Slips of the finger mended everywhere but in names: no text of a decision has all of them. */
export function mendAroundNames(text: string, knowledge: Knowledge, mend: (text: string) => string): string {
  const written = text.normalize('NFC');
  const names = [...locateAgencies(written, knowledge), ...locatePlaces(written, knowledge)];
  let mended = '';
  let at = 0;
  for (const { from, to } of names.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    mended += mend(written.slice(at, from)) + written.slice(from, to);
    at = to;
  }
  return mended + mend(written.slice(at));
}

/** "Trường cao đẳng Công nghiệp": the capitals that follow a group's name say which unit, unless the text has them. */
function withUnit(core: string, mention: AgencyMention, { source }: Knowledge): AgencyMention {
  const written = core.normalize('NFC');
  const after = written.slice(mention.to);
  const tail = UNIT.exec(after)?.[0] ?? '';
  const capitals = CAPITALS.exec(after)?.[0].trim() ?? '';
  if (!mention.agency.members || tail === '' || source.includes(capitals)) return mention;
  const to = mention.to + tail.length;
  return { ...mention, to, member: written.slice(mention.from, to) };
}

const CAPITALS = /^\s+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)*/u;
/** From one capital to the last before a word that no name has. */
const UNIT =
  /^\s+\p{Lu}(?:(?!\s(?:có|phải|được|làm|thì|là|nay|giờ|trong|theo|và|với|ở|của)\s)[^?,.;:\n])*?(?=\s(?:có|phải|được|làm|thì|là|nay|giờ|trong|theo|và|với|ở|của)\s|[?,.;:\n]|$)/u;

/**
 * Names without "Sở" ("GTVT", "công thương"), where the question says nothing beside them but what one asks of an agency.
 * A word that is also a field's name, or stands in the text as a word of its own, is not taken for an agency.
 */
function bareNames(
  core: string,
  knowledge: Knowledge,
  reader: Reader,
): { mentions: AgencyMention[]; sure: boolean } | null {
  const mentions = locateAgencies(core, knowledge, true);
  const [first] = mentions;
  if (!first || mentions.length > 2) return null;
  const written = core.normalize('NFC');
  const rest = withoutAgencies(core, mentions);
  if (!LEADS_TO_NAME.test(fold(written.slice(0, first.from)))) return null;
  if (reader.read(rest).subject.some((word) => !NAME_WORDS.has(word))) return null;
  const typed = fold(written.slice(first.from, first.to));
  const asked = asksOfAgency(rest);
  if (!asked && !saysNothingElse(rest, [], reader.says)) return null;
  if (!/[aeiouy]/.test(typed)) return { mentions, sure: true };
  if (isField(typed, knowledge)) return null;
  return { mentions, sure: asked || !standsInText(typed, knowledge) };
}

/** "… có phối hợp với xây dựng không": behind these words a name without "Sở" is an agency's. */
function barePartners(core: string, knowledge: Knowledge): AgencyMention[] {
  const written = core.normalize('NFC');
  const before = /\bphoi hop (?:voi|vs|cung) $/;
  return locateAgencies(core, knowledge, true).filter(
    ({ from, to }) =>
      before.test(fold(written.slice(0, from))) &&
      locateAgencies(written.slice(from, to), knowledge).length === 0 &&
      !isField(fold(written.slice(from, to)), knowledge) &&
      /^\s*(?:(?:k|không|khong|ko)\b.*)?[?.!]*$/iu.test(written.slice(to)),
  );
}

/** What may stand before a name that is asked about; "về GTVT" asks about a matter. */
const LEADS_TO_NAME =
  /^\W*(?:(?:con|the|vay|cho|em|hoi|xin|nhiem|vu|viec|trach|vai|tro|danh|sach|cac|nhung|cua|ben|anh|chi|thong|tin)\b\W*)*$/;

function isField(typed: string, { glossary }: Knowledge): boolean {
  return glossary.topics.some(({ words }) => words.some((word) => fold(word) === typed));
}

/** True when the text has the words without "Sở" or "Bộ" before them. */
function standsInText(typed: string, { source }: Knowledge): boolean {
  return fold(source)
    .split(typed)
    .slice(0, -1)
    .some((before) => !/\b(?:so|bo) $/.test(before));
}

/** A commune named (who asks may be one), or the asker's own; a district where nothing else is asked, since the text names districts as places. */
function ofPlaces(
  text: string,
  places: PlaceMention[],
  rest: string,
  knowledge: Knowledge,
  reader: Reader,
): Agency[] {
  const { agencies, communes, districts } = knowledge;
  const folded = fold(text);
  const alone = reader.read(rest).subject.every((word) => NAME_WORDS.has(word));
  const ids = [
    locatePlaces(text, knowledge).some(({ level }) => level === 'commune') || OWN_COMMUNE.test(folded)
      ? communes
      : null,
    (alone && places.some(({ level }) => level === 'district')) || OWN_DISTRICT.test(folded)
      ? districts
      : null,
  ];
  return agencies.filter(({ id }) => ids.includes(id));
}

const OWN = '(em|minh|toi|ta|chung (em|toi)|ben (em|minh))';
const OWN_COMMUNE = new RegExp(`\\b(xa|phuong) ${OWN}\\b`);
const OWN_DISTRICT = new RegExp(`\\b(huyen|thi xa) ${OWN}\\b`);
