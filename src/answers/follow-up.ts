import type { AskMemory } from '../core/answer.ts';
import { fold } from '../core/text.ts';

const OPENING = /^(thế còn|vậy còn|the con|vay con|còn|con|thế|the|vậy|vay|what about|how about|and)\s+/iu;
const CLOSING = /\s*(thì sao|thi sao|thì thế nào|thi the nao|sao|nhỉ|nhi|ạ|a)?\s*[?.!]*$/iu;
/** A longer message stands on its own. */
const SHORT = 60;

/** "Còn y tế?" after "Ai chủ trì logistics?" asks who leads health. Anything else is returned as it came. */
export function followUp(text: string, memory: AskMemory | null): string {
  if (!memory) return text;
  const pointed = pointsBack(text, memory);
  if (pointed) return pointed;
  if (!OPENING.test(text) || text.length > SHORT) return text;
  const subject = text.replace(OPENING, '').replace(CLOSING, '').trim();
  if (subject === '' || /\b(nao|gi|ai|bao nhieu|may|khi|who|what|when|which|how)\b/.test(fold(subject)))
    return text;
  return ASK_AGAIN[memory.intent]?.(subject, memory) ?? text;
}

const ASK_AGAIN: Record<string, (subject: string, memory: AskMemory) => string> = {
  lead: (subject, { language }) =>
    language === 'en' ? `which agency leads ${subject}?` : `cơ quan nào chủ trì ${subject}?`,
  coordinate: (subject) => `${subject} phối hợp với ai?`,
  agency_tasks: (subject) => `nhiệm vụ của ${subject}`,
  my_tasks: (subject) => `nhiệm vụ của ${subject}`,
  count: (subject) => `${subject} có bao nhiêu nhiệm vụ?`,
  content: (subject) => subject,
  document: (subject) => `${subject} là văn bản gì?`,
  figure: (subject, { topic }) => replaceYears(topic ?? '', subject),
};

function replaceYears(topic: string, subject: string): string {
  const years = /\d{4}(?:\s*[-–]\s*\d{4})?/;
  return years.test(subject) && years.test(topic)
    ? topic.replace(years, years.exec(subject)?.[0] ?? '')
    : `${subject} bao nhiêu?`;
}

/** "Cơ quan đó còn nhiệm vụ gì?", "nguyên văn?": the last answer's agency or address is meant. */
function pointsBack(text: string, memory: AskMemory): string | null {
  const said = fold(text);
  const [address] = memory.addresses;
  if (
    address &&
    /^(nguyen van|trich nguyen van|doc nguyen van|quote it|verbatim)\s*(di|a|nhe)?[?.!]*$/.test(said)
  )
    return `nguyên văn ${address}`;
  if (
    address &&
    /^(ai|co quan nao|don vi nao|so nao)\b.*\b(muc|nhiem vu|viec|noi dung|phan) (nay|do|tren)\b/.test(said)
  )
    return `nguyên văn ${address.replace(/\.\d+$/, '')}`;
  return null;
}
