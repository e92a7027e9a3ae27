import type { Glossary, Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { isAgencyHeading } from './parse-agencies.ts';
import { allItems } from './parse-programme.ts';
import { syllables } from './syllables.ts';

/** A longer heading is no name people ask by. */
const TOPIC_LENGTH = 60;

/**
 * Of the words a province's officials use (`common`), those whose meaning the text has; the short forms the text itself
 * explains; and its fields by their names.
 */
export function deriveGlossary(programme: Programme, common: Glossary): Glossary {
  const text = allItems(programme)
    .map((item) => ` ${syllables(item.text).join(' ')} `)
    .join('|');
  const says = (phrase: string): boolean => text.includes(` ${syllables(phrase).join(' ')} `);
  const own = explained(programme);
  return {
    abbreviations: [
      ...own,
      ...common.abbreviations
        .map(({ short, long }) => ({ short, long: long.filter(says) }))
        .filter(({ short, long }) => long.length > 0 && !own.some((one) => one.short === short)),
    ],
    synonyms: common.synonyms
      .map(([word = '', ...meanings]) => [word, ...meanings.filter(says)])
      .filter((group) => group.length > 1),
    english: common.english.filter(({ vietnamese }) => says(vietnamese)),
    topics: programme.fields
      .filter(({ name, text: heading }) => name.length <= TOPIC_LENGTH && !isAgencyHeading(heading))
      .map(({ address, name }) => ({ field: address, words: [name.toLowerCase()] })),
  };
}

/** "Chương trình mục tiêu quốc gia (CTMTQG)", "… (sau đây gọi tắt là Đề án)": letters that are the initials before them. */
function explained(programme: Programme): Glossary['abbreviations'] {
  const found = new Map<string, string>();
  for (const { text } of allItems(programme)) {
    for (const match of text.matchAll(/\((?:(?:sau đây )?(?:gọi|viết) tắt là:? )?(\p{Lu}{2,8})\)/gu)) {
      const short = match[1] ?? '';
      const words = (text.slice(0, match.index).match(/[\p{L}]+/gu) ?? []).slice(-short.length);
      const initials = words.map((word) => word.charAt(0)).join('');
      if (fold(initials) === fold(short)) found.set(short, words.join(' ').toLowerCase());
    }
  }
  return [...found].map(([short, long]) => ({ short, long: [long] }));
}
