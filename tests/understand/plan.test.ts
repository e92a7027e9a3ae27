import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlanMessage, parsePlan } from '../../src/understand/plan.ts';

const TODAY = '2026-11-25';
const of = (text: string) => parsePlan(text, TODAY).fields;

describe('what is said of a plan', () => {
  it.each<{ says: string; leader: string | null; finishDate: string | null }>([
    { says: 'PGĐ Trần Thị Hà, 30/6/2027', leader: 'PGĐ Trần Thị Hà', finishDate: '2027-06-30' },
    {
      says: 'pgd tran thi ha phu trach xong truoc 30/6/2027',
      leader: 'pgd tran thi ha',
      finishDate: '2027-06-30',
    },
    { says: 'Nguyễn Văn Nam, cuối năm 2027', leader: 'Nguyễn Văn Nam', finishDate: '2027-12-31' },
    {
      says: 'giao đ/c Lê Văn Bình chỉ đạo; hoàn thành quý 2/2027',
      leader: 'đ/c Lê Văn Bình',
      finishDate: '2027-06-30',
    },
    {
      says: 'Phó Giám đốc Lê Thị Mai trực tiếp chỉ đạo',
      leader: 'Phó Giám đốc Lê Thị Mai',
      finishDate: null,
    },
    {
      says: 'lãnh đạo phụ trách: Lê Thị Hoa\nthời gian hoàn thành: 15/9/2027',
      leader: 'Lê Thị Hoa',
      finishDate: '2027-09-15',
    },
    { says: 'hạn 2028', leader: null, finishDate: null },
    { says: '2028', leader: null, finishDate: '2028-12-31' },
    { says: 'led by Ms Ha, finish by 30 June 2027', leader: 'Ms Ha', finishDate: '2027-06-30' },
  ])('$says', ({ says, leader, finishDate }) => {
    expect(of(says)).toMatchObject({ leader, finishDate });
  });

  it('takes steps with their own days, whatever way they are listed', () => {
    const steps = [
      { text: 'khảo sát', finishDate: '2027-03-31' },
      { text: 'trình đề án', finishDate: '2027-05-30' },
    ];
    for (const says of [
      'anh Nam, 30/6/2027, việc: khảo sát (31/3/2027), trình đề án 30/5/2027',
      'anh Nam, 30/6/2027\n1) khảo sát, 31/3/2027\n2) trình đề án trước 30/5/2027',
      'anh Nam, 30/6/2027; các việc cụ thể: khảo sát 31/3/2027, trình đề án xong 30/5/2027',
    ])
      expect(of(says), says).toEqual({
        leader: 'anh Nam',
        finishDate: '2027-06-30',
        steps,
        immediate: false,
      });
  });

  it('knows that some things are carried out at once, and that some have no date', () => {
    expect(of('triển khai ngay, không cần chương trình riêng').immediate).toBe(true);
    expect(of('lam luon ngay, ko can ke hoach rieng').immediate).toBe(true);
    expect(of('IV.4.a.8 không cần chương trình riêng')).toMatchObject({ immediate: true, leader: null });
    expect(parsePlan('anh Nam phụ trách, thực hiện thường xuyên', TODAY)).toMatchObject({
      undated: true,
      fields: { leader: 'anh Nam', finishDate: null },
    });
  });

  it('is told from a report and from a question', () => {
    for (const says of [
      'kế hoạch IV.4.a.3: PGĐ Hà, 30/6/2027',
      'ke hoach thuc hien nhiem vu IV.4.a.3 pgd ha phu trach',
      'IV.4.a.3 giao chị Hà, hoàn thành quý 2/2027',
      'đặt hạn IV.4.a.3 là 30/9/2027',
      'IV.4.a.8 triển khai ngay',
    ])
      expect(isPlanMessage(says), says).toBe(true);
    for (const says of [
      'IV.4.a.3 xong 60%, dự kiến xong 30/12',
      'ai phụ trách IV.4.a.3?',
      'IV.4.a.3 do ai chủ trì',
      'kế hoạch 210 là gì',
      'IV.7.2 đã triển khai Kế hoạch 210',
      'kế hoạch của đơn vị',
      'IV.4.a.3 do Sở Y tế chỉ đạo à',
      'IV.4.a.3 chị Hà phụ trách phải không',
    ])
      expect(isPlanMessage(says), says).toBe(false);
  });

  it('reads any text without a fault, and invents no day', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { finishDate, steps } = of(text);
        for (const day of [finishDate, ...steps.map((step) => step.finishDate)])
          if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(steps.every((step) => step.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
