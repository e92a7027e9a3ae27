import type { HealthFact, HealthFinding } from '../core/health.ts';
import type { Item } from '../core/programme.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
/** Letters as documents number by them. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Numbers and letters that are skipped between neighbours or used twice. */
export function numbering(items: Item[]): HealthFinding[] {
  const last = new Map<string, number>();
  // A table's numbers run on from one group of rows to the next.
  const running = new Map<string, number>();
  return items.flatMap((item) => {
    const [, parent = '', label = ''] = /^(.*?\.?)([^.]+)$/u.exec(item.address) ?? [];
    if (label.includes('~'))
      return [place(item, { kind: 'twice', part: 'frame', name: label.replace(/~.*$/u, '') })];
    const found = positionOf(label);
    if (!found) return [];
    const siblings = `${parent}${found.kind}`;
    const cousins = `${parent.replace(/[^.]+\.$/u, '')}${found.kind}`;
    const before = last.get(siblings) ?? -1;
    const goesOn = before < 0 && running.get(cousins) === found.position - 1;
    last.set(siblings, Math.max(before, found.position));
    running.set(cousins, found.position);
    const skipped = goesOn ? [] : found.names.slice(before + 1, found.position).map((name) => parent + name);
    if (skipped.length === 0) return [];
    return [place(item, { kind: 'skipped', part: 'frame', names: skipped })];
  });
}

function positionOf(label: string): { kind: string; position: number; names: string[] } | null {
  if (ROMAN.includes(label)) return { kind: 'roman', position: ROMAN.indexOf(label), names: ROMAN };
  if (LETTERS.includes(label) && label.length === 1)
    return { kind: 'letter', position: LETTERS.indexOf(label), names: [...LETTERS] };
  const number = /^[1-9]\d?$/u.test(label) ? Number(label) : 0;
  if (number === 0) return null;
  return {
    kind: 'number',
    position: number - 1,
    names: Array.from({ length: number }, (_, index) => String(index + 1)),
  };
}

function place({ address, line }: Item, fact: HealthFact): HealthFinding {
  return { ...fact, at: { address, line } };
}
