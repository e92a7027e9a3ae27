import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeRegExp, fold, shorten, splitText, visibleLength } from '../../src/core/text.ts';

describe('cleanText', () => {
  it('makes NFC, drops control characters and unpaired surrogates, keeps line breaks', () => {
    expect(cleanText('a\u0000b\r\nc\ud800\u200b')).toBe('ab\nc�');
    expect(cleanText('Hậu cần'.normalize('NFD'))).toBe('Hậu cần');
  });

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('fold', () => {
  it('gives what people type in a hurry', () => {
    expect(fold('Đề án XÃ HỘI HÓA')).toBe('de an xa hoi hoa');
  });
});

describe('escapeRegExp', () => {
  it('makes a pattern that finds the text and nothing else, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const pattern = new RegExp(`^${escapeRegExp(text)}$`, 'u');
        expect(pattern.test(text)).toBe(true);
        expect(pattern.test(`${text}x`)).toBe(false);
      }),
    );
  });
});

describe('lengths', () => {
  it('counts what a person sees', () => {
    expect(visibleLength('ệ'.normalize('NFD'))).toBe(1);
    expect(visibleLength('👩‍⚕️🇻🇳')).toBe(2);
  });

  it('counts 100,000 characters in little memory', () => {
    expect(visibleLength('ệ'.normalize('NFD').repeat(100_000))).toBe(100_000);
    expect(visibleLength(shorten('logistics '.repeat(10_000), 500))).toBeLessThanOrEqual(500);
  });

  it('shortens to the limit and never more than needed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.integer({ min: 1, max: 80 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(visibleLength(short)).toBeLessThanOrEqual(Math.max(limit, 1));
          if (visibleLength(text) <= limit) expect(short).toBe(text);
        },
      ),
    );
  });
});

describe('splitText', () => {
  it('loses nothing but blanks, keeps every part within the limit and every character whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.integer({ min: 20, max: 200 }),
        (raw, limit) => {
          const text = cleanText(raw);
          const parts = splitText(text, limit);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
          expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const part of parts) expect(part.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
