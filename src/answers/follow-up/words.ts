import type { Language } from '../../core/answer.ts';
import { followUp as english } from '../../wording/en/follow-up.ts';
import { followUp as vietnamese } from '../../wording/vi/follow-up.ts';

export function wordsIn(language: Language): typeof vietnamese {
  return language === 'en' ? english : vietnamese;
}
