import type { Reply } from '../core/message.ts';
import { fold } from '../core/text.ts';
import { nextDuty } from '../nudges/ladder.ts';
import { tasksOf } from '../progress/permission.ts';
import { findAgencies, locateAgencies, withoutAgencies } from '../understand/agencies.ts';
import { plainSpeech } from '../understand/dialect.ts';
import { readOwnName } from '../understand/own-name.ts';
import { type Request, readRequest } from '../understand/request.ts';
import { tellsSuccessor } from '../understand/succession.ts';
import { help, invite, upcoming, updates, updatesOf } from './commands.ts';
import { documentHealth } from './document-health.ts';
import { handovers } from './people/handover.ts';
import { link } from './people/link-chat.ts';
import { askToLeave, profile } from './people/own-data.ts';
import { ownName } from './people/own-name.ts';
import { successors } from './people/successors.ts';
import { unreached } from './people/unreached.ts';
import { plan } from './plans/plans.ts';
import { agencyName, agencyNames, say, type Turn } from './turn.ts';
import { pendingApprovals } from './updates/approval.ts';
import { callBack, ownSubmitted, submittedCard } from './updates/call-back.ts';
import { cancelDraft, startDraft, waitingDrafts } from './updates/drafts.ts';
import { history } from './updates/history.ts';
import { readUpdate } from './updates/read-update.ts';
import { whoReported } from './updates/who-reported.ts';
import { askWithdraw, RECEIPT } from './updates/withdraw.ts';

const DO: Record<Request, (turn: Turn, text: string) => Promise<Reply[]>> = {
  help,
  my_updates: updates,
  my_reminders: upcoming,
  my_data: profile,
  erase_me: askToLeave,
  link_chat: (turn) => link(turn, ''),
  report_sent: async (turn) => askWhetherSent(turn),
  document_health: (turn) => documentHealth(turn),
  forwarded: async (turn) => say(turn.words.conversation.forwarded),
  withdraw: dropOrWithdraw,
  handovers: (turn) => handovers(turn, ''),
  invite: (turn, text) => invite(turn, text.replace(/^.*?(?<!\p{L})(?:mã|ma)(?!\p{L})/iu, '').trim()),
  history,
  send_file: async (turn) => say(turn.words.conversation.file.how),
  plan: (turn) => plan(turn, ''),
  pending_approvals: pendingApprovals,
  own_submitted: ownSubmitted,
  who_reported: whoReported,
  unreached,
  start_update: async (turn) =>
    turn.person ? startDraft(turn, readUpdate(turn, ''), '') : say(turn.words.conversation.joinFirst),
  complaint: async (turn) => say(turn.words.conversation.sorry),
};

/** Does what the message asks of the bot itself; null when it asks nothing of it. */
export async function serveRequest(turn: Turn, text: string): Promise<Reply[] | null> {
  const request = readRequest(text);
  if (request && !turn.message.group) return DO[request](turn, text);
  if (!turn.message.group && turn.person?.role === 'admin' && tellsSuccessor(text))
    return successors(turn, text);
  const name = turn.message.group ? null : readOwnName(text);
  if (name) return ownName(turn, name);
  return turn.message.group ? null : progressAsked(turn, text);
}

/**
 * A card that waits is dropped, one that is with a leader comes back; what is stored is never erased, but can be taken
 * back. A receipt names what is stored.
 */
async function dropOrWithdraw(turn: Turn, text: string): Promise<Reply[]> {
  const waiting = (await waitingDrafts(turn)).at(-1);
  if (waiting) return cancelDraft(turn, waiting.id);
  if (RECEIPT.test(text)) return askWithdraw(turn, text);
  const { fields, taskBy } = readUpdate(turn, text);
  // Words may only seem to name a task; an address does.
  const submitted = await submittedCard(turn, fields.task, taskBy === 'words' || taskBy === 'nothing');
  return submitted ? callBack(turn, submitted.id) : askWithdraw(turn, text);
}

/** "Đã gửi báo cáo": recorded for the agency only after a yes. */
function askWhetherSent(turn: Turn): Reply[] {
  const { person, words, parts } = turn;
  if (!person) return say(words.conversation.joinFirst);
  const year = Number(turn.today.slice(0, 4));
  const owed = parts.knowledge.duties.filter(({ who }) => who === 'every_agency');
  const duty = nextDuty(owed, turn.today, parts.calendar);
  if (!duty) return say(words.conversation.empty);
  return person.agencies.map((agency) => ({
    text: words.conversation.reportSent(agencyName(turn, agency), duty.name[turn.language], year),
    choices: [
      {
        label: words.nudges.reportedButton,
        action: { kind: 'duty_reported', duty: duty.id, year, agency },
      },
    ],
  }));
}

const HOW_FAR =
  /\b((lam|tien hanh|trien khai|thuc hien|tien do)? ?(den|toi) dau( roi)?|tien do (cua .*|nhiem vu .*|.*)?(the nao|ra sao|bao nhieu|sao roi)|duoc bao nhieu (phan tram|%)|how far|what is the progress)\b|\b(?:lam |da )?(?:xong|hoan thanh)(?: het)? chua(?: (?:a|nhi|vay|the|em|anh|chi|ad))*[?. ]*$/;

/** "Tiến độ của Sở Y tế", with nothing but an agency behind it. */
const LISTED =
  /^(?:(?:cho|xem|em|toi|anh|chi|minh|lai) )*(?:tien do|(?:cac )?cap nhat|tinh hinh (?:cap nhat|bao cao))(?: (?:cua|ben|tu))? (?:so|ban|ubnd|ngan hang|cac|benh vien|chi nhanh)\b[^:,;\d]*$/;

/** "IV.4.a.3 đến đâu rồi?": what the person's own agency has reported; never another agency's. */
async function progressAsked(turn: Turn, text: string): Promise<Reply[] | null> {
  const { person, parts, words } = turn;
  const folded = fold(plainSpeech(text));
  const isListed = LISTED.test(folded) && findAgencies(text, parts.knowledge).length > 0 && !/%/.test(text);
  if (!HOW_FAR.test(folded) && !isListed) return null;
  if (!person) return say(words.conversation.joinToSeeProgress);
  const { knowledge } = parts;
  const named = findAgencies(text, knowledge);
  const others = named.filter(({ id }) => !person.agencies.includes(id));
  const mayAll = person.role === 'focal' || person.role === 'admin';
  if (others[0] && !mayAll) return say(words.conversation.ownProgressOnly(agencyNames(turn, person)));
  // The name of an agency speaks of no task.
  const rest = withoutAgencies(text, locateAgencies(text, knowledge));
  const { task } = readUpdate(turn, rest).fields;
  const asked = named.find(({ id }) => person.agencies.includes(id))?.id;
  const ofTask = task ? person.agencies.find((id) => tasksOf(id, knowledge).includes(task)) : null;
  if (task && !mayAll && !ofTask) return say(words.conversation.ownProgressOnly(agencyNames(turn, person)));
  const agency = (mayAll && others[0] ? others[0].id : asked) ?? ofTask ?? person.agency;
  return updatesOf(turn, agency, task);
}
