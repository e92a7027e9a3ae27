import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import { KnowledgeError } from '../core/errors.ts';
import type { Glossary, Knowledge, Place, Programme } from '../core/programme.ts';
import { cleanText } from '../core/text.ts';
import { nameKey } from './agency-name.ts';
import { deriveAbout } from './derive-about.ts';
import { allItems } from './parse-programme.ts';
import { taskAddresses } from './programme-parts.ts';
import {
  aboutSchema,
  agenciesSchema,
  calendarSchema,
  correctionsSchema,
  dutiesSchema,
  glossarySchema,
  phrasingsSchema,
  placesSchema,
  programmeSchema,
} from './schema.ts';

export const DEFAULT_PROGRAMME = '3572-qd-ubnd';

/**
 * Reads and checks one programme, a folder under `folder` (the top level's `knowledge/`) or elsewhere, and the calendar.
 * Its text, programme and agencies must be there; without the rest it knows less, and nothing of another's.
 * @throws KnowledgeError naming the file and the field that is missing or wrong.
 */
export function loadKnowledge(folder: string, programmeFolder = DEFAULT_PROGRAMME): Knowledge {
  const home = resolve(folder, programmeFolder);
  const source = readText(join(home, 'source.txt'));
  const programme = readJson(join(home, 'programme.json'), programmeSchema) as Programme;
  const { focalAgency, issuer, communes, districts, agencies } = readJson(
    join(home, 'agencies.json'),
    agenciesSchema,
  );
  const optional = <T extends z.ZodType>(name: string, schema: T, otherwise: z.output<T>): z.output<T> =>
    existsSync(join(home, name)) ? readJson(join(home, name), schema) : otherwise;
  const duties = optional('duties.json', dutiesSchema, []);
  const knowledge: Knowledge = {
    id: basename(home),
    about: optional('about.json', aboutSchema, deriveAbout(programme, duties)),
    source,
    programme,
    agencies: agencies as Knowledge['agencies'],
    places: readPlaces(optional('places.json', placesSchema, NO_PLACES)),
    glossary: optional('glossary.json', glossarySchema, EMPTY_GLOSSARY),
    corrections: optional('corrections.json', correctionsSchema, []),
    phrasings: optional('phrasings.json', phrasingsSchema, []),
    duties,
    focalAgency,
    issuer: issuer ?? null,
    communes: communes ?? null,
    districts: districts ?? null,
    calendar: readCalendar(join(folder, 'calendar')),
  };
  checkLines(knowledge, home);
  checkAgencies(knowledge, home);
  checkAddresses(knowledge, home);
  checkExamples(knowledge, home);
  return knowledge;
}

const NO_PLACES: z.output<typeof placesSchema> = {
  districts: { basis: '', names: {} },
  communes: { basis: '', names: {} },
};
const EMPTY_GLOSSARY: Glossary = { abbreviations: [], synonyms: [], english: [], topics: [] };

function readText(file: string): string {
  if (!existsSync(file)) throw new KnowledgeError(file, 'file', 'is missing');
  return readFileSync(file, 'utf8').normalize('NFC');
}

function readJson<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    throw new KnowledgeError(file, 'file', 'is not valid JSON');
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new KnowledgeError(file, issue?.path.map(String).join('.') || 'file', issue?.message ?? 'is wrong');
}

function readPlaces({ districts, communes }: z.output<typeof placesSchema>): Place[] {
  const listed = (level: Place['level'], names: Record<string, string[]>): Place[] =>
    Object.entries(names).flatMap(([kind, of]) => of.map((name) => ({ name, kind, level })));
  return [...listed('district', districts.names), ...listed('commune', communes.names)];
}

function readCalendar(folder: string): Knowledge['calendar'] {
  if (!existsSync(folder)) throw new KnowledgeError(folder, 'folder', 'is missing');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (files.length === 0) throw new KnowledgeError(folder, 'folder', 'holds no year');
  return files.flatMap((name) => {
    const rows = readJson(join(folder, name), calendarSchema);
    const stray = rows.find((row) => !row.day.startsWith(name.replace('.json', '')));
    if (stray) throw new KnowledgeError(join(folder, name), stray.day, 'is a day of another year');
    return rows;
  });
}

/** Every item must stand on its line of the source, word for word; every correction must find its error. */
function checkLines({ source, programme, corrections }: Knowledge, home: string): void {
  const lines = source.split('\n').map((line) => cleanText(line));
  const addresses = new Set<string>();
  // A block without a letter shares the address of its field.
  const shared = new Set(programme.fields.map((field) => field.address));
  for (const item of allItems(programme)) {
    if (!standsAt(lines, item.line - 1, item.text))
      throw new KnowledgeError(
        join(home, 'programme.json'),
        item.address,
        `is not what line ${item.line} of source.txt says`,
      );
    if (addresses.has(item.address) && !shared.has(item.address))
      throw new KnowledgeError(join(home, 'programme.json'), item.address, 'stands twice');
    addresses.add(item.address);
  }
  for (const { line, wrong } of corrections) {
    if (!lines[line - 1]?.includes(wrong))
      throw new KnowledgeError(
        join(home, 'corrections.json'),
        `line ${line}`,
        `“${wrong}” does not stand there`,
      );
  }
}

/** What may stand on a line before the item begins: the agencies of its heading, or a table's other cells. */
const LONGEST_LINE_BEFORE = 1_000;

/** On the line, or begun there and gone on with in the next ones, as in a text broken to a width. */
function standsAt(lines: string[], from: number, text: string): boolean {
  let joined = lines[from] ?? '';
  for (let next = from + 1; !joined.includes(text) && next < lines.length; next += 1) {
    if (joined.length > text.length + LONGEST_LINE_BEFORE) return false;
    joined = `${joined} ${lines[next]}`.trim();
  }
  return joined.includes(text);
}

function checkAgencies(
  { agencies, focalAgency, issuer, communes, districts, programme }: Knowledge,
  home: string,
): void {
  const file = join(home, 'agencies.json');
  const ids = new Set(agencies.map((agency) => agency.id));
  if (ids.size !== agencies.length) throw new KnowledgeError(file, 'agencies', 'an id stands twice');
  for (const [field, id] of Object.entries({ focalAgency, issuer, communes, districts }))
    if (id !== null && !ids.has(id)) throw new KnowledgeError(file, field, `“${id}” is no agency`);
  for (const { id, successors } of agencies) {
    const lost = successors.find(({ agency }) => agency !== null && !ids.has(agency));
    if (lost) throw new KnowledgeError(file, `${id}.successors`, `“${lost.agency}” is no agency`);
  }
  const names = nameKeys(agencies);
  const named = programme.fields.flatMap((field) =>
    field.blocks.flatMap((block) => [...block.agencies, ...block.tasks.flatMap((task) => task.agencies)]),
  );
  const unknown = named.find(({ name }) => !names.has(nameKey(name)));
  if (unknown)
    throw new KnowledgeError(file, 'agencies', `“${unknown.name}” of the programme is not among them`);
}

/** Every name the agencies go by, as `nameKey` writes it. */
function nameKeys(agencies: Knowledge['agencies']): Set<string> {
  return new Set(agencies.flatMap((agency) => [agency.name, ...agency.aliases]).map(nameKey));
}

function checkAddresses({ agencies, duties, glossary, phrasings, programme }: Knowledge, home: string): void {
  const addresses = new Set(allItems(programme).map((item) => item.address));
  const check = (file: string, rows: { address: string; id?: string }[]): void => {
    const lost = rows.find(({ address }) => !addresses.has(address));
    if (lost)
      throw new KnowledgeError(
        join(home, file),
        lost.id ?? lost.address,
        `${lost.address} is no address of the programme`,
      );
  };
  check('duties.json', duties);
  check('phrasings.json', phrasings);
  check(
    'agencies.json',
    agencies.flatMap(({ id, successors }) =>
      successors.flatMap(({ only = [], except = [] }) => [
        ...only.map((address) => ({ id: `${id}.successors.only`, address })),
        ...except.map((address) => ({ id: `${id}.successors.except`, address })),
      ]),
    ),
  );
  const fields = new Set(programme.fields.map(({ address }) => address));
  const topic = glossary.topics.find(({ field }) => !fields.has(field));
  if (topic)
    throw new KnowledgeError(
      join(home, 'glossary.json'),
      'topics.field',
      `${topic.field} is no field of the programme`,
    );
}

/** The examples must be there to be tried; those made from a text that has no task or no agency are no fault of a person. */
function checkExamples({ about, agencies, programme }: Knowledge, home: string): void {
  const file = join(home, 'about.json');
  const derived = deriveAbout(programme);
  if (about.task !== derived.task && !taskAddresses(programme).includes(about.task))
    throw new KnowledgeError(file, 'task', `${about.task} is no task of the programme`);
  if (about.agency !== derived.agency && !nameKeys(agencies).has(nameKey(about.agency)))
    throw new KnowledgeError(file, 'agency', `“${about.agency}” is no agency`);
}
