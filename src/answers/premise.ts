import { fold } from '../core/text.ts';
import { clauses } from '../knowledge/clauses.ts';
import { syllables } from '../knowledge/syllables.ts';
import type { Asked } from './compose.ts';
import { namedPlaces, placesIn, strangeNames } from './names.ts';

/** It takes something for given, by asking for a yes or by asking why: what is not so must be said. */
export function presupposes({ question }: Asked): boolean {
  return question.yesNo || WHY.test(question.raw);
}

const WHY =
  /^(tai sao|vi sao|sao|why|since)\b|\b(tai sao|vi sao|sao (gio|van|lai|chua)|ma lai|ma sao)\b|\b(khi nao|bao gio) (khoi cong|xong|hoan thanh)/;
const LEVEL = /\b(?:cap|tuyen) (tinh|huyen|xa|trung uong)\b/g;

/** True when the passage says another year, place, level or owner than the question takes for given. */
export function contradicts(asked: Asked, { text, address }: { text: string; address: string }): boolean {
  const { question, index, knowledge } = asked;
  const nearest = nearestTo(asked, text);
  const years: string[] = question.raw.match(/\b20\d\d\b/g) ?? [];
  const stated: string[] = nearest.match(/\b20\d\d\b/g) ?? text.match(/\b20\d\d\b/g) ?? [];
  if (years.length > 0 && stated.length > 0 && !years.some((year) => stated.includes(year))) return true;
  if (strangeNames(asked).length > 0) return true;
  const folded = fold(text);
  const places = namedPlaces(asked).filter((place) => !folded.includes(place));
  if (places.length > 0 && placesIn(knowledge).some((place) => folded.includes(place))) return true;
  const levels = [...question.raw.matchAll(LEVEL)].map(([, level]) => level);
  const said = [...fold(nearest).matchAll(LEVEL)].map(([, level]) => level);
  if (levels.length > 0 && said.length > 0 && !levels.some((level) => said.includes(level))) return true;
  if (paidOtherwise(question.raw, nearest)) return true;
  const block = index.blockOf(address);
  return (
    block !== undefined &&
    question.agencies.length > 0 &&
    !question.agencies.some(
      (agency) =>
        text.includes(agency.name) ||
        block.agencies.some(({ name }) => {
          const owner = index.agencyNamed(name);
          return (
            owner === agency ||
            (owner !== undefined && agency.successors.length === 0 && holds(asked, agency.id, owner.id))
          );
        }),
    )
  );
}

/** By public money or by private: the asker says the one, the clause the other. */
function paidOtherwise(raw: string, clause: string): boolean {
  const asked =
    /\b(?:ngan sach|von nha nuoc|tien nha nuoc|dau tu cong|state budget|public (?:money|funds?|budget))\b/;
  return (
    asked.test(raw) &&
    /xã hội hóa|tư nhân|ngoài công lập/u.test(clause) &&
    !/ngân sách|đầu tư công/u.test(clause)
  );
}

/** True when the agency holds the other's duties today. */
function holds({ index }: Asked, id: string, former: string): boolean {
  const agency = index.agency(id);
  return agency !== undefined && index.predecessors(agency).some((one) => one.agency.id === former);
}

/** The clause of a passage that holds most of what is asked. */
function nearestTo({ question }: Asked, text: string): string {
  const words = new Set(question.subject.filter((word) => !/^\d+$/.test(word)));
  const ranked = clauses(text).map((clause) => ({
    clause,
    held: new Set(syllables(clause).filter((word) => words.has(word))).size,
  }));
  return ranked.sort((a, b) => b.held - a.held)[0]?.clause ?? text;
}
