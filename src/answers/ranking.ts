import { isInside } from '../core/address.ts';
import type { Agency } from '../core/programme.ts';
import { planItem } from '../knowledge/programme-parts.ts';
import { type Asked, type Body, body, cite, heads, speak, speakField, verbatimChoices } from './compose.ts';
import { tasksIn } from './count.ts';
import { owned } from './held.ts';

const SHOWN = 5;

/** Which agency, or field, has most or fewest tasks; of those the question names, where it names two. */
export function answerRanking(asked: Asked): Body {
  const { question, words } = asked;
  const fewest = /\bit (nhiem vu |viec |dau viec |nv )?(nhat|hon)\b|\bit nhat\b|\b(fewest|least)\b/.test(
    question.raw,
  );
  const byField = question.fields.length > 1 ? leadsOfFields(asked) : null;
  const rows =
    byField ??
    (/\b(linh vuc|nganh nao|mang|fields?|sectors?)\b/.test(question.raw)
      ? fieldRows(asked)
      : agencyRows(asked));
  const sorted = rows.toSorted((a, b) => (fewest ? a.count - b.count : b.count - a.count));
  const first = sorted[0];
  if (!first) return body([words.notStated], { outcome: 'not_in_programme' });
  const best = sorted.filter(({ count }) => count === first.count);
  const names = best.map(({ name }) => name).join(', ');
  return body(
    [
      (fewest ? words.ranking.fewest : words.ranking.most)(names, first.count),
      ...sorted
        .slice(best.length, best.length + SHOWN)
        .map(({ name, count }) => words.ranking.row(name, count)),
    ],
    {
      citations: cite(
        ...best.flatMap(({ items }) => items),
        ...sorted.slice(best.length).flatMap(({ items }) => items),
      ),
      choices: verbatimChoices(
        asked,
        best.flatMap(({ items }) => items.map(({ address }) => address)),
      ),
    },
  );
}

function fieldRows(asked: Asked) {
  return asked.knowledge.programme.fields.map((field) => ({
    name: speakField(asked, field),
    count: tasksIn(field.blocks),
    items: [field, ...field.blocks],
  }));
}

function agencyRows(asked: Asked) {
  const { index, question } = asked;
  const all = new Set(
    index.blocks.flatMap((block) => block.agencies.flatMap(({ name }) => index.agencyNamed(name) ?? [])),
  );
  const ranked = question.agencies.length > 1 ? question.agencies : [...all];
  return ranked.flatMap((agency: Agency) => {
    const blocks = owned(asked, agency).map(({ block }) => block);
    return blocks.length > 0 ? [{ name: speak(asked, agency), count: tasksIn(blocks), items: blocks }] : [];
  });
}

/** "Y tế hay giáo dục nhiều hơn": the agencies that answer for those fields. */
function leadsOfFields(asked: Asked) {
  const { question } = asked;
  return agencyRows(asked).filter(({ items }) =>
    items.some(
      (block) =>
        question.fields.some((field) => isInside(block.address, field)) && heads(block).role === 'lead',
    ),
  );
}

/** Which tasks carry a date of their own; what holds for the rest. */
export function answerDatedTasks(asked: Asked): Body {
  const { index, words, knowledge } = asked;
  const plan = planItem(knowledge.programme);
  const tasks = index.blocks.flatMap((block) => block.tasks);
  const dated = tasks.filter(({ deadline }) => deadline !== undefined);
  const periodic = tasks.filter(({ periodicReport }) => periodicReport);
  return body(
    [
      words.datedTasks(dated.length),
      ...dated.map((task) => words.taskRow(task.address, task.deadline ?? '')),
      periodic.length > 0 &&
        words.periodicTasks(periodic.length, periodic.map(({ address }) => address).join(', ')),
      words.otherTasksDated(plan?.address ?? null),
    ],
    {
      citations: cite(...dated, plan, ...periodic),
      choices: verbatimChoices(
        asked,
        dated.map(({ address }) => address),
      ),
    },
  );
}
