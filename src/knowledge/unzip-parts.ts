import { inflateRawSync } from 'node:zlib';
import { LIMITS, TooLarge } from './file-limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 65_535;

/**
 * The parts of a zip file whose names match, by name. Unpacked by what is there, not by what the directory claims:
 * throws `TooLarge` at the first byte over the limit, and an error where it is no zip, cut off or encrypted.
 */
export function unzipParts(bytes: Uint8Array, wanted: RegExp): Map<string, Uint8Array> {
  if (bytes.length > LIMITS.packedBytes) throw new TooLarge();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const parts = new Map<string, Uint8Array>();
  let left = LIMITS.unpackedBytes;
  let at = view.getUint32(end + 16, true);
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('no directory');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (wanted.test(name) && !parts.has(name)) {
      const part = unpack(bytes, view, at, left);
      left -= part.length;
      parts.set(name, part);
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Where the directory is told of, behind everything but a comment. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new Error('no zip');
}

function unpack(bytes: Uint8Array, view: DataView, entry: number, limit: number): Uint8Array {
  const isEncrypted = (view.getUint16(entry + 8, true) & 1) === 1;
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (isEncrypted || view.getUint32(local, true) !== LOCAL) throw new Error('unreadable part');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + size);
  if (packed.length < size) throw new Error('cut off');
  if (method === 0 && size <= limit) return packed;
  if (method !== 0 && method !== 8) throw new Error('unknown packing');
  if (method === 0 || limit <= 0) throw new TooLarge();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    throw error instanceof RangeError ? new TooLarge() : new Error('unreadable part');
  }
}
