import type { Language } from '../core/answer.ts';
import type { Agency, CitedDocument, Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { findAddresses } from './address.ts';
import { locateAgencies, withoutAgencies } from './agencies.ts';
import { findDocumentNumbers, matchDocument } from './document-number.ts';
import { detectLanguage } from './language.ts';

export type Intent =
  | 'small_talk'
  | 'who_are_you'
  | 'verbatim'
  | 'instruction'
  | 'document'
  | 'signatory'
  | 'recipients'
  | 'effective_date'
  | 'issue_date'
  | 'title'
  | 'period'
  | 'deadline'
  | 'count'
  | 'coordinate'
  | 'lead'
  | 'my_tasks'
  | 'agency_tasks'
  | 'figure'
  | 'content';

/** Reads a question's syllables: folded, abbreviations and English written out. The search of the programme fits. */
export interface Reader {
  read(text: string): { written: string[]; subject: string[] };
}

/** What a question says, before anything is looked up. */
export interface Question {
  text: string;
  language: Language;
  /** Folded, as typed. */
  raw: string;
  /** Folded, abbreviations and English written out, one space between syllables. */
  plain: string;
  agencies: Agency[];
  /** The text without the agencies it names. */
  topic: string;
  /** The syllables of the topic that carry a subject. */
  subject: string[];
  /** Addresses of the fields of section IV it names. */
  fields: string[];
  /** It names fields and nothing narrower. */
  wholeField: boolean;
  addresses: string[];
  documents: CitedDocument[];
  documentNumbers: string[];
  /** It speaks of the asker's own agency. */
  mine: boolean;
  /** It asks whether something is so. */
  yesNo: boolean;
  intent: Intent;
}

/** Reads a question. Pure; the same text gives the same question. */
export function readQuestion(text: string, knowledge: Knowledge, reader: Reader): Question {
  const mentions = locateAgencies(text, knowledge);
  const topic = withoutAgencies(text, mentions);
  const { written } = reader.read(text);
  const own = reader.read(topic);
  const raw = fold(text).replace(/\s+/g, ' ').trim();
  const plain = written.join(' ');
  const { fields, rest } = findFields(own.written.join(' '), own.subject, knowledge);
  const documentNumbers = findDocumentNumbers(text).filter((number) => !/^3572(\/|$)/.test(number));
  const question: Omit<Question, 'intent'> = {
    text,
    language: detectLanguage(text),
    raw,
    plain,
    agencies: [...new Set(mentions.map(({ agency }) => agency))],
    topic,
    subject: own.subject,
    fields,
    wholeField: fields.length > 0 && rest.length === 0,
    addresses: findAddresses(text),
    documents: matchDocument(text, knowledge.programme.documents),
    documentNumbers,
    mine:
      /\b(cua (toi|em|e|minh|chung toi|chung em|ben (em|minh)|don vi (em|e|minh|toi))|(don vi|co quan|so|ben|truong|huyen|xa) (em|e|minh|toi|chung toi|bon minh)|(em|e|minh|toi) (o|lam o|ben)\b|my (tasks?|agency|department|unit)|we have to|our (tasks?|agency|department))/.test(
        raw,
      ) || /bon minh|ben em|ben minh|ben e\b/.test(raw),
    yesNo:
      /(phai|dung) (khong|ko|k|hong|hem)\b|\b(khong|ko|k|hong|chua)( a| nhi| vay| ha| the| nhe)*\s*[?.!]*$|^(is|are|does|do|did|has|have|can)\b|co phai|dung khong|a\?$/.test(
        raw,
      ),
  };
  return { ...question, intent: intentOf(question) };
}

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
  'linh vuc nganh mang dich vu phat trien khoi viec cong tac tinh thanh hoa dau moi chinh nhom phan sector field services service development area dia ban ve va voi du an'.split(
    ' ',
  ),
);

const WHO =
  /\b(ai|co quan nao|don vi nao|so nao|nganh nao|ban nao|ben nao|so gi|co quan gi|cq nao|nhung (co quan|so|don vi) nao|(co quan|don vi) nao|who|whose|which (agency|agencies|department|departments|body|unit|office|organi[sz]ation))\b/;
const LEADS =
  /\b(chu tri|phu trach|chiu trach nhiem|dau moi|chi dao|duoc giao|giao cho|giao|tham muu|lo|lam|thuc hien|nghien cuu|de xuat|keu goi|quan ly|trien khai|xay dung|dan dat|cam trich|dung dau|leads?|leading|responsible|in charge|handles?|does|do|runs?|manages?)\b/;

type Test = (question: Omit<Question, 'intent'>) => boolean;

/** In this order: the first that fits. */
const RULES: [Intent, Test][] = [
  ['instruction', ({ raw }) => INSTRUCTION.test(raw)],
  ['small_talk', ({ raw, subject }) => SMALL_TALK.test(raw) && subject.length <= 2 && raw.length < 60],
  ['who_are_you', ({ raw }) => WHO_ARE_YOU.test(raw)],
  [
    'verbatim',
    ({ raw, addresses, topic }) =>
      addresses.length > 0 &&
      (/nguyen van|noi (gi|ve)|noi dung|ghi gi|la gi|quote|what does|say|doc|trich|xem|o dau/.test(raw) ||
        topic.trim().length < 16),
  ],
  [
    'signatory',
    ({ raw }) =>
      /\b(ai ky|nguoi ky|ai la nguoi ky|ky ban hanh|ky boi|do ai ky|who signed|signed by|signatory|signer)\b/.test(
        raw,
      ),
  ],
  ['recipients', ({ raw }) => /\b(noi nhan|recipients?)\b/.test(raw)],
  [
    'effective_date',
    ({ raw }) => /\b(hieu luc|effective|in force|into force|take effect|takes effect)\b/.test(raw),
  ],
  [
    'issue_date',
    ({ raw, documentNumbers }) =>
      documentNumbers.length === 0 &&
      /\b(ban hanh (vao )?(ngay|khi|luc|bao gio|nam) ?(nao|may|bao nhieu)?|ngay ban hanh|ngay ky|ky (ngay|khi) nao|(quyet dinh|qd)( 3572| nay)?( ubnd)? (ra|ngay) (ngay|may|bao gio|khi nao|nao|bao nhieu)|when was .*(issued|signed|adopted)|issued on|date of issue)\b/.test(
        raw,
      ),
  ],
  ['document', ({ documentNumbers }) => documentNumbers.length > 0],
  [
    'document',
    ({ raw }) =>
      /\b(can cu|van ban|vb|legal basis|based on)\b.*\b(nao|gi|which|what)\b|^can cu phap ly/.test(raw),
  ],
  ['deadline', (question) => asksDeadline(question)],
  [
    'period',
    ({ raw }) =>
      /\b(thoi ky|tam nhin|giai doan)\b.*\b(nao|gio|may|dau|bao nhieu|den nam)\b|\b(what period|time frame|timeframe|which years|vision to|until which year|period)\b/.test(
        raw,
      ) &&
      /\b(chien luoc|chuong trinh|quyet dinh|qd|strategy|programme|program|decision)\b/.test(raw) &&
      !/tang truong|muc tieu|bao nhieu %/.test(raw),
  ],
  [
    'title',
    ({ raw, subject, agencies }) =>
      agencies.length === 0 &&
      subject.length <= 3 &&
      /\b(quyet dinh|qd|chuong trinh|decision|programme)\b.*\b(ve (viec )?(gi|cai gi|noi dung)|quy dinh (ve )?(gi|nhung gi)|noi (ve )?(gi|cai gi)|la (gi|quyet dinh gi)|ten (la )?gi|noi dung (la )?gi|about|title|called)\b/.test(
        raw,
      ),
  ],
  [
    'count',
    ({ plain, raw }) =>
      /\b(bao nhieu|may|tong so|tong cong|so luong)( tat ca)? (nhiem vu|linh vuc|khoi|dinh huong|co quan|dau viec|dieu|van ban|gach|don vi chu tri|so|muc)\b/.test(
        plain,
      ) ||
      /\bhow many (tasks?|fields?|sectors?|blocks?|agencies|orientations?|documents?|articles?|departments?)\b/.test(
        raw,
      ),
  ],
  [
    'coordinate',
    ({ raw }) =>
      /phoi hop (voi |vs |cung |v )?(nhung )?(ai|co quan|don vi|so|nganh|ben) ?(nao|gi)?\b|phoi hop (voi|vs|cung) (ai|nhung)|(ai|co quan nao|don vi nao|so nao|nhung ai|nhung co quan nao|nhung don vi nao) (duoc giao |se |cung )?phoi hop|coordinat|work with|cooperate|partners?\b/.test(
        raw,
      ),
  ],
  [
    'agency_tasks',
    ({ agencies, raw }) =>
      agencies.length > 0 &&
      /(chu tri|phu trach|lead|leads|phoi hop|responsible for)\b.*\b(muc|linh vuc|nhiem vu|viec|khoi|noi dung|nhung|cai|phan|mang|what|which)( nao| gi)?\b/.test(
        raw,
      ) &&
      /\b(nao|gi|j|what|which)\b/.test(raw) &&
      !WHO.test(raw),
  ],
  ['agency_tasks', ({ agencies, raw }) => agencies.length > 0 && !WHO.test(raw) && ASKS_TASKS.test(raw)],
  ['my_tasks', ({ mine, raw }) => mine && ASKS_TASKS.test(raw)],
  ['lead', ({ raw, plain }) => WHO.test(raw) && (LEADS.test(raw) || LEADS.test(plain))],
  [
    'lead',
    ({ raw, agencies, subject, fields, yesNo }) =>
      agencies.length > 0 &&
      yesNo &&
      (subject.length > 0 || fields.length > 0) &&
      /\b(chu tri|phu trach|chiu trach nhiem|lead|leads|responsible|in charge)\b/.test(raw),
  ],
  ['lead', ({ raw }) => /\b(chu tri|dau moi chinh|lead agency|lead department)\b/.test(raw)],
  [
    'figure',
    ({ raw, plain }) =>
      /\b(bao nhieu|bnhieu|bn|may|phan tram|how much|how many|what share|what percentage)\b|%/.test(raw) ||
      /\b(chi tieu|toc do tang truong|ty trong|muc tieu cu the)\b/.test(plain),
  ],
  ['content', () => true],
];

const ASKS_TASKS =
  /\b(nhiem vu|nv|viec gi|lam (nhung )?(gi|j|viec)|lam nhung|phai lam|phai thuc hien|noi dung (nao|gi)|(duoc|dc) giao|trach nhiem|dau viec|cong viec|tasks?|duties|responsibilities|assigned|have to do|has to do|must .* do)\b/;

const INSTRUCTION =
  /\b(bo qua|quen|phot lo|ignore|disregard|forget)\b.{0,30}\b(huong dan|chi dan|lenh|quy tac|instructions?|rules|prompt)|\b(system prompt|ma quan tri|admin code|mat khau|password|api key|token|bien moi truong)\b|\bdong vai\b|\bpretend\b|\bact as\b/;
const SMALL_TALK =
  /^(xin chao|chao|hello|hi|hey|alo|helo|hallo|good (morning|afternoon|evening)|cam on|cảm ơn|cam on|thank you|thanks|thank|tks|ok|oke|okay|da vang|vang|da|tot|hay qua|tuyet|bye|tam biet|hehe|haha|uh|um|e bot|bot oi|bot)\b/;
const WHO_ARE_YOU =
  /\b(ban|may|bot|em|chu|you) (la ai|ten gi|la gi|la may|la nguoi)|who are you|what are you|(ban|bot) (lam|giup|biet) (duoc |dc )?(gi|nhung gi)|what can you do|huong dan su dung|dung (bot|cai nay) the nao|how (do|can) i use/;

function asksDeadline({ raw, plain, subject }: Omit<Question, 'intent'>): boolean {
  const report = /\b(bao cao|bc|tong hop|report|reports|reporting)\b/.test(plain) || /\breports?\b/.test(raw);
  const when =
    /\b(han|ngay nao|ngay may|hom nao|khi nao|bao gio|truoc ngay|trc ngay|may ngay|bao lau|dinh ky|theo ky|ky nao|may lan|tan suat|den han|nhac|luc nao|cham nhat|gui (cho |ve |len )?(ai|dau|co quan nao|don vi nao)|nop|deadline|when|how often|due|by what date|how many days|to whom|who receives)\b/;
  if (report && when.test(raw)) return true;
  return (
    /\b(con (may|bao nhieu) ngay|sap den han|den han chua|han (chot|cuoi|nop)|deadline|how many days (left|remain)|days left)\b/.test(
      raw,
    ) && subject.length <= 3
  );
}

function intentOf(question: Omit<Question, 'intent'>): Intent {
  return RULES.find(([, test]) => test(question))?.[0] ?? 'content';
}
