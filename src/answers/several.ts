import type { Answer } from '../core/answer.ts';
import type { Question } from '../understand/question.ts';

const MOST = 3;
/** Between two questions of one message: a mark, a new line, or "và" before a word that asks. */
const BETWEEN =
  /\?+\s+|\n+|,\s+(?=(?:sở|so|ban|ubnd|gửi|gui|nộp|nop|hạn|han|khi nào|khi nao|bao giờ|bao gio)(?![\p{L}]))|[,;]?\s+(?:và|va|rồi|and|also)\s+(?=(?:hạn|han|khi nào|khi nao|bao giờ|bao gio|ai|cơ quan nào|co quan nao|sở nào|so nao|mấy|may|bao nhiêu|bao nhieu|when|who|which|how|what)(?![\p{L}]))/iu;

/**
 * The questions of a message, where each can stand alone or, after the last answer, all go on from it ("ai phối hợp? hạn
 * khi nào?"); else the message as it is.
 */
export function severalQuestions(
  text: string,
  read: (piece: string) => Question,
  goesOn: (piece: string) => boolean = () => false,
): string[] {
  const pieces = text.split(BETWEEN).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2 || pieces.length > MOST) return [text];
  return pieces.every((piece) => standsAlone(read(piece))) || pieces.every(goesOn) ? pieces : [text];
}

const NEED_A_SUBJECT = new Set([
  'lead',
  'coordinate',
  'figure',
  'content',
  'agency_tasks',
  'my_tasks',
  'count',
]);
const TALK = new Set(['small_talk', 'who_are_you', 'instruction', 'foreign']);

/** "Huyện nào?" needs what stands before it; "hạn báo cáo khi nào?" does not. */
function standsAlone({ intent, subject, fields, agencies, addresses }: Question): boolean {
  if (TALK.has(intent)) return false;
  if (!NEED_A_SUBJECT.has(intent)) return true;
  const named = fields.length + agencies.length + addresses.length > 0;
  if (intent === 'content') return subject.length >= 3;
  return named || subject.length >= 2;
}

/** Several answers as one: their texts below each other; it is answered when one of them is. */
export function joinAnswers(answers: Answer[]): Answer {
  const [first] = answers;
  const last = answers.at(-1);
  if (!first || !last) throw new Error('no answers to join');
  if (answers.length === 1) return first;
  return {
    ...first,
    text: answers.map(({ text }) => text).join('\n\n'),
    outcome:
      answers.find(({ outcome }) => outcome === 'answered' || outcome === 'corrected')?.outcome ??
      first.outcome,
    citations: answers
      .flatMap(({ citations }) => citations.slice(0, 1))
      .concat(answers.flatMap(({ citations }) => citations.slice(1))),
    agencies: answers.flatMap(({ agencies }) => agencies),
    choices: answers.flatMap(({ choices }) => choices.slice(0, 2)).slice(0, 4),
    memory: last.memory ?? first.memory,
  };
}
