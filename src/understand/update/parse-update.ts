import type { Day } from '../../core/clock.ts';
import type { CitedDocument } from '../../core/programme.ts';
import type { ProgressFields } from '../../core/progress.ts';
import { cleanText } from '../../core/text.ts';
import { locateAddresses } from '../address.ts';
import { blank, foldAligned } from '../align.ts';
import { findDates } from '../dates.ts';
import { locateDocuments, matchDocument } from '../document-number.ts';
import { findPercents, progressPercent } from './percent.ts';
import { findState } from './state.ts';

export interface UpdateContext {
  today: Day;
  documents: CitedDocument[];
  /** Addresses of all tasks. */
  taskAddresses: string[];
  /** Tasks the sender may report on, or of the agency the text speaks for; preferred where words fit several. */
  ownTasks: string[];
  /** The tasks nearest to a description, best first. */
  findTask(query: string): { address: string; score: number }[];
}

export interface ParsedUpdate {
  fields: ProgressFields;
  /** Where the task is not certain: the likeliest, best first. */
  taskCandidates: string[];
  /** How surely the text is a report on a task, 0 to 1. */
  isUpdate: number;
  /** It corrects an earlier report. */
  correction: boolean;
  /** It states a figure of the economy, not how far a task is. */
  indicator: { text: string; value: string } | null;
}

/** From here on a message is taken as a report rather than a question. */
export const SURE = 0.5;

/** Reads a message as a progress update. Pure; whatever is not said stays null. */
export function parseUpdate(text: string, context: UpdateContext): ParsedUpdate {
  const written = cleanText(text);
  const folded = foldAligned(written);
  const indicator = findIndicator(written, folded);
  const percent = indicator ? null : progressPercent(written);
  const state = indicator ? null : findState(folded, percent);
  const parts = clauses(written);
  const { task, candidates } = findTaskOf(written, context);
  const expectedDate = findExpected(parts, context.today);
  const fields: ProgressFields = {
    task,
    percent,
    state,
    result: join(parts.filter((part) => kindOf(part) === 'result')),
    difficulty: join(parts.filter((part) => kindOf(part) === 'difficulty')),
    proposal: join(parts.filter((part) => kindOf(part) === 'proposal')),
    expectedDate,
  };
  return {
    fields,
    taskCandidates: candidates,
    isUpdate: sureness(folded, fields, indicator !== null),
    correction: CORRECTION.test(folded),
    indicator,
  };
}

const CORRECTION =
  /\b(sua lai|dinh chinh|nham|chu (k|ko|khong|hong) phai|cap nhat lai|dieu chinh lai|ghi sai|correction|correct that|i meant)\b/;

// --- the parts of a message ---

/** Pieces between commas, semicolons, full stops and line breaks; numbers stay whole. */
function clauses(text: string): string[] {
  return text
    .split(/\s*(?:[;\n]|,(?!\d)|\.(?=\s|$)|(?<=\d),(?=\s))\s*/u)
    .flatMap((part) => part.split(/(?<=^[^:]{3,120}):\s+/u))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

type ClauseKind = 'result' | 'difficulty' | 'proposal' | 'other';

const PROPOSAL =
  /\b(de nghi|kien nghi|xin (y kien|chu truong|bo tri|cap|ho tro|gia han|chi dao|phep)|mong (duoc|cac|so|ubnd|lanh dao|anh)|can (ubnd|so|tinh|cap tren|bo tri|ho tro)|dnghi|request|propose|we (need|ask))\b/;
const DIFFICULTY =
  /\b(vuong|kho khan|kk\b|thieu|do (thieu|chua|cho|vuong|phai|khong|kho|cham|mua|bao|doanh nghiep|nha)|cho (y kien|phe duyet|chu truong|von|huong dan|tham dinh|bo|so|ubnd)|ach tac|tac\b|bi cham|cham (do|vi|tien do)|chua (co|duoc) (von|kinh phi|mat bang|huong dan|bo tri|phe duyet|chap thuan)|gpmb|giai phong mat bang (cham|chua|vuong)|khong du|stuck|blocked|lack|waiting for|delayed)\b/;
const RESULT =
  /\b(da|dang|vua|moi|xong|hoan thanh|hoan tat|trinh|ky|ban hanh|to chuc|lap|lay y kien|duoc phe duyet|khoi cong|ban giao|nghiem thu|trien khai|lam viec|chua (trien khai|lam|bat dau|thuc hien)|dat|signed|submitted|completed|finished|approved|held|issued|drafted)\b/;
const EXPECTED =
  /\b(du kien|dkien|du kiem|dk|du tinh|se (xong|hoan thanh|trinh|ban hanh|trien khai|to chuc|ky|nghiem thu)|phan dau|han (moi|la|chot|xong)?|truoc|cham nhat|muon nhat|lui (den|sang|toi|lai)?|gia han|(xong|hoan thanh|hoan tat|ket thuc) (vao|truoc|trong|ngay)|expected|expect|will|by|before|due|until|postponed? to|finish (on|by)|eta)\b/;

function kindOf(part: string): ClauseKind {
  const folded = foldAligned(part);
  const bare = bareOf(part);
  if (PROPOSAL.test(folded)) return 'proposal';
  if (EXPECTED.test(folded) && /\d|quy|thang|tuan|nam|cuoi/.test(folded) && !/\bdo\b/.test(folded))
    return 'other';
  if (DIFFICULTY.test(folded)) return 'difficulty';
  if (RESULT.test(folded) && bare.length > 3) return 'result';
  return 'other';
}

/** What is left of a clause without its address, share and dates. */
function bareOf(part: string): string {
  const spans = [...locateAddresses(part), ...findPercents(part)];
  return blank(foldAligned(part), spans)
    .replace(/\b(xong|dat|duoc|dc|hoan thanh|tien do|khoang|roi|da|la|a|nhe|ah|bao cao|cap nhat)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function join(parts: string[]): string | null {
  return parts.length > 0 ? parts.join('; ') : null;
}

/** The date the work is expected to end; a day that names when something was done does not count. */
function findExpected(parts: string[], today: Day): Day | null {
  const dated = parts
    .map((part) => ({ folded: foldAligned(part), dates: findDates(part, today, 'future') }))
    .filter(({ dates }) => dates.length > 0);
  for (const { folded, dates } of dated) {
    const cue = EXPECTED.exec(folded);
    const after = cue ? dates.find(({ index }) => index >= cue.index) : undefined;
    if (after) return after.day;
  }
  const open = dated.find(
    ({ folded, dates }) =>
      !/\b(da|hom|ngay \d+.* (da|vua)|vua|tu ngay|hop|ngay ky|so \d)\b/.test(folded) &&
      (dates[0]?.day ?? '') > today &&
      /\b(xong|hoan thanh|trinh|den)\b/.test(folded),
  );
  return open?.dates[0]?.day ?? null;
}

// --- the task ---

/** How far ahead the best description must be to be taken without asking. */
const AHEAD = 1.04;
/** An own task this near to the best is meant. */
const OWN_NEAR = 0.35;
const CANDIDATES = 4;

function findTaskOf(text: string, context: UpdateContext): { task: string | null; candidates: string[] } {
  const { taskAddresses, ownTasks, documents } = context;
  const addresses = locateAddresses(text).map(({ address }) => address);
  const exact = addresses.find((address) => taskAddresses.includes(address));
  if (exact) return { task: exact, candidates: [] };
  const block = addresses.find((address) => taskAddresses.some((task) => task.startsWith(`${address}.`)));
  const cited = matchDocument(text, documents).flatMap(({ citedAt }) =>
    citedAt.filter((address) => taskAddresses.includes(address)),
  );
  if (cited.length === 1 && cited[0]) return { task: cited[0], candidates: [] };
  const ranked = context
    .findTask(describe(text))
    .filter(({ address }) => !block || address.startsWith(`${block}.`));
  const own = ranked.filter(({ address }) => ownTasks.includes(address));
  const pool = own[0] && own[0].score >= (ranked[0]?.score ?? 0) * OWN_NEAR ? own : ranked;
  const [first, second] = pool;
  const blockTasks = block ? taskAddresses.filter((task) => task.startsWith(`${block}.`)) : [];
  if (!first) return { task: null, candidates: (block ? blockTasks : ownTasks).slice(0, CANDIDATES) };
  if (!second || first.score >= second.score * AHEAD) return { task: first.address, candidates: [] };
  return { task: null, candidates: pool.slice(0, CANDIDATES).map(({ address }) => address) };
}

/** The words that describe the task: without shares, dates and document numbers. */
function describe(text: string): string {
  const spans = [
    ...findPercents(text),
    ...locateAddresses(text),
    ...locateDocuments(text).filter(({ issuer }) => issuer !== null),
  ];
  return blank(text.normalize('NFC'), spans)
    .replace(/\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?/g, ' ')
    .replace(
      /\b(dự kiến|du kien|dkien|tiến độ|tien do|báo cáo|bao cao|hoàn thành|hoan thanh|sửa lại|sua lai|cập nhật|cap nhat|khoảng|khoang|xong)\b/giu,
      ' ',
    );
}

// --- is it an update at all ---

const INDICATOR =
  /\b(tang truong|toc do tang|ty trong|grdp|gdp|kim ngach|luot khach|doanh thu|cpi|chi so|tong muc ban le)\b/;

function findIndicator(text: string, folded: string): ParsedUpdate['indicator'] {
  if (!INDICATOR.test(folded) || /\?|\b(bao nhieu|may|tien do|hoan thanh|muc tieu)\b/.test(folded))
    return null;
  if (locateAddresses(text).some(({ address }) => address.startsWith('IV.'))) return null;
  const value = /\d[\d.,]*\s*(%|phần trăm|tỷ|triệu|nghìn|lượt|usd)?/iu.exec(
    text.replace(/\b(năm|nam|quý|quy|tháng|thang)\s*\d+(\/\d+)?/giu, (found) => ' '.repeat(found.length)),
  );
  return value && /\b(uoc|dat|thuc hien|la)\b/.test(folded) ? { text, value: value[0].trim() } : null;
}

const QUESTION =
  /\?|\b(bao nhieu|bnhieu|khi nao|bao gio|the nao|ntn|nhu nao|la gi|lam gi|viec gi|nhung gi|gi vay|cai gi|nao|ai|o dau|phai khong|dung khong|may nhiem vu|gom nhung|cho hoi|xin hoi|what|which|who|when|where|how|why|is there|does|do we)\b|\b(khong|ko|chua)( a| nhi| vay)?\s*$/;
const REPORTS = /\b(bao cao|bc|cap nhat|tien do|ket qua|update|progress|status)\b/;

function sureness(folded: string, fields: ProgressFields, indicator: boolean): number {
  const { percent, state, expectedDate, result, difficulty, proposal } = fields;
  if (indicator) return 0.8;
  let score = 0;
  if (percent !== null) score += 0.45;
  if (state !== null) score += 0.35;
  if (expectedDate !== null) score += 0.3;
  if (result !== null) score += 0.2;
  if (difficulty !== null) score += 0.2;
  if (proposal !== null) score += 0.1;
  if (locateAddresses(folded).length > 0) score += 0.25;
  if (REPORTS.test(folded)) score += 0.15;
  if (CORRECTION.test(folded)) score += 0.2;
  if (QUESTION.test(folded)) score -= 0.7;
  return Math.max(0, Math.min(1, score));
}
