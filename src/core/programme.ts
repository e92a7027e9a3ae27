import type { Day } from './clock.ts';

/** What an agency is to a block or a task, as the text writes it. */
export type Role = 'lead' | 'coordinate' | 'direct' | 'implement' | 'none';

/** Something the text says, with where it stands. `text` is verbatim, without the leading dash or number. */
export interface Item {
  /** `QĐ.2` `I.3` `II.2.1` `III.6.4` `IV.0` `IV.2.a` `IV.2.a.3` `IV.7.2` `V.1` `V.1.2` `V.3`, … */
  address: string;
  /** 1-based line of source.txt. */
  line: number;
  text: string;
  /** The title that stands on a line of its own above a paragraph ("Mục tiêu tổng quát"). */
  heading?: string;
}

export interface NamedAgency {
  /** As written in the text. */
  name: string;
  role: Role;
}

export interface Task extends Item {
  /** The role written in the dash itself when it differs from the block's ("Phối hợp với…"), else absent. */
  role?: Role;
  /** Other agencies the dash itself names, with their role ("Phối hợp với Sở Xây dựng…"). */
  agencies: NamedAgency[];
  /** The finish date the dash itself carries, as written ("trước năm 2030"). */
  deadline?: string;
  /** "định kỳ … báo cáo" without a date. */
  periodicReport: boolean;
}

export interface Block extends Item {
  letter: string | null;
  agencies: NamedAgency[];
  tasks: Task[];
}

export interface Field extends Item {
  number: number;
  /** Without "Đối với lĩnh vực". */
  name: string;
  blocks: Block[];
}

export interface OrientationGroup extends Item {
  number: number;
  name: string;
  dashes: Item[];
}

export interface CitedDocument {
  /** `73/QĐ-TTg`. */
  number: string;
  /** Quyết định, Kế hoạch, … */
  kind: string;
  date: Day | null;
  issuer: string | null;
  title: string | null;
  /** Addresses of the items that cite it, first one first. */
  citedAt: string[];
  /** Last year of the period its title names, when it names one ("giai đoạn 2021 - 2025" → 2025). */
  periodEnd: number | null;
}

/** A number the text sets or states: "8,9%/năm", "03 Bệnh viện", "20 ha". */
export interface Figure {
  address: string;
  line: number;
  /** As written: "8,9%/năm". */
  value: string;
  /** The shortest clause of the text that holds it. */
  clause: string;
  /** As written: "giai đoạn 2021 - 2025", "vào năm 2030"; null where none. */
  period: string | null;
}

/** One decision and its action programme: what `ingest` makes of a text. */
export interface Programme {
  /** This and the next four are empty where the text does not say. */
  number: string;
  date: Day;
  kind: string;
  issuer: string;
  title: string;
  bases: Item[];
  articles: Item[];
  recipients: Item[];
  signatory: { line: number; authority: string; position: string; name: string };
  /** Introductions of the programme and its sections that are none of the below (address `0`, `III.0`, `IV.0`). */
  introductions: Item[];
  /** Section headings: `I`, `II`, … */
  sections: Item[];
  purposes: Item[];
  objectives: Item[];
  orientations: OrientationGroup[];
  fields: Field[];
  /** Section V: headings and dashes in order. */
  organisation: Item[];
  documents: CitedDocument[];
  figures: Figure[];
}

/** A yearly obligation, from duties.json. */
export interface Duty {
  id: string;
  address: string;
  /** Who owes it: every agency of the programme, or the focal agency. */
  who: 'every_agency' | 'focal_agency';
  name: { vi: string; en: string };
  recipients: string[];
  /** The strict "before": month and day that are already too late. */
  before: { month: number; day: number };
  /** Working days before the last working day, most first; 0 is the last working day itself. */
  ladder: number[];
}

/** "15/12": the day and month a duty must come before. */
export function writeBefore({ before }: Pick<Duty, 'before'>): string {
  return `${before.day}/${before.month}`;
}

export interface Agency {
  id: string;
  /** The name used when we speak, spelled right. For agencies of the decision: as in the decision. */
  name: string;
  english: string;
  short: string;
  /** Other ways it is written, including in the text, that no rule makes of the name. */
  aliases: string[];
  /** Of a group: names of units that belong to it ("Trường Đại học Hồng Đức"). */
  members?: string[];
  /** True if it is one of the departments, boards, provincial units and districts charged in general (V.1). */
  generalDuty: boolean;
  /** True for "UBND các huyện, thị xã, thành phố" and other groups of units. */
  group: boolean;
  /** Who holds its duties today. Unconfirmed until an administrator confirms. */
  successors: Successor[];
}

export interface Successor {
  /** Agency id, or null when the decision's agency ended and none took its duties by a known document. */
  agency: string | null;
  from: Day;
  basis: string;
  confirmed: boolean;
  /** Addresses it is limited to, with all that stands under them; absent for all. */
  only?: string[];
  /** Addresses it does not hold, with all that stands under them: another does. */
  except?: string[];
  note?: string;
}

/** A former district or a commune of today, without its level ("Thọ Xuân"). */
export interface Place {
  name: string;
  /** `huyện`, `thị xã`, `thành phố`; `xã`, `phường`. */
  kind: string;
  level: 'district' | 'commune';
}

export interface Abbreviation {
  short: string;
  /** Possible readings, likeliest first. */
  long: string[];
  /** What it stands for, where the text itself never writes it out. */
  means?: string | undefined;
}

export interface Glossary {
  abbreviations: Abbreviation[];
  /** Groups of Vietnamese words that mean the same here. */
  synonyms: string[][];
  /** English term → Vietnamese words of the text. */
  english: { term: string; vietnamese: string }[];
  /** What a whole field of section IV is called in questions, and its English name. */
  topics: { field: string; words: string[]; en?: string | undefined }[];
}

/** How people ask for an item in other words than the text's. */
export interface Phrasing {
  address: string;
  vi: string[];
  en: string[];
}

export interface Correction {
  line: number;
  wrong: string;
  right: string;
}

export interface CalendarDay {
  day: Day;
  kind: 'off' | 'work';
  name: string;
  source: string;
  official: boolean;
}

export interface Bilingual {
  vi: string;
  en: string;
}

/** What the bot calls the document it speaks of, and the examples it gives: about.json. */
export interface About {
  /** "Quyết định 3572/QĐ-UBND". */
  name: Bilingual;
  /** What a sentence calls it the second time: "Quyết định", "the Decision". */
  short: Bilingual;
  /** Whose it is, "UBND tỉnh Thanh Hóa"; empty where the text does not say. */
  issuer: Bilingual;
  /** What it sets out, for the first page. */
  subject: Bilingual;
  /** Questions to begin with. */
  examples: { vi: string[]; en: string[] };
  /** A task's address and an agency, for the examples of an update and of a join code. */
  task: string;
  agency: string;
  /** Its province, then other names that make a question one about this programme. */
  places: string[];
}

/** Everything the program knows, checked at the start. */
export interface Knowledge {
  id: string;
  about: About;
  source: string;
  programme: Programme;
  agencies: Agency[];
  places: Place[];
  glossary: Glossary;
  corrections: Correction[];
  phrasings: Phrasing[];
  duties: Duty[];
  focalAgency: string;
  /** The agency that gives the tasks: named beside another it is not the one asked about. Null where none is known. */
  issuer: string | null;
  /** The agency that stands for every commune and ward; null where there is none. */
  communes: string | null;
  /** The id of the districts among the agencies, null where the decision names none. */
  districts: string | null;
  calendar: CalendarDay[];
}
