import type { FileRefusal, FileType } from '../core/file.ts';

const MAGIC: [FileType, number[], number][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 0],
  ['jpeg', [0xff, 0xd8, 0xff], 0],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
];
/** Compound file: old Office formats, and new ones behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** More than any document has. */
const MOST_PARTS = 10_000;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What a file is, by its content and never by its name; or why it is not taken. */
export function kindOfFile(bytes: Uint8Array): FileType | FileRefusal {
  if (bytes.length === 0) return 'empty';
  const known = MAGIC.find(([, magic, at]) => startsWith(bytes, magic, at));
  if (known) return known[0];
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return 'webp';
  if (asciiAt(bytes, 4, 4) === 'ftyp' && /^(?:heic|heix|hevc|mif1|msf1)$/.test(asciiAt(bytes, 8, 4)))
    return 'heic';
  if (startsWith(bytes, COMPOUND, 0)) return 'encrypted';
  return startsWith(bytes, ZIP, 0) ? kindOfZip(bytes) : 'type';
}

/** The names of a zip's parts stand unpacked in its directory: nothing need be unpacked to tell. */
function kindOfZip(bytes: Uint8Array): FileType | FileRefusal {
  const names = partNames(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'macro';
  if (!names.includes('[Content_Types].xml')) return 'type';
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : 'type';
}

/** Names by the central directory, which stands at the end; none where it is broken. */
function partNames(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > zip.length) return [];
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (names.length < MOST_PARTS && at + 46 <= end && zip.readUInt32LE(at) === 0x02014b50) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

function startsWith(bytes: Uint8Array, magic: number[], at: number): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
