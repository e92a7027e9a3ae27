import type { Correction, Item, Knowledge, Programme } from '../core/programme.ts';
import { allItems } from './parse-programme.ts';

export type PassageKind =
  | 'task'
  | 'block'
  | 'field'
  | 'orientation'
  | 'objective'
  | 'purpose'
  | 'organisation'
  | 'article'
  | 'introduction'
  | 'other';

/** A searchable piece of the programme: one item with what it belongs to. */
export interface Passage {
  address: string;
  line: number;
  kind: PassageKind;
  /** Verbatim. */
  text: string;
  /** The text with the source's typing errors mended: for reading and search, never for quotation. */
  corrected: string;
  /** Names of the field and the agencies above it. */
  context: string;
  /** How people ask for it, in Vietnamese and English. */
  asked: string[];
  askedInEnglish: string[];
}

/** Every item as a passage, in the order of the document. */
export function makePassages({ programme, corrections, phrasings }: Knowledge): Passage[] {
  const askedAt = new Map(phrasings.map((row) => [row.address, row]));
  const places = placesOf(programme);
  const fieldLines = new Set([...programme.fields, ...programme.orientations].map(({ line }) => line));
  return allItems(programme).map((item) => {
    const { kind, context } = (fieldLines.has(item.line) ? undefined : places.get(item.address)) ?? {
      kind: fieldLines.has(item.line) ? ('field' as const) : ('other' as const),
      context: '',
    };
    return {
      address: item.address,
      line: item.line,
      kind,
      text: item.text,
      corrected: correct(item.heading ? `${item.heading}: ${item.text}` : item.text, item.line, corrections),
      context,
      asked: askedAt.get(item.address)?.vi ?? [],
      askedInEnglish: askedAt.get(item.address)?.en ?? [],
    };
  });
}

/** What each passage is to an embedding model: its text after what it belongs to, in the order of `makePassages`. */
export function passageTexts(knowledge: Knowledge): string[] {
  return makePassages(knowledge).map(({ context, corrected }) =>
    context ? `${context}: ${corrected}` : corrected,
  );
}

/** The text of a line without the source's typing errors. */
export function correct(text: string, line: number, corrections: Correction[]): string {
  return corrections
    .filter((row) => row.line === line)
    .reduce((mended, row) => mended.replaceAll(row.wrong, row.right), text);
}

function placesOf(programme: Programme): Map<string, { kind: PassageKind; context: string }> {
  const places = new Map<string, { kind: PassageKind; context: string }>();
  const put = (items: Item[], kind: PassageKind, context = ''): void => {
    for (const { address } of items) places.set(address, { kind, context });
  };
  put(programme.introductions, 'introduction');
  put(programme.purposes, 'purpose', 'mục đích, yêu cầu');
  put(programme.objectives, 'objective', 'mục tiêu');
  put(programme.articles, 'article');
  put(programme.organisation, 'organisation', 'tổ chức thực hiện');
  for (const group of programme.orientations) put(group.dashes, 'orientation', `định hướng ${group.name}`);
  for (const field of programme.fields) {
    for (const block of field.blocks) {
      const agencies = block.agencies.map(({ name }) => name).join(', ');
      put([block], 'block', field.name);
      put(block.tasks, 'task', `${field.name}; ${agencies}`);
    }
  }
  return places;
}
