import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/core/message.ts';
import type { ProgressUpdate } from '../../src/core/progress.ts';
import { replay, standing } from '../../src/progress/history.ts';
import { mayReport } from '../../src/progress/permission.ts';
import { type Bot, knowledge, newDatabase, openBot } from '../support/talk.ts';

const PEOPLE = [
  { chat: 'an', agency: 'so-y-te', role: 'official', name: 'Nguyễn Văn An' },
  { chat: 'ha', agency: 'so-y-te', role: 'leader', name: 'Trần Thị Hà' },
  { chat: 'tu', agency: 'so-xay-dung', role: 'official', name: 'Phạm Tú' },
] as const;
const REPORTS = [
  'rút cập nhật vừa rồi',
  'IV.4.a.3 xong 60%',
  'IV.4.a.3 đạt 40%, vướng định mức, dự kiến xong 30/6/2027',
  'IV.2.a.3 đạt 70%',
  'IV.4.a.3 đạt 80%, còn IV.4.a.8 mới 30%',
  'IV.4.a.8 đã hoàn thành',
];
const SAID = [
  ...REPORTS,
  ...REPORTS,
  'lưu',
  'chưa có gì mới',
  '75%',
  'lưu',
  'lưu cả hai',
  'thôi',
  'sửa lại là 55%',
  'gõ nhầm',
  'hạn báo cáo là ngày nào?',
  'kế hoạch IV.4.a.3: chị Hà, 30/6/2027',
  'nghỉ từ 26/11 đến 20/12, giao chị Hà',
  'tôi đi làm lại',
  '/pheduyet bật',
  '/pheduyet tắt',
  'duyệt',
  '/choduyet',
  'cập nhật tiến độ',
];

type Step =
  | { do: 'say'; who: number; text: string }
  /** The first button of the last card shown to this person, mostly the yes. */
  | { do: 'agree'; who: number }
  /** Any button ever shown to anybody, also a used one, or in the wrong hands. */
  | { do: 'press'; who: number; button: number }
  | { do: 'again'; delivery: number }
  /** A report of the own agency, and its yes. */
  | { do: 'report'; who: number; text: string }
  | { do: 'restart' }
  | { do: 'wait'; hours: number };

const who = fc.nat(PEOPLE.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('agree' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('report' as const), who, text: fc.constantFrom(...REPORTS) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('say' as const), who, text: fc.constantFrom(...SAID) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('press' as const), who, button: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), delivery: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  },
);

/** Plays the steps over one store file; what three people were told, and what is stored. */
async function play(steps: Step[], approval: boolean) {
  const database = newDatabase();
  let now = new Date('2026-11-25T09:00:00+07:00');
  let bot: Bot = await openBot(database, now.toISOString());
  const ids = new Map<string, string>();
  for (const { chat, agency, role, name } of PEOPLE)
    ids.set(chat, await bot.joined(chat, agency, role, name));
  const told: { chat: string; text: string }[] = [];
  const buttons: string[] = [];
  const first = new Map<string, string>();
  const deliveries: IncomingMessage[] = [];
  const errors: unknown[] = [];
  const collect = (): void => {
    for (const { chat, message } of bot.sent.splice(0)) {
      told.push({ chat, text: message.text });
      buttons.push(...message.choices.map(({ token }) => token));
      if (message.choices[0]) first.set(chat, message.choices[0].token);
    }
    errors.push(...bot.errors.splice(0));
  };
  const deliver = async (chat: string, body: IncomingMessage['body']): Promise<void> => {
    const message = { channel: 'terminal', chat, deliveryId: randomUUID(), group: false, body };
    deliveries.push(message);
    await bot.deliver(message);
  };
  if (approval) await deliver('ha', { kind: 'text', text: '/pheduyet bật' });
  for (const one of steps) {
    if (one.do === 'say') await deliver(PEOPLE[one.who]?.chat ?? '', { kind: 'text', text: one.text });
    const token =
      one.do === 'press' ? buttons.at(-1 - (one.button % Math.max(1, buttons.length))) : undefined;
    if (one.do === 'press' && token) await deliver(PEOPLE[one.who]?.chat ?? '', { kind: 'choice', token });
    if (one.do === 'report') {
      await deliver(PEOPLE[one.who]?.chat ?? '', { kind: 'text', text: one.text });
      collect();
    }
    const chat = one.do === 'agree' || one.do === 'report' ? (PEOPLE[one.who]?.chat ?? '') : '';
    const yes = first.get(chat);
    if (yes) await deliver(chat, { kind: 'choice', token: yes });
    const repeated =
      one.do === 'again' ? deliveries[one.delivery % Math.max(1, deliveries.length)] : undefined;
    if (repeated) await bot.deliver(repeated);
    if (one.do === 'restart') {
      await bot.close();
      bot = await openBot(database, now.toISOString());
    }
    if (one.do === 'wait') {
      now = new Date(now.getTime() + one.hours * 3_600_000);
      bot.clock.set(now.toISOString());
      await bot.nudge();
    }
    collect();
  }
  const updates = await bot.store.transaction((tx) => tx.progress.updates({}));
  const audit = await bot.store.transaction((tx) => tx.audit.list(10_000));
  const shown = new Map<string, string>();
  for (const task of new Set(updates.map((update) => update.task))) {
    const [reply] = await bot.say(
      updates.find((one) => one.task === task)?.agency === 'so-y-te' ? 'ha' : 'tu',
      `/lichsu ${task}`,
    );
    shown.set(task, reply?.text ?? '');
  }
  await bot.close();
  return { updates, audit, told, shown, errors, ids };
}

function holds({ updates, audit, told, shown, errors, ids }: Awaited<ReturnType<typeof play>>): void {
  expect(errors).toEqual([]);
  // Every receipt was told to its author, and nothing was told that is not stored.
  const receipts = new Set(updates.map(({ receipt }) => receipt));
  const announced = new Set(
    told.flatMap(({ text }) => text.match(/(?<=Số phiếu: |phiếu rút: )CN-\d{4}-\d{6}/g) ?? []),
  );
  expect(announced).toEqual(receipts);
  expect(receipts.size).toBe(updates.length);
  const numbers = updates.map(({ receipt }) => Number(receipt.slice(-6))).toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  const written = audit.filter(
    ({ action }) => action === 'progress.append' || action === 'progress.withdraw',
  );
  expect(written).toHaveLength(updates.length);
  // One card, one update.
  const cards = written.flatMap(({ after }) => (after as { card?: string }).card ?? []);
  expect(new Set(cards).size).toBe(cards.length);
  for (const update of updates) {
    const author = PEOPLE.find(({ chat }) => ids.get(chat) === update.person);
    expect(author?.agency).toBe(update.agency);
    expect(mayReport(update.agency, update.task, knowledge)).toBe(true);
  }
  const withdrawn = updates.flatMap(({ withdraws }) => withdraws ?? []);
  expect(new Set(withdrawn).size).toBe(withdrawn.length);
  for (const { task, percent, reported } of replay(updates.toReversed())) {
    const last = standing(updates).find((one: ProgressUpdate) => one.task === task);
    expect(last?.receipt).toBe(reported.receipt);
    if (last?.percent !== null) expect(percent).toBe(last?.percent);
    expect(shown.get(task)).toContain(reported.receipt);
  }
}

it('loses, doubles and crosses no update, whatever three people do in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 20, maxLength: 40 }),
      fc.boolean(),
      async (steps, approval) => holds(await play(steps, approval)),
    ),
    { numRuns: 25 },
  );
}, 240_000);
