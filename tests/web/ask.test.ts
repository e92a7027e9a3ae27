import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  describeInBrowser,
  openBrowser,
  openChat,
  openPhone,
  type Server,
  startServer,
} from '../support/browser.ts';

describeInBrowser('questions on a phone', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startServer();
  });

  it('names both leads of logistics to an English question', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const answer = await chat.say('which agency leads logistics tasks?', 'IV.2.a');
    const text = await answer.textContent();
    expect(text).toContain('Department of Transport (Sở Giao thông vận tải) leads');
    expect(text).toContain('Ban Quản lý KKT Nghi Sơn và các KCN');
    expect(chat.faults).toEqual([]);
  });

  it('understands Vietnamese without diacritics and shows each passage word for word', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const answer = await chat.say('co quan nao chu tri linh vuc logistics', 'Sở Giao thông vận tải chủ trì');
    expect(await answer.textContent()).toContain('Ban Quản lý KKT Nghi Sơn và các KCN chủ trì');
    const first = answer.getByRole('button', { name: 'Nguyên văn IV.2.a' });
    await first.click();
    await chat.newest('“Sở Giao thông vận tải chủ trì, phối hợp với các đơn vị liên quan:”');
    expect(await first.isDisabled()).toBe(true);
    // One question leaves the others open.
    await answer.getByRole('button', { name: 'Nguyên văn IV.2.b' }).click();
    await chat.newest('“Ban Quản lý KKT Nghi Sơn và các KCN chủ trì');
    expect(chat.faults).toEqual([]);
  });

  it('shows a long answer from its beginning, a long list in part, and the text behind an address', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const answer = await chat.say('nhiệm vụ của sở y tế', 'Sở Y tế được giao 10 nhiệm vụ');
    await expect
      .poll(async () => {
        const box = await answer.boundingBox();
        const room = await chat.page.locator('#scroll').boundingBox();
        return box && room ? Math.abs(box.y - room.y) : null;
      })
      .toBeLessThan(24);
    const rows = answer.locator('li');
    expect(await rows.count()).toBe(10);
    const visible = () => rows.filter({ visible: true }).count();
    expect(await visible()).toBeLessThan(10);
    await answer.getByRole('button', { name: /Xem thêm/ }).click();
    expect(await visible()).toBe(10);
    await answer.getByRole('button', { name: 'IV.4.a.3', exact: true }).click();
    await chat.newest(
      'bệnh viện Lão khoa tỉnh Thanh Hóa, đề xuất các giải pháp, kế hoạch triển khai thực hiện có',
    );
    expect(chat.faults).toEqual([]);
  });

  it('shows HTML as it was typed', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const typed = '<b>đậm</b><img src=x onerror="document.title=1">&lt;script>';
    await chat.say(typed, /./);
    expect(await chat.page.locator('.mine p').last().textContent()).toContain(typed);
    // Also where the bot repeats it.
    await chat.say('/<i>la</i>', '/<i>la</i>');
    expect(await chat.page.locator('#log :is(b, img, i, script)').count()).toBe(0);
    expect(await chat.page.title()).toBe('Đôn Đốc');
    expect(chat.faults).toEqual([]);
  });

  it('offers the first steps to who is new, shortcuts to who is not', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    expect(await chat.page.locator('#quick').isVisible()).toBe(false);
    await chat.page.getByRole('button', { name: 'Hạn báo cáo năm là ngày nào?' }).click();
    await chat.newest('15/12');
    expect(await chat.page.locator('#start').isVisible()).toBe(false);
    await chat.page.getByRole('button', { name: 'Trợ giúp' }).click();
    await chat.newest('/thamgia kèm mã tham gia');
    expect(await chat.page.locator('.mine').last().textContent()).toContain('Trợ giúp');
    expect(chat.faults).toEqual([]);
  });

  it('says that there is something new to who reads further up, and stays where they are', async () => {
    const context = await openPhone(browser);
    const [reader, writer] = [
      await openChat(context, server.address),
      await openChat(context, server.address),
    ];
    await writer.say('nhiệm vụ của sở y tế', '10 nhiệm vụ');
    await reader.newest('10 nhiệm vụ');
    const scroll = reader.page.locator('#scroll');
    await scroll.evaluate((element) => element.scrollTo(0, 0));
    await writer.say('hạn báo cáo năm', '14/12');
    const newer = reader.page.getByRole('button', { name: 'Xem tin mới' });
    await newer.waitFor();
    expect(await scroll.evaluate((element) => element.scrollTop)).toBe(0);
    await newer.click();
    await newer.waitFor({ state: 'hidden' });
    await reader.newest('14/12');
    expect([...reader.faults, ...writer.faults]).toEqual([]);
  });
});
