import type { Correction, Programme } from '../core/programme.ts';
import { allItems } from './parse-programme.ts';

/** What a reader of the document should know about it, one English sentence each: gaps, missing parts, doubtful spots. */
export function documentHealth(programme: Programme, corrections: Correction[]): string[] {
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const tasks = blocks.flatMap((block) => block.tasks);
  const dashes = programme.orientations.flatMap((group) => group.dashes);
  return [
    `${programme.fields.length} fields, ${blocks.length} blocks, ${tasks.length} tasks, ${dashes.length} orientation dashes`,
    ...missing(programme),
    ...blocks
      .filter((block) => !block.agencies.some(({ role }) => role === 'lead'))
      .map((block) => `${block.address} names no lead`),
    ...gaps(programme),
    ...programme.documents
      .filter((document) => document.number !== '' && !document.date)
      .map((document) => `${document.number} is cited without a date`),
    ...corrections.map(({ line, wrong, right }) => `line ${line}: “${wrong}” is read as “${right}”`),
  ];
}

function missing(programme: Programme): string[] {
  const parts: [string, boolean][] = [
    ['number', programme.number === ''],
    ['date', programme.date === ''],
    ['signatory', programme.signatory.name === ''],
    ['recipients', programme.recipients.length === 0],
    ['tasks', !programme.fields.some((field) => field.blocks.some((block) => block.tasks.length > 0))],
  ];
  return parts.filter(([, absent]) => absent).map(([name]) => `no ${name} found`);
}

/** Numbers that are skipped between neighbours: "V.1, V.3: no V.2". */
function gaps(programme: Programme): string[] {
  const seen = new Map<string, number[]>();
  for (const { address } of allItems(programme)) {
    const found = /^((?:[IVX]+\.)+)(\d+)$/.exec(address);
    if (found?.[1] && found[2] !== '0') seen.set(found[1], [...(seen.get(found[1]) ?? []), Number(found[2])]);
  }
  return [...seen].flatMap(([parent, numbers]) =>
    numbers.flatMap((number, index) => {
      const before = numbers[index - 1] ?? 0;
      return number > before + 1 ? [`${parent}${before + 1} is missing: ${parent}${number} follows`] : [];
    }),
  );
}
