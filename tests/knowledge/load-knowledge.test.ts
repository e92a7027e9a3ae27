import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/core/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const FOLDER = join(import.meta.dirname, '../../knowledge');

function broken(file: string, change: (text: string) => string | null): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(FOLDER, folder, { recursive: true });
  const path = join(folder, file);
  const text = change(readFileSync(path, 'utf8'));
  if (text === null) rmSync(path);
  else writeFileSync(path, text);
  try {
    loadKnowledge(folder);
  } catch (error) {
    return error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  return null;
}

describe('the knowledge folder', () => {
  const knowledge = loadKnowledge(FOLDER);

  it('loads, with every successor unconfirmed', () => {
    expect(knowledge.agencies.flatMap(({ successors }) => successors).every((one) => !one.confirmed)).toBe(
      true,
    );
    expect(knowledge.duties.map(({ address }) => address)).toEqual(['V.1.2', 'V.3']);
  });

  it('holds a calendar for every year from 2024 to 2035, sources and all', () => {
    const years = new Set(knowledge.calendar.map(({ day }) => day.slice(0, 4)));
    expect([...years]).toEqual(Array.from({ length: 12 }, (_, index) => String(2024 + index)));
    expect(knowledge.calendar.find(({ day }) => day === '2026-11-24')).toMatchObject({
      kind: 'off',
      official: true,
    });
    // Tết of 2030 falls a day before the Chinese one.
    expect(knowledge.calendar.find(({ day }) => day === '2030-02-02')?.name).toMatch(/Tết/);
    expect(knowledge.calendar.filter(({ day }) => day > '2028').every(({ official }) => !official)).toBe(
      true,
    );
  });

  it('loads a programme from a path of its own, and with nothing but its text, tasks and agencies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'programme-'));
    for (const file of ['source.txt', 'programme.json', 'agencies.json'])
      cpSync(join(FOLDER, '3572-qd-ubnd', file), join(folder, file));
    const bare = loadKnowledge(FOLDER, folder);
    rmSync(folder, { recursive: true });
    expect([bare.corrections, bare.phrasings, bare.duties, bare.glossary.topics, bare.places]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(bare.about).toMatchObject({
      name: { vi: 'Quyết định 3572/QĐ-UBND' },
      issuer: { vi: 'Ủy ban nhân dân tỉnh Thanh Hóa' },
      places: ['Thanh Hóa'],
    });
    expect(bare.calendar).toEqual(knowledge.calendar);
  });

  it.each<[string, string, (text: string) => string | null, RegExp]>([
    ['a missing file', '3572-qd-ubnd/agencies.json', () => null, /agencies\.json: file: is missing/],
    [
      'a file that is no JSON',
      '3572-qd-ubnd/glossary.json',
      () => '{',
      /glossary\.json: file: is not valid JSON/,
    ],
    [
      'a field that is missing',
      '3572-qd-ubnd/agencies.json',
      (text) => text.replace('"english": "Department of Health",', ''),
      /agencies\.json: agencies\.\d+\.english: /,
    ],
    [
      'a day that is none',
      'calendar/2026.json',
      (text) => text.replace('"2026-11-24"', '"24/11/2026"'),
      /2026\.json: \d+\.day: a day is written YYYY-MM-DD/,
    ],
    [
      'a changed word of the decision',
      '3572-qd-ubnd/programme.json',
      (text) => text.replace('Tăng cường các hoạt động thu hút các hãng tàu', 'Giảm các hoạt động'),
      /programme\.json: IV\.2\.b\.1: is not what line 117 of source\.txt says/,
    ],
    [
      'a correction of nothing',
      '3572-qd-ubnd/corrections.json',
      (text) => text.replace('"hung tâm"', '"hưng tâm"'),
      /corrections\.json: line 43: /,
    ],
    [
      'a successor that is no agency',
      '3572-qd-ubnd/agencies.json',
      (text) => text.replace('"agency": "so-xay-dung"', '"agency": "so-nao-do"'),
      /agencies\.json: so-giao-thong-van-tai\.successors: /,
    ],
    [
      'an agency of the programme that is unknown',
      '3572-qd-ubnd/agencies.json',
      (text) => text.replaceAll('"Sở Công Thương"', '"Sở CThương"'),
      /agencies\.json: agencies: “Sở Công Thương”/,
    ],
    [
      'an issuer that is no agency',
      '3572-qd-ubnd/agencies.json',
      (text) => text.replace('"issuer": "ubnd-tinh"', '"issuer": "ubnd-nao"'),
      /agencies\.json: issuer: “ubnd-nao” is no agency/,
    ],
    [
      'districts that are no agency',
      '3572-qd-ubnd/agencies.json',
      (text) => text.replace('"districts": "ubnd-huyen"', '"districts": "ubnd-huyn"'),
      /agencies\.json: districts: “ubnd-huyn” is no agency/,
    ],
    [
      'a topic of no field',
      '3572-qd-ubnd/glossary.json',
      (text) => text.replace('"field": "IV.8"', '"field": "IV.9"'),
      /glossary\.json: topics\.field: IV\.9 is no field/,
    ],
    [
      'an example of no task',
      '3572-qd-ubnd/about.json',
      (text) => text.replace('"IV.2.a.3"', '"IV.2.a.33"'),
      /about\.json: task: IV\.2\.a\.33 is no task/,
    ],
    [
      'an example of no agency',
      '3572-qd-ubnd/about.json',
      (text) => text.replace('"agency": "Sở Y tế"', '"agency": "Sở Y té"'),
      /about\.json: agency: “Sở Y té” is no agency/,
    ],
    [
      'a place without its level',
      '3572-qd-ubnd/places.json',
      (text) => text.replace('"phường"', '""'),
      /places\.json: communes\.names/,
    ],
    [
      'a name in one language only',
      '3572-qd-ubnd/about.json',
      (text) => text.replace(', "en": "the Decision"', ''),
      /about\.json: short\.en: /,
    ],
    [
      'a duty without its place',
      '3572-qd-ubnd/duties.json',
      (text) => text.replace('"V.3"', '"V.2"'),
      /duties\.json: tong-hop-nam: V\.2 is no address/,
    ],
  ])('%s stops the start with one sentence naming file and field', (_name, file, change, message) => {
    const error = broken(file, change);
    expect(error).toBeInstanceOf(KnowledgeError);
    expect((error as KnowledgeError).message).toMatch(message);
    expect((error as KnowledgeError).message).not.toContain('\n');
  });
});
