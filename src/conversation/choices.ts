import type { ChoiceAction, Reply } from '../core/message.ts';
import type { Person } from '../core/person.ts';
import { fold } from '../core/text.ts';
import { recordDutyReport } from '../nudges/report.ts';
import { finishJoin } from '../people/join.ts';
import { joinFurther } from '../people/join-further.ts';
import { readYesNo } from '../understand/yes-no.ts';
import { answerHandover, askColleague, endHandover } from './people/handover.ts';
import { unlink } from './people/link-chat.ts';
import { answerLeave } from './people/own-data.ts';
import { knownAs } from './people/own-name.ts';
import { confirmSuccessors } from './people/successors.ts';
import { planFileStep } from './plans/plan-file.ts';
import { planStep } from './plans/plans.ts';
import { agencyName, agencyNames, say, type Turn } from './turn.ts';
import { decide } from './updates/approval.ts';
import { callBack } from './updates/call-back.ts';
import { cancelDraft, changeDraft, chooseDraftTask } from './updates/drafts.ts';
import { beginGuide, skipField } from './updates/guide.ts';
import { saveDraft, saveDrafts } from './updates/save-drafts.ts';
import { withdraw } from './updates/withdraw.ts';

/** Choices older than this are refused. */
const CHOICE_MS = 30 * 24 * 60 * 60 * 1000;
/** What erases for good is answered while it is remembered what was asked: a "1" of another day is about something else. */
const LEAVE_MS = 60 * 60 * 1000;

/** The token of the choice a number or its label stands for, where the last reply offered choices. */
export async function numberedChoice(turn: Turn, text: string): Promise<string | null> {
  const short = fold(text).replace(/[.!)\s]+$/g, '');
  if (short.length > 40) return null;
  const offered = await turn.tx.conversations.lastChoices(turn.message.channel, turn.message.chat);
  const byNumber = /^\d{1,2}$/.test(short) ? offered[Number(short) - 1] : undefined;
  // A card's words are answered by the card that waits now, which may be an older one.
  const byLabel = offered.find(({ label, action }) => fold(label) === short && action.kind !== 'draft');
  // A card waits in the store and is answered there; the consent waits nowhere but in these choices.
  const said = readYesNo(text);
  const bySaid = offered.find(({ action }) => action.kind === 'consent' && action.agree === (said === 'yes'));
  return (byNumber ?? byLabel ?? (said === 'yes' || said === 'no' ? bySaid : undefined))?.token ?? null;
}

/** Does what a choice stands for, once. A token of another chat, an old or a used one changes nothing. */
export async function takeChoice(
  turn: Turn,
  token: string,
  asText: (text: string) => Promise<Reply[]>,
): Promise<Reply[]> {
  const { channel, chat } = turn.message;
  const offered = await turn.tx.conversations.findChoice(channel, chat, token);
  const { conversation } = turn.words;
  const limit = offered?.action.kind === 'leave' ? LEAVE_MS : CHOICE_MS;
  if (!offered || turn.now.getTime() - offered.createdAt.getTime() > limit)
    return say(conversation.choiceGone);
  if (offered.action.kind === 'say') return asText(offered.action.text);
  if (offered.groupUsedAt) return say(conversation.choiceTaken);
  await turn.tx.conversations.useChoice(token, turn.now);
  return act(turn, offered.action);
}

async function agreeFurther(turn: Turn, person: Person, codeHash: string): Promise<Reply[]> {
  const { conversation, people } = turn.words;
  const joined = await joinFurther(turn.tx, {
    person,
    codeHash,
    channel: turn.message.channel,
    now: turn.now,
  });
  if (!joined) return say(people.refused.used_up);
  return say(people.joinedFurther(agencyNames(turn, joined), conversation.roles[joined.role]));
}

async function act(turn: Turn, action: Exclude<ChoiceAction, { kind: 'say' }>): Promise<Reply[]> {
  const { conversation, people, nudges } = turn.words;
  switch (action.kind) {
    case 'consent': {
      if (!action.agree)
        return say(turn.person ? people.furtherDeclined : conversation.consentDeclined(turn.parts.guests));
      if (turn.person) return agreeFurther(turn, turn.person, action.codeHash);
      const person = await finishJoin(turn.tx, {
        codeHash: action.codeHash,
        channel: turn.message.channel,
        chat: turn.message.chat,
        name: turn.message.senderName ?? '',
        now: turn.now,
        newId: turn.parts.newId,
      });
      if (!person) return say(people.refused.used_up);
      const help = conversation.help(person.role);
      const joined = `${people.joined(agencyName(turn, person.agency))}\n${knownAs(turn, person)}`;
      return say(`${joined}\n\n${help}`);
    }
    case 'draft':
      if (action.do === 'save') return saveDraft(turn, action.draft);
      if (action.do === 'change') return changeDraft(turn, action.draft);
      if (action.do === 'guide') return beginGuide(turn, action.draft);
      return cancelDraft(turn, action.draft);
    case 'guide_skip':
      return skipField(turn, action.draft);
    case 'withdraw':
      return withdraw(turn, action.receipt, action.reason);
    case 'plan':
      return planStep(turn, action);
    case 'plan_file':
      return planFileStep(turn, action.save, action.file);
    case 'handover_ask':
      return askColleague(turn, action.to, action.firstDay, action.lastDay);
    case 'handover_answer':
      return answerHandover(turn, action.handover, action.agree);
    case 'handover_end':
      return endHandover(turn, action.handover);
    case 'succession':
      return confirmSuccessors(turn, action);
    case 'drafts_save':
      return saveDrafts(turn, action.drafts);
    case 'approval':
      return decide(turn, action.do, action.draft);
    case 'call_back':
      return callBack(turn, action.draft);
    case 'draft_task':
      return chooseDraftTask(turn, action.draft, action.task);
    case 'duty_reported': {
      if (!turn.person?.agencies.includes(action.agency)) return say(conversation.choiceGone);
      const { duty, year, agency } = action;
      await recordDutyReport(turn.tx, { duty, year, agency, person: turn.person.id, now: turn.now });
      return say(nudges.reported);
    }
    case 'leave':
      return answerLeave(turn, action.agree);
    case 'unlink':
      return unlink(turn, action.channel, action.chat);
    case 'nudge_mute': {
      if (!turn.person) return say(conversation.choiceGone);
      await turn.tx.nudges.mute(turn.person.id, action.duty, action.year, turn.now);
      return say(nudges.muted);
    }
  }
}
