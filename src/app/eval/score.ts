/** What is measured of a row. Of the last four fewer is better. */
export const MEASURES = [
  'hit1',
  'hit3',
  'agencies',
  'included',
  'said',
  'declined',
  'task',
  'percent',
  'date',
  'apart',
  'refused',
  'wrong',
  'leads',
  'numbers',
] as const;
export type Measure = (typeof MEASURES)[number];

const FAULTS: Measure[] = ['refused', 'wrong', 'leads', 'numbers'];

/** Whether the measure counts faults: then true is bad, and the best sum is none. */
export function isFault(measure: Measure): boolean {
  return FAULTS.includes(measure);
}

/** One row's score: only the measures the row is fit for. */
export interface Score {
  marks: Partial<Record<Measure, boolean>>;
  /** What came out, for the list of misses. */
  got: string;
}
