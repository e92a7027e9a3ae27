import type { Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';

/** The last year of the period a decision's title names ("thời kỳ 2021 - 2030"); null where it names none. */
export function lastYear({ title }: Pick<Programme, 'title'>): number | null {
  const found = /\b(?:thoi ky|giai doan|nhiem ky)\s+20\d\d\s*[-–]\s*(20\d\d)/.exec(fold(title));
  return found ? Number(found[1]) : null;
}
