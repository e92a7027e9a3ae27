import type { Day } from '../../core/clock.ts';
import type { ProgressFields } from '../../core/progress.ts';
import { cleanText } from '../../core/text.ts';
import { taskHome } from '../../knowledge/programme-parts.ts';
import { foldAligned } from '../align.ts';
import { findImpossibleDay } from '../dates.ts';
import { spokenNumbers } from '../spoken-numbers.ts';
import { decodeTelex } from '../telex.ts';
import { type ClauseKind, clauses, sortClauses } from './clauses.ts';
import { findExpected } from './expected.ts';
import { findIndicator, type Indicator } from './indicator.ts';
import { progressPercent } from './percent.ts';
import { findState } from './state.ts';
import { sureness } from './sureness.ts';
import { type FoundTask, findTaskOf, type TaskContext } from './task.ts';

export interface UpdateContext extends TaskContext {
  today: Day;
}

export interface ParsedUpdate {
  fields: ProgressFields;
  /** Where the task is not certain: the likeliest, best first. */
  taskCandidates: string[];
  /** How surely the text is a report on a task, 0 to 1. */
  isUpdate: number;
  /** How the task was found: by its address, a document it cites, its words; or not. */
  taskBy: FoundTask['by'];
  /** It corrects an earlier report. */
  correction: boolean;
  /** A day it names that no calendar has ("31/11"). */
  impossibleDay: string | null;
  /** It states a figure of the economy, not how far a task is. */
  indicator: Indicator | null;
}

/** From here on a message is taken as a report rather than a question. */
export const SURE = 0.5;

/** Reads a message as a progress update. Pure; whatever is not said stays null. */
export function parseUpdate(text: string, context: UpdateContext): ParsedUpdate {
  // "Dạ" at the head is manners; folded it would be "đã".
  const written = spokenNumbers(decodeTelex(cleanText(text)))
    .replace(/^(?:dạ|vâng)[\s,]+/iu, '')
    .replace(NOTHING_TOLD, '$1');
  const folded = foldAligned(written);
  const held = written.replace(DENIED, '').replace(ORDINAL, '$1');
  const indicator = findIndicator(written, folded, taskHome(context.taskAddresses));
  const percent = indicator ? null : progressPercent(written);
  const parts = clauses(held);
  const found = findTaskOf(written, context);
  const sorted = sortClauses(held);
  const ofKind = (kind: ClauseKind): string | null =>
    join(sorted.filter((one) => one.kind === kind).map(({ part }) => part));
  const fields: ProgressFields = {
    task: found.task,
    percent,
    state: indicator ? null : findState(foldAligned(held), percent),
    result: ofKind('result'),
    difficulty: ofKind('difficulty'),
    proposal: ofKind('proposal'),
    expectedDate: indicator ? null : findExpected(parts, context.today),
  };
  const correction = CORRECTION.test(folded);
  return {
    fields,
    taskCandidates: found.candidates,
    isUpdate: indicator ? INDICATOR_SURE : sureness(written, fields, found, correction),
    taskBy: found.by,
    correction,
    impossibleDay: findImpossibleDay(written),
    indicator,
  };
}

/** "Khó khăn: không", "không có vướng mắc gì": the line of a form that is filled in with nothing. */
const NOTHING_TOLD =
  /(^|[,;.\n]\s*)(?:(?:(?:khó khăn|kho khan|vướng mắc|vuong mac|vướng|vuong|kk|tồn tại|đề xuất|de xuat|kiến nghị|kien nghi|đx|dx|kn)[\s,/-]*)+:\s*(?:không|khong|ko|k|chưa|chua)(?:\s(?:có|co|phát sinh|phat sinh|gì|gi|ạ))*|(?:không|khong|ko|k)(?: có| co| gặp| gap)? (?:khó khăn|kho khan|vướng mắc|vuong mac|vướng|kiến nghị|đề xuất)(?:,? (?:vướng mắc|kiến nghị|đề xuất))*(?: gì| gi| nào)?)\s*(?=[,;.\n]|$)/giu;
/** "Nhiệm vụ thứ ba" is no Tuesday. */
const ORDINAL = /((?:nhiệm vụ|nhiem vu|nv|việc|viec|cái|cai|ý) )(?:thứ|thu) \p{L}+/giu;
/** "Đang vướng chứ không phải chưa làm": what is denied does not count. */
const DENIED = /[,\s]+(?:chứ|chu)\s+(?:không|ko|k|khong)\s+(?:phải|phai)\s[^,;.]*/giu;
const INDICATOR_SURE = 0.8;
const CORRECTION =
  /\b(sua lai|sai roi|dinh chinh|nham|chu (k|ko|khong|hong) phai|cap nhat lai|dieu chinh lai|ghi sai|correction|correct that|i meant)\b/;

function join(parts: string[]): string | null {
  return parts.length > 0 ? parts.join('; ') : null;
}
