import type { Item } from '../core/programme.ts';
import { clauses } from '../knowledge/clauses.ts';
import { planItem } from '../knowledge/programme-parts.ts';
import { followUp as english } from '../wording/en/follow-up.ts';
import { followUp as vietnamese } from '../wording/vi/follow-up.ts';
import { blocksAt } from './blocks.ts';
import { type Asked, type Body, body, cite, verbatimChoices } from './compose.ts';

/**
 * "Thời hạn của mục IV.4.a": which of its tasks carry a date; of a direction or an aim, what it sets for a year. Null where
 * no such place is named.
 */
export function placeDeadlines(asked: Asked): Body | null {
  const { question, index, knowledge } = asked;
  const [address = ''] = question.addresses;
  if (blocksAt(asked).length > 0) return taskDates(asked);
  const { orientations, objectives, organisation } = knowledge.programme;
  const aims = [...objectives, ...organisation, ...orientations.flatMap(({ dashes }) => dashes)];
  const item = aims.find((one) => one.address === address) ?? null;
  const group = orientations.find((one) => one.address === address);
  if (item) return yearsOf(asked, item.address, [item]);
  return group && index.item(address) ? yearsOf(asked, address, group.dashes) : null;
}

function taskDates(asked: Asked): Body {
  const { question, words, knowledge } = asked;
  const said = question.language === 'en' ? english : vietnamese;
  const tasks = blocksAt(asked).flatMap((block) => block.tasks);
  const dated = tasks.filter(({ deadline }) => deadline !== undefined);
  const periodic = tasks.filter(({ periodicReport }) => periodicReport);
  const plan = planItem(knowledge.programme);
  const places = question.addresses.join(', ');
  return body(
    [
      dated.length === 0 ? said.noDates(places) : said.dates(places),
      ...dated.map((task) => words.taskRow(task.address, task.deadline ?? '')),
      periodic.length > 0 &&
        words.periodicTasks(periodic.length, periodic.map((task) => task.address).join(', ')),
      plan && said.ownDates(plan.address),
    ],
    {
      citations: cite(...dated, plan, ...periodic),
      choices: verbatimChoices(asked, [
        ...dated.map((task) => task.address),
        ...(plan ? [plan.address] : []),
      ]),
    },
  );
}

/** The clauses that name a year. */
function yearsOf(asked: Asked, address: string, items: Item[]): Body {
  const { question, words } = asked;
  const said = question.language === 'en' ? english : vietnamese;
  const rows = items.flatMap((item) =>
    clauses(item.text)
      .filter((clause) => /\b20\d\d\b|ngày \d{1,2}\/\d{1,2}/u.test(clause))
      .map((clause) => ({ item, clause })),
  );
  return body(
    [
      rows.length > 0 ? said.yearsNamed(address) : said.noYear(address),
      ...rows.map(({ item, clause }) => words.quote(item.address, clause)),
    ],
    {
      citations: cite(...(rows.length > 0 ? rows.map(({ item }) => item) : items.slice(0, 3))),
      choices: verbatimChoices(asked, [address]),
    },
  );
}
