import type { Language } from '../core/answer.ts';
import type { Agency, CitedDocument, Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { findAddresses } from './address.ts';
import { type Era, readEra } from './agency-question.ts';
import { findDocumentNumbers, matchDocument } from './document-number.ts';
import { type Intent, intentOf } from './intent.ts';
import { detectLanguage } from './language.ts';
import { readNames } from './names.ts';
import { writeOutPeriods } from './periods.ts';
import type { PlaceMention } from './places.ts';
import { withoutPeople } from './redact.ts';
import { dropShell } from './shell.ts';

/** Reads a question's syllables: folded, abbreviations and English written out. The search of the programme fits. */
export interface Reader {
  read(text: string): { written: string[]; subject: string[] };
}

/** What a question says, before anything is looked up. */
export interface Question {
  text: string;
  language: Language;
  /** Folded, without the polite shell. */
  raw: string;
  /** Folded, as typed. */
  full: string;
  /** Folded, abbreviations and English written out, one space between syllables. */
  plain: string;
  agencies: Agency[];
  /** A unit of a group, not named in the decision ("Trường Đại học Hồng Đức"), or null. */
  unit: string | null;
  /** An agency a lone word may mean ("xây dựng"), or null. */
  guess: Agency | null;
  /** Districts and communes it names. */
  places: PlaceMention[];
  /** Whether it asks of the agency as in the decision or as today; null: of both. */
  era: Era;
  /** The text without its polite shell. */
  core: string;
  /** The same without the agencies it names. */
  topic: string;
  /** The topic without the places. */
  rest: string;
  /** The syllables of the topic that carry a subject. */
  subject: string[];
  /** The same of the rest. */
  restSubject: string[];
  /** Addresses of the fields of section IV it names. */
  fields: string[];
  /** It names fields and nothing narrower. */
  wholeField: boolean;
  addresses: string[];
  documents: CitedDocument[];
  documentNumbers: string[];
  /** Address of a whole part it asks for ("mục đích", "định hướng du lịch"), or null. */
  section: string | null;
  /** An abbreviation of the glossary it holds, folded, or null. */
  abbreviation: string | null;
  /** It speaks of the asker's own agency. */
  mine: boolean;
  /** It asks whether something is so. */
  yesNo: boolean;
  intent: Intent;
}

/** Reads a question. Pure; the same text gives the same question. */
export function readQuestion(text: string, knowledge: Knowledge, reader: Reader): Question {
  const core = writeOutPeriods(dropShell(withoutPeople(text)));
  const { topic, rest: remains, after, ...named } = readNames(text, core, knowledge, reader);
  const { written } = reader.read(core);
  const own = reader.read(topic);
  const raw = fold(core).replace(/\s+/g, ' ').trim();
  const plain = written.join(' ');
  const { fields, rest } = findFields(own.written.join(' '), own.subject, knowledge);
  const agencies = withoutGiver(named.agencies);
  const wholeField = fields.length > 0 && rest.length === 0;
  const documentNumbers = findDocumentNumbers(core).filter((number) => !/^3572(\/|$)/.test(number));
  const question: Omit<Question, 'intent'> = {
    text,
    language: detectLanguage(text),
    raw,
    full: fold(text).replace(/\s+/g, ' ').trim(),
    plain,
    core,
    ...named,
    agencies,
    era: readEra(core, after),
    topic,
    rest: remains,
    subject: own.subject,
    restSubject: reader.read(remains).subject,
    fields,
    wholeField,
    addresses: findAddresses(core),
    documents: matchDocument(core, knowledge.programme.documents),
    documentNumbers,
    section: findSection(raw, agencies.length, fields, wholeField, own.subject),
    abbreviation: findAbbreviation(raw, knowledge),
    mine: MINE.test(fold(text)),
    yesNo: YES_NO.test(raw),
  };
  return { ...question, intent: intentOf(question) };
}

/** The province's own committee gives the tasks; named beside another agency it is not the one asked about. */
function withoutGiver(agencies: Agency[]): Agency[] {
  const each = [...new Set(agencies)];
  return each.length > 1 ? each.filter(({ id }) => id !== 'ubnd-tinh') : each;
}

function findAbbreviation(raw: string, { glossary }: Knowledge): string | null {
  const said = new Set(raw.split(/[\s?.,!“”"']+/));
  return glossary.abbreviations.map(({ short }) => fold(short)).find((short) => said.has(short)) ?? null;
}

function findSection(
  raw: string,
  agencies: number,
  fields: string[],
  wholeField: boolean,
  subject: string[],
): string | null {
  if (agencies > 0) return null;
  const number = fields.length === 1 && wholeField ? fields[0]?.split('.')[1] : undefined;
  if (number && /\b(dinh huong|orientations?|directions?)\b/.test(raw)) return `III.${number}`;
  if (number && /\b(giai phap|(cac|nhung) nhiem vu|nhiem vu|solutions?|tasks)\b/.test(raw))
    return `IV.${number}`;
  if (fields.length > 0 || subject.some((word) => !SECTION_WORDS.has(word))) return null;
  if (/\b(muc dich|yeu cau|purposes?|requirements?)\b/.test(raw)) return 'I';
  return /\bto chuc thuc hien\b/.test(raw) ? 'V' : null;
}

const SECTION_WORDS = new Set(
  'muc dich yeu cau chuong trinh hanh dong quyet dinh to chuc thuc hien phan ban hanh viec purpose purposes requirement requirements'.split(
    ' ',
  ),
);

const MINE =
  /\b(cua (toi|em|e|minh|chung toi|chung em|ben (em|minh)|don vi (em|e|minh|toi))|(don vi|co quan|so|ben|truong|huyen|xa) (em|e|minh|toi|chung toi|bon minh)|(em|e|minh|toi) (o|lam o|ben)\b|bon minh|ben (em|minh|e)\b|my (tasks?|agency|department|unit)|we have to|our (tasks?|agency|department))/;
const NO = '(khong|ko|k|kg|hong|hem|hok|khg)';
const YES_NO = new RegExp(
  `(phai|dung) ${NO}\\b|\\b(${NO}|chua)( a| nhi| vay| v| ha| the| nhe| em| anh| chi)*\\s*[?.!]*$|^(is|are|does|do|did|has|have|can)\\b|co phai|dung khong|\\b(ha|a|nhi)\\s*\\?+$|, (right|isn't it|is that right)\\?*$`,
);

function findFields(
  plain: string,
  subject: string[],
  { glossary, programme }: Knowledge,
): { fields: string[]; rest: string[] } {
  let left = ` ${plain} `;
  const fields = new Set<string>();
  const rows = glossary.topics
    .flatMap(({ field, words }) =>
      words.map((word) => ({ field, word: fold(word).replace(/[^\p{L}\p{N}]+/gu, ' ') })),
    )
    .sort((a, b) => b.word.length - a.word.length);
  for (const { field, word } of rows) {
    if (!left.includes(` ${word} `)) continue;
    if (programme.fields.some((known) => known.address === field)) fields.add(field);
    left = left.replaceAll(` ${word} `, '  ');
  }
  const kept = new Set(left.split(' '));
  const rest = subject.filter((word) => kept.has(word) && !GENERAL.has(word));
  return { fields: [...fields], rest };
}

/** Words that may stand beside a field's name without making the question narrower. */
const GENERAL = new Set(
  'dinh huong giai phap orientation orientations solutions linh vuc nganh mang dich vu phat trien khoi viec cong tac tinh thanh hoa dau moi chinh nhom phan sector field services service development area dia ban ve va voi du an'.split(
    ' ',
  ),
);
