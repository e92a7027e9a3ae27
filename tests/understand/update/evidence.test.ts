import { expect, it } from 'vitest';
import { evidenceIn } from '../../../src/understand/update/evidence.ts';

const TASK = 'triển khai Kế hoạch số 210/KH-UBND ngày 02/10/2020 của UBND tỉnh';

it.each<[string, string[]]>([
  ['đã trình theo Công văn số 123/SYT-KHTC ngày 20/11/2026', ['Công văn số 123/SYT-KHTC']],
  ['bc 45/BC-SYT và qd 12/2026/QĐ-UBND', ['bc 45/BC-SYT', 'qd 12/2026/QĐ-UBND']],
  ['theo Kế hoạch số 210/KH-UBND, xem https://thanhhoa.gov.vn/abc.', ['https://thanhhoa.gov.vn/abc']],
  ['9/13 bệnh viện, dự kiến xong 15/12, đạt 60%', []],
  ['123/SYT-KHTC, nhắc lại 123/SYT-KHTC', ['123/SYT-KHTC']],
])('%s', (text, found) => {
  expect(evidenceIn([text], TASK)).toEqual(found);
});
