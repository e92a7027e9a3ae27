import { writeDay } from '../core/clock.ts';
import { HEALTH_PARTS, type HealthFinding, type HealthPart } from '../core/health.ts';
import type { ChoiceOffer, Reply } from '../core/message.ts';
import { fold } from '../core/text.ts';
import { examineDocument } from '../knowledge/health.ts';
import { maySeeHealth } from '../people/rights.ts';
import { say, type Turn } from './turn.ts';

/** What stands behind the command to see one part, in the language of the asker. */
const KEYS: Record<HealthPart, { vi: string; en: string }> = {
  frame: { vi: 'danhso', en: 'form' },
  typing: { vi: 'chinhta', en: 'typing' },
  periods: { vi: 'daqua', en: 'passed' },
  dates: { vi: 'thoihan', en: 'dates' },
  leads: { vi: 'chutri', en: 'leads' },
  figures: { vi: 'conso', en: 'figures' },
  documents: { vi: 'viendan', en: 'documents' },
  agencies: { vi: 'coquan', en: 'agencies' },
};
const COMMANDS = { vi: '/suckhoe', en: '/health' };
/** A longer list is for a screen: `dondoc health`. */
const ROWS = 30;

/** `/suckhoe`, `/suckhoe chinhta`: the health of the document, a summary or one part, for those who look after it. */
export async function documentHealth(turn: Turn, rest = ''): Promise<Reply[]> {
  const { parts, person, words } = turn;
  if (!person || !maySeeHealth(person)) return say(words.people.notAllowed);
  const { counts, findings } = examineDocument({ ...parts.knowledge, today: turn.today });
  const wanted = fold(rest).replace(/\s+/g, '');
  const part = HEALTH_PARTS.find((one) => [KEYS[one].vi, KEYS[one].en].includes(wanted));
  if (part)
    return [
      showPart(
        turn,
        part,
        findings.filter((finding) => finding.part === part),
      ),
    ];
  const { health } = words;
  const found = HEALTH_PARTS.map((one) => ({
    part: one,
    n: findings.filter((finding) => finding.part === one).length,
  })).filter(({ n }) => n > 0);
  const lines = [
    health.title(writeDay(turn.today)),
    health.counts(counts),
    ...found.map((one) => health.row(health.parts[one.part], one.n)),
    found.length > 0 ? health.choose : health.well,
  ];
  return [{ text: lines.join('\n'), choices: found.map((one) => choiceOf(turn, one.part)) }];
}

function choiceOf({ language, words }: Turn, part: HealthPart): ChoiceOffer {
  const text = `${COMMANDS[language]} ${KEYS[part][language]}`;
  return { label: words.health.parts[part], action: { kind: 'say', text } };
}

function showPart(turn: Turn, part: HealthPart, findings: HealthFinding[]): Reply {
  const { health } = turn.words;
  const name = health.parts[part];
  const back: ChoiceOffer = { label: health.back, action: { kind: 'say', text: COMMANDS[turn.language] } };
  if (findings.length === 0) return { text: health.partWell(name), choices: [back] };
  const rows = part === 'dates' ? undatedRows(turn, findings) : findings.map((one) => rowOf(turn, one));
  return {
    text: [
      health.partTitle(name, findings.length),
      ...rows.slice(0, ROWS),
      ...(rows.length > ROWS ? [health.more(rows.length - ROWS)] : []),
      health.automatic,
    ].join('\n'),
    choices: [back],
  };
}

function rowOf({ words }: Turn, finding: HealthFinding): string {
  return words.health.finding(finding.at?.address ?? null, words.health.fact(finding));
}

/** Tasks without a date, a line for each block: there are many, and they say nothing more. */
function undatedRows({ words }: Turn, findings: HealthFinding[]): string[] {
  const homes = new Map<string, string[]>();
  for (const { at } of findings) {
    const [, home = '', label = ''] = /^(.*)\.([^.]+)$/u.exec(at?.address ?? '') ?? [];
    homes.set(home, [...(homes.get(home) ?? []), label]);
  }
  return [...homes].map(([home, labels]) => words.health.undated(home, labels));
}
