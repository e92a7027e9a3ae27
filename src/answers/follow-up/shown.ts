import { escapeRegExp } from '../../core/text.ts';
import type { Body } from '../compose.ts';
import type { ProgrammeIndex } from '../programme-index.ts';
import { isHeading } from './places.ts';

/**
 * The addresses an answer shows, in the order shown: its rows where it has rows, else the items it quotes, else the
 * blocks it names, else the first it stands on.
 */
export function shown({ text, citations }: Body, index: ProgrammeIndex): string[] {
  const cited = new Set(citations.map(({ address }) => address));
  const rows = [...text.matchAll(/^• ([^\s:]+):/gmu)].map(([, address = '']) => address);
  const listed = rows.filter((address) => cited.has(address));
  if (listed.length > 0) return listed;
  const places = [...cited]
    .map((address) => ({ address, at: placeIn(text, address) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ address }) => address);
  const items = places.filter((address) => !isHeading(address, index));
  const quoted = items.filter((address) => isQuoted(text, address));
  if (quoted.length > 0) return quoted;
  // What is only named in passing ("nay là … (IV.3.b.1)") stands behind the headings.
  const headings = places.filter((address) => isHeading(address, index));
  if (places.length > 0) return headings.length > 0 ? headings : items;
  // Rows without addresses are the items themselves.
  const isRows = [...text.matchAll(/^• /gmu)].length === cited.size;
  return isRows ? [...cited] : [...cited].slice(0, 1);
}

function placeIn(text: string, address: string): number {
  // Most addresses stand nowhere, and a pattern is dear.
  if (!text.includes(address)) return -1;
  return text.search(
    new RegExp(`(?<![\\p{L}\\d.])${escapeRegExp(address)}(?![\\p{L}\\d]|\\.[\\p{L}\\d])`, 'u'),
  );
}

/** Its words are given: "Mục IV.6.2: “…”". */
function isQuoted(text: string, address: string): boolean {
  return new RegExp(`(?<![\\p{L}\\d.(])${escapeRegExp(address)}:`, 'u').test(text);
}
