import type { ChoiceOffer, Reply } from '../../core/message.ts';
import type { Person } from '../../core/person.ts';
import type { Draft } from '../../core/progress.ts';
import { fold } from '../../core/text.ts';
import { amendDraft } from '../../progress/draft.ts';
import { mayReport } from '../../progress/permission.ts';
import { findAgencies } from '../../understand/agencies.ts';
import { record } from '../record.ts';
import { agencyName, say, type Turn } from '../turn.ts';
import { cardDoubts, cardText } from './card.ts';
import { owners } from './drafts.ts';
import { readUpdate } from './read-update.ts';
import { storeUpdate } from './store-update.ts';

/** The setting of an agency whose updates a leader approves. */
const SETTING = 'approval';

/** Who must approve what this person reports for an agency: nobody where it is not wanted, or a leader reports. */
export async function leadersOf(turn: Turn, agency: string, author: Person): Promise<Person[]> {
  if ((await turn.tx.agencies.setting(agency, SETTING)) !== 'on' || leads(author, agency)) return [];
  const people = await turn.tx.people.ofAgency(agency);
  return people.filter((person) => leads(person, agency));
}

function leads(person: Person, agency: string): boolean {
  return person.leads.includes(agency);
}

/** Puts the card before the leaders of its agency. */
export async function askApproval(
  turn: Turn,
  draft: Draft & { agency: string },
  leaders: Person[],
): Promise<Reply[]> {
  const submitted: Draft = { ...draft, waitingFor: 'approval' };
  await turn.tx.progress.saveDraft(submitted);
  await record(turn, 'progress.submitted', null, { draft: draft.id, task: draft.task, agency: draft.agency });
  const shown = await forLeader(turn, submitted, turn.person?.name ?? '');
  let reached = 0;
  for (const leader of leaders) if (await turn.tell(leader.id, shown)) reached += 1;
  const { approval } = turn.words.progress;
  return say(reached > 0 ? approval.submitted(draft.task ?? '') : approval.submittedUnreached);
}

async function forLeader(turn: Turn, draft: Draft, author: string): Promise<Reply> {
  const { approval } = turn.words.progress;
  const notes = await cardDoubts(turn, draft);
  return {
    text: [approval.asked(author), cardText(turn, draft, null), ...notes].join('\n'),
    choices: [
      option(approval.approve, 'approve', draft),
      option(approval.return, 'return', draft),
      option(approval.edit, 'edit', draft),
    ],
  };
}

function option(label: string, what: 'approve' | 'return' | 'edit', { id }: Draft): ChoiceOffer {
  return { label, action: { kind: 'approval', do: what, draft: id } };
}

/** A leader's button; nobody else's, and only while the card waits for approval. */
export async function decide(turn: Turn, what: 'approve' | 'return' | 'edit', id: string): Promise<Reply[]> {
  const draft = await submittedTo(turn, id);
  if (!draft) return say(turn.words.conversation.choiceGone);
  if (what === 'approve') return approve(turn, draft);
  if (!turn.person) return [];
  await turn.tx.progress.setForm(turn.person.id, { kind: what, draft: id }, turn.now);
  const { approval } = turn.words.progress;
  return say(what === 'return' ? approval.askReason : approval.askEdit);
}

async function submittedTo(turn: Turn, id: string): Promise<(Draft & { agency: string }) | null> {
  const { person } = turn;
  if (!person) return null;
  for (const agency of person.agencies) {
    if (!leads(person, agency)) continue;
    const draft = (await turn.tx.progress.submitted(agency)).find((one) => one.id === id);
    if (draft) return { ...draft, agency };
  }
  return null;
}

async function approve(turn: Turn, draft: Draft & { agency: string }): Promise<Reply[]> {
  const { approval, alreadySaved, notPermitted } = turn.words.progress;
  // Another agency may hold the task since it was submitted.
  if (draft.task && !mayReport(draft.agency, draft.task, turn.parts.knowledge))
    return say(notPermitted(draft.task, owners(turn, draft.task)));
  const saved = await storeUpdate(turn, draft, { id: draft.person }, turn.person?.id ?? null);
  if (saved === null) return say(alreadySaved);
  await turn.tell(draft.person, {
    text: `${turn.parts.wording.vi.progress.approval.approved(draft.task ?? '')}\n${saved}`,
    choices: [],
  });
  return say(`${approval.approvedByYou}\n${saved}`);
}

/** The leader's reason goes to the author with the card, which is the author's again. */
export async function returnCard(turn: Turn, id: string, reason: string): Promise<Reply[]> {
  const draft = await submittedTo(turn, id);
  if (!draft || !turn.person) return say(turn.words.conversation.choiceGone);
  await turn.tx.progress.setForm(turn.person.id, null, turn.now);
  const returned: Draft = { ...draft, waitingFor: 'change' };
  await turn.tx.progress.saveDraft(returned);
  await record(turn, 'progress.returned', { draft: id }, { draft: id, reason });
  const { progress } = turn.parts.wording.vi;
  await turn.tell(draft.person, {
    text: progress.approval.returned(reason, cardText(turn, returned, null)),
    choices: [
      { label: progress.save, action: { kind: 'draft', do: 'save', draft: id } },
      { label: progress.cancel, action: { kind: 'draft', do: 'cancel', draft: id } },
    ],
  });
  return say(turn.words.progress.approval.returnedByYou);
}

/** The leader's own change; the words stand beside the author's, and the leader still has to approve. */
export async function editCard(turn: Turn, id: string, text: string): Promise<Reply[]> {
  const draft = await submittedTo(turn, id);
  if (!draft || !turn.person) return say(turn.words.conversation.choiceGone);
  const parsed = readUpdate(turn, text);
  const changed = amendDraft(draft, { ...parsed, fields: { ...parsed.fields, task: null } }, text);
  await turn.tx.progress.setForm(turn.person.id, null, turn.now);
  await turn.tx.progress.saveDraft({ ...changed, waitingFor: 'approval' });
  await record(turn, 'progress.edited', { draft: id, percent: draft.percent }, { percent: changed.percent });
  const author = await turn.tx.people.get(draft.person);
  return [await forLeader(turn, { ...changed, waitingFor: 'approval' }, author?.name ?? '')];
}

/** `/choduyet`: what waits for this leader. */
export async function pendingApprovals(turn: Turn): Promise<Reply[]> {
  const { person, words } = turn;
  const led = person?.agencies.filter((agency) => leads(person, agency)) ?? [];
  if (!person || led.length === 0) return say(words.people.notAllowed);
  const replies: Reply[] = [];
  for (const agency of led)
    for (const draft of await turn.tx.progress.submitted(agency))
      replies.push(await forLeader(turn, draft, (await turn.tx.people.get(draft.person))?.name ?? ''));
  return replies.length > 0 ? replies : say(words.progress.approval.nonePending);
}

/** "Duyệt", typed by a leader with cards before them: the only one, or all of them where "cả" is said. */
export async function approveInWords(turn: Turn, text: string): Promise<Reply[] | null> {
  const { person } = turn;
  if (person?.leads.length && /^(?:bat|tat) (?:che do |viec |chuc nang )?(?:phe )?duyet\b/.test(fold(text)))
    return setApproval(turn, text);
  const said =
    /^(?:ok |toi |dong y |vang )*(?:phe )?duyet( (?:ca|het|tat ca|hai|cac phieu|luon|di|nhe|a|phieu(?: nay)?|roi|em))*[.! ]*$/.exec(
      fold(text),
    );
  if (!person || !said) return null;
  const drafts = await submittedToLeader(turn);
  if (drafts.length === 0)
    return person.leads.length > 0 ? say(turn.words.progress.approval.nonePending) : null;
  if (drafts.length > 1 && !/\b(ca|het|tat ca|cac)\b/.test(said[0])) return pickOne(turn);
  const replies: Reply[] = [];
  for (const draft of drafts) replies.push(...(await decide(turn, 'approve', draft.id)));
  return replies;
}

/** "Trả lại, làm rõ số bệnh viện", typed by a leader: the only card before them goes back; null where it is about none. */
export async function returnInWords(turn: Turn, text: string): Promise<Reply[] | null> {
  const said = RETURNS.exec(text.normalize('NFC'));
  if (!said || !turn.person?.leads.length) return null;
  const drafts = await submittedToLeader(turn);
  const [only] = drafts;
  if (!only) return say(turn.words.progress.approval.nonePending);
  if (drafts.length > 1) return pickOne(turn);
  const reason = (said[1] ?? '').trim();
  return reason === '' ? decide(turn, 'return', only.id) : returnCard(turn, only.id, reason);
}

/** The remark stands behind the word. */
const RETURNS =
  /^\s*(?:anh |chị |tôi |chi |toi )?(?:trả lại|trả về|không duyệt|chưa duyệt|tra lai|tra ve|khong duyet|chua duyet|ko duyet|k duyet)(?: phiếu| phieu)?(?: này| nay)?(?: nhé| nhe| em)*(?:\s*[,:;.–-]\s*|\s+(?=(?:vì|do|để|vi|de|yêu cầu|đề nghị|làm rõ|lam ro|bổ sung|bo sung|sửa|sua)(?!\p{L}))|\s*$)([\s\S]*)$/iu;

/** Several wait: the word was for one of them. */
async function pickOne(turn: Turn): Promise<Reply[]> {
  return [...say(turn.words.progress.approval.whichOne), ...(await pendingApprovals(turn))];
}

/** What waits for this leader, oldest first. */
async function submittedToLeader({ tx, person }: Turn): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const agency of person?.agencies ?? [])
    if (person && leads(person, agency)) drafts.push(...(await tx.progress.submitted(agency)));
  return drafts;
}

/** `/pheduyet bật|tắt [cơ quan]`: a leader for the own agency, an administrator for any. */
export async function setApproval(turn: Turn, rest: string): Promise<Reply[]> {
  const { person, words, parts } = turn;
  const { approval } = words.progress;
  const named = findAgencies(rest, parts.knowledge)[0]?.id;
  const agency = named ?? person?.leads[0] ?? person?.agency;
  if (!person || !agency || !(person.role === 'admin' || leads(person, agency)))
    return say(words.people.notAllowed);
  const folded = fold(rest);
  const value = /\b(bat|co|on)\b/.test(folded) ? 'on' : /\b(tat|khong|off)\b/.test(folded) ? 'off' : null;
  const before = (await turn.tx.agencies.setting(agency, SETTING)) ?? 'off';
  if (!value) return say(approval.state(agencyName(turn, agency), before === 'on'));
  await turn.tx.agencies.set(agency, SETTING, value, person.id, turn.now);
  await record(turn, 'approval.set', { agency, approval: before }, { agency, approval: value });
  return say(approval.state(agencyName(turn, agency), value === 'on'));
}
