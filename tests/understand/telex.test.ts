import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/text.ts';
import { decodeTelex } from '../../src/understand/telex.ts';
import { knowledge } from '../support/talk.ts';

describe('Telex with the input method off', () => {
  it.each([
    ['Sowr nafo chur trif du lichj', 'Sở nào chủ trì du lịch'],
    ['nhieemj vuj cuar sowr y tees', 'nhiệm vụ của sở y tế'],
    ['hanj baos caso laf khi nafo', null],
    ['quyeets ddinhj nayf cos hieeuj luwcj tuwf ngayf nafo', 'quyết định này có hiệu lực từ ngày nào'],
    ['ddaats ddai thuooc veef ai', null],
    ['truowngf hocj thuwcj hieenj chuyeenr ddooir soos', 'trường học thực hiện chuyển đổi số'],
    ['IV.4.a.1 xong 60% roofi, vuwowngs mawtj bawngf', null],
  ])('is read as it was meant: %s', (typed, meant) => {
    const read = decodeTelex(typed);
    if (meant) expect(read).toBe(meant);
    else expect(read).not.toBe(typed);
  });

  it.each([
    'ai chu tri du lich',
    'which agency leads logistics tasks?',
    'is there a target for smart cities in the programme?',
    'Sở Giao thông vận tải',
    'he thong giao thong thong minh ITS va logistics',
    'website thuong mai dien tu, Zoom, Telehealth, TeleICU',
    'xong 45% roi nhe',
    'bao hiem xa hoi tinh co ten trong qd khong, viec gi',
    'KH 210 va qd 73 ttg',
  ])('leaves other writing alone: %s', (text) => {
    expect(decodeTelex(text)).toBe(text);
  });

  it('gives back every sentence of the decision typed so', () => {
    const keys: Record<string, string> = {
      '\u0301': 's',
      '\u0300': 'f',
      '\u0309': 'r',
      '\u0303': 'x',
      '\u0323': 'j',
    };
    const typed = (word: string): string => {
      const parts = word.normalize('NFD');
      const tone = [...parts].map((mark) => keys[mark] ?? '').join('');
      const plain = [...parts].filter((mark) => !keys[mark]).join('');
      return (
        plain
          .replace(/([aeo])\u0302/g, '$1$1')
          .replace(/([aou])[\u0306\u031b]/g, '$1w')
          .replace(/đ/g, 'dd') + tone
      );
    };
    const words = [...new Set(knowledge.source.toLowerCase().match(/\p{L}+/gu) ?? [])].filter(
      (word) => typed(word) !== word,
    );
    expect(words.length).toBeGreaterThan(400);
    const wrong = words.filter((word) => {
      const [read = ''] = decodeTelex(`${typed(word)} nhieemj`).split(' ');
      return fold(read) !== fold(word);
    });
    // What Telex makes of some words is a word of its own.
    expect(wrong.length / words.length).toBeLessThan(0.04);
  });
});
