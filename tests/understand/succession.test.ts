import { describe, expect, it } from 'vitest';
import { readSuccession } from '../../src/understand/succession.ts';
import { knowledge } from '../support/talk.ts';

function read(text: string) {
  const { former, successor, ...said } = readSuccession(text, knowledge, '2026-11-25', 'IV');
  return { ...said, former: former?.id ?? null, successor: successor?.id ?? null };
}
const nothing = {
  takesBack: false,
  passes: true,
  former: null,
  successor: null,
  addresses: [],
  from: null,
  basis: null,
};
const whole = {
  ...nothing,
  former: 'so-giao-thong-van-tai',
  successor: 'so-xay-dung',
  from: '2025-03-01',
  basis: 'Nghị quyết 52/NQ-HĐND',
};

describe('what an administrator says of a successor', () => {
  it.each([
    'Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết 52/NQ-HĐND',
    'Sở Giao thông vận tải -> Sở Xây dựng từ ngày 1/3/2025, theo Nghị quyết 52/NQ-HĐND.',
    'SGTVT => SXD kể từ 1.3.2025 căn cứ Nghị quyết 52/NQ-HĐND',
    'GTVT sang Xây dựng từ tháng 3/2025 theo Nghị quyết 52/NQ-HĐND',
    'chuyển nhiệm vụ của Sở Giao thông vận tải sang Sở Xây dựng theo Nghị quyết 52/NQ-HĐND từ 01/03/2025',
    'Sở Giao thông vận tải do Sở Xây dựng đảm nhiệm từ 01/03/2025 theo Nghị quyết 52/NQ-HĐND',
    'Sở Giao thông vận tải → Sở Xây dựng, theo Nghị quyết 52/NQ-HĐND, có hiệu lực từ ngày 01/03/2025',
    'Department of Transport to Department of Construction from 1 March 2025 under Nghị quyết 52/NQ-HĐND',
  ])('%s', (text) => {
    expect(read(text)).toEqual(whole);
  });

  it('keeps the date of a document apart from the day it begins', () => {
    const basis = 'Nghị quyết 52/NQ-HĐND ngày 25/02/2025 của HĐND tỉnh';
    expect(read(`Sở GTVT → Sở Xây dựng từ 01/03/2025 theo ${basis}`)).toEqual({ ...whole, basis });
    expect(read(`Sở GTVT → Sở Xây dựng theo ${basis}`)).toEqual({ ...whole, basis, from: null });
  });

  it('reads one task or several, with the agency or without', () => {
    const noiVu = { ...nothing, successor: 'so-noi-vu' };
    expect(read('IV.3.b.2 → Sở Nội vụ')).toEqual({ ...noiVu, addresses: ['IV.3.b.2'] });
    expect(read('3b2 do Sở Nội vụ đảm nhiệm')).toEqual({ ...noiVu, addresses: ['IV.3.b.2'] });
    expect(read('IV.3.b.1, IV.3.b.2 → Sở Nội vụ từ 1/3/2025')).toEqual({
      ...noiVu,
      addresses: ['IV.3.b.1', 'IV.3.b.2'],
      from: '2025-03-01',
    });
    expect(read('nhiệm vụ IV.1.b.2 của Sở GTVT sang Sở Nội vụ')).toEqual({
      ...noiVu,
      former: 'so-giao-thong-van-tai',
      addresses: ['IV.1.b.2'],
    });
  });

  it('reads an agency alone, and a word taken back', () => {
    const alone = { ...nothing, former: 'so-giao-thong-van-tai', passes: false };
    expect(read('Sở Giao thông vận tải')).toEqual(alone);
    for (const bo of ['bỏ', 'bo', 'hủy xác nhận'])
      expect(read(`${bo} Sở Giao thông vận tải`)).toEqual({ ...alone, takesBack: true });
  });

  it.each(['Bộ Giao thông vận tải', 'bo giao thong van tai'])('takes no ministry for “bỏ”: %s', (text) => {
    expect(read(text)).toMatchObject({ takesBack: false, former: 'bo-giao-thong-van-tai' });
  });

  it('takes the gap of an example for no basis', () => {
    expect(read('Sở GTVT → Sở Xây dựng từ 01/03/2025 theo Nghị quyết số …')).toEqual({
      ...whole,
      basis: null,
    });
  });

  it('does not guess a direction nobody gave', () => {
    expect(read('Sở Xây dựng, Sở Giao thông vận tải')).toEqual(nothing);
  });

  it('takes no name for an arrow', () => {
    expect(read('Mặt trận Tổ quốc → Sở Nội vụ')).toMatchObject({
      former: 'mat-tran-to-quoc',
      successor: 'so-noi-vu',
    });
    expect(read('mat tran to quoc sang so noi vu')).toMatchObject({
      former: 'mat-tran-to-quoc',
      successor: 'so-noi-vu',
    });
    expect(read('so ke hoach dau tu sang so tai chinh tu 1/3/2025 theo NQ 52')).toMatchObject({
      former: 'so-ke-hoach-dau-tu',
      successor: 'so-tai-chinh',
      from: '2025-03-01',
      basis: 'NQ 52',
    });
  });
});
