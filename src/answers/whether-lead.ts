import type { Block } from '../core/programme.ts';
import { DOES, LEADS } from '../understand/intent.ts';
import { headSentence, todayOfBlocks } from './blocks.ts';
import { type Asked, type Body, body, cite, heads, responsible, speak, verbatimChoices } from './compose.ts';

/** "Sở Y tế chủ trì logistics phải không?": yes or no, and who does. */
export function answerWhetherLead(asked: Asked, ofField: Block[]): Body | null {
  const { question, index, words, search } = asked;
  const [claimed] = question.agencies;
  if (!claimed || question.agencies.length > 1 || !question.yesNo) return null;
  if (!LEADS.test(question.raw) && !DOES.test(question.raw)) return null;
  if (/\b(ai|nao|gi|who|which|what)\b/.test(question.raw)) return null;
  const found = search.find(question.topic, { kinds: ['task', 'block', 'field'], limit: 3 });
  const blocks =
    ofField.length > 0
      ? ofField
      : unique(
          found
            .slice(0, 1)
            .flatMap(
              ({ passage }) => index.blockOf(passage.address) ?? index.field(passage.address)?.blocks ?? [],
            ),
        );
  if (blocks.length === 0 || (ofField.length === 0 && !found[0]?.known)) return null;
  const mine = blocks.find((block) =>
    block.agencies.some(({ name, role }) => role === 'lead' && index.agencyNamed(name) === claimed),
  );
  const shown = mine ? [mine] : blocks.filter((block) => heads(block).role === 'lead');
  const what = (shown.length > 0 ? shown : blocks).map((block) => headSentence(asked, block)).join(' ');
  const cited = shown.length > 0 ? shown : blocks;
  return body(
    [
      mine ? words.right(what) : words.notLead(speak(asked, claimed), what),
      ...todayOfBlocks(asked, cited, [claimed.name]),
    ],
    {
      outcome: mine ? 'answered' : 'corrected',
      citations: cite(...cited),
      agencies: cited.flatMap((block) => responsible(asked, heads(block).named, block.address)),
      choices: verbatimChoices(
        asked,
        cited.map(({ address }) => address),
      ),
    },
  );
}

function unique<T>(rows: T[]): T[] {
  return [...new Set(rows)];
}
