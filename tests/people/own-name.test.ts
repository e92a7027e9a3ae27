import { describe, expect, it } from 'vitest';
import { cleanName } from '../../src/people/own-name.ts';

describe('a name that is kept', () => {
  it.each([
    ['  Trần   Thị\nHà ', 'Trần Thị Hà'],
    ['Trần Thị Hà'.normalize('NFD'), 'Trần Thị Hà'],
    ['H’Hen Niê', 'H’Hen Niê'],
    ["Anne-Marie O'Neill", "Anne-Marie O'Neill"],
    ['Vũ', 'Vũ'],
    ['đỗ thị ánh', 'Đỗ Thị Ánh'],
    ['TRẦN THỊ HÀ', 'TRẦN THỊ HÀ'],
    ['A'.repeat(100), 'A'.repeat(100)],
  ])('%j → %j', (text, name) => expect(cleanName(text)).toBe(name));

  it.each([
    '',
    'A',
    'a'.repeat(101),
    '0912345678',
    'Hà 2',
    '=HYPERLINK',
    '-Hà',
    '<b>Hà</b>',
    'Hà; Nam',
    '👩‍⚕️ Hà',
  ])('none: %j', (text) => expect(cleanName(text)).toBeNull());
});
