import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../src/understand/yes-no.ts';

describe('an answer to a card', () => {
  it.each([
    'ừ',
    'ok em',
    'OK',
    'đúng rồi',
    'dung r',
    'lưu đi',
    'lưu cả hai nhé',
    'vâng ạ',
    'được rồi, lưu',
    'chốt',
    'yes, save it please',
    'ừ chắc chắn rồi, lưu đi',
    'dạ',
    'ghi đi em',
    'ghi nhận nhé',
  ])('yes: %s', (text) => expect(readYesNo(text)).toBe('yes'));
  it.each([
    'thôi',
    'thôi bỏ',
    'hủy',
    'không',
    'khong luu nua',
    'không lưu nữa',
    'đừng lưu nữa',
    'khong gui nua',
    'đừng lưu',
    'dừng lại đi',
    'ko',
    'cancel',
  ])('no: %s', (text) => expect(readYesNo(text)).toBe('no'));
  it.each(['sai rồi', 'nhầm', 'không phải', 'sửa lại'])('change: %s', (text) =>
    expect(readYesNo(text)).toBe('change'),
  );
  it.each([
    'chắc vậy',
    'ok luu 70%',
    'lưu ý là chưa xong',
    'ai chủ trì?',
    'đúng hạn không',
    '',
    'hay lắm',
    'vâng em gửi sau',
    'nhắn lại nhé',
    'nhận',
    'ghi lại đi',
  ])('neither: %s', (text) => expect(readYesNo(text)).toBeNull());
});
