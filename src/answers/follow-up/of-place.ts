import { nameOfField } from './about-what.ts';
import { askOfDocument, documentsMeant, isOfDocument, nameOf } from './documents.ts';
import { ask, choose, type Meaning, MOST_OFFERED, type Pointed, tell } from './followed.ts';
import { groupOf, headingsOf, itemsUnder, placeOf } from './places.ts';
import { sayNobody, sayNoDocument, sayWhere } from './say.ts';

/** The blocks or the one task a question is put to, or the one direction. */
export function placesOf({ memory, index }: Pointed): string[] {
  const place = placeOf(memory);
  return (place === undefined ? headingsOf(memory, index) : [place]).filter(
    (address) => index.fieldOf(address) ?? groupOf(address, index),
  );
}

export function isDirection(address: string, { index }: Pointed): boolean {
  return groupOf(address, index) !== undefined;
}

/** Who answers for the place; for a whole field, who leads it. */
export function leadOf(pointed: Pointed): Meaning | null {
  const places = placesOf(pointed);
  const name = nameOfField(pointed);
  const whole = places.some((address) => groupOf(address, pointed.index)?.address === address);
  if (name !== undefined && (whole || pointed.noun === 'field'))
    return ask(`cơ quan nào chủ trì lĩnh vực ${name}`, 'form');
  return places.length > 0 ? ask(`ai chủ trì mục ${places.join(', ')}`, 'form') : nobody(pointed);
}

/** Who works with them. */
export function partnersOf(pointed: Pointed): Meaning | null {
  const places = placesOf(pointed);
  // Directions name nobody: that, and who leads the field, is all there is to say.
  if (places.some((address) => isDirection(address, pointed))) return leadOf(pointed);
  return places.length > 0 ? ask(`mục ${places.join(', ')} phối hợp với ai`, 'form') : nobody(pointed);
}

/** Aims and purposes charge nobody. */
function nobody({ memory, index }: Pointed): Meaning | null {
  const { objectives, purposes } = index.programme;
  const place = placeOf(memory);
  return place !== undefined && [...objectives, ...purposes].some(({ address }) => address === place)
    ? tell(sayNobody(place))
    : null;
}

/** By when, as far as the place says it. */
export function deadlineOf(pointed: Pointed): Meaning | null {
  const place = placeOf(pointed.memory);
  const { objectives, organisation } = pointed.index.programme;
  const isAim = [...objectives, ...organisation].some(({ address }) => address === place);
  const places = place !== undefined && isAim ? [place] : placesOf(pointed);
  return places.length > 0 ? ask(`thời hạn của mục ${places.join(', ')}`, 'form') : null;
}

/** The same of the place where the document is cited. */
export function ofCitedAt(pointed: Pointed, question: (pointed: Pointed) => Meaning | null): Meaning | null {
  const places = documentsMeant(pointed).flatMap(({ citedAt }) => citedAt);
  const meant = question({
    ...pointed,
    memory: { ...pointed.memory, fields: [], list: places, at: places.length === 1 ? 0 : null },
  });
  return meant ?? askOfDocument(pointed, (name) => `${name} là văn bản gì`);
}

/** The place word for word; of a whole list, the heading that is meant. */
export function textOf(pointed: Pointed): Meaning | null {
  const { memory, index } = pointed;
  if (isOfDocument(pointed)) return askOfDocument(pointed, (name) => `${name} là văn bản gì`);
  const place = placeOf(memory);
  const places = place === undefined ? headingsOf(memory, index) : [place];
  return choose(
    places
      .filter((address) => index.item(address))
      .slice(0, MOST_OFFERED)
      .map((address) => ({
        label: ({ words }) => words.verbatimButton(address),
        text: `nguyên văn ${written(address)}`,
      })),
    'place',
  );
}

/** Where the last answer stands. */
export function whereOf({ memory, index }: Pointed): Meaning | null {
  if (memory.list.some((address) => index.item(address))) return tell(sayWhere(memory));
  return memory.last === '' ? null : ask(memory.last, 'place');
}

/** The documents that what the talk is about cites. */
export function citedBy(pointed: Pointed): Meaning | null {
  const place = placeOf(pointed.memory);
  const places = place === undefined ? placesOf(pointed) : [place];
  const items = itemsUnder(places, pointed.index);
  const found = pointed.knowledge.programme.documents.filter(({ citedAt }) =>
    citedAt.some((address) => items.includes(address)),
  );
  if (places.length === 0) return null;
  return (
    choose(
      found.slice(0, MOST_OFFERED).map((document) => ({
        label: () => nameOf(document),
        text: `${nameOf(document)} là văn bản gì`,
      })),
      'form',
    ) ?? tell(sayNoDocument(places))
  );
}

function written(address: string): string {
  return address.replace(/^QĐ\./u, 'Điều ');
}
