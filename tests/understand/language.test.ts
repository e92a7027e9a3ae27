import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understand/language.ts';

describe('the language of a message', () => {
  it('is not English for the letters a code happens to hold', () => {
    for (const code of ['7TO4-K2HE-9999', 'WHEN-0000-0000', '0OF1-2IS3-4BY5', '0000-0000-TASK'])
      expect(detectLanguage(`/thamgia ${code}`), code).toBe('vi');
  });

  it('is English where the words are', () => {
    expect(detectLanguage('which agency leads logistics tasks?')).toBe('en');
    expect(detectLanguage('deadline, please')).toBe('en');
    expect(detectLanguage('when is the 2026 report due?')).toBe('en');
    expect(detectLanguage('summarise section IV.8')).toBe('en');
    expect(detectLanguage('co quan nao chu tri logistics')).toBe('vi');
  });
});
