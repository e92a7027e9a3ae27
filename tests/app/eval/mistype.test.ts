import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mistype } from '../../../src/app/eval/mistype.ts';
import { readRows } from '../../../src/app/eval/rows.ts';
import { fold } from '../../../src/core/text.ts';
import { findAddresses } from '../../../src/understand/address.ts';
import { findDates } from '../../../src/understand/dates.ts';
import { findPercents } from '../../../src/understand/update/percent.ts';
import { ROOT } from '../../support/program.ts';

const FILE = join(ROOT, 'tests/eval/questions-dev.jsonl');
const rows = readRows(readFileSync(FILE, 'utf8'), FILE);
const texts = rows.map(({ text }) => text);
const TODAY = '2026-11-25';

describe('a text typed in a hurry', () => {
  it('is the same each time, and another than the text', () => {
    const changed = texts.filter((text) => {
      expect(mistype(text)).toBe(mistype(text));
      return mistype(text) !== text.normalize('NFC');
    });
    expect(changed.length).toBeGreaterThan(0.95 * texts.length);
  });

  it.each([
    ['numbers', (text: string) => text.match(/\d+/g)],
    ['addresses', (text: string) => findAddresses(text, 'IV')],
    ['shares', (text: string) => findPercents(text).map(({ percent }) => percent)],
    ['abbreviations', (text: string) => text.match(/(?<!\S)\p{Lu}{2,}(?!\S)/gu)],
  ])('keeps its %s', (_, read) => {
    for (const text of texts) expect({ text, read: read(mistype(text)) }).toEqual({ text, read: read(text) });
  });

  it('keeps the days of reports', () => {
    const days = (text: string): string[] => findDates(text, TODAY).map(({ day }) => day);
    const lost = rows
      .filter(({ group }) => group === 'update')
      .filter(({ text }) => !days(text).every((day) => days(mistype(text)).includes(day)));
    expect(lost.map(({ text }) => `${text} → ${mistype(text)}`)).toEqual([]);
  });

  it('takes a slip or two, no more', () => {
    for (const text of texts) {
      const before = text.normalize('NFC').split(/\s+/);
      const after = mistype(text).split(/\s+/);
      const kept = after.filter((word) => before.includes(word)).length;
      // Two words run together are one slip.
      expect(before.length - kept, `${text} / ${mistype(text)}`).toBeLessThanOrEqual(4);
      expect(before.length - after.length).toBeLessThanOrEqual(2);
    }
  });

  it('is made of the slips people make', () => {
    const seen = texts.flatMap((text) => {
      const before = new Set(text.normalize('NFC').split(/\s+/));
      return mistype(text)
        .split(/\s+/)
        .filter((word) => !before.has(word));
    });
    const bare = (word: string): boolean => word === fold(word);
    expect(seen.some((word) => /^[\p{L}]+[sfrxj]$/u.test(word) && bare(word))).toBe(true);
    expect(seen.some((word) => /(\p{L})\1/u.test(word))).toBe(true);
    expect(seen.some((word) => !bare(word))).toBe(true);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(mistype(text).match(/\d+/g)).toEqual(text.normalize('NFC').match(/\d+/g));
      }),
    );
  });

  it('leaves a text with nothing to mistype as it is', () => {
    expect(mistype('KH 136: 100%')).toBe('KH 136: 100%');
  });
});
