import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../src/understand/address.ts';

describe('addresses as people write them', () => {
  it.each([
    ['IV.2.a.3 xong 60%', ['IV.2.a.3']],
    ['iv 2a gạch 3 đạt 70%', ['IV.2.a.3']],
    ['mục IV.4.a, gạch đầu dòng thứ 3', ['IV.4.a.3']],
    ['4.a.3: đang làm', ['IV.4.a.3']],
    ['IV.7.2 xong', ['IV.7.2']],
    ['III.6.4 nói gì', ['III.6.4']],
    ['nguyên văn V.1.2', ['V.1.2']],
    ['xong 60%, dự kiến 30/12', []],
    ['quý II/2027', []],
    ['cảng loại I', []],
    ['nguyên văn QĐ.2.3.b.1', ['QĐ.2.3.b.1']],
    ['nguyen van qd.cc.2', ['QĐ.CC.2']],
    ['PL.II.III.46.1 xong 60%', ['PL.II.III.46.1']],
    ['C.I.2 gạch 1 nói gì', ['C.I.2.1']],
  ])('%s', (text, addresses) => {
    expect(findAddresses(text, 'IV')).toEqual(addresses);
  });

  it('adds the section or article most tasks stand in where it is left out', () => {
    expect(findAddresses('2a gạch 3 đạt 70%', 'II')).toEqual(['II.2.a.3']);
    expect(findAddresses('mục 4 gạch 2', 'QĐ.2')).toEqual(['QĐ.2.4.2']);
  });
});
