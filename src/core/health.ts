/** What part of a health report a finding belongs to, in the order they are shown. */
export const HEALTH_PARTS = [
  'frame',
  'typing',
  'periods',
  'dates',
  'leads',
  'figures',
  'documents',
  'agencies',
] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

/** Why a figure may be misread: no period, no unit, or more than one reading ("khoảng", "1 - 3%", twice in one clause). */
export type FigureFault = 'no_period' | 'no_unit' | 'several_readings';

/** Who holds an agency's duties since a day; null where nobody is known to. */
export interface HeldSince {
  holder: string | null;
  from: string;
  confirmed: boolean;
}

/** What is found, without its place. */
export type HealthFact =
  | { kind: 'absent'; part: 'frame'; what: 'number' | 'date' | 'signatory' | 'recipients' | 'tasks' }
  | { kind: 'skipped'; part: 'frame'; names: string[] }
  | { kind: 'twice'; part: 'frame'; name: string }
  /** `mended`: the right spelling stands in corrections.json; else `right` is a guess, null where there is none. */
  | { kind: 'typing'; part: 'typing'; wrong: string; right: string | null; mended: boolean }
  | { kind: 'document_ended'; part: 'periods'; name: string; year: number }
  | { kind: 'period_ended'; part: 'periods'; period: string }
  | { kind: 'deadline_passed'; part: 'periods'; deadline: string }
  | { kind: 'no_date'; part: 'dates' }
  /** `named`: the agencies the heading names, in another role. */
  | { kind: 'no_lead'; part: 'leads'; named: string[] }
  | { kind: 'no_task'; part: 'leads' }
  | { kind: 'figure'; part: 'figures'; value: string; period: string | null; faults: FigureFault[] }
  | { kind: 'undated_document'; part: 'documents'; number: string }
  | { kind: 'reorganised'; part: 'agencies'; name: string; since: HeldSince[] };

/** One finding; what concerns the document as a whole has no place. */
export type HealthFinding = HealthFact & { at: { address: string; line: number } | null };

/** What a reader of a document should know about it. */
export interface HealthReport {
  counts: { fields: number; blocks: number; tasks: number; orientations: number };
  /** By part, in the order of the document. */
  findings: HealthFinding[];
}
