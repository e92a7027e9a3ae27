import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { type Program, runProgram } from './program.ts';
import { newDatabase } from './talk.ts';

const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';

/** Tests in a real browser; where there is none they are skipped by name. */
export function describeInBrowser(title: string, define: () => void): void {
  if (noBrowser === null) return void describe(title, define);
  describe(title, () => {
    it.skip(`not run: ${noBrowser}`, () => {});
  });
}

/** Why the browser tests cannot run here, or null when they can. */
const noBrowser = existsSync(CHROMIUM)
  ? null
  : `no Chromium at ${CHROMIUM}; set CHROMIUM_PATH or install the Debian package chromium`;

/** The whole announcement of a first start. */
const CODE = /\/thamgia (\S+)[\s\S]*ends this one\.\n/;

/** The program with the web chat, on a database of its own. */
export interface Server extends Program {
  address: string;
  database: string;
  /** The one-time administrator code this start printed. */
  adminCode: string;
}

export interface ServerOptions {
  database?: string;
  /** A port, to come back where pages look for it. */
  port?: number;
  /** The time at which the program believes to start; its clock runs on from there. */
  startAt?: string;
}

/** Starts the built program and waits until it serves; it ends with the test. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const database = options.database ?? newDatabase();
  const program = runProgram({
    env: { DATABASE_URL: database, PORT: String(options.port ?? 0), LOG_LEVEL: 'warn' },
    nodeOptions: clockShift(options.startAt),
  });
  const address = await program.url();
  if (options.database === undefined)
    await until('the code of the first administrator', 5_000, () => CODE.test(program.stdout()) || null);
  return { ...program, address, database, adminCode: CODE.exec(program.stdout())?.[1] ?? '' };
}

/** Ends it at once, as a power cut does. */
export async function cutPower(server: Server): Promise<void> {
  server.kill('SIGKILL');
  await server.ended;
}

/** Node options that move the clock of the whole process. */
function clockShift(startAt: string | undefined): string[] {
  if (!startAt) return [];
  const code = `const Real = Date, shift = ${Date.parse(startAt)} - Real.now();
globalThis.Date = class Date extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + shift); else super(...given); }
  static now() { return Real.now() + shift; }
};`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** Looks until `look` finds something; throws when it does not in time. */
export async function until<T>(
  what: string,
  ms: number,
  look: () => T | null | Promise<T | null>,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** `args`: more settings of Chromium. */
export function openBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

/** A browser of one person: the screen of a common phone, fingers instead of a mouse. */
export function openPhone(browser: Browser, width = 390): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
  });
}

/** The chat of one person in one tab. */
export interface Chat {
  page: Page;
  /** Faults the page wrote to the console, threw, or asked another host for. */
  faults: string[];
  /** What the bot said, newest last. */
  answers: Locator;
  /** Types and sends; returns the bot's newest message, once one after it is there and holds `expected`. */
  say(text: string, expected: string | RegExp): Promise<Locator>;
  send(text: string): Promise<void>;
  /** The newest message of the bot, once it holds `expected`. */
  newest(expected: string | RegExp): Promise<Locator>;
}

export async function openChat(context: BrowserContext, url: string): Promise<Chat> {
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) faults.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  const answers = page.locator('#log .bubble:not(.mine)');
  const newest = async (expected: string | RegExp): Promise<Locator> => {
    const found = answers.filter({ hasText: expected }).last();
    await found.waitFor().catch(async () => {
      const said = await page.locator('.bubble, #note').allTextContents();
      throw new Error(`waited in vain for ${expected} after:\n${said.slice(-4).join('\n')}`);
    });
    // By its id: it stays the same when a newer one holds the text as well.
    return page.locator(`#${await found.getAttribute('id')}`);
  };
  const send = async (text: string): Promise<void> => {
    await page.locator('#text').fill(text);
    await page.locator('#form button[type=submit]').click();
  };
  return {
    page,
    faults,
    answers,
    newest,
    send,
    say: async (text, expected) => {
      const before = await answers.count();
      await send(text);
      await until(`an answer to “${text.slice(0, 40)}”`, 10_000, async () =>
        (await answers.count()) > before ? true : null,
      );
      return newest(expected);
    },
  };
}

/** Makes a person of this phone: the code typed, the consent given. */
export async function joinWith(chat: Chat, code: string): Promise<void> {
  const consent = await chat.say(`/thamgia ${code}`, 'đồng ý không');
  await consent.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await chat.newest('Anh/chị đã tham gia');
}

/** A code for an official of this agency, made by the first administrator on a phone of their own. */
export async function codeFor(browser: Browser, server: Server, agency: string): Promise<string> {
  const context = await openPhone(browser);
  const chat = await openChat(context, server.address);
  await joinWith(chat, server.adminCode);
  const made = await chat.say(`/taoma ${agency}`, 'Mã tham gia');
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec((await made.textContent()) ?? '')?.[0];
  await context.close();
  if (!code) throw new Error('no code in the answer');
  return code;
}
