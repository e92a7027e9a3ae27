import type { About, Knowledge } from '../core/programme.ts';
import { deriveAbout } from './derive-about.ts';
import { deriveAgencies } from './derive-agencies.ts';
import { deriveDuties } from './derive-duties.ts';
import { deriveGlossary } from './derive-glossary.ts';
import { suspectedTyping } from './health-typing.ts';
import { allItems, parseProgramme } from './parse-programme.ts';

/**
 * The files of a programme's folder made from its text alone: contents by name, to be read and corrected by people.
 * `common` is a programme whose words for agencies and short forms are any province's, its own places left out.
 */
export function deriveFolder(
  source: string,
  common: Pick<Knowledge, 'agencies' | 'glossary'> & { about: Pick<About, 'places'> },
): Record<string, string> {
  const programme = parseProgramme(source);
  const isElsewhere = (words: string): boolean =>
    / tỉnh \p{Lu}/u.test(words) ||
    common.about.places.some((place) => words.toLowerCase().includes(place.toLowerCase()));
  const known = common.agencies
    .filter(({ name }) => !isElsewhere(name))
    .map((agency) => ({ ...agency, aliases: agency.aliases.filter((alias) => !isElsewhere(alias)) }));
  const agencies = deriveAgencies(programme, known);
  const duties = deriveDuties(programme, agencies);
  const corrections = suspectedTyping(allItems(programme)).flatMap(({ item, wrong, right, sure }) =>
    sure && right ? [{ line: item.line, wrong, right }] : [],
  );
  const json = {
    'about.json': deriveAbout(programme, duties),
    'programme.json': programme,
    'agencies.json': agencies,
    'corrections.json': corrections,
    'glossary.json': deriveGlossary(programme, common.glossary),
    'phrasings.json': [],
    'duties.json': duties,
  };
  return {
    'source.txt': source,
    ...Object.fromEntries(
      Object.entries(json).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]),
    ),
  };
}
