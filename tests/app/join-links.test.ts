import { expect, it, onTestFinished } from 'vitest';
import { runProgram } from '../support/program.ts';
import { button } from '../support/talk.ts';
import { startTelegramStub, type TelegramStub } from '../support/telegram-stub.ts';
import { openWebPerson } from '../support/web-person.ts';

/** What the first administrator of a program with this Telegram is told of a new code. */
async function invite(stub: TelegramStub): Promise<() => Promise<string>> {
  const program = runProgram({
    env: {
      TELEGRAM_TOKEN: stub.token,
      TELEGRAM_API_ROOT: stub.url,
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-test',
      PUBLIC_URL: 'https://dondoc.example.vn',
    },
  });
  const person = await openWebPerson(await program.url());
  await expect.poll(() => program.stdout()).toMatch(/\/thamgia \S+/);
  const code = /\/thamgia (\S+)/.exec(program.stdout())?.[1];
  const consent = await person.say(`/thamgia ${code}`, /đồng ý không/);
  await person.press(button(consent, 'Đồng ý'), /đã tham gia/);
  return async () => (await person.say('/taoma Sở Y tế', /Mã tham gia/)).text;
}

it('an invitation holds the link of each channel, the web’s alone while Telegram does not answer', async () => {
  const stub = await startTelegramStub();
  onTestFinished(() => stub.close());
  const make = await invite(stub);
  await expect
    .poll(make)
    .toMatch(/https:\/\/dondoc\.example\.vn\/\?code=(\S+) hoặc https:\/\/t\.me\/DonDoc_Bot\?start=\1,/);

  const silent = await startTelegramStub();
  onTestFinished(() => silent.close());
  silent.trouble('*', { kind: 'hang' });
  const text = await (await invite(silent))();
  expect(text).toMatch(/https:\/\/dondoc\.example\.vn\/\?code=/);
  expect(text).not.toContain('t.me');
});
