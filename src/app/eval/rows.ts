import { z } from 'zod';
import { ConfigError } from '../../core/errors.ts';

const evalRow = z.object({
  id: z.string(),
  group: z.string(),
  text: z.string(),
  /** Where it cannot be told from the text. */
  language: z.enum(['vi', 'en']).optional(),
  /**
   * The verbatim sentence that proves the answer; empty where the programme does not say it. Several where any proves it:
   * who leads a matter stands in the heading, that it is theirs in the dash.
   */
  evidence: z.union([z.string(), z.array(z.string())]),
  expect: z.object({
    /** "answered" where absent; "not_in_programme", "out_of_scope" or "corrected" where the bot should not just answer. */
    outcome: z.string().optional(),
    /** False for a message that looks like a report on a task and is none. */
    update: z.boolean().optional(),
    /** The agencies an answer must name as responsible, as in the decision; for updates the sender's. */
    agency: z.array(z.string()).optional(),
    /** Strings an answer must hold, as the decision writes them. */
    must_include: z.array(z.string()).optional(),
    slots: z
      .object({
        task: z.string().optional(),
        percent: z.number().nullish(),
        /** "Xong rồi" with no number may be read as 100 or left open. */
        percent_implied: z.boolean().optional(),
        expected_date: z.string().nullish(),
        /** False where the programme does not say what is asked and the evidence only comes near. */
        answerable: z.boolean().optional(),
      })
      .optional(),
  }),
});

/** One line of a question file. */
export type EvalRow = z.infer<typeof evalRow>;

/** The rows of a question file, one JSON object a line. Throws ConfigError with the file and line of the first that is none. */
export function readRows(text: string, file: string): EvalRow[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const parsed = evalRow.safeParse(objectOf(line));
    if (parsed.success) return [parsed.data];
    const field = parsed.error.issues[0]?.path.join('.') || 'the line';
    throw new ConfigError(`${file}: line ${at + 1}: ${field} is not as a question file has it`);
  });
}

function objectOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The sentences that prove an answer; none where the programme does not say it. */
export function evidenceOf(row: EvalRow): string[] {
  return [row.evidence].flat().filter((sentence) => sentence !== '');
}

/** What should become of the question. */
export function wantedOutcome({ expect }: EvalRow): string {
  return expect.outcome ?? (expect.slots?.answerable === false ? 'not_in_programme' : 'answered');
}
