import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropParticles, dropShell } from '../../src/understand/shell.ts';

describe('the polite shell of a question', () => {
  it.each([
    ['Dạ em chào anh, anh cho em hỏi hạn báo cáo là ngày nào ạ, em cảm ơn', 'hạn báo cáo là ngày nào'],
    ['Kính chào anh chị, nhờ anh chị cho biết ai chủ trì y tế', 'ai chủ trì y tế'],
    ['cho e hoi han bao cao khi nao vay a', 'han bao cao khi nao'],
    ['Could you please tell me which agency leads logistics?', 'which agency leads logistics?'],
    ['hình như sở nào cũng phải báo cáo, trả lời ngắn gọn giúp em', 'sở nào cũng phải báo cáo'],
    ['ai chủ trì kinh tế đêm', 'ai chủ trì kinh tế đêm'],
    ['kinh phí thực hiện là bao nhiêu', 'kinh phí thực hiện là bao nhiêu'],
  ])('%s', (text, core) => {
    expect(dropParticles(dropShell(text))).toBe(core);
  });

  it('keeps what is all shell, so that thanks are still thanks', () => {
    expect(dropShell('em cảm ơn anh nhiều')).toBe('em cảm ơn anh nhiều');
  });

  it('never loses everything and never makes words up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const core = dropShell(text);
        if (text.trim() !== '') expect(core.trim()).not.toBe('');
        const own = new Set(text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []);
        for (const word of core.match(/[\p{L}\p{N}]+/gu) ?? []) expect(own).toContain(word);
      }),
    );
  });
});
