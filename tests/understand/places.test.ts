import { describe, expect, it } from 'vitest';
import { locatePlaces } from '../../src/understand/places.ts';
import { knowledge } from '../support/talk.ts';

const found = (text: string): [string, string | null, number][] =>
  locatePlaces(text, knowledge).map(({ name, level, listed }) => [name, level, listed.length]);

describe('a place', () => {
  it.each<[string, [string, string | null, number][]]>([
    ['huyện Nga Sơn', [['Nga Sơn', 'district', 1]]],
    ['huyen nga son co gi', [['Nga Sơn', 'district', 1]]],
    ['UBND tx. Bỉm Sơn', [['Bỉm Sơn', 'district', 1]]],
    ['TP Thanh Hóa', [['Thanh Hóa', 'district', 1]]],
    ['xã Nga Sơn', [['Nga Sơn', 'commune', 1]]],
    ['P. Quảng Phú', [['Quảng Phú', 'commune', 1]]],
    ['phuong ham rong', [['Hàm Rồng', 'commune', 1]]],
    ['Nga Sơn', [['Nga Sơn', null, 2]]],
    ['Lang Chánh', [['Lang Chánh', null, 1]]],
    ['xã Thiệu Phúc', [['Thiệu Phúc', 'commune', 0]]],
    [
      'từ Hậu Lộc sang huyện Quan Sơn',
      [
        ['Hậu Lộc', null, 2],
        ['Quan Sơn', 'district', 1],
      ],
    ],
    ['tỉnh Thanh Hóa', []],
    ['xã hội hóa y tế', []],
    ['phương án xã Hội đồng', []],
    ['nga sớn', []],
  ])('%s', (text, places) => expect(found(text)).toEqual(places));

  it('bears the name of the province it is in, whichever that is', () => {
    const elsewhere = {
      about: { ...knowledge.about, places: ['Hải Vân'] },
      places: [{ name: 'Hải Vân', kind: 'thành phố', level: 'district' as const }],
      communes: null,
      districts: 'ubnd-quan',
    };
    const named = (text: string): [string, string[]][] =>
      locatePlaces(text, elsewhere).map(({ name, groups }) => [name, groups]);
    expect(named('tỉnh Hải Vân')).toEqual([]);
    expect(named('TP Hải Vân')).toEqual([['Hải Vân', ['ubnd-quan']]]);
    expect(named('Bỉm Sơn')).toEqual([]);
    expect(locatePlaces('Bỉm Sơn', { ...elsewhere, places: [] })).toEqual([]);
  });

  it('may be written with any marks', () => {
    const place = { name: 'Bãi (Trầm', kind: 'xã', level: 'commune' as const };
    const found = locatePlaces('xã Bãi (Trầm làm gì', { ...knowledge, places: [place] });
    expect(found.map(({ listed }) => listed)).toEqual([[place]]);
  });

  it('is listed: 26 districts, and the 27th of 2024, 147 communes and 19 wards', () => {
    const count = (kind: string): number => knowledge.places.filter((place) => place.kind === kind).length;
    expect(['huyện', 'thị xã', 'thành phố', 'xã', 'phường'].map(count)).toEqual([23, 2, 2, 147, 19]);
  });
});
