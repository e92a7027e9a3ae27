import { expect, it } from 'vitest';
import { createMender, telexReadings } from '../../src/knowledge/typing.ts';

const TEXT = 'nhiem vu chu tri du lich y te giao duc cang hang khong'.split(' ');
const pairs = new Set(TEXT.slice(1).map((word, at) => `${TEXT[at]} ${word}`));
const mend = createMender(
  {
    knows: (word) => TEXT.includes(word),
    pairCount: (first, second) => Number(pairs.has(`${first} ${second}`)),
    syllables: TEXT,
  },
  (word) => word === 'abc',
);

it('undoes Telex', () => {
  expect(telexReadings('nhieemj')).toContain('nhiem');
  expect(telexReadings('dduwowngf')).toContain('duong');
  expect(mend(['nhieemj', 'vuj'])).toEqual(['nhiem', 'vu']);
});

it('parts what was run together, where the parts stand side by side', () => {
  expect(mend(['dulich'])).toEqual(['du', 'lich']);
  expect(mend(['lichdu'])).toEqual(['lichdu']);
});

it('mends a slip only where a neighbour confirms it', () => {
  expect(mend(['du', 'lihc'])).toEqual(['du', 'lich']);
  expect(mend(['cangg', 'hang'])).toEqual(['cang', 'hang']);
  expect(mend(['lihc', 'khong'])).toEqual(['lihc', 'khong']);
});

it('leaves alone what is known, short, a number or kept', () => {
  expect(mend(['te', 'zz', '2030x', 'abc', 'giao'])).toEqual(['te', 'zz', '2030x', 'abc', 'giao']);
});
