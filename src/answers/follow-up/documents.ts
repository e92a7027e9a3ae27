import type { CitedDocument } from '../../core/programme.ts';
import { choose, type Meaning, MOST_OFFERED, type Offer, type Pointed } from './followed.ts';
import { placeOf } from './places.ts';

/** The documents the talk is about: those that were asked about, else those the place cites, where it points at one. */
export function documentsMeant({ memory, noun, knowledge }: Pointed): CitedDocument[] {
  const { documents } = knowledge.programme;
  if (memory.documents.length > 0 && noun !== 'task')
    return memory.documents.flatMap((number) => documents.find((one) => one.number === number) ?? []);
  const place = placeOf(memory);
  return place === undefined ? [] : documents.filter(({ citedAt }) => citedAt.includes(place));
}

/** True when the talk is about a document and not about what stands where it is cited. */
export function isOfDocument({ memory, noun }: Pointed): boolean {
  return noun === 'document' || (memory.documents.length > 0 && noun !== 'task');
}

export function nameOf({ kind, number, title }: CitedDocument): string {
  return number === '' ? (title ?? kind) : `${kind} ${number}`;
}

/** A question about the document that is meant, or which one is. */
export function askOfDocument(pointed: Pointed, question: (name: string) => string): Meaning | null {
  const documents = documentsMeant(pointed);
  // Of a long list none is meant.
  if (documents.length > MOST_OFFERED) return null;
  return choose(
    documents.map((document): Offer => {
      const name = nameOf(document);
      return { label: () => name, text: question(name) };
    }),
    'form',
  );
}
