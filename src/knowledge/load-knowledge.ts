import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { KnowledgeError } from '../core/errors.ts';
import type { Knowledge, Place, Programme } from '../core/programme.ts';
import { cleanText } from '../core/text.ts';
import { nameKey } from './agency-name.ts';
import { allItems } from './parse-programme.ts';
import {
  agenciesSchema,
  calendarSchema,
  correctionsSchema,
  dutiesSchema,
  glossarySchema,
  phrasingsSchema,
  placesSchema,
  programmeSchema,
} from './schema.ts';

const PROGRAMME = '3572-qd-ubnd';

/**
 * Reads and checks everything under `folder` (the top level's `knowledge/`).
 * @throws KnowledgeError naming the file and the field that is missing or wrong.
 */
export function loadKnowledge(folder: string, id = PROGRAMME): Knowledge {
  const home = join(folder, id);
  const source = readText(join(home, 'source.txt'));
  const programme = readJson(join(home, 'programme.json'), programmeSchema) as Programme;
  const corrections = readJson(join(home, 'corrections.json'), correctionsSchema);
  const { focalAgency, agencies } = readJson(join(home, 'agencies.json'), agenciesSchema);
  const knowledge: Knowledge = {
    id,
    source,
    programme,
    agencies: agencies as Knowledge['agencies'],
    places: readPlaces(join(folder, 'places.json')),
    glossary: readJson(join(home, 'glossary.json'), glossarySchema),
    corrections,
    phrasings: readJson(join(home, 'phrasings.json'), phrasingsSchema),
    duties: readJson(join(home, 'duties.json'), dutiesSchema),
    focalAgency,
    calendar: readCalendar(join(folder, 'calendar')),
  };
  checkLines(knowledge, home);
  checkAgencies(knowledge, home);
  checkAddresses(knowledge, home);
  return knowledge;
}

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

function readPlaces(file: string): Place[] {
  const { districts, communes } = readJson(file, placesSchema);
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
    if (!lines[item.line - 1]?.includes(item.text))
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

function checkAgencies({ agencies, focalAgency, programme }: Knowledge, home: string): void {
  const file = join(home, 'agencies.json');
  const ids = new Set(agencies.map((agency) => agency.id));
  if (ids.size !== agencies.length) throw new KnowledgeError(file, 'agencies', 'an id stands twice');
  if (!ids.has(focalAgency)) throw new KnowledgeError(file, 'focalAgency', `“${focalAgency}” is no agency`);
  for (const { id, successors } of agencies) {
    const lost = successors.find(({ agency }) => agency !== null && !ids.has(agency));
    if (lost) throw new KnowledgeError(file, `${id}.successors`, `“${lost.agency}” is no agency`);
  }
  const names = new Set(agencies.flatMap((agency) => [agency.name, ...agency.aliases]).map(nameKey));
  const named = programme.fields.flatMap((field) =>
    field.blocks.flatMap((block) => [...block.agencies, ...block.tasks.flatMap((task) => task.agencies)]),
  );
  const unknown = named.find(({ name }) => !names.has(nameKey(name)));
  if (unknown)
    throw new KnowledgeError(file, 'agencies', `“${unknown.name}” of the programme is not among them`);
}

function checkAddresses({ agencies, duties, phrasings, programme }: Knowledge, home: string): void {
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
      successors.flatMap(({ only = [] }) =>
        only.map((address) => ({ id: `${id}.successors.only`, address })),
      ),
    ),
  );
}
