import { expect, it } from 'vitest';
import { createParts } from '../../../src/app/build-app.ts';
import { unsupported } from '../../../src/app/eval/grounding.ts';
import { looseNumbers } from '../../../src/app/eval/numbers.ts';
import { knowledge } from '../../support/talk.ts';

const parts = createParts(knowledge);
const NOW = new Date('2026-11-25T09:00:00+07:00');
const citations = [{ address: 'III.2.2', quote: 'quy mô tối thiểu khoảng 10 ha', line: 57 }];

it.each([
  ['a figure of the passage', 'Mục III.2.2: tối thiểu 10 ha.', []],
  ['a figure of none', 'Mục III.2.2: tối thiểu 12,5 ha.', ['12,5']],
  // A document is dated in a month 8; that is no reason to believe eight million visitors.
  ['a figure that is part of a date elsewhere', 'Đón 8 triệu khách năm 2024.', ['8', '2024']],
  ['a document and its day', 'Kế hoạch 136/KH-UBND ngày 16/05/2022.', []],
  ['the introduction’s address', 'Được dẫn tại mục QĐ.CC.2, 0. Mục 0: …', []],
])('%s', (_, text, found) => {
  expect(unsupported(text, citations, knowledge)).toEqual(found);
});

it('lets the program count and reckon only where that was asked', () => {
  const ask = (text: string) => parts.ask(text, { now: NOW, agency: null, memory: null });
  const deadline = ask('Hạn nộp báo cáo năm của các sở là ngày nào?');
  expect(deadline.text).toContain('còn 19 ngày');
  expect(looseNumbers('', deadline, parts, NOW)).toEqual([]);
  expect(looseNumbers('', { ...deadline, intent: 'content' }, parts, NOW)).toContain('19');
  const counted = ask('Sở Y tế có mấy nhiệm vụ?');
  expect(counted.text).toContain('10 nhiệm vụ');
  expect(looseNumbers('', counted, parts, NOW)).toEqual([]);
});

it('takes a number of the question back only to deny it', () => {
  const question = 'tỷ trọng dịch vụ trong GRDP năm 2030 là 40% phải không';
  const answer = parts.ask(question, { now: NOW, agency: null, memory: null });
  expect(answer).toMatchObject({ outcome: 'corrected', text: expect.stringContaining('40') });
  expect(looseNumbers(question, answer, parts, NOW)).toEqual([]);
  expect(looseNumbers(question, { ...answer, outcome: 'answered' }, parts, NOW)).toEqual(['40']);
});
