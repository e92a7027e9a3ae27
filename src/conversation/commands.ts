import { DateTime } from 'luxon';
import { writeDay, ZONE } from '../core/clock.ts';
import type { Reply } from '../core/message.ts';
import type { PersonRole } from '../core/person.ts';
import { fold } from '../core/text.ts';
import { plannedNudges } from '../nudges/due-nudges.ts';
import { createJoinCode } from '../people/create-join-code.ts';
import { beginJoin } from '../people/join.ts';
import { addsTo } from '../people/join-further.ts';
import { higherRole, mayGrant, mayInvite } from '../people/rights.ts';
import { standing } from '../progress/history.ts';
import { findAgencies } from '../understand/agencies.ts';
import { answerQuestion } from './answer-question.ts';
import { documentHealth } from './document-health.ts';
import { handovers } from './people/handover.ts';
import { link } from './people/link-chat.ts';
import { askToLeave, exportData, profile } from './people/own-data.ts';
import { ownName } from './people/own-name.ts';
import { successors } from './people/successors.ts';
import { plan } from './plans/plans.ts';
import { agencyName, agencyNames, say, type Turn } from './turn.ts';
import { pendingApprovals, setApproval } from './updates/approval.ts';
import { history, said } from './updates/history.ts';

type Command = (turn: Turn, rest: string) => Promise<Reply[]>;

const COMMANDS = new Map<string, Command>(
  Object.entries({
    start: async (turn, rest) => (rest ? join(turn, rest) : help(turn)),
    help,
    trogiup: help,
    thamgia: join,
    taoma: invite,
    nhiemvu: async (turn) => answerQuestion(turn, 'nhiệm vụ của tôi'),
    capnhat: updates,
    lichsu: history,
    kehoach: plan,
    nghi: handovers,
    pheduyet: setApproval,
    choduyet: pendingApprovals,
    lichnhac: upcoming,
    hoso: profile,
    dulieu: exportData,
    hoten: ownName,
    lienket: link,
    kethua: successors,
    suckhoe: documentHealth,
    // In English, so that a button pressed is answered in English too.
    health: (turn, rest) => documentHealth({ ...turn, language: 'en', words: turn.parts.wording.en }, rest),
    roi: askToLeave,
    xoadulieu: askToLeave,
    rutdongy: askToLeave,
  }),
);

/** `/thamgia CODE`, `/start@dondoc_bot`, …: the command after the slash, then its words. */
export async function runCommand(turn: Turn, text: string): Promise<Reply[]> {
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = COMMANDS.get(fold(name).replace(/@.*$/, ''));
  if (!command) return say(turn.words.conversation.unknownCommand(`/${name}`.slice(0, 40)));
  return command(turn, rest.trim());
}

export async function help(turn: Turn): Promise<Reply[]> {
  return say(turn.words.conversation.help(turn.person?.role ?? null));
}

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/i;

async function join(turn: Turn, code: string): Promise<Reply[]> {
  const { conversation, people } = turn.words;
  if (turn.message.group) return say(conversation.groupOnlyQuestions);
  const { person } = turn;
  if (!code)
    return say(person ? conversation.alreadyJoined(agencyNames(turn, person)) : conversation.joinHow);
  // "Mã ABC-DEF giúp anh": the code stands among other words.
  const begun = await beginJoin(turn.tx, { code: CODE.exec(code)?.[0] ?? code, now: turn.now });
  if (begun.kind === 'refused') return say(people.refused[begun.why]);
  const { agency, hash } = begun.code;
  if (person && !addsTo(person, begun.code)) return say(people.joinedBefore(agencyName(turn, agency)));
  const role = person ? higherRole(person.role, begun.code.role) : begun.code.role;
  return [
    {
      text: people.consent(agencyName(turn, agency), conversation.roles[role], {
        further: person !== null,
        contact: turn.parts.contact,
        guests: turn.parts.guests,
      }),
      choices: [
        { label: people.agree, action: { kind: 'consent', agree: true, codeHash: hash } },
        { label: people.decline, action: { kind: 'consent', agree: false, codeHash: hash } },
      ],
    },
  ];
}

const ROLE_WORDS: [string, PersonRole][] = [
  ['lanh dao', 'leader'],
  ['dau moi', 'focal'],
  ['quan tri', 'admin'],
];
const CODE_USES = 1;
const CODE_DAYS = 14;

export async function invite(turn: Turn, rest: string): Promise<Reply[]> {
  const { conversation, people } = turn.words;
  if (!turn.person || !mayInvite(turn.person)) return say(people.notAllowed);
  if (!rest) return say(conversation.inviteHow);
  const agency = findAgencies(rest, turn.parts.knowledge)[0];
  if (!agency) return say(conversation.agencyUnknown(rest.slice(0, 80)));
  const role =
    ROLE_WORDS.find(([word]) => fold(rest).startsWith(`${word} `) || fold(rest).endsWith(word))?.[1] ??
    'official';
  if (!mayGrant(turn.person, role)) return say(people.notAllowed);
  const code = await createJoinCode(turn.tx, {
    agency: agency.id,
    role,
    uses: CODE_USES,
    days: CODE_DAYS,
    by: turn.person,
    now: turn.now,
  });
  const expires = DateTime.fromJSDate(turn.now, { zone: ZONE })
    .plus({ days: CODE_DAYS })
    .toFormat('dd/MM/yyyy');
  return say(
    people.codeCreated(
      code,
      agencyName(turn, agency.id),
      conversation.roles[role],
      expires,
      CODE_USES,
      turn.parts.joinLinks(code),
    ),
  );
}

export async function updates(turn: Turn): Promise<Reply[]> {
  if (!turn.person) return say(turn.words.conversation.joinHow);
  const replies: Reply[] = [];
  for (const agency of turn.person.agencies) replies.push(...(await updatesOf(turn, agency, null)));
  return replies;
}

const SHOWN = 10;
/** Withdrawals and what they took back are among them. */
const LOOKED_AT = 100;

/** The latest updates of an agency, on one task or all. The caller checks that the person may see them. */
export async function updatesOf(turn: Turn, agency: string, task: string | null): Promise<Reply[]> {
  const { conversation } = turn.words;
  const all = await turn.tx.progress.updates({
    agencies: [agency],
    limit: LOOKED_AT,
    ...(task ? { task } : {}),
  });
  const rows = standing(all).slice(0, SHOWN);
  if (rows.length === 0)
    return say(task ? conversation.noUpdatesOf(task) : conversation.noUpdates(agencyName(turn, agency)));
  const lines = rows.map((row) =>
    conversation.updateRow(
      row.receipt,
      row.task,
      said(turn, row).join(''),
      DateTime.fromJSDate(row.at, { zone: ZONE }).toFormat('dd/MM/yyyy HH:mm'),
    ),
  );
  return say([conversation.yourUpdates(agencyName(turn, agency)), ...lines].join('\n'));
}

export async function upcoming(turn: Turn): Promise<Reply[]> {
  const { conversation } = turn.words;
  const { person } = turn;
  if (!person) return say(conversation.joinHow);
  const planned = await plannedNudges(
    turn.tx,
    turn.parts,
    turn.now,
    turn.today,
    `${turn.today.slice(0, 4)}-12-31`,
  );
  const mine = planned.filter((row) => row.nudge.person === person.id && row.whyNot === null);
  if (mine.length === 0) return say(conversation.noUpcoming);
  const lines = mine.map(({ nudge }) => {
    const duty = turn.parts.knowledge.duties.find((candidate) => candidate.id === nudge.duty);
    return conversation.upcomingRow(
      writeDay(nudge.plannedFor),
      duty?.name[turn.language] ?? nudge.duty,
      writeDay(nudge.lastDay),
    );
  });
  return say([conversation.upcoming, ...lines].join('\n'));
}
