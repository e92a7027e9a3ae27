import { expect, it } from 'vitest';
import { spokenNumbers } from '../../src/understand/spoken-numbers.ts';

it.each([
  ['tháng tám năm hai nghìn không trăm hai bảy', 'tháng 8 năm 2027'],
  ['Hết năm hai nghìn không trăm hai mươi tám', 'Hết năm 2028'],
  ['năm hai ngàn không trăm ba mươi', 'năm 2030'],
  ['cuối tháng mười hai', 'cuối tháng 12'],
  ['tháng năm năm 2027', 'tháng 5 năm 2027'],
  ['đầu tháng giêng', 'đầu tháng 1'],
])('%s', (said, written) => expect(spokenNumbers(said)).toBe(written));

it.each(['ba tháng năm nay', 'mỗi tháng hai lần', 'hai nghìn học sinh', 'tháng này'])(
  'is no month or year: %s',
  (said) => expect(spokenNumbers(said)).toBe(said),
);
