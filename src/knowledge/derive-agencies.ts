import type { Agency, Programme } from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { nameKey } from './agency-name.ts';
import { issuerOf } from './derive-about.ts';
import { allItems } from './parse-programme.ts';
import { markKey } from './syllables.ts';

/** What agencies.json holds. */
export interface DerivedAgencies {
  focalAgency: string;
  issuer?: string;
  agencies: Agency[];
}

/** One agency by every name the text gives it. */
interface Named {
  key: string;
  names: string[];
}

/** Written short as often as in full. */
const SHORT_FORMS: [RegExp, string][] = [
  [/UBND/gu, 'Ủy ban nhân dân'],
  [/HĐND/gu, 'Hội đồng nhân dân'],
  [/MTTQ/gu, 'Mặt trận Tổ quốc'],
  [/BHXH/gu, 'Bảo hiểm xã hội'],
  [/BQL/gu, 'Ban Quản lý'],
  [/PTNT/gu, 'Phát triển nông thôn'],
  [/KKT/gu, 'Khu kinh tế'],
  [/KCN/gu, 'Khu công nghiệp'],
];
const ID_LENGTH = 60;
/** An agency that answers for none of the text, where the text names none at all. */
const NOBODY = 'Cơ quan ban hành';

/**
 * The agencies the headings, tasks and head of a text name, each once, nobody's successor: who follows whom is not in the
 * text. What `known` tells of an agency of the same name (short forms, English) is taken over; the others it knows are
 * kept as not named, so that the bot can say so and their officials can join.
 */
export function deriveAgencies(programme: Programme, known: Agency[]): DerivedAgencies {
  const named = collect(programme);
  const issuer = findIssuer(programme, named, known);
  if (named.length === 0) named.push({ key: keyOf(NOBODY), names: [NOBODY] });
  const knownByKey = new Map(known.map((agency) => [keyOf(agency.name), agency]));
  const ids = new Set<string>();
  const agencies = named.map((one): Agency => {
    const { key, names } = one;
    const name = spokenName(one);
    const same = knownByKey.get(key);
    const id = freeId(same?.id ?? slug(name), ids);
    return {
      id,
      name,
      english: same?.english ?? name,
      short: same?.short ?? shortOf(name),
      aliases: unique([...names, ...written(name), ...(same?.aliases ?? [])]).filter(
        (other) => other !== name,
      ),
      generalDuty: same?.generalDuty ?? /^(?:Sở|Ban|UBND|Ủy ban nhân dân|Thanh tra|Văn phòng)/u.test(name),
      group: /(?:^|\s)các\s/iu.test(name),
      successors: [],
    };
  });
  const others = known
    .filter((agency) => !agency.group && !named.some(({ key }) => key === keyOf(agency.name)))
    .map((agency) => ({ ...agency, id: freeId(agency.id, ids), successors: [] }));
  agencies.push(...others);
  keepOneOwner(agencies);
  const issuerId = issuer ? agencies[named.indexOf(issuer)]?.id : undefined;
  return {
    focalAgency: focalOf(programme, agencies.slice(0, named.length)) ?? issuerId ?? agencies[0]?.id ?? '',
    ...(issuerId ? { issuer: issuerId } : {}),
    agencies,
  };
}

function collect(programme: Programme): Named[] {
  const found = new Map<string, Named>();
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const all = blocks.flatMap((block) => [...block.agencies, ...block.tasks.flatMap((task) => task.agencies)]);
  for (const { name } of all) {
    const key = keyOf(name);
    const one = found.get(key) ?? { key, names: [] };
    found.set(key, one);
    if (!one.names.includes(name)) one.names.push(name);
  }
  return [...found.values()];
}

/** Two writings of one name share it: short forms, "và", commas, capitals and where a tone mark stands aside. */
function keyOf(name: string): string {
  const full = SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), withoutNote(name));
  return (full.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map(markKey)
    .filter((word) => word !== markKey('và'))
    .join(' ');
}

/** "UBND huyện Hoàng Su Phì (chủ đầu tư)" is that committee. */
function withoutNote(name: string): string {
  return name.replace(/\s*\([^)]*\)/gu, '').trim() || name;
}

/** The name in full, capitals as first written. */
function spokenName({ key, names }: Named): string {
  const bare = names.map(withoutNote).filter((name) => keyOf(name) === key);
  return bare.toSorted((a, b) => b.length - a.length)[0] ?? names[0] ?? '';
}

/** Who issued the document: among the agencies it names, or one more; "UBND tỉnh" is that of the province it is of. */
function findIssuer(programme: Programme, named: Named[], known: Agency[]): Named | undefined {
  const name = issuerOf(programme);
  if (name === '') return undefined;
  const key = keyOf(name);
  const isOf = (other: string): boolean => key === other || key.startsWith(`${other} `);
  const among = named.find((one) => isOf(one.key));
  if (among) {
    if (!among.names.includes(name)) among.names.push(name);
    return among;
  }
  const like = known.find((agency) => isOf(keyOf(agency.name)));
  const added = like ? { key: keyOf(like.name), names: [like.name, name] } : { key, names: [name] };
  named.push(added);
  return added;
}

/** Short forms people type: "Sở GTVT", "SGTVT", "Công an" of "Công an tỉnh". */
function written(name: string): string[] {
  const short = shortOf(name);
  const [head = '', ...rest] = short.split(' ');
  const initials = rest.length === 1 && short !== name ? [short, `${head.charAt(0)}${rest[0]}`] : [];
  const full = SHORT_FORMS.reduce((text, [abbreviation, long]) => text.replace(abbreviation, long), name);
  const abbreviated = SHORT_FORMS.reduce(
    (text, [abbreviation, long]) =>
      text.replace(new RegExp(long.replace('Ủy', '(?:Ủy|Uỷ)'), 'u'), abbreviation.source),
    name,
  );
  const ofProvince = / tỉnh$/u.test(name) && !/ban nhân dân|UBND|HĐND|Hội đồng/u.test(name);
  const firstPart = /^(?:Sở|Bộ) /u.test(name) ? [name.split(/,| và | - /u)[0] ?? name] : [];
  return unique([
    ...initials,
    full,
    abbreviated,
    ...firstPart,
    ...(ofProvince ? [name.replace(/ tỉnh$/u, '')] : []),
  ]);
}

/** "Sở Giao thông vận tải" → "Sở GTVT"; a name that is no department stays. */
function shortOf(name: string): string {
  const [, head = '', rest = ''] = /^(Sở|Bộ) (.+)$/u.exec(name) ?? [];
  const words = rest.split(/[\s,-]+/u).filter((word) => word !== '' && !/^(?:và|tỉnh)$/u.test(word));
  return words.length > 2 ? `${head} ${words.map((word) => word.charAt(0).toUpperCase()).join('')}` : name;
}

/** A short form two agencies share says neither: a name goes before an alias, else both lose it. */
function keepOneOwner(agencies: Agency[]): void {
  const names = new Set(agencies.map(({ name }) => nameKey(name)));
  const counts = new Map<string, number>();
  for (const { name, aliases } of agencies)
    for (const key of new Set([name, ...aliases].map(nameKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const agency of agencies)
    agency.aliases = agency.aliases.filter((alias) => {
      const key = nameKey(alias);
      return (counts.get(key) ?? 0) < 2 && !names.has(key);
    });
}

/** Who follows up: the agency the text calls "đầu mối" or has consolidate, else the one that leads most. */
function focalOf(programme: Programme, agencies: Agency[]): string | undefined {
  const single = agencies.filter(({ group }) => !group);
  const items = [...programme.organisation, ...allItems(programme)];
  for (const duty of [/đầu mối/u, /theo dõi[^.;]*đôn đốc|đôn đốc[^.;]*tổng hợp|tổng hợp[^.;]*báo cáo/u]) {
    for (const { text } of items) {
      const at = duty.exec(text)?.index ?? -1;
      const before = at < 0 ? '' : text.slice(0, at);
      const charged = single
        .map((agency) => ({
          agency,
          at: Math.max(...[agency.name, ...agency.aliases].map((name) => before.indexOf(name))),
        }))
        .filter((one) => one.at >= 0)
        .sort((a, b) => a.at - b.at)[0];
      if (charged) return charged.agency.id;
    }
  }
  const leads = (agency: Agency): number =>
    programme.fields
      .flatMap((field) => field.blocks)
      .filter((block) =>
        block.agencies.some(({ name, role }) => role !== 'coordinate' && keyOf(name) === keyOf(agency.name)),
      ).length;
  return single.toSorted((a, b) => leads(b) - leads(a))[0]?.id;
}

function slug(name: string): string {
  return (
    fold(name)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '' && word !== 'va')
      .join('-')
      .slice(0, ID_LENGTH)
      .replace(/-+$/, '') || 'co-quan'
  );
}

function freeId(id: string, ids: Set<string>): string {
  let free = id;
  for (let count = 2; ids.has(free); count += 1) free = `${id}-${count}`;
  ids.add(free);
  return free;
}

function unique(names: string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '');
}
