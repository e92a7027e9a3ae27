import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/connect.ts';
import {
  type Chat,
  codeFor,
  describeInBrowser,
  joinWith,
  openBrowser,
  openChat,
  openPhone,
  type Server,
  startServer,
} from '../support/browser.ts';

import { xlsx } from '../support/write-xlsx.ts';

const UPDATE = 'IV.4.a.3 xong 60%, đã trình thẩm định, vướng GPMB, dự kiến xong 30/12';

describeInBrowser('an official of Sở Y tế on a phone', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startServer({ startAt: '2026-11-02T09:00:00+07:00' });
  });

  async function updates(): Promise<{ task: string; percent: number | null }[]> {
    const store = await openStore(server.database);
    try {
      return await store.transaction((tx) => tx.progress.updates({}));
    } finally {
      await store.close();
    }
  }

  /** An official who has joined by the link an administrator passed on. */
  async function official(): Promise<Chat> {
    const code = await codeFor(browser, server, 'Sở Y tế');
    const chat = await openChat(await openPhone(browser), `${server.address}/?code=${code}`);
    await chat.page.locator('#form button[type=submit]').click();
    const consent = await chat.newest('đồng ý không');
    await consent.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await chat.newest('Anh/chị đã tham gia, đơn vị: Sở Y tế');
    return chat;
  }

  it('joins with a typed code, after consent', async () => {
    const code = await codeFor(browser, server, 'Sở Y tế');
    const chat = await openChat(await openPhone(browser), server.address);
    await joinWith(chat, code);
    expect(await chat.answers.last().textContent()).toContain('Sở Y tế');
    expect(chat.faults).toEqual([]);
  });

  it('joins by a link, which leaves no code in the address', async () => {
    const code = await codeFor(browser, server, 'Sở Y tế');
    const chat = await openChat(await openPhone(browser), `${server.address}/?code=${code}`);
    expect(await chat.page.locator('#hint').textContent()).toContain('Bấm nút Gửi');
    expect(await chat.page.locator('#text').inputValue()).toBe(`/thamgia ${code}`);
    expect(chat.page.url()).not.toContain(code);
    await chat.page.locator('#form button[type=submit]').click();
    const consent = await chat.newest('đồng ý không');
    await consent.getByRole('button', { name: 'Không đồng ý' }).click();
    await chat.newest('tôi không ghi thông tin tham gia');
    expect(await chat.page.locator('#hint').isVisible()).toBe(false);
    expect(chat.faults).toEqual([]);
  });

  it('sends an update, checks the card, saves it once and keeps the receipt', async () => {
    const chat = await official();
    const card = await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    const text = await card.textContent();
    for (const part of ['IV.4.a.3', '60%', 'đã trình thẩm định', 'vướng GPMB', '30/12/2026'])
      expect(text).toContain(part);
    expect(await updates()).toEqual([]);
    const save = card.getByRole('button', { name: 'Lưu' });
    await save.dblclick();
    await chat.newest('Số phiếu: CN-2026-000001');
    expect(await save.isDisabled()).toBe(true);
    expect(await save.getAttribute('aria-pressed')).toBe('true');
    expect(await card.getByRole('button', { name: 'Hủy' }).isDisabled()).toBe(true);
    expect(await updates()).toMatchObject([{ task: 'IV.4.a.3', percent: 60 }]);
    await chat.say('/capnhat', 'CN-2026-000001');
    expect(await chat.answers.filter({ hasText: 'Số phiếu' }).count()).toBe(1);
    expect(chat.faults).toEqual([]);
  });

  it('sends a file with an update, and the agency’s plan as a table', async () => {
    const chat = await official();
    await chat.page.locator('#text').fill('IV.4.a.3 xong 60%');
    const chooser = chat.page.waitForEvent('filechooser');
    await chat.page.getByRole('button', { name: 'Đính kèm tệp' }).first().click();
    const pdf = Buffer.from('%PDF-1.7 báo cáo');
    await (await chooser).setFiles({ name: 'Báo cáo.pdf', mimeType: 'application/pdf', buffer: pdf });
    const card = await chat.newest('1 tệp (Báo cáo.pdf)');
    expect(await card.textContent()).toContain('60%');
    await card.getByRole('button', { name: 'Lưu' }).click();
    await chat.newest('Số phiếu');
    const rows = [
      ['Nhiệm vụ', 'Lãnh đạo phụ trách', 'Thời gian hoàn thành'],
      ['IV.4.a.8', 'PGĐ Nguyễn Văn Bình', '30/6/2027'],
    ];
    const buffer = Buffer.from(xlsx([{ rows }]));
    await chat.page.locator('#files').setInputFiles({ name: 'ke-hoach.xlsx', mimeType: '', buffer });
    const plan = await chat.newest('Tôi đọc được kế hoạch của 1 nhiệm vụ');
    await plan.getByRole('button', { name: 'Lưu tất cả' }).click();
    await chat.newest('Đã lưu kế hoạch');
    await chat.page.locator('#text').fill('chưa gửi');
    const exe = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') };
    await chat.page.locator('#files').setInputFiles(exe);
    await chat.newest('Tôi không nhận tệp “a.pdf”');
    expect(chat.faults).toEqual([]);
  });

  it('sees the reminders to come before 15/12', async () => {
    const chat = await official();
    const list = await chat.say('/lichnhac', 'Lịch nhắc sắp tới');
    expect(await list.locator('li').allTextContents()).toEqual(
      ['30/11/2026', '07/12/2026', '10/12/2026', '14/12/2026'].map(
        (day) => `${day}: Báo cáo năm tình hình thực hiện Chương trình hành động (hạn cuối 14/12/2026)`,
      ),
    );
    expect(chat.faults).toEqual([]);
  });

  it('finds the conversation and a waiting card after a reload', async () => {
    const chat = await official();
    await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    const before = await chat.page.locator('.bubble').allTextContents();
    await chat.page.reload();
    await chat.page.locator('body[data-ready]').waitFor();
    expect(await chat.page.locator('.bubble').allTextContents()).toEqual(before);
    const consent = chat.answers.filter({ hasText: 'đồng ý không' });
    expect(await consent.getByRole('button', { name: 'Đồng ý', exact: true }).isDisabled()).toBe(true);
    const card = chat.answers.filter({ hasText: 'Phiếu cập nhật tiến độ' });
    await card.getByRole('button', { name: 'Lưu' }).click();
    await chat.newest('Số phiếu');
    expect(await updates()).toHaveLength(1);
    expect(chat.faults).toEqual([]);
  });

  it('stores once what two tabs save', async () => {
    const chat = await official();
    const other = await openChat(chat.page.context(), server.address);
    await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    const cards = await Promise.all([chat, other].map((tab) => tab.newest('Phiếu cập nhật tiến độ')));
    const saves = cards.map((card) => card.getByRole('button', { name: 'Lưu' }));
    await Promise.all(saves.map((save) => save.evaluate((button: HTMLButtonElement) => button.click())));
    for (const tab of [chat, other]) await tab.newest('Số phiếu');
    for (const save of saves) await expect.poll(() => save.isDisabled()).toBe(true);
    // Each tab shows what was said in the other.
    await chat.say('cảm ơn', /./);
    const own = (tab: Chat): Promise<string[]> => tab.page.locator('.mine').allTextContents();
    await expect.poll(async () => (await own(other)).sort()).toEqual((await own(chat)).sort());
    expect(await updates()).toHaveLength(1);
    expect([...chat.faults, ...other.faults]).toEqual([]);
  });
});
