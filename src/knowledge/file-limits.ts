/** More than any plan of an agency holds. */
export const LIMITS = {
  packedBytes: 5 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  rows: 2_000,
  columns: 60,
  /** Of one part of the file; a full table of the size above has about half a million. */
  elements: 600_000,
  depth: 100,
  cellLength: 4_000,
};

/** The file holds more than is read: large by mistake, or made to fill the memory. */
export class TooLarge extends Error {}
