import type { Reply } from '../core/message.ts';
import { likelyTasks } from '../progress/permission.ts';
import { type ParsedUpdate, parseUpdate, SURE } from '../understand/update/parse-update.ts';
import { amend, startDraft } from './drafts.ts';
import { say, type Turn } from './turn.ts';

/**
 * Takes the message as a report on a task, or as a change to the card that waits for one; null when it is a question.
 * Nothing is stored as an update here: that takes a yes.
 */
export async function reportProgress(turn: Turn, text: string): Promise<Reply[] | null> {
  const parsed = read(turn, text);
  const waiting = turn.person ? (await turn.tx.progress.drafts(turn.person.id)).at(-1) : undefined;
  if (waiting && waiting.waitingFor !== 'confirm' && !text.trim().endsWith('?')) {
    const reply = await amend(turn, waiting, parsed, text);
    if (reply) return reply;
  }
  if (parsed.isUpdate < SURE) return null;
  if (turn.message.group) return say(turn.words.conversation.groupOnlyQuestions);
  if (isClassified(text)) return say(turn.words.conversation.secretRefused);
  if (!turn.person) return say(turn.words.conversation.joinFirst);
  return startDraft(turn, parsed, text);
}

function read(turn: Turn, text: string): ParsedUpdate {
  const { knowledge, findTask } = turn.parts;
  return parseUpdate(text, {
    today: turn.today,
    documents: knowledge.programme.documents,
    taskAddresses: knowledge.programme.fields.flatMap((field) =>
      field.blocks.flatMap((block) => block.tasks.map((task) => task.address)),
    ),
    ownTasks: likelyTasks(text, turn.person?.agency ?? null, knowledge),
    findTask,
  });
}

/** Classification words of Law 117/2025/QH15 as a stamp or a level, not the syllable in "bảo mật" or "mật độ". */
function isClassified(text: string): boolean {
  return (
    /(tuyệt mật|tối mật|độ mật|đóng dấu mật|văn bản mật|tài liệu mật|\(mật\))/i.test(text) ||
    /(^|[\s:])MẬT([\s.,;:]|$)/.test(text)
  );
}
