import type { Agency } from '../../core/programme.ts';
import { escapeRegExp, fold } from '../../core/text.ts';
import { foldAligned } from '../../understand/align.ts';
import type { ProgrammeIndex } from '../programme-index.ts';

const SHORTEST_NAME = 2;
/** So many words of a name can mean nothing else, also where nothing says that the message goes on from the last. */
const TELLING_NAME = 3;
const GOES_ON = /^(?:the|vay|con|the con|vay con|and|what about|how about)\s/;

/** The one of these agencies that a part of its name means ("ban quản lý" where two agencies were named). */
export function agencyAmong(text: string, ids: string[], index: ProgrammeIndex): Agency | undefined {
  const said = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const fitting = agenciesOf(ids, index).filter(({ name }) => beginsWith(fold(name), said));
  return said.split(' ').length >= SHORTEST_NAME && fitting.length === 1 ? fitting[0] : undefined;
}

/** The message with the part of an agency's name it opens with written out; null where it holds none. */
export function withWholeName(text: string, ids: string[], index: ProgrammeIndex): string | null {
  const written = text.normalize('NFC');
  const folded = foldAligned(written);
  const found = agenciesOf(ids, index).flatMap(({ name }) => {
    const words = fold(name).split(' ');
    const shortest = GOES_ON.test(folded) ? SHORTEST_NAME : TELLING_NAME;
    for (let count = words.length; count >= shortest; count -= 1) {
      const part = words.slice(0, count).join(' ');
      const at = new RegExp(`(?<![\\p{L}\\d])${escapeRegExp(part)}(?![\\p{L}\\d])`, 'u').exec(folded)?.index;
      if (at !== undefined) return [{ name, at, length: part.length }];
    }
    return [];
  });
  const [only] = found;
  return only && found.length === 1
    ? `${written.slice(0, only.at)}${only.name}${written.slice(only.at + only.length)}`
    : null;
}

/** Departments are known by every short name already. */
function agenciesOf(ids: string[], index: ProgrammeIndex): Agency[] {
  return [...new Set(ids)]
    .flatMap((id) => index.agency(id) ?? [])
    .filter(({ name }) => !name.startsWith('Sở '));
}

function beginsWith(name: string, part: string): boolean {
  return name === part || name.startsWith(`${part} `);
}
