import type { Language } from '../core/answer.ts';
import type { About } from '../core/programme.ts';

/** What the sentences of one language call the document, and the examples they give. */
export interface Called {
  /** "Quyết định 3572/QĐ-UBND". */
  decision: string;
  /** "Quyết định", "the Decision". */
  theDecision: string;
  issuer: string;
  subject: string;
  examples: string[];
  sampleTask: string;
  sampleAgency: string;
}

export function calledIn(about: About, language: Language): Called {
  const { name, short, issuer, subject, examples, task, agency } = about;
  return {
    decision: name[language],
    theDecision: short[language],
    issuer: issuer[language],
    subject: subject[language],
    examples: examples[language],
    sampleTask: task,
    sampleAgency: agency,
  };
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whose the document is, behind its name, where the name does not say so already. */
export function ofIssuer(decision: string, issuer: string, of: string): string {
  return issuer === '' || decision.includes(issuer) ? '' : ` ${of} ${issuer}`;
}
