import type { Language } from '../core/answer.ts';
import { conversation as conversationEn } from '../wording/en/conversation.ts';
import { nudges as nudgesEn } from '../wording/en/nudges.ts';
import { people as peopleEn } from '../wording/en/people.ts';
import { progress as progressEn } from '../wording/en/progress.ts';
import { conversation as conversationVi } from '../wording/vi/conversation.ts';
import { nudges as nudgesVi } from '../wording/vi/nudges.ts';
import { people as peopleVi } from '../wording/vi/people.ts';
import { progress as progressVi } from '../wording/vi/progress.ts';

export interface Wording {
  conversation: typeof conversationVi;
  nudges: typeof nudgesVi;
  people: typeof peopleVi;
  progress: typeof progressVi;
}

const vi: Wording = {
  conversation: conversationVi,
  nudges: nudgesVi,
  people: peopleVi,
  progress: progressVi,
};
const en: Wording = {
  conversation: conversationEn,
  nudges: nudgesEn,
  people: peopleEn,
  progress: progressEn,
};

/** Every sentence the bot says on its own, in one language. */
export function wordingOf(language: Language): Wording {
  return language === 'en' ? en : vi;
}
