import { readFile } from 'node:fs/promises';
import { readDocx } from './read-docx.ts';

/** A file that holds no text to read: the message is one sentence that names the file. */
export class DocumentError extends Error {
  constructor(file: string, problem: string) {
    super(`${file} ${problem}`);
    this.name = 'DocumentError';
  }
}

/** Files people take for documents, by their first bytes. */
const FOREIGN: [number[], string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'is in the old Word format (.doc): save it as .docx or .txt'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF: save it as .docx or .txt'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'is rich text (.rtf): save it as .docx or .txt'],
];

/**
 * The text of a .txt or .docx file: composed (NFC), lines ended by \n, hard spaces as single ones.
 * @throws DocumentError when there is no such file or no text in it.
 */
export async function readDocument(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new DocumentError(
      file,
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read',
    );
  }
  const text = tidy(decode(file, bytes));
  if (text.trim() === '') throw new DocumentError(file, 'holds no text');
  return text;
}

function decode(file: string, bytes: Uint8Array): string {
  const startsWith = (signature: number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  const foreign = FOREIGN.find(([signature]) => startsWith(signature));
  if (foreign) throw new DocumentError(file, foreign[1]);
  if (startsWith([0x50, 0x4b])) {
    try {
      return readDocx(bytes);
    } catch {
      throw new DocumentError(file, 'is not a Word document that can be opened');
    }
  }
  if (file.toLowerCase().endsWith('.docx') && bytes.length > 0)
    throw new DocumentError(file, 'is not a Word document that can be opened');
  const encoding = startsWith([0xff, 0xfe]) ? 'utf-16le' : startsWith([0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentError(file, 'is not text in UTF-8');
  }
  if (text.includes('\0')) throw new DocumentError(file, 'is binary data, not text');
  return text;
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
