import type { Language } from '../core/answer.ts';
import type { About } from '../core/programme.ts';
import { calledIn } from '../wording/called.ts';
import { account as accountEn } from '../wording/en/account.ts';
import { conversation as conversationEn } from '../wording/en/conversation.ts';
import { handover as handoverEn } from '../wording/en/handover.ts';
import { health as healthEn } from '../wording/en/health.ts';
import { nudges as nudgesEn } from '../wording/en/nudges.ts';
import { people as peopleEn } from '../wording/en/people.ts';
import { plans as plansEn } from '../wording/en/plans.ts';
import { progress as progressEn } from '../wording/en/progress.ts';
import { successors as successorsEn } from '../wording/en/successors.ts';
import { account as accountVi } from '../wording/vi/account.ts';
import { conversation as conversationVi } from '../wording/vi/conversation.ts';
import { handover as handoverVi } from '../wording/vi/handover.ts';
import { health as healthVi } from '../wording/vi/health.ts';
import { nudges as nudgesVi } from '../wording/vi/nudges.ts';
import { people as peopleVi } from '../wording/vi/people.ts';
import { plans as plansVi } from '../wording/vi/plans.ts';
import { progress as progressVi } from '../wording/vi/progress.ts';
import { successors as successorsVi } from '../wording/vi/successors.ts';

export interface Wording {
  account: ReturnType<typeof accountVi>;
  conversation: ReturnType<typeof conversationVi>;
  handover: ReturnType<typeof handoverVi>;
  health: ReturnType<typeof healthVi>;
  nudges: ReturnType<typeof nudgesVi>;
  people: ReturnType<typeof peopleVi>;
  plans: ReturnType<typeof plansVi>;
  progress: ReturnType<typeof progressVi>;
  successors: ReturnType<typeof successorsVi>;
}

/** Every sentence the bot says on its own, about one document, in both languages. */
export function createWording(about: About): Record<Language, Wording> {
  const vi = calledIn(about, 'vi');
  const en = calledIn(about, 'en');
  return {
    vi: {
      account: accountVi(vi),
      conversation: conversationVi(vi),
      handover: handoverVi(),
      health: healthVi(vi),
      nudges: nudgesVi(vi),
      people: peopleVi(vi),
      plans: plansVi(vi),
      progress: progressVi(vi),
      successors: successorsVi(),
    },
    en: {
      account: accountEn(en),
      conversation: conversationEn(en),
      handover: handoverEn(),
      health: healthEn(en),
      nudges: nudgesEn(en),
      people: peopleEn(en),
      plans: plansEn(en),
      progress: progressEn(en),
      successors: successorsEn(),
    },
  };
}
