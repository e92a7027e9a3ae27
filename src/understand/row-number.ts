import type { Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';

/** So many blocks with numbers of their own are the rows of a table. */
const ROWS = 10;
const NUMBER =
  /\b(?:nhiem vu|nv|viec|muc|dong|hang|stt|tt|so thu tu|task|row)\s+(?:so\s+|thu\s+)?(\d{1,3})(?![\d%]|[./,]\d|\s*(?:%|phan tram))/;

/** "Nhiệm vụ 46": the row of that number, where a table's numbers run on from its first row to its last. */
export function numberedRow(text: string, programme: Programme): string | null {
  const number = NUMBER.exec(fold(text))?.[1];
  if (!number) return null;
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const labels = blocks.map(({ address }) => address.split('.').at(-1) ?? '');
  const run = labels.length >= ROWS && labels.every((label) => /^\d+$/.test(label));
  if (!run || new Set(labels).size < labels.length) return null;
  return blocks[labels.indexOf(String(Number(number)))]?.address ?? null;
}
