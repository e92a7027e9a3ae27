import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRows } from '../../src/app/eval/rows.ts';
import { readRequest } from '../../src/understand/request.ts';
import { readYesNo } from '../../src/understand/yes-no.ts';

const sets = readdirSync(import.meta.dirname)
  .filter((file) => /^questions-dev.*\.jsonl$/.test(file))
  .filter((file) => /"group": ?"update"/.test(readFileSync(join(import.meta.dirname, file), 'utf8')));

/** A word that is taken for a yes or a request never becomes a card. */
it.each(sets)('takes no progress update of %s for a yes or for something asked of the bot', (file) => {
  const rows = readRows(readFileSync(join(import.meta.dirname, file), 'utf8'), file);
  const swallowed = rows
    .filter(({ group, expect: wanted }) => group === 'update' && wanted.update !== false)
    .map(({ id, text }) => ({ id, text, request: readRequest(text), yes: readYesNo(text) }))
    // A letter passed on as it came is answered as one.
    .filter(({ request, yes }) => (request !== null && request !== 'forwarded') || yes !== null);
  expect(swallowed).toEqual([]);
});
