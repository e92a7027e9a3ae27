import type { Language } from '../core/answer.ts';
import type { Agency, CitedDocument, Knowledge, Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { orientationOf, sectionOf, taskAddresses, taskHome } from '../knowledge/programme-parts.ts';
import { syllables } from '../knowledge/syllables.ts';
import { locateAddresses, withoutAddresses } from './address.ts';
import { type Era, readEra } from './agency-question.ts';
import { blank, foldAligned } from './align.ts';
import { plainSpeech } from './dialect.ts';
import { findDocumentNumbers, matchBareNumber, matchDocument } from './document-number.ts';
import { asksNumber, DIRECTIONS, type Intent, intentOf } from './intent.ts';
import { detectLanguage } from './language.ts';
import { mentionOf } from './mention.ts';
import { mendAroundNames, readNames } from './names.ts';
import { writeOutPeriods } from './periods.ts';
import type { PlaceMention } from './places.ts';
import { withoutPeople } from './redact.ts';
import { numberedRow } from './row-number.ts';
import { dropShell } from './shell.ts';

/** Reads a question's syllables: folded, abbreviations and English written out. The search of the programme fits. */
export interface Reader {
  /** The message with its slips of the finger mended. */
  mend(text: string): string;
  read(text: string): { written: string[]; subject: string[] };
  says(phrase: string): boolean;
  address(written: string): string | null;
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
  /** Addresses of the fields it names. */
  fields: string[];
  /** It names fields and nothing narrower. */
  wholeField: boolean;
  addresses: string[];
  documents: CitedDocument[];
  /** Documents it calls by their title, number or no number. */
  titled: CitedDocument[];
  documentNumbers: string[];
  /** Address of a whole part it asks for ("mục đích", "định hướng du lịch"), or null. */
  section: string | null;
  /** A section or item it names ("mục III", "phần 5", an address, "nơi nhận"), or null. */
  part: string | null;
  /** It names an address and says nothing else. */
  bareAddress: boolean;
  /** It names the one who signed. */
  namesSignatory: boolean;
  /** What it asks to be mentioned or not, as typed; null where it does not ask so. */
  mention: string | null;
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
  const language = detectLanguage(text);
  const spoken = plainSpeech(withoutPeople(writeOutCapitals(text)));
  // English words are no slips of Vietnamese ones.
  const core = writeOutPeriods(
    dropShell(language === 'en' ? spoken : mendAroundNames(spoken, knowledge, reader.mend)),
  );
  const {
    topic,
    rest: remains,
    after,
    ...named
  } = readNames(text, withoutProgramme(core), knowledge, reader);
  const heard = core.replace(MACHINE, 'thiết bị').replace(WHICH_NUMBER, 'số mấy');
  const { written: spelled } = reader.read(heard);
  const own = reader.read(topic);
  const raw = withY(fold(heard)).replace(/\s+/g, ' ').trim();
  const plain = spelled.join(' ');
  const { fields, rest } = findFields(own.written.join(' '), own.subject, knowledge);
  const agencies = withoutGiver(named.agencies, knowledge);
  const wholeField = fields.length > 0 && rest.length === 0;
  const ownNumber = knowledge.programme.number.split('/')[0];
  const written = findDocumentNumbers(core).filter((number) => number.split('/')[0] !== ownNumber);
  const bare = written.length === 0 ? matchBareNumber(core, knowledge.programme.documents) : [];
  const documentNumbers = [...written, ...bare.map(({ number }) => number)];
  const headed = findHeading(own.subject, raw, knowledge);
  const counted = headed !== null && asksNumber(raw);
  const addresses = headed && !counted ? [headed] : addressesIn(core, knowledge, reader);
  const question: Omit<Question, 'intent'> = {
    text,
    language,
    raw,
    full: withY(fold(text)).replace(/\s+/g, ' ').trim(),
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
    addresses,
    documents: [...matchDocument(core, knowledge.programme.documents), ...bare],
    titled: matchTitle(spelled, knowledge),
    documentNumbers,
    section: findSection(raw, agencies.length, fields, wholeField, own.subject, knowledge.programme),
    part: headed ?? findPart(raw, addresses, knowledge.programme),
    bareAddress:
      (headed !== null && !counted) ||
      (addresses.length > 0 &&
        BARE.test(fold(withoutAddresses(core, taskHome(taskAddresses(knowledge.programme)))))),
    namesSignatory: namesSignatory(text, knowledge.programme),
    mention: mentionOf(core),
    abbreviation: findAbbreviation(raw, knowledge),
    mine: MINE.test(fold(text)),
    yesNo: YES_NO.test(raw) || CONFIRM.test(core) || (ENDS_IN_A.test(raw) && !asksPolitely(core, raw)),
  };
  return { ...question, intent: intentOf(question, reader.says) };
}

/** "… trong Chương trình hành động": where it is asked about, no matter of its own. Length kept. */
function withoutProgramme(core: string): string {
  const written = core.normalize('NFC');
  const [said] = foldAligned(written).matchAll(IN_PROGRAMME);
  const rest = said ? blank(written, [{ index: said.index, length: said[0].length }]) : written;
  return /\p{L}{2}/u.test(rest) ? rest : written;
}

const IN_PROGRAMME =
  /\b(?:trong|theo|tai|o|in|under) (?:the )?(?:quyet dinh|qd|van ban|ke hoach(?= nay| hanh dong)|chuong trinh|cthd|decision|programme)(?! so (?:may|bao|hieu))(?: (?:nay|do|hanh dong|so|3572\S*|phat trien(?: khu vuc)? dich vu))*(?=\s*[?.!,;]|\s*$| (?:thi|co|duoc|ma|so|ai|co quan|don vi|nganh|tinh) )/g;

/** The addresses a question names, as the programme writes them; a short one only where such a part is there. */
function addressesIn(text: string, { programme }: Knowledge, reader: Reader): string[] {
  const tasks = taskAddresses(programme);
  const found = locateAddresses(text, taskHome(tasks)).flatMap(({ address, short }) => {
    const known = reader.address(address);
    const near = known ?? reader.address(address.replace(/\.[^.]+$/u, ''));
    return short && near === null ? [] : [known ?? address];
  });
  const row = found.length === 0 ? numberedRow(text, programme) : null;
  return [...new Set(row ? [row] : found)];
}

/** "Số nào" without its marks would be "sở nào". */
const WHICH_NUMBER = /(?<!\p{L})số (?:nào|gì)(?!\p{L})/giu;
/** Without its mark it would be "mấy", how many. */
const MACHINE = /(?<!\p{L})máy(?!\p{L})/giu;

/** It names the person who signed. */
function namesSignatory(text: string, { signatory }: Programme): boolean {
  return signatory.name !== '' && fold(text).includes(fold(signatory.name));
}

/** "Kỉ luật", "tỉ lệ", "qui định": i and y are one here. */
function withY(folded: string): string {
  return folded.replace(/\b(k|l|m|t|qu)i(?= )/g, '$1y');
}

/** "AI" in capitals is artificial intelligence, in small letters it asks who. */
function writeOutCapitals(text: string): string {
  return /\p{Ll}/u.test(text) ? text.replace(/(?<![\p{L}\d])AI(?![\p{L}\d])/gu, 'trí tuệ nhân tạo') : text;
}

/** The document most of whose title, up to its period, the question holds. */
function matchTitle(written: string[], { about, programme }: Knowledge): CitedDocument[] {
  const said = new Set(written);
  const province = syllables(about.places[0] ?? '');
  const scored = programme.documents.flatMap((document) => {
    const title = titleWords(document).filter((word) => !province.includes(word));
    const held = title.filter((word) => said.has(word)).length;
    return title.length >= 3 && held / title.length >= 0.75 ? [{ document, held }] : [];
  });
  const most = Math.max(0, ...scored.map(({ held }) => held));
  return scored.filter(({ held }) => held === most).map(({ document }) => document);
}

const titles = new WeakMap<CitedDocument, string[]>();

/** The words of a document's title that tell it from others, up to its period. */
function titleWords(document: CitedDocument): string[] {
  const known = titles.get(document);
  if (known) return known;
  const [named = ''] = (document.title ?? '').split(/,? giai đoạn|,? đến năm|,? thời kỳ/u);
  const words = syllables(named).filter((word) => !TITLE_EMPTY.has(word));
  titles.set(document, words);
  return words;
}

const TITLE_EMPTY = new Set('ve viec phe duyet ban hanh tinh thuc hien cua va'.split(' '));

/** Who gives the tasks is, named beside another agency, not the one asked about. */
function withoutGiver(agencies: Agency[], { issuer }: Knowledge): Agency[] {
  const each = [...new Set(agencies)];
  return each.length > 1 ? each.filter(({ id }) => id !== issuer) : each;
}

/** An item called by the title above it ("mục tiêu tổng quát"), and nothing else said. */
function findHeading(subject: string[], raw: string, { programme }: Knowledge): string | null {
  const titled = programme.objectives.map((item) => ({
    address: item.address,
    title: syllables(item.heading ?? (/:\s*$/.test(item.text) ? item.text : '')),
  }));
  const found = titled.find(
    ({ title }) =>
      title.length > 2 &&
      raw.includes(title.join(' ')) &&
      subject.every((word) => title.includes(word) || LIST_WORDS.has(word)),
  );
  return found?.address ?? null;
}

const LIST_WORDS = new Set('liet ke neu danh sach toan bo tat ca doc noi dung chi tiet cai'.split(' '));
const BARE =
  /^[\s,.;:?!]*(?:(?:muc|diem|khoan|phan|gach|cua|so|thu|dieu|item|section|[ivx]{1,4})\b[\s,.;:?!]*)*$/;
const PART =
  /\b(?:muc|phan|chuong|section|part)\s+(?:so\s+)?(?:la ma\s+)?([ivx]{1,5}|[a-d]|[1-9])\b(?![.,]?\s?\d|[.\s]?[a-c]\b)/;
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The section or item a question is about as a whole. */
function findPart(raw: string, addresses: string[], { sections }: Programme): string | null {
  if (addresses[0]) return addresses[0];
  const said = PART.exec(raw)?.[1];
  if (said) {
    const label = /\d/.test(said) ? (ROMANS[Number(said) - 1] ?? said) : said.toUpperCase();
    const known = sections.find(({ address }) => address === label || address.endsWith(`.${label}`));
    // A letter alone may be the end of another word; a number is a section's only where sections have numbers.
    if (known) return known.address;
    if (/[IVX]/.test(label) && !/\d/.test(said)) return label;
    if (/\d/.test(said) && sections.some(({ address }) => address === 'I')) return label;
  }
  const titled = /\b(?:muc|phan|chuong)\b/.test(raw)
    ? sections.find(({ text }) => saysTitle(raw, text))
    : undefined;
  if (titled) return titled.address;
  if (/\bnoi nhan\b/.test(raw)) return 'NN';
  return /\bcan cu\b/.test(raw) ? 'QĐ.CC' : null;
}

/** The section's heading stands in the question, whatever its commas: "phần mục đích yêu cầu". */
function saysTitle(raw: string, heading: string): boolean {
  const title = syllables(heading);
  return title.length > 2 && ` ${syllables(raw).join(' ')} `.includes(` ${title.join(' ')} `);
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
  programme: Programme,
): string | null {
  if (agencies > 0) return null;
  const field = fields.length === 1 && wholeField ? fields[0] : undefined;
  const directions = field ? orientationOf(programme, field) : undefined;
  if (directions && DIRECTIONS.test(raw)) return directions.address;
  if (field && /\b(giai phap|(cac|nhung) nhiem vu|nhiem vu|solutions?|tasks)\b/.test(raw)) return field;
  const matter = subject.filter((word) => !/^(ra|doi|nham|muc|dich|cot|lam)$/.test(word));
  if (fields.length === 0 && matter.length <= 3 && asksPurpose(raw))
    return sectionOf(programme, programme.purposes);
  if (fields.length > 0 || subject.some((word) => !SECTION_WORDS.has(word))) return null;
  if (/\b(muc dich|yeu cau|purposes?|requirements?)\b/.test(raw))
    return sectionOf(programme, programme.purposes);
  return /\bto chuc thuc hien\b/.test(raw) ? sectionOf(programme, programme.organisation) : null;
}

/** "Ban hành chương trình này để làm gì": the decision's own purpose. */
function asksPurpose(raw: string): boolean {
  return (
    /\b(quyet dinh|qd|chuong trinh|cthd|decision|programme)\b/.test(raw) &&
    /\b(de lam gi|de lam j|nham (muc dich |muc tieu |cai )?(gi|j)|de (duoc|dat|co) (duoc )?(cai )?(gi|j)|lam gi ma co|what .*\bfor|purpose)\b/.test(
      raw,
    )
  );
}

const SECTION_WORDS = new Set(
  'muc dich yeu cau chuong trinh hanh dong quyet dinh to chuc thuc hien phan ban hanh viec purpose purposes requirement requirements'.split(
    ' ',
  ),
);

const MINE =
  /\b(cua (toi|em|e|minh|chung toi|chung em|ben (em|minh)|don vi (em|e|minh|toi))|(don vi|co quan|so|ben|truong|huyen|xa) (em|e|minh|toi|chung toi|bon minh)|(em|e|minh|toi) (o|lam o|ben)\b|bon minh|ben (em|minh|e)\b|my (tasks?|agency|department|unit)|we have to|our (tasks?|agency|department))/;
/** "… à?", "… nhỉ?": asks to be told yes. */
const CONFIRM = /(?<!\p{L})(?:à|hả|nhỉ|ư|chứ|chứ nhỉ|hỉ|hè)\s*[?.!]*\s*$/iu;
/** "… a?" without marks asks to be told yes, where it is not "ạ" and nothing else asks. */
const ENDS_IN_A = /\ba\s*\?+$/;
function asksPolitely(core: string, raw: string): boolean {
  return /ạ\s*\?+$/iu.test(core) || /\b(?:gi|j|nao|ai|dau|bao nhieu|may|sao|bao gio|khi nao)\b/.test(raw);
}
const NO = '(khong|ko|k)';
const YES_NO = new RegExp(
  `(phai|dung) ${NO}\\b|\\b(${NO}|chua)( a| nhi| vay| v| ha| the| nhe| em| anh| chi| ban| bac)*\\s*[?.!]*$|^(is|are|does|do|did|has|have|can)\\b|co phai|dung khong|\\b(ha|nhi)\\s*\\?+$|, (right|correct|true|yes|isn't it|is that right|is that so|no) ?\\?*$`,
);

function findFields(
  plain: string,
  subject: string[],
  { about, glossary, programme }: Knowledge,
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
  const province = new Set(syllables(about.places[0] ?? ''));
  const rest = subject.filter((word) => kept.has(word) && !GENERAL.has(word) && !province.has(word));
  const said = ` ${plain} `;
  const firstWord = (field: string): number =>
    Math.min(
      ...rows
        .filter((row) => row.field === field && said.includes(` ${row.word} `))
        .map(({ word }) => said.indexOf(` ${word} `)),
    );
  return { fields: [...fields].sort((a, b) => firstWord(a) - firstWord(b)), rest };
}

/** Words that may stand beside a field's name without making the question narrower. */
const GENERAL = new Set(
  'dinh huong phuong giai phap orientation orientations solutions linh vuc nganh mang dich vu phat trien khoi viec cong tac tinh dau moi chinh nhom phan sector field services service development area dia ban ve va voi du an'.split(
    ' ',
  ),
);
