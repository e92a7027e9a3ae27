import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Vectors by the key of what they were made of. */
export type Vectors = Map<string, Float32Array>;

/** The key of a text as one model reads it. */
export function vectorKey(model: string, text: string): string {
  return sha256(`${model}\n${text}`);
}

/** The vectors of a file; none where it is missing, damaged or no such file. */
export async function readVectors(file: string): Promise<Vectors> {
  try {
    const [sum, body = ''] = (await readFile(file, 'utf8')).split('\n', 2);
    if (sum !== sha256(body)) return new Map();
    const rows: [string, string][] = JSON.parse(body);
    return new Map(rows.map(([key, numbers]) => [key, decode(numbers)]));
  } catch {
    return new Map();
  }
}

/** Puts the vectors in place of what the file held; it is whole at every moment. */
export async function writeVectors(file: string, vectors: Vectors): Promise<void> {
  const body = JSON.stringify([...vectors].map(([key, vector]) => [key, encode(vector)]));
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(part, `${sha256(body)}\n${body}`);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

function encode({ buffer, byteOffset, byteLength }: Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function decode(numbers: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(numbers, 'base64')).buffer);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
