import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/people/csv.ts';

const delimiter = fc.constantFrom(',' as const, ';' as const);
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'Đ', ' ', '"', ',', ';', '\n', '\r\n', '=', '\ufeff', '👩') }),
  fc.string(),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** Written apart from the program: quoted where it must be, or everywhere. */
function written(rows: string[][], sign: string, all: boolean, end: string): string {
  const one = (text: string): string =>
    all || /["\r\n,;]|^\ufeff/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(one).join(sign)).join(end);
}

describe('reading CSV', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(
        table,
        delimiter,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, sign, all, end, mark) => {
          const head = ['họ tên', 'cơ quan', 'x'];
          const text = `${mark ? '\ufeff' : ''}${written([head, ...rows], sign, all, end)}`;
          const read = readCsv(text);
          const filled = [head, ...rows].filter((row) => row.some((one) => one.trim() !== ''));
          expect(read.broken).toBeNull();
          expect(read.records.map(({ cells }) => cells)).toEqual(filled);
        },
      ),
    );
  });

  it('knows on which line each record begins', () => {
    const { records } = readCsv('a,b\n"1\r\n2\n",x\r\n\n3,4\r5,6');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });

  it('ends on any text, with no cell that is not in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r'), maxLength: 60 }),
        (text) => {
          const { records } = readCsv(text);
          const letters = records
            .flatMap(({ cells }) => cells)
            .join('')
            .replace(/[^a]/g, '');
          expect(letters.length).toBeLessThanOrEqual(text.replace(/[^a]/g, '').length);
        },
      ),
    );
  });

  it.each([
    ['a,b\n"c,d', 2],
    ['a,b\nc"d,e', 2],
    ['a,b\n"c"d,e\nf,g', 2],
    ['a,b\n"1\n2",x\n"', 4],
  ])('%j: the quotes of line %i are wrong', (text, line) => expect(readCsv(text).broken).toBe(line));
});

describe('writing CSV', () => {
  it('can be read again, and no cell is a formula', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, sign) => {
        const head = ['a', 'b', 'c'];
        const read = readCsv(writeCsv([head, ...rows], sign)).records.map(({ cells }) => cells);
        // A tab or a line end at the head is made harmless, and so is something to read.
        const filled = [head, ...rows].filter((row) =>
          row.some((one) => one.trim() !== '' || /^[\t\r\n]/.test(one)),
        );
        expect(read.map((row) => row.map((one) => one.replace(/^'/, '')))).toEqual(
          filled.map((row) => row.map((one) => one.replace(/^'/, ''))),
        );
        for (const one of read.flat()) expect(one).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('makes %j harmless', (text) =>
    expect(writeCsv([[text]], ',')).toBe(`"'${text.replaceAll('"', '""')}"\r\n`),
  );
});
