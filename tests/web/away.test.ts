import knex from 'knex';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type Chat,
  codeFor,
  cutPower,
  describeInBrowser,
  joinWith,
  openBrowser,
  openChat,
  openPhone,
  type Server,
  startServer,
  until,
} from '../support/browser.ts';
import { freePort } from '../support/program.ts';

const QUESTION = 'Hạn báo cáo năm là ngày nào?';
const UPDATE = 'IV.4.a.3 xong 60%, dự kiến xong 30/12';

describeInBrowser('a phone whose network or server goes away', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startServer({ port: await freePort() });
  });

  /** How often the program has taken in a message with these words. */
  async function received(words: string): Promise<number> {
    const db = knex({ client: 'sqlite3', connection: { filename: server.database }, useNullAsDefault: true });
    try {
      return (await db('inbox').where('message', 'like', `%${words}%`)).length;
    } finally {
      await db.destroy();
    }
  }

  /** What is left of the faults when a network that is away is none. */
  function ownFaults(chat: Chat): string[] {
    return chat.faults.filter((fault) => !/^Failed to load resource: net::ERR_/.test(fault));
  }

  async function restart(): Promise<void> {
    server = await startServer({ database: server.database, port: Number(new URL(server.address).port) });
  }

  it('keeps a waiting card over a power cut of the server and saves it once', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    await joinWith(chat, await codeFor(browser, server, 'Sở Y tế'));
    const card = await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    const shown = await chat.page.locator('.bubble').count();
    await cutPower(server);
    const note = chat.page.locator('#note');
    await note.waitFor();
    expect(await note.textContent()).toContain('Mất kết nối');
    await restart();
    await note.waitFor({ state: 'hidden' });
    expect(await chat.page.locator('.bubble').count()).toBe(shown);
    await card.getByRole('button', { name: 'Lưu' }).click();
    await chat.newest('Số phiếu');
    await chat.say('/capnhat', /CN-\d{4}-000001/);
    expect(await chat.answers.filter({ hasText: 'Số phiếu' }).count()).toBe(1);
    expect(ownFaults(chat)).toEqual([]);
  });

  it('presses Lưu while the server is away: saved once it is back', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    await joinWith(chat, await codeFor(browser, server, 'Sở Y tế'));
    const card = await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    await cutPower(server);
    await card.getByRole('button', { name: 'Lưu' }).click();
    await chat.page.getByText('Chờ gửi…').waitFor();
    await restart();
    await chat.newest('Số phiếu');
    expect(await chat.page.getByText('Chờ gửi…').count()).toBe(0);
    expect(ownFaults(chat)).toEqual([]);
  });

  it('sends what was typed while the server was away, once, also after a reload in between', async () => {
    const context = await openPhone(browser);
    const chat = await openChat(context, server.address);
    await cutPower(server);
    await chat.send(QUESTION);
    await chat.page.getByText('Chờ gửi…').waitFor();
    await restart();
    await chat.newest('14/12');
    await chat.page.reload();
    await chat.newest('14/12');
    // One person's messages are worked on in order: a second copy would have been answered before this.
    await chat.say('cảm ơn', /./);
    expect(await received(QUESTION)).toBe(1);
    expect(await chat.answers.filter({ hasText: '14/12' }).count()).toBe(1);
    expect(ownFaults(chat)).toEqual([]);
  });

  it('keeps what waits when the page is closed, and sends it on the next visit', async () => {
    const context = await openPhone(browser);
    const chat = await openChat(context, server.address);
    await cutPower(server);
    await chat.send(QUESTION);
    await chat.page.getByText('Chờ gửi…').waitFor();
    await chat.page.close();
    await restart();
    const again = await openChat(context, server.address);
    await again.newest('14/12');
    expect(await again.page.locator('.mine').count()).toBe(1);
    expect(await received(QUESTION)).toBe(1);
    expect(again.faults).toEqual([]);
  });

  it('sends once what was typed without a network', async () => {
    const context = await openPhone(browser);
    const chat = await openChat(context, server.address);
    await context.setOffline(true);
    await chat.page.locator('#note').waitFor();
    await chat.send(QUESTION);
    await chat.page.getByText('Chờ gửi…').waitFor();
    expect(await received(QUESTION)).toBe(0);
    await context.setOffline(false);
    await chat.newest('14/12');
    await chat.page.locator('#note').waitFor({ state: 'hidden' });
    expect(await received(QUESTION)).toBe(1);
    expect(ownFaults(chat)).toEqual([]);
  });

  it('tries again with the same message when the answer to it was lost', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    let lost = 0;
    await chat.page.route('**/api/messages', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await chat.send(QUESTION);
    await chat.newest('14/12');
    await until('the second try', 8_000, () => (lost > 1 ? true : null));
    await chat.say('cảm ơn', /./);
    expect(await received(QUESTION)).toBe(1);
    expect(await chat.answers.filter({ hasText: '14/12' }).count()).toBe(1);
    expect(ownFaults(chat)).toEqual([]);
  });

  it('tries again by itself when messages come too fast', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    let refused = 0;
    await chat.page.route('**/api/messages', (route) =>
      refused++ < 2 ? route.fulfill({ status: 429, json: { error: 429 } }) : route.continue(),
    );
    await chat.send(QUESTION);
    await chat.page.getByText('Anh/chị nhắn hơi nhanh').waitFor();
    await chat.newest('14/12');
    await chat.page.locator('#note').waitFor({ state: 'hidden' });
    expect(await received(QUESTION)).toBe(1);
  });

  it('says so when a message cannot be taken, and goes on with the next', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    await chat.page.locator('#text').evaluate((box) => box.removeAttribute('maxlength'));
    await chat.send('a'.repeat(70_000));
    await chat.page.getByText('Không gửi được tin này').waitFor();
    await chat.say(QUESTION, '14/12');
    expect(await received('aaaaaaaaaa')).toBe(0);
  });

  it('opens a new session when the old one is gone', async () => {
    const context = await openPhone(browser);
    const chat = await openChat(context, server.address);
    await chat.say(QUESTION, '14/12');
    await context.clearCookies();
    await chat.send('Nhiệm vụ của Sở Y tế');
    await chat.newest('10 nhiệm vụ');
    await chat.page.locator('#note').waitFor({ state: 'hidden' });
  });
});
