import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');
const words = z.string().min(1);
const role = z.enum(['lead', 'coordinate', 'direct', 'implement', 'none']);
const namedAgency = z.strictObject({ name: words, role });
const item = { address: words, line: z.int().positive(), text: words, heading: words.optional() };
const plainItem = z.strictObject(item);

const task = z.strictObject({
  ...item,
  role: role.optional(),
  agencies: z.array(namedAgency),
  deadline: words.optional(),
  periodicReport: z.boolean(),
});
const block = z.strictObject({
  ...item,
  letter: words.nullable(),
  agencies: z.array(namedAgency),
  tasks: z.array(task),
});

/** The shape of programme.json. */
export const programmeSchema = z.strictObject({
  number: z.string(),
  date: day.or(z.literal('')),
  kind: z.string(),
  issuer: z.string(),
  title: z.string(),
  bases: z.array(plainItem),
  articles: z.array(plainItem),
  recipients: z.array(plainItem),
  signatory: z.strictObject({ line: z.int(), authority: z.string(), position: z.string(), name: z.string() }),
  introductions: z.array(plainItem),
  sections: z.array(plainItem),
  purposes: z.array(plainItem),
  objectives: z.array(plainItem),
  orientations: z.array(
    z.strictObject({ ...item, number: z.int(), name: words, dashes: z.array(plainItem) }),
  ),
  fields: z.array(z.strictObject({ ...item, number: z.int(), name: words, blocks: z.array(block) })),
  organisation: z.array(plainItem),
  documents: z.array(
    z.strictObject({
      number: z.string(),
      kind: words,
      date: day.nullable(),
      issuer: words.nullable(),
      title: words.nullable(),
      citedAt: z.array(words).min(1),
      periodEnd: z.int().nullable(),
    }),
  ),
  figures: z.array(
    z.strictObject({
      address: words,
      line: z.int().positive(),
      value: words,
      clause: words,
      period: words.nullable(),
    }),
  ),
});

const successor = z.strictObject({
  agency: words.nullable(),
  from: day,
  basis: words,
  confirmed: z.boolean(),
  only: z.array(words).optional(),
  except: z.array(words).optional(),
  note: words.optional(),
});

/** The shape of agencies.json. */
export const agenciesSchema = z.strictObject({
  focalAgency: words,
  issuer: words.optional(),
  communes: words.optional(),
  districts: words.optional(),
  agencies: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'an id has small letters, digits and hyphens'),
      name: words,
      english: words,
      short: words,
      aliases: z.array(words),
      members: z.array(words).optional(),
      generalDuty: z.boolean(),
      group: z.boolean(),
      successors: z.array(successor),
    }),
  ),
});

const placeNames = z.record(words, z.array(words).min(1));

/** The shape of places.json: names under their level's own word ("huyện", "phường"). */
export const placesSchema = z.strictObject({
  districts: z.strictObject({ basis: words, names: placeNames }),
  communes: z.strictObject({ basis: words, names: placeNames }),
});

const bilingual = z.strictObject({ vi: words, en: words });

/** The shape of about.json. */
export const aboutSchema = z.strictObject({
  name: bilingual,
  short: bilingual,
  issuer: z.strictObject({ vi: z.string(), en: z.string() }),
  subject: bilingual,
  examples: z.strictObject({ vi: z.array(words), en: z.array(words) }),
  task: words,
  agency: words,
  places: z.array(words),
});

/** The shape of glossary.json. */
export const glossarySchema = z.strictObject({
  abbreviations: z.array(
    z.strictObject({ short: words, long: z.array(words).min(1), means: words.optional() }),
  ),
  synonyms: z.array(z.array(words).min(2)),
  english: z.array(z.strictObject({ term: words, vietnamese: words })),
  topics: z.array(z.strictObject({ field: words, words: z.array(words).min(1), en: words.optional() })),
});

/** The shape of corrections.json. */
export const correctionsSchema = z.array(
  z.strictObject({ line: z.int().positive(), wrong: words, right: words }),
);

/** The shape of phrasings.json. */
export const phrasingsSchema = z.array(
  z.strictObject({ address: words, vi: z.array(words), en: z.array(words) }),
);

/** The shape of duties.json. */
export const dutiesSchema = z.array(
  z.strictObject({
    id: words,
    address: words,
    who: z.enum(['every_agency', 'focal_agency']),
    name: z.strictObject({ vi: words, en: words }),
    recipients: z.array(words).min(1),
    before: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
    ladder: z.array(z.int().nonnegative()).min(1),
  }),
);

/** The shape of one year's file in calendar/. */
export const calendarSchema = z.array(
  z.strictObject({
    day,
    kind: z.enum(['off', 'work']),
    name: words,
    source: words,
    official: z.boolean(),
  }),
);
