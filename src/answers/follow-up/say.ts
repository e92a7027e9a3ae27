import type { AskMemory } from '../../core/answer.ts';
import { type Asked, type Body, body, cite, speak, todayLines, verbatimChoices } from '../compose.ts';
import { headingsOf, placeOf } from './places.ts';
import { wordsIn } from './words.ts';

const MOST = 3;
const SENTENCE = /(?<=\.)\s+(?=\p{Lu})/u;
/** How far behind the nearest of the list another may stand. */
const NEAR = 0.5;
/** Within a list less of the matter must be said than in the whole programme. */
const ENOUGH = 0.5;

/** Where the last answer stands, with the words it stands on. */
export function sayWhere(memory: AskMemory): (asked: Asked) => Body {
  return ({ index, words, ...asked }) => {
    const place = placeOf(memory);
    const places = (place === undefined ? headingsOf(memory, index) : [place]).slice(0, MOST);
    const items = places.flatMap((address) => index.item(address) ?? []);
    return body(
      items.map(({ address, text }) => words.quote(address, text)),
      { citations: cite(...items), choices: verbatimChoices({ index, words, ...asked }, places) },
    );
  };
}

/** Who holds the duties of the agencies the talk is about today. */
export function sayToday(memory: AskMemory): (asked: Asked) => Body {
  return (asked) => {
    const { index, question } = asked;
    const said = wordsIn(question.language);
    const ids = memory.agencies.length > 0 ? memory.agencies : memory.responsible;
    const agencies = ids.flatMap((id) => index.agency(id) ?? []);
    const place = placeOf(memory) ?? null;
    const places = place === null ? headingsOf(memory, index) : [place];
    const items = places.slice(0, MOST).flatMap((address) => index.item(address) ?? []);
    return body(
      agencies.flatMap((agency) => {
        const lines = todayLines(asked, [agency.name], place);
        return lines.length > 0 ? lines : [said.unchanged(speak(asked, agency))];
      }),
      { citations: cite(...items) },
    );
  };
}

/** That there is nothing after what was listed. */
export function sayAllShown(memory: AskMemory): (asked: Asked) => Body {
  return ({ index, question }) =>
    body([wordsIn(question.language).allShown(memory.list.length)], {
      citations: cite(...memory.list.slice(0, MOST).map((address) => index.item(address))),
    });
}

/** That a place names no agency. */
export function sayNobody(place: string): (asked: Asked) => Body {
  return (asked) =>
    body([wordsIn(asked.question.language).nobody(place)], {
      citations: cite(asked.index.item(place)),
      choices: verbatimChoices(asked, [place]),
    });
}

/** That nothing there cites a document. */
export function sayNoDocument(places: string[]): (asked: Asked) => Body {
  return (asked) =>
    body([wordsIn(asked.question.language).noDocument(places.join(', '))], {
      outcome: 'not_in_programme',
      citations: cite(...places.map((address) => asked.index.item(address))),
    });
}

/** That the list has no such place. */
export function sayOnly(list: string[]): (asked: Asked) => Body {
  return ({ index, question }) =>
    body([wordsIn(question.language).onlySoMany(list.length)], {
      outcome: 'not_in_programme',
      citations: cite(...list.slice(0, MOST).map((address) => index.item(address))),
    });
}

/** What in the list is set for a year or period. */
export function sayYear(list: string[], period: string): (asked: Asked) => Body {
  return (asked) => {
    const { index, words } = asked;
    const last = period.slice(-4);
    const rows = [...new Set(list)].flatMap((address) => {
      const item = index.item(address);
      const found = item?.text.split(SENTENCE).filter((sentence) => sentence.includes(last)) ?? [];
      return item ? found.map((sentence) => ({ item, sentence })) : [];
    });
    if (rows.length === 0) return none(asked, list, period);
    return body(
      rows.map(({ item, sentence }) => words.quote(item.address, sentence)),
      {
        citations: cite(...rows.map(({ item }) => item)),
        choices: verbatimChoices(
          asked,
          rows.map(({ item }) => item.address),
        ),
      },
    );
  };
}

function none({ index, question }: Asked, list: string[], topic: string): Body {
  return body([wordsIn(question.language).noneOfThem(topic)], {
    outcome: 'not_in_programme',
    citations: cite(...list.slice(0, MOST).map((address) => index.item(address))),
  });
}

/** What in the list speaks of a matter. */
export function sayWithin(list: string[], topic: string): (asked: Asked) => Body {
  return (asked) => {
    const { search, index, words } = asked;
    const found = search.find(topic, { within: list, limit: MOST });
    const [top] = found;
    const near = found.filter(
      ({ known, coverage, score }) =>
        (known || coverage >= ENOUGH) && score >= (top?.score ?? 0) * NEAR && known === top?.known,
    );
    if (near.length === 0) return none(asked, list, topic);
    const items = near.map(({ passage }) => index.item(passage.address));
    return body(
      near.map(({ passage, sentence }) => words.quote(passage.address, sentence)),
      {
        citations: cite(...items),
        choices: verbatimChoices(
          asked,
          near.map(({ passage }) => passage.address),
        ),
      },
    );
  };
}
