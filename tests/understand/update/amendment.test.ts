import { describe, expect, it } from 'vitest';
import {
  asksToWait,
  bareNumber,
  changesCard,
  clearedField,
  givesEvidence,
  isShortTalk,
} from '../../../src/understand/update/amendment.ts';

describe('what a message says to a card that waits', () => {
  it.each([
    ['sửa thành 70', 70],
    ['70 nhé', 70],
    ['make it 68', 68],
    ['sai, 45', 45],
    ['sửa thành 170', null],
    ['gọi lại số 0912345678', null],
    ['sửa lại ngày 15/12', null],
    ['70 và 80', null],
  ])('“%s” holds the number %s', (text, value) => expect(bareNumber(text)).toBe(value));

  it.each([
    ['xóa phần khó khăn', 'difficulty'],
    ['bo di muc kien nghi', 'proposal'],
    ['bỏ ngày dự kiến', 'expectedDate'],
    ['xóa giúp', null],
    ['bỏ sót', null],
  ])('“%s” clears %s', (text, field) => expect(clearedField(text)).toBe(field));

  it.each([
    ['thêm minh chứng CV 1234/SYT-KHTC ngày 20/11', true],
    ['kèm công văn số 77/SYT-NVY', true],
    ['88/BC-SYT ngày 10/12', true],
    ['https://syt.thanhhoa.gov.vn/tin/1', true],
    ['bổ sung tài liệu: biên bản 12/BB-SYT', true],
    ['văn bản nào quy định việc này', false],
    ['căn cứ vào đâu mà làm', false],
    ['tài liệu ôn tập của ngành', false],
    ['thêm 12 bệnh viện', false],
  ])('“%s” gives proof: %s', (text, gives) => expect(givesEvidence(text)).toBe(gives));

  it('waits when asked to', () => {
    for (const text of ['để tôi xem lại đã', 'khoan đã em', 'thôi để mai'])
      expect(asksToWait(text)).toBe(true);
    for (const text of ['để xong 60% trước tháng 12', 'lưu đi']) expect(asksToWait(text)).toBe(false);
  });

  it('tells a change and short talk from a report of its own', () => {
    expect(changesCard('thực ra là 55%')).toBe(true);
    expect(changesCard('bệnh viện Phổi đạt 55%')).toBe(false);
    expect(isShortTalk('chắc vậy')).toBe(true);
    expect(isShortTalk('nhiệm vụ của Sở Y tế')).toBe(false);
  });
});
