import { fold } from '../../core/text.ts';
import { locateAgencies, withoutAgencies } from '../../understand/agencies.ts';
import type { Intent } from '../../understand/intent.ts';
import { yearOf } from '../dates.ts';
import { nameOf } from './documents.ts';
import type { Talk } from './followed.ts';
import { isOwn } from './own-agency.ts';
import { agencyAmong } from './part-names.ts';

/** What else a question can be put to. */
export type Kind = 'agency' | 'focal' | 'everyone' | 'field' | 'year' | 'document' | 'address' | 'matter';

export interface Named {
  kind: Kind;
  /** As a question says it. */
  name: string;
}

/** What a field's name alone reads as. */
const BARE: Intent[] = ['field', 'content'];
const YEAR =
  /^(?:(?:the|con|giai doan|gd|nam|den|toi|thoi ky|vao|by|in|for|year|until|the|period|from) )*(20\d\d(?: ?(?:[-–]|den|to) ?20\d\d)?)$/;
const EVERYONE =
  /^(?:(?:cac|moi|tat ca|tat ca cac|nhung) (?:so|don vi|co quan|nganh|so nganh|so ban nganh|huyen|xa|dia phuong)(?: khac)?|(?:every|other|the other|all) (?:agency|agencies|departments|units))$/;
const FOCAL = /^(?:(?:co quan|don vi|ben|phan|cua|the) )*(?:dau moi|focal(?: agency| body)?)$/;

/** What the words name; null for the own agency of somebody who never said it. */
export function namedIn(text: string, talk: Talk): Named | null {
  const { read, index, memory, own } = talk;
  if (isOwn(text)) {
    const agency = own === null ? undefined : index.agency(own);
    return agency ? { kind: 'agency', name: agency.name } : null;
  }
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  const year = YEAR.exec(folded)?.[1] ?? relativeYear(folded, talk);
  if (year) return { kind: 'year', name: year };
  const known = memory.documents.length > 0 && /^\d{2,5}$/.test(folded) ? numbered(folded, talk) : undefined;
  if (known) return { kind: 'document', name: known };
  if (FOCAL.test(folded)) return { kind: 'focal', name: text };
  if (EVERYONE.test(folded)) return { kind: 'everyone', name: text };
  const question = read(text);
  if (question.bareAddress) return { kind: 'address', name: question.addresses[0] ?? text };
  if (question.documentNumbers.length > 0 && question.intent === 'document')
    return { kind: 'document', name: text };
  const [agency] = question.agencies;
  if (agency && namesOnly(text, talk)) return { kind: 'agency', name: text };
  const field =
    question.wholeField && BARE.includes(question.intent) ? index.field(question.fields[0] ?? '') : undefined;
  if (field && question.agencies.length === 0) return { kind: 'field', name: field.name };
  const among = agencyAmong(text, [...memory.agencies, ...memory.responsible], index);
  if (among) return { kind: 'agency', name: among.name };
  return { kind: 'matter', name: text };
}

/** "Năm sau", and "giai đoạn sau" of the period the question names. */
function relativeYear(folded: string, { memory, now }: Talk): string | undefined {
  if (/^(?:nam (?:sau|toi)|sang nam|next year)$/.test(folded)) return String(yearOf(now) + 1);
  if (/^(?:nam nay|this year)$/.test(folded)) return String(yearOf(now));
  if (!/^(?:giai doan|thoi ky) (?:sau|toi|tiep theo|ke tiep)$|^the next period$/.test(folded))
    return undefined;
  const [, from = '', to = ''] = /(20\d\d)\s*[-–]\s*(20\d\d)/.exec(memory.question) ?? [];
  return to === '' ? undefined : `${Number(to) + 1}-${Number(to) + 1 + Number(to) - Number(from)}`;
}

/** The cited document of this number, as a question says it. */
function numbered(digits: string, { knowledge }: Talk): string | undefined {
  const found = knowledge.programme.documents.filter(({ number }) => number.split(/[/-]/)[0] === digits);
  return found.length === 1 && found[0] ? nameOf(found[0]) : undefined;
}

/** An agency's name, and no word of a question. */
function namesOnly(text: string, { knowledge }: Talk): boolean {
  const rest = fold(withoutAgencies(text.normalize('NFC'), locateAgencies(text, knowledge)));
  return /^[^\p{L}\p{N}]*(?:(?:cua|ben|voi|the|of|for|ve|va|and|ca)[^\p{L}\p{N}]*)*$/u.test(rest);
}
