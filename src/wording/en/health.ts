import type { FigureFault } from '../../core/health.ts';
import { type Called, capital } from '../called.ts';
import type { health as vietnamese } from '../vi/health.ts';

export const health: typeof vietnamese = ({ decision, theDecision }: Called) => ({
  title: (day) => `Health of the document – ${decision} (as of ${day})`,
  counts: ({ fields, blocks, tasks, orientations }) =>
    `• Size: ${fields} fields, ${blocks} blocks of tasks, ${tasks} tasks, ${orientations} orientations`,
  parts: {
    frame: 'Form and numbering',
    typing: 'Typing errors',
    periods: 'Periods and dates that have passed',
    dates: 'Tasks without a date',
    leads: 'Blocks without a lead agency',
    figures: 'Figures hidden in prose',
    documents: 'Documents cited without a date',
    agencies: 'Agencies since reorganised',
  },
  row: (part, n) => `• ${part}: ${n}`,
  well: `${capital(theDecision)} shows nothing to be noted.`,
  partWell: (part) => `${part}: nothing to be noted.`,
  choose: 'Choose a part to see it in detail.',
  partTitle: (part, n) => `${part} (${n}):`,
  back: 'Summary',
  more: (n) => `… and ${n} more.`,
  finding: (address, fact) => (address ? `• Item ${address}: ${fact}` : `• ${fact}`),
  undated: (home, tasks) => `• Item ${home}: ${tasks.length} tasks (${tasks.join(', ')})`,
  automatic: 'Found automatically; please compare with the original before acting on it.',
  fact: (fact) => {
    switch (fact.kind) {
      case 'absent':
        return `no ${fact.what} found`;
      case 'skipped': {
        const names =
          fact.names.length > 2 ? `${fact.names[0]} to ${fact.names.at(-1)}` : fact.names.join(', ');
        return `${names} ${fact.names.length > 1 ? 'are' : 'is'} missing before it`;
      }
      case 'twice':
        return `the number ${fact.name} is used twice`;
      case 'typing':
        if (fact.right === null) return `“${fact.wrong}” may be a typing error`;
        return fact.mended
          ? `“${fact.wrong}” is read “${fact.right}” (corrections.json)`
          : `“${fact.wrong}” may be a typing error for “${fact.right}”`;
      case 'document_ended':
        return `the period of the cited ${fact.name} ended in ${fact.year}`;
      case 'period_ended':
        return `“${fact.period}” is over`;
      case 'deadline_passed':
        return `the date “${fact.deadline}” has passed`;
      case 'no_date':
        return 'no finish date';
      case 'no_lead':
        return fact.named.length > 0
          ? `no agency leads (named: ${fact.named.join(', ')})`
          : 'no agency is named';
      case 'no_task':
        return 'the heading has no task under it';
      case 'figure': {
        const period = fact.period ? ` (${fact.period})` : '';
        const faults = fact.faults.map((fault) => FAULTS[fault]).join(', ');
        return `a figure stands in prose: ${fact.value}${period}${faults ? `: ${faults}` : ''}`;
      }
      case 'undated_document':
        return `${fact.number} is cited without a date`;
      case 'reorganised':
        return `${fact.name} has been reorganised (${fact.since
          .map(
            ({ holder, from, confirmed }) =>
              `${holder ?? 'no known successor'} since ${from}${confirmed ? '' : ', unconfirmed'}`,
          )
          .join('; ')})`;
    }
  },
});

const FAULTS: Record<FigureFault, string> = {
  no_period: 'no period',
  no_unit: 'no unit',
  several_readings: 'more than one reading',
};
