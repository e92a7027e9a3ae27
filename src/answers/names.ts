import type { Knowledge } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { syllables } from '../knowledge/syllables.ts';
import { locateAgencies, withoutAgencies } from '../understand/agencies.ts';
import type { Asked } from './compose.ts';

const NAME = /(?<![\p{L}\d])\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu;
const AFTER_KIND =
  /(?<!\p{L})(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Tt][Pp]\.?|[Xx]ã|[Pp]hường|[Tt]ỉnh|[Đđ]ảo|[Hh]uyen|[Tt]hanh pho) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*)/gu;
/** What opens a sentence has its capital for that. */
const OPENS = /(?:^|[.!?…:]\s+|\n\s*|[“"(]\s*)$/u;

const known = new WeakMap<Knowledge, string[]>();

/** Names of places the text has, folded: "nghi son", "lam son", "ha trung". Names of agencies are none. */
export function placesIn(knowledge: Knowledge): string[] {
  const cached = known.get(knowledge);
  if (cached) return cached;
  const text = withoutAgencies(knowledge.source, locateAgencies(knowledge.source, knowledge));
  const places = new Set<string>();
  for (const [, run = ''] of text.matchAll(
    /(?:huyện|thị xã|thành phố|tỉnh|Khu công nghiệp|Khu kinh tế|KKT|KCN|Cảng hàng không|cảng|Cảng|đường|tại|ở|từ|đến|với|- )\s*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+)/gu,
  ))
    places.add(fold(run));
  for (const list of text.matchAll(/huyện (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:, \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)*)/gu))
    for (const name of (list[1] ?? '').split(', ')) places.add(fold(name));
  const found = [...places].filter((place) => place !== fold('Thanh Hóa') && place.split(' ').length <= 3);
  known.set(knowledge, found);
  return found;
}

/** The places of the text a question names, folded. */
export function namedPlaces({ question, knowledge }: Asked): string[] {
  const said = ` ${syllables(withoutAgencies(question.core, locateAgencies(question.core, knowledge))).join(' ')} `;
  return placesIn(knowledge).filter((place) => said.includes(` ${place} `));
}

/** Names the question gives with capitals that stand nowhere in the text: nothing can be said of them. */
export function strangeNames({ question, knowledge }: Asked): string[] {
  const core = withoutAgencies(question.core, locateAgencies(question.core, knowledge));
  // All in capitals, nothing is a name more than anything else.
  if (!/\p{Ll}/u.test(core) || question.language === 'en') return [];
  const source = ` ${syllables(knowledge.source).join(' ')} `;
  const runs = [...core.matchAll(NAME)].map((match) =>
    OPENS.test(core.slice(0, match.index)) ? match[0].split(' ').slice(1).join(' ') : match[0],
  );
  const names = [
    ...runs.filter((name) => name.includes(' ')),
    ...[...core.matchAll(AFTER_KIND)].map(([, name = '']) => name),
  ];
  return [...new Set(names)].filter((name) => {
    const folded = syllables(name.replace(/ (?:Thanh Hóa|Thanh Hoá)$/u, '')).join(' ');
    return folded !== '' && !source.includes(` ${folded} `);
  });
}
