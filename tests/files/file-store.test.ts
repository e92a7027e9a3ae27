import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createFileStore } from '../../src/files/file-store.ts';
import { kindOfFile } from '../../src/files/kind-of-file.ts';
import { docx, paragraph } from '../knowledge/support-docx.ts';
import { xlsx } from '../support/write-xlsx.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'dondoc-files-')), 'kept');

describe('files that are kept', () => {
  it('are had again under an id that cannot be guessed, and removed', async () => {
    const folder = newFolder();
    const files = createFileStore(folder);
    const [one, two] = [await files.put(bytes('một')), await files.put(bytes('một'))];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^[\w-]{24}$/);
    expect(Buffer.from((await files.get(one)) ?? []).toString()).toBe('một');
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, one)).mode & 0o077).toBe(0);
    await files.remove(one);
    expect(await files.get(one)).toBeNull();
    expect(readdirSync(folder)).toEqual([two]);
  });

  it('are looked for under their own ids alone', async () => {
    const folder = newFolder();
    const files = createFileStore(folder);
    await files.put(bytes('x'));
    writeFileSync(join(folder, '../secret'), 'mật khẩu');
    for (const id of ['../secret', '..%2Fsecret', '', '.', 'a'.repeat(24)]) {
      expect(await files.get(id)).toBeNull();
      await files.remove(id);
    }
    expect(readdirSync(join(folder, '..')).toSorted()).toEqual(['kept', 'secret']);
  });

  it('are listed by age, with what was never finished', async () => {
    const folder = newFolder();
    const files = createFileStore(folder);
    expect(await files.before(new Date())).toEqual([]);
    const [old, young] = [await files.put(bytes('a')), await files.put(bytes('b'))];
    const half = `.${'h'.repeat(24)}`;
    writeFileSync(join(folder, half), 'nửa');
    for (const name of [old, half]) utimesSync(join(folder, name), new Date(0), new Date(0));
    const found = await files.before(new Date('2026-01-01'));
    expect(found.toSorted()).toEqual([old, half].toSorted());
    for (const name of found) await files.remove(name);
    expect(readdirSync(folder)).toEqual([young]);
  });
});

describe('what a file is', () => {
  it.each<[string, Uint8Array, string]>([
    ['PDF', bytes('%PDF-1.7 …'), 'pdf'],
    ['Word', docx([paragraph('xin chào')]), 'docx'],
    ['Excel', xlsx([{ rows: [['a']] }]), 'xlsx'],
    ['JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'png'],
    ['WebP', bytes('RIFF0000WEBPVP8 '), 'webp'],
    ['HEIC', bytes('0000ftypheic'), 'heic'],
    ['nothing', new Uint8Array(), 'empty'],
    ['a page', bytes('<html><script>alert(1)</script>'), 'type'],
    ['a program', bytes('MZ\u0090'), 'type'],
    ['a script', bytes('#!/bin/sh\nrm -rf'), 'type'],
    [
      'an old or locked Office file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'encrypted',
    ],
    ['another zip', zipSync({ 'evil.exe': bytes('MZ') }), 'type'],
    [
      'a zip that only speaks of Word',
      zipSync({ 'a.txt': [bytes('[Content_Types].xml word/document.xml'), { level: 0 }] }),
      'type',
    ],
    ['a zip broken off', docx([paragraph('x')]).slice(0, 200), 'type'],
    [
      'Word with macros',
      zipSync({
        '[Content_Types].xml': bytes(''),
        'word/document.xml': bytes(''),
        'word/vbaProject.bin': bytes(''),
      }),
      'macro',
    ],
  ])('%s', (_name, content, kind) => {
    expect(kindOfFile(content)).toBe(kind);
  });
});
