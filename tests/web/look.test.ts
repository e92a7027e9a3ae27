import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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

const UPDATE = 'IV.4.a.3 xong 60%, đã trình thẩm định, vướng GPMB, dự kiến xong 30/12';
/** A word no line can hold. */
const LONG_WORD = 'https://vanban.example.vn/'.padEnd(300, 'a');

describeInBrowser('the page as it looks and is reached', () => {
  let browser: Browser;
  /** Chromium whose owner has set text to twice the size. */
  let largeText: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser();
    largeText = await openBrowser(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']);
  });
  afterAll(() => Promise.all([browser.close(), largeText.close()]));
  beforeEach(async () => {
    server = await startServer({ startAt: '2026-11-02T09:00:00+07:00' });
  });

  /** A conversation with everything in it: long lists, passages, taken and waiting choices, notes. */
  async function fullChat(using: Browser, width = 390): Promise<Chat> {
    const chat = await openChat(await openPhone(using, width), server.address);
    await joinWith(chat, await codeFor(browser, server, 'Sở Y tế'));
    const lead = await chat.say('ai chủ trì logistics', 'IV.2.b');
    await lead.getByRole('button', { name: 'Nguyên văn IV.2.a' }).click();
    await chat.newest('phối hợp với các đơn vị liên quan:”');
    await chat.say('nhiệm vụ của tôi', '10 nhiệm vụ');
    await chat.say(LONG_WORD, /./);
    const card = await chat.say(UPDATE, 'Phiếu cập nhật tiến độ');
    await card.waitFor();
    return chat;
  }

  const widthOver = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const widest = Math.max(
        document.scrollingElement?.scrollWidth ?? 0,
        ...Array.from(document.querySelectorAll('#scroll, .bubble'), (one) =>
          one.scrollWidth > one.clientWidth + 1 ? one.scrollWidth + innerWidth : 0,
        ),
      );
      return widest - innerWidth;
    });

  it.each([{ large: false }, { large: true }])('nothing is wider than the screen: %o', async ({ large }) => {
    const chat = await fullChat(large ? largeText : browser);
    const { page } = chat;
    const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(size).toBe(large ? '32px' : '16px');
    const start = await openChat(await openPhone(large ? largeText : browser), server.address);
    const unknown = await page.context().newPage();
    await unknown.goto(`${server.address}/khong-co`);
    for (const width of [390, 320])
      for (const colorScheme of ['light', 'dark'] as const)
        for (const one of [page, start.page, unknown]) {
          await one.emulateMedia({ colorScheme });
          await one.setViewportSize({ width, height: 844 });
          expect(await widthOver(one), `${one.url()} ${width} ${colorScheme}`).toBeLessThanOrEqual(0);
        }
    // Room to read is left between head and foot.
    const room = await page.locator('#scroll').boundingBox();
    expect(room?.height).toBeGreaterThan(844 / 2);
    expect([...chat.faults, ...start.faults]).toEqual([]);
  });

  it('all text stands out from its ground, by day and by night', async () => {
    const { page, send } = await fullChat(browser);
    await page.context().setOffline(true);
    await page.locator('#note').waitFor();
    await send('tin chờ');
    await page.getByText('Chờ gửi…').waitFor();
    await page.evaluate(() => {
      for (const id of ['start', 'busy', 'hint', 'newer']) {
        const line = document.getElementById(id);
        if (line) line.hidden = false;
        if (line && !line.textContent) line.textContent = 'chữ';
      }
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const pairs = await contrasts(page);
      expect(pairs.length, colorScheme).toBeGreaterThanOrEqual(12);
      expect(
        pairs.filter(({ ratio }) => ratio < 4.5),
        colorScheme,
      ).toEqual([]);
    }
  });

  it('has a name for everything that is pressed or filled in, and says what is new', async () => {
    const chat = await fullChat(browser);
    const { page } = chat;
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.title()).not.toBe('');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    const log = page.getByRole('log', { name: 'Nội dung trò chuyện' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    // What was there before the page opened is not read out.
    expect(await log.getAttribute('aria-busy')).toBeNull();
    expect(await page.getByRole('textbox', { name: 'Tin nhắn của anh/chị' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Gửi', exact: true }).count()).toBe(1);
    for (const button of await page.getByRole('button').all())
      expect(
        await button.evaluate((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim()),
      ).not.toBe('');
    // Who speaks is said, not only shown.
    expect(await page.locator('.mine').last().textContent()).toMatch(/^Anh\/chị: /);
    expect(await chat.answers.last().textContent()).toMatch(/^Đôn Đốc trả lời: /);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(
      /user-scalable|maximum-scale/,
    );
    expect(chat.faults).toEqual([]);
  });

  it('has buttons a thumb can hit', async () => {
    const { page } = await fullChat(browser, 320);
    const boxes = await page.locator('button:visible').evaluateAll((all) =>
      all
        .filter((one) => !one.classList.contains('address'))
        .map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return { text: one.textContent, width, height };
        }),
    );
    expect(boxes.length).toBeGreaterThan(8);
    expect(boxes.filter(({ width, height }) => height < 42 || width < 42)).toEqual([]);
  });

  it('is used by keyboard alone', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const chat = await openChat(context, server.address);
    const { page } = chat;
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ''));
    expect(await focused()).toBe('text');
    await page.keyboard.type('dòng một');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('#text').inputValue()).toBe('dòng một\n');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ai chủ trì logistics');
    await page.keyboard.press('Enter');
    await chat.newest('IV.2.b');
    expect(await page.locator('#text').inputValue()).toBe('');
    for (let presses = 0; presses < 10 && (await focused()) !== 'Nguyên văn IV.2.b'; presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Nguyên văn IV.2.b');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    await chat.newest('Ban Quản lý KKT Nghi Sơn và các KCN chủ trì, phối hợp với các đơn vị có liên quan');
    // The pressed button is gone from the order of tabs; writing goes on where it was.
    expect(await focused()).toBe('text');
    expect(chat.faults).toEqual([]);
  });

  it('leaves Enter to an input method that is composing', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const box = chat.page.locator('#text');
    await box.fill('ai chủ trì logistics');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect(await chat.page.locator('.mine').count()).toBe(0);
    await box.press('Enter');
    await chat.newest('IV.2.b');
    expect(await chat.page.locator('.mine').count()).toBe(1);
  });

  it('does not open the keyboard of a phone by itself', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    const isTyping = (): Promise<boolean> => chat.page.evaluate(() => document.activeElement?.id === 'text');
    expect(await isTyping()).toBe(false);
    await chat.page.getByRole('button', { name: 'Cơ quan nào chủ trì lĩnh vực logistics?' }).click();
    const answer = await chat.newest('IV.2.b');
    await answer.getByRole('button', { name: 'Nguyên văn IV.2.b' }).click();
    await chat.newest('có liên quan:”');
    expect(await isTyping()).toBe(false);
  });

  it('keeps an unfinished message over a reload', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    await chat.page.locator('#text').fill('IV.4.a.3 xong');
    await chat.page.reload();
    await chat.page.locator('body[data-ready]').waitFor();
    expect(await chat.page.locator('#text').inputValue()).toBe('IV.4.a.3 xong');
  });

  it('runs nothing but its own script, even where a sentence of another gets in', async () => {
    const chat = await openChat(await openPhone(browser), server.address);
    await chat.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.body.append(script);
    });
    expect(await chat.page.title()).toBe('Đôn Đốc');
    expect(chat.faults.some((fault) => fault.includes('Content Security Policy'))).toBe(true);
  });

  it('says what to do where scripts are off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.address);
    const sentence = page.locator('noscript');
    expect(await sentence.textContent()).toContain('cần bật JavaScript');
    expect((await sentence.boundingBox())?.height).toBeGreaterThan(10);
  });
});

interface Pair {
  text: string;
  color: string;
  ground: string;
  ratio: number;
}

/** The contrast, by WCAG's formula, of every visible text and of the placeholder against what is painted below it. */
function contrasts(page: Page): Promise<Pair[]> {
  return page.evaluate(() => {
    const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [r = 0, g = 0, b = 0] = numbers(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element | null): string => {
      for (let one = element; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if ((numbers(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const found = new Map<string, Pair>();
    const note = (element: Element, text: string, pseudo?: string): void => {
      const { color } = getComputedStyle(element, pseudo);
      const ground = groundOf(element);
      const [a, b] = [luminance(color), luminance(ground)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      found.set(`${color} ${ground}`, { text: text.slice(0, 30), color, ground, ratio });
    };
    for (const element of Array.from(document.body.querySelectorAll('*'))) {
      const own = Array.from(element.childNodes)
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim())
        .join('');
      if (own && element.getClientRects().length > 0) note(element, own);
    }
    for (const box of Array.from(document.querySelectorAll('textarea'))) {
      note(box, box.placeholder, '::placeholder');
      note(box, 'typed');
    }
    return [...found.values()];
  });
}
