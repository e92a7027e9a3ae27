import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readableFile, removeUnused } from '../../src/app/kept-files.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';
import { xlsx } from '../support/write-xlsx.ts';

const PDF = new TextEncoder().encode('%PDF-1.7 báo cáo');
const other = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);
const PLAN = xlsx([
  {
    rows: [
      ['Nhiệm vụ', 'Lãnh đạo phụ trách', 'Thời gian hoàn thành'],
      ['IV.4.a.3', 'PGĐ Nguyễn Văn Bình', { date: '2027-06-30' }],
      ['Mua xe ô tô', 'B', '30/6/2027'],
    ],
  },
]);

let bot: Bot;
beforeEach(async () => {
  bot = await openBot(newDatabase());
  await bot.joined('a', 'so-y-te');
});
afterEach(async () => {
  expect(bot.errors).toEqual([]);
  await bot.close();
});

const kept = (): string[] => {
  try {
    return readdirSync(bot.filesFolder);
  } catch {
    return [];
  }
};
const stored = () => bot.store.transaction((tx) => tx.progress.updates({}));

describe('a file that goes with an update', () => {
  it('stands on the card its words open, and is kept with the update', async () => {
    const [card] = await bot.sendFile('a', 'bao-cao.pdf', PDF, 'IV.4.a.3 xong 60%');
    expect(card?.text).toMatch(/60%[\s\S]*1 tệp \(bao-cao\.pdf\)/);
    await bot.press('a', button(card, 'Lưu'));
    const [update] = await stored();
    expect(update?.attachments).toEqual(kept());
    const file = await bot.store.transaction((tx) => tx.progress.attachment(update?.attachments[0] ?? ''));
    expect(file).toMatchObject({ name: 'bao-cao.pdf', type: 'pdf', bytes: PDF.length });
    expect(file?.hash).toMatch(/^[\da-f]{64}$/);
    expect((await bot.say('a', '/lichsu IV.4.a.3'))[0]?.text).toContain('[1 tệp]');
  });

  it('goes onto the card that waits; the same one once, at most five', async () => {
    await bot.say('a', 'IV.4.a.3 xong 60%');
    expect((await bot.sendFile('a', 'một.pdf', PDF))[0]?.text).toMatch(/60%[\s\S]*1 tệp \(một\.pdf\)/);
    expect((await bot.sendFile('a', 'hai.pdf', PDF))[0]?.text).toMatch(/1 tệp \(một\.pdf\)/);
    for (let n = 2; n <= 5; n += 1) await bot.sendFile('a', `${n}.pdf`, other(`${n}`));
    expect((await bot.sendFile('a', '6.pdf', other('6'))).at(-1)?.text).toMatch(/nhiều nhất 5 tệp/);
    await bot.say('a', 'lưu');
    expect((await stored())[0]?.attachments).toHaveLength(5);
  });

  it('alone asks for its task, then for how it goes', async () => {
    const [asked] = await bot.sendFile('a', 'ảnh.pdf', PDF);
    expect(asked?.text).toMatch(/nhiệm vụ nào/);
    await bot.press('a', button(asked, 'IV.4.a.3'));
    expect((await bot.say('a', 'xong 60%'))[0]?.text).toMatch(/60%[\s\S]*ảnh\.pdf/);
  });

  it('is refused by what it is, and its words are kept', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script>');
    const [refused, card] = await bot.sendFile('a', 'bao-cao.pdf', page, 'IV.4.a.3 xong 60%');
    expect(refused?.text).toMatch(/không nhận tệp “bao-cao\.pdf”/);
    expect(card?.text).toMatch(/60%/);
    expect(card?.text).not.toMatch(/Tệp kèm theo/);
    expect((await bot.sendFile('a', 'to.pdf', new Uint8Array(1_000_001)))[0]?.text).toMatch(/quá lớn/);
    expect(kept()).toEqual([]);
  });

  it('is not fetched, and said so, where its name is marked secret; nor from who has not joined, nor in a group', async () => {
    expect((await bot.sendFile('a', 'TUYỆT MẬT ke hoach.pdf', PDF))[0]?.text).toMatch(/bí mật nhà nước/);
    expect(kept()).toEqual([]);
    expect((await bot.sendFile('guest', 'a.pdf', PDF)).at(-1)?.text).toMatch(/cần tham gia/);
    const inGroup = {
      kind: 'file' as const,
      ref: 'x',
      name: 'a.pdf',
      bytes: 10,
      caption: 'IV.4.a.3 xong 60%',
    };
    const said = { channel: 'terminal', chat: 'a', group: true, deliveryId: 'in-group', body: inGroup };
    expect((await bot.deliver(said))[0]?.text).toMatch(/Trong nhóm/);
    expect(kept()).toEqual([]);
  });

  it('is said to be missing where it cannot be fetched', async () => {
    const message = {
      ...{ channel: 'terminal', chat: 'a', group: false, deliveryId: 'gone' },
      body: { kind: 'file' as const, ref: 'nowhere', name: 'a.pdf', bytes: 10, caption: 'IV.4.a.3 xong 60%' },
    };
    const [missing, card] = await bot.deliver(message);
    expect(missing?.text).toMatch(/chưa tải được tệp/);
    expect(card?.text).toMatch(/60%/);
    expect(bot.errors.splice(0)).toHaveLength(1);
  });

  it('is read by its agency alone, and removed where nothing has it', async () => {
    const [card] = await bot.sendFile('a', 'bao-cao.pdf', PDF, 'IV.4.a.3 xong 60%');
    await createFileStore(bot.filesFolder).put(other('lạ'));
    const files = createFileStore(bot.filesFolder);
    const soon = new Date(Date.now() + 60_000);
    await removeUnused(bot.store, files, soon);
    expect(kept()).toHaveLength(1);
    await bot.press('a', button(card, 'Lưu'));
    const [id = ''] = (await stored())[0]?.attachments ?? [];
    await bot.store.transaction(async (tx) => {
      const person = (agency: string, role: 'official' | 'focal') => ({
        ...{ id: `${agency}-${role}`, name: '', agency, agencies: [agency], role },
        ...{ consentVersion: '1', consentAt: bot.clock.now() },
      });
      await tx.people.add(person('so-y-te', 'official'), 'web', 'same');
      await tx.people.add(person('so-xay-dung', 'official'), 'web', 'else');
      await tx.people.add(person('so-tai-chinh', 'focal'), 'web', 'focal');
    });
    const read = (chat: string, which = id) => bot.store.transaction((tx) => readableFile(tx, chat, which));
    expect(await read('same')).toEqual({ name: 'bao-cao.pdf', type: 'pdf' });
    expect(await read('focal')).not.toBeNull();
    for (const chat of ['else', 'nobody']) expect(await read(chat)).toBeNull();
    expect(await read('same', 'a'.repeat(24))).toBeNull();
    await removeUnused(bot.store, files, soon);
    expect(kept()).toEqual([id]);
  });
});

describe('an agency’s plan in a file', () => {
  it('is shown task by task, and saved by one yes', async () => {
    const [shown] = await bot.sendFile('a', 'ke_hoach_2027.xlsx', PLAN);
    expect(shown?.text).toMatch(
      /IV\.4\.a\.3: PGĐ Nguyễn Văn Bình phụ trách, xong 30\/06\/2027[\s\S]*– Mua xe ô tô/,
    );
    const plans = () => bot.store.transaction((tx) => tx.plans.current('so-y-te'));
    expect(await plans()).toEqual([]);
    await bot.joined('b', 'so-y-te');
    await bot.press('b', button(shown, 'Lưu tất cả'));
    expect(await plans()).toEqual([]);
    await bot.press('a', button(shown, 'Lưu tất cả'));
    await bot.press('a', button(shown, 'Lưu tất cả'));
    expect(await plans()).toMatchObject([
      { task: 'IV.4.a.3', finishDate: '2027-06-30', words: ['ke_hoach_2027.xlsx'] },
    ]);
    expect(await bot.store.transaction((tx) => tx.plans.history('so-y-te', 'IV.4.a.3'))).toHaveLength(1);
  });

  it('goes onto the card instead where one waits, and is dropped on a no', async () => {
    await bot.say('a', 'IV.4.a.3 xong 60%');
    expect((await bot.sendFile('a', 'so-lieu.xlsx', PLAN))[0]?.text).toMatch(/Tệp kèm theo/);
    await bot.say('a', 'lưu');
    await bot.sendFile('a', 'a.xlsx', PLAN, 'kế hoạch của đơn vị');
    expect((await bot.say('a', 'không'))[0]?.text).toMatch(/không lưu/);
    expect(await bot.store.transaction((tx) => tx.plans.current('so-y-te'))).toEqual([]);
    const none = xlsx([{ rows: [['a', 'b']] }]);
    expect((await bot.sendFile('a', 'ke-hoach.xlsx', none))[0]?.text).toMatch(/chưa nhận ra nhiệm vụ nào/);
  });
});
