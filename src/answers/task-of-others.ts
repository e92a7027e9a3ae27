import type { Agency } from '../core/programme.ts';
import { LEADS } from '../understand/intent.ts';
import { headSentence, todayOfBlocks } from './blocks.ts';
import { type Asked, type Body, body, cite, heads, responsible, speak, verbatimChoices } from './compose.ts';
import { inheritedBy } from './held.ts';

/** It takes for given that the agency leads a matter. */
const PRESUMES =
  /\b(?:vi sao|tai sao|sao lai|why)\b.*\b(?:chu tri|phu trach|dung dau|lead\w*)\b|\b(?:chu tri|phu trach) (?!gi\b|nhung\b|cac\b).*\bthi (?:phoi hop|bao cao|lam|ai|don vi|co quan|khi nao)\b/;

/** "Sở VHTTDL có được giao việc về camera không?", "vì sao Sở Y tế chủ trì ngầm hóa cáp?": no, and whose it is. */
export function taskOfOthers(asked: Asked, agency: Agency): Body | null {
  const { question, search, index, words } = asked;
  if (!question.yesNo && !PRESUMES.test(question.raw)) return null;
  if (question.wholeField || question.subject.length === 0) return null;
  const [top] = search.find(question.topic, { kinds: ['task'], limit: 1 });
  const block = top?.known ? index.blockOf(top.passage.address) : undefined;
  if (!top || !block || index.blocksOf(agency).some((one) => one.block === block)) return null;
  const held = inheritedBy(asked, agency).some(({ shares }) =>
    shares.some(({ tasks }) => tasks.some(({ address }) => address === top.passage.address)),
  );
  if (held) return null;
  const task = index.item(top.passage.address);
  return body(
    [
      words.notTheirs(speak(asked, agency), headSentence(asked, block)),
      words.quote(top.passage.address, top.sentence),
      ...todayOfBlocks(asked, [block]),
    ],
    {
      outcome: 'corrected',
      citations: LEADS.test(question.raw) ? cite(block, task) : cite(task, block),
      agencies: responsible(asked, heads(block).named, block.address),
      choices: verbatimChoices(asked, [top.passage.address]),
    },
  );
}
