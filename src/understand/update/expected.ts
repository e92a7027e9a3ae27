import type { Day } from '../../core/clock.ts';
import { locateAddresses } from '../address.ts';
import { blank, foldAligned } from '../align.ts';
import { findDates } from '../dates.ts';
import { EXPECTED } from './clauses.ts';

/** The date the work is expected to end; a day that names when something was done does not count. */
export function findExpected(parts: string[], today: Day): Day | null {
  // "Ý thứ 2" is no Monday.
  const bare = parts.map((part) => blank(part.normalize('NFC'), locateAddresses(part)));
  const said = afterCue(bare, SAID, today) ?? afterCue(bare, EXPECTED, today);
  if (said) return said;
  for (const part of bare) {
    const folded = foldAligned(part);
    const late = findDates(part, today, 'future').find(({ index, text }) =>
      NOT_SOONER.test(folded.slice(index + text.length)),
    );
    if (late) return late.day;
  }
  // A day to come is the next step, unless it dates something else; one without a year may be long past.
  for (const part of bare.filter((one) => !DATES_SOMETHING_ELSE.test(foldAligned(one)))) {
    const coming = findDates(part, today, 'nearest').find(
      ({ day, text }) => day > today && !PRESENT.test(foldAligned(text)),
    );
    if (coming) return coming.day;
  }
  return null;
}

function afterCue(parts: string[], cue: RegExp, today: Day): Day | null {
  for (const part of parts) {
    const found = cue.exec(foldAligned(part));
    if (!found) continue;
    const after = findDates(part, today, 'future').find(
      ({ index, text }) => index >= found.index && !PRESENT.test(foldAligned(text)),
    );
    if (after) return after.day;
  }
  return null;
}

/** What the sender expects goes before what was ordered ("hạn tỉnh giao 31/12 nhưng dự kiến 20/1"). */
const SAID =
  /\b(du kien|dkien|du kiem|dk|du tinh|phan dau|se (xong|hoan thanh|trinh|ban hanh|to chuc|ky|nghiem thu)|xin (lui|gia han)|lui (den|sang|toi|lai)|expected|expect|eta)\b/;
/** "30/6 mới xong", "sang tháng 6 mới hoàn thành được". */
const NOT_SOONER = /^\s*moi (?:\S+ ){0,2}(?:xong|hoan thanh|hoan tat|trinh|dua)\b/;
/** "Năm nay", "tuần này": when things happen, not when they end; "cuối tháng này" does. */
const PRESENT = /^(?!.*\b(cuoi|het|giua|dau|thu|trong)\b).*\bnay\b|^dau nam\b/;

const DATES_SOMETHING_ELSE =
  /\b(hop (?:voi|giao ban|ban|chu)|lam viec (?:voi|lai)|(?:kien|de) nghi (?!gia han|cho lui|lui)|da|hom|vua|tu ngay|ngay ky|so \d|theo (qd|kh|cv|quyet dinh|ke hoach|cong van)|so voi|cung ky|nam ngoai|han bao cao)\b/;
