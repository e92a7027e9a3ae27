import { isUnder } from '../../core/address.ts';
import type { CitedDocument } from '../../core/programme.ts';
import { taskHome } from '../../knowledge/programme-parts.ts';
import { locateAddresses } from '../address.ts';
import { blank, foldAligned } from '../align.ts';
import { locateDocuments, matchDocument } from '../document-number.ts';
import { clauses } from './clauses.ts';
import { findPercents } from './percent.ts';

/** A task near to a description. */
export interface NearTask {
  address: string;
  score: number;
  /** It speaks of what is described, not only shares a word with it. */
  known: boolean;
  /** Share of the description it holds, 0 to 1. */
  coverage: number;
}

export interface TaskContext {
  documents: CitedDocument[];
  /** Addresses of all tasks. */
  taskAddresses: string[];
  /** Tasks the sender may report on, or of the agency the text speaks for; preferred where words fit several. */
  ownTasks: string[];
  /** The tasks nearest to a description, best first; among the given ones only, where given. */
  findTask(query: string, among?: string[]): NearTask[];
}

export interface FoundTask {
  task: string | null;
  /** Where the task is not certain: the likeliest, best first. */
  candidates: string[];
  /** How it was found: by its address, a document it cites, its words; or not. */
  by: 'address' | 'document' | 'words' | 'nothing';
}

/** How far ahead the best description must be to be taken without asking. */
const AHEAD = 1.08;
/** An own task this near to the best is meant. */
const OWN_NEAR = 0.35;
/** A task that holds but some of the description must stand out. */
const SOME = 0.25;
const FAR_AHEAD = 1.12;
const CANDIDATES = 4;

/** The task a message speaks of. */
export function findTaskOf(text: string, context: TaskContext): FoundTask {
  const { taskAddresses, ownTasks, documents } = context;
  const addresses = locateAddresses(text, taskHome(taskAddresses)).map(({ address }) => address);
  const exact = addresses.find((address) => taskAddresses.includes(address));
  if (exact) return { task: exact, candidates: [], by: 'address' };
  const block = addresses.find((address) => taskAddresses.some((task) => isUnder(task, address)));
  const cited = matchDocument(text, documents).flatMap(({ citedAt }) =>
    citedAt.filter((address) => taskAddresses.includes(address)),
  );
  if (cited.length === 1 && cited[0]) return { task: cited[0], candidates: [], by: 'document' };
  const last = block && LAST.test(foldAligned(text)) ? under(taskAddresses, block).at(-1) : undefined;
  const nth = block ? last : ownNth(text, ownTasks);
  if (nth) return { task: nth, candidates: [], by: 'address' };
  const inBlock = block ? under(taskAddresses, block) : null;
  const ranked = rankTasks(text, context, inBlock);
  const own = rankTasks(
    text,
    context,
    ownTasks.filter((task) => !inBlock || inBlock.includes(task)),
  );
  const pool = own[0] && own[0].score >= (ranked[0]?.score ?? 0) * OWN_NEAR ? own : ranked;
  const [first, second] = pool;
  const held =
    first !== undefined &&
    (first.known || (first.coverage >= SOME && first.score >= (second?.score ?? 0) * FAR_AHEAD));
  const by = block ? 'address' : held ? 'words' : 'nothing';
  // Nothing of the message speaks of any task: it must be asked.
  if (!first || by === 'nothing')
    return { task: null, candidates: (inBlock ?? ownTasks).slice(0, CANDIDATES), by };
  if (!second || first.score >= second.score * AHEAD) return { task: first.address, candidates: [], by };
  return { task: null, candidates: pool.slice(0, CANDIDATES).map(({ address }) => address), by };
}

function under(taskAddresses: string[], block: string): string[] {
  return taskAddresses.filter((task) => isUnder(task, block));
}

/** "Ý cuối của IV.3.c". */
const LAST =
  /\b(?:y|gach(?: dau dong)?|nhiem vu|viec|dong) cuoi(?: cung)? (?:cua |o |thuoc )?(?:muc |khoi |diem )?[ivx\d]/;

/** "Cái số 5", "nhiệm vụ 3": that dash of the sender's first block, as the list of tasks shows it. */
function ownNth(text: string, ownTasks: string[]): string | undefined {
  const found = NTH.exec(foldAligned(text.normalize('NFC')));
  const block = ownTasks[0]?.replace(/\.\d+$/, '');
  return found && block
    ? ownTasks.find((task) => task === `${block}.${numberOf(found[1] ?? '')}`)
    : undefined;
}

const ORDINALS = 'nhat hai ba tu nam sau bay tam chin muoi'.split(' ');
const numberOf = (written: string): number => Number(written) || ORDINALS.indexOf(written) + 1;

const NTH =
  /\b(?:nhiem vu|nv|viec|cai|y|gach)(?: so| thu)? (\d{1,2}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b(?!\s*(?:%|phan tram|\/|[.,]\d|nhiem vu|viec|cai|lop|xa|du an|benh vien|nguoi|diem|tuyen))/;

/** What stands first in a message names the task; the rest tells how it goes and counts less. */
const REST_WEIGHT = 0.4;

function rankTasks(text: string, { findTask }: TaskContext, among: string[] | null): NearTask[] {
  if (among?.length === 0) return [];
  const within = among ?? undefined;
  const head = headOf(text);
  const near = new Map<string, NearTask>();
  for (const found of findTask(describe(text), within))
    near.set(found.address, { ...found, score: found.score * (head === null ? 1 : REST_WEIGHT) });
  for (const found of head === null ? [] : findTask(head, within)) {
    const before = near.get(found.address);
    near.set(found.address, {
      address: found.address,
      score: found.score + (before?.score ?? 0),
      known: found.known || (before?.known ?? false),
      coverage: Math.max(found.coverage, before?.coverage ?? 0),
    });
  }
  return [...near.values()].sort((a, b) => b.score - a.score);
}
/** The first piece that says more than who speaks, greetings or numbers; null where it is all there is. */
function headOf(text: string): string | null {
  const pieces = clauses(text).map(describe);
  const head = pieces.find((piece) => (piece.match(/\p{L}{2,}/gu) ?? []).length >= 3);
  return head && pieces.length > 1 ? head : null;
}

/** Why it is late says nothing of which task it is. */
const REASON = /\s(?:do|vì|vi|bởi|vướng|vuong|thiếu|thieu|chờ)\s.*$/iu;

/** The words that describe the task: without shares, dates and document numbers. */
function describe(text: string): string {
  const spans = [
    ...findPercents(text),
    ...locateAddresses(text),
    ...locateDocuments(text).filter(({ issuer }) => issuer !== null),
  ];
  return blank(text.normalize('NFC'), spans)
    .replace(/\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?/g, ' ')
    .replace(REASON, ' ')
    .replace(ALL, ' ')
    .replace(TALK, ' ');
}

/** "Tất cả nhiệm vụ": all of them are none in particular. */
const ALL =
  /(?<!\p{L})(?:tất cả|tat ca|toàn bộ|toan bo)(?: (?:các|cac|những|nhung))? (?:nhiệm vụ|nhiem vu|đầu việc|dau viec|công việc|cong viec|việc|viec|nv)(?: (?:đều|deu))?(?!\p{L})/giu;

/** How officials speak of any task, with and without marks ("đất" is no "đạt"). */
const TALK =
  /(?<!\p{L})(?:dự kiến|du kien|dkien|tiến độ|tien do|báo cáo|bao cao|hoàn thành|hoan thanh|sửa lại|sua lai|cập nhật|cap nhat|khoảng|khoang|xong|chưa|chua|đã|đang|dang|triển khai|trien khai|thực hiện|thuc hien|được|duoc|rồi|roi|đạt|dat|mới|moi|ạ|nhé)(?!\p{L})/giu;
