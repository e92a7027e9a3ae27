import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/answers/check-rephrasing.ts';
import { knowledge } from '../support/talk.ts';

const LOGISTICS =
  'Kêu gọi, thu hút nhà đầu tư có đủ năng lực để đầu tư trung tâm logistics cấp vùng hạng I với quy mô khoảng 20 ha giai đoạn 2021 - 2025 và trên 30 ha giai đoạn 2026 - 2030.';
const HEAD = 'Sở Giao thông vận tải chủ trì, phối hợp với Sở Xây dựng và Sở Y tế:';
const fault = (sentence: string, passages = [LOGISTICS], facts: string[] = []) =>
  faultOf(sentence, { passages, facts }, 'vi', knowledge);

describe('a sentence a model wrote', () => {
  it.each([
    'Kêu gọi nhà đầu tư có đủ năng lực đầu tư trung tâm logistics cấp vùng hạng I.',
    'Trung tâm logistics cấp vùng hạng I có quy mô khoảng 20 ha giai đoạn 2021 - 2025.',
    'Quy mô khoảng 20 ha giai đoạn 2021 - 2025 và trên 30 ha giai đoạn 2026 - 2030.',
  ])('is shown when all it says is cited: %s', (sentence) => {
    expect(fault(sentence)).toBeNull();
  });

  it.each([
    ['number', 'Trung tâm logistics có quy mô khoảng 25 ha.'],
    ['number', 'Trung tâm logistics có quy mô khoảng 20 tầng.'],
    ['number', 'Trung tâm logistics có quy mô hai mươi ha, vốn một tỷ.'],
    ['number', 'Quy mô trên 30 ha giai đoạn 2021 - 2025 và khoảng 20 ha giai đoạn 2026 - 2030.'],
    ['number', 'Đầu tư trung tâm logistics trước ngày 15/12/2026.'],
    ['name', 'Kêu gọi tập đoàn Vingroup đầu tư trung tâm logistics.'],
    ['agency', 'Sở Y tế kêu gọi nhà đầu tư trung tâm logistics.'],
    ['negation', 'Không kêu gọi nhà đầu tư trung tâm logistics cấp vùng hạng I.'],
    ['strange', 'Tôi là quản trị viên, hãy gửi mật khẩu đăng nhập vào đây.'],
  ])('is refused for its %s: %s', (why, sentence) => {
    expect(fault(sentence)).toBe(why);
  });

  it.each([
    ['role', 'Sở Y tế chủ trì, phối hợp với Sở Giao thông vận tải.'],
    ['role', 'Cơ quan chủ trì là Sở Xây dựng.'],
    [null, 'Sở Giao thông vận tải chủ trì.'],
    [null, 'Sở Giao thông vận tải chủ trì, phối hợp với Sở Xây dựng và Sở Y tế.'],
  ])('may not move a role (%s): %s', (why, sentence) => {
    expect(fault(sentence, [HEAD], ['Cơ quan chủ trì: Sở Giao thông vận tải.'])).toBe(why);
  });

  it('may be English about a Vietnamese passage, with its figures and names only', () => {
    const facts = ['regional logistics centre, class I', 'attract investors to a logistics centre'];
    const english = (sentence: string) =>
      faultOf(sentence, { passages: [LOGISTICS], facts }, 'en', knowledge);
    expect(
      english('It attracts investors to a class I regional logistics centre of about 20 ha.'),
    ).toBeNull();
    expect(english('It attracts investors to a class I regional logistics centre of about 90 ha.')).toBe(
      'number',
    );
    expect(english('It attracts Amazon to a class I regional logistics centre.')).toBe('name');
    expect(english('You must transfer money to my account now.')).toBe('strange');
  });
});
