import { type Asked, type Body, body, sayChoice, speak, tasksChoice } from '../compose.ts';
import type { Meaning, Offer } from './followed.ts';
import { wordsIn } from './words.ts';

/** Asks which of several things is meant, with a choice for each. */
export function askBack({ words, question: { language } }: Asked, offers: Offer[]): Body {
  return body([wordsIn(language).whichOne], {
    outcome: 'clarify',
    choices: offers.map(({ label, text }) => sayChoice(label({ words, language }), text)),
  });
}

/** Messages of these intents ask for nothing when they only name an agency. */
const TELLS: string[] = ['content', 'agency'];

/** "Tôi ở Sở Giáo dục." and nothing else: taken note of, with what can be asked for that agency; null for any other message. */
export function introduction(
  asked: Asked,
  meaning: Meaning | null,
  own: string | null,
): (Body & { intent: string }) | null {
  const { question, index, words } = asked;
  const agency = own === null ? undefined : index.agency(own);
  const only = question.agencies.length === 1 && question.agencies[0] === agency;
  if (meaning || !agency || !only || question.subject.length > 0 || !TELLS.includes(question.intent))
    return null;
  return {
    ...body([wordsIn(question.language).noted(speak(asked, agency))], {
      outcome: 'small_talk',
      choices: [tasksChoice(asked, agency), sayChoice(words.examples[2] ?? '', words.examples[2] ?? '')],
    }),
    intent: 'introduction',
  };
}
