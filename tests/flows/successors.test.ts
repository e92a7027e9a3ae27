import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type Bot, button, newDatabase, openBot } from '../support/talk.ts';

let bot: Bot;
let file: string;
beforeEach(async () => {
  file = newDatabase();
  bot = await openBot(file);
  await bot.joined('admin', 'van-phong-ubnd', 'admin', 'Nguyễn Thị Quản');
  await bot.joined('old', 'so-giao-thong-van-tai', 'official', 'Lê Văn Cũ');
  await bot.joined('new', 'so-xay-dung', 'official', 'Trần Thị Mới');
});
afterEach(async () => {
  expect(bot.errors).toEqual([]);
  await bot.close();
});

const texts = (replies: { text: string }[]) => replies.map(({ text }) => text).join('\n');
async function last(chat: string, text: string): Promise<OutgoingMessage> {
  const reply = (await bot.say(chat, text)).at(-1);
  if (!reply) throw new Error(`no reply to “${text}”`);
  return reply;
}
const labels = ({ choices }: OutgoingMessage) => choices.map(({ label }) => label);
const toldTo = (chat: string) =>
  bot.sent.filter((row) => row.chat === chat).map(({ message }) => message.text);
const words = () => bot.store.transaction((tx) => tx.agencies.successions());
const audit = async () =>
  (await bot.store.transaction((tx) => tx.audit.list(50))).filter(({ action }) =>
    action.startsWith('succession'),
  );

const WHOLE =
  '/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01/03/2025 theo Nghị quyết 52/NQ-HĐND ngày 25/02/2025';

describe('an administrator confirms who holds whose duties', () => {
  it('from the list, by buttons: state, proposal, what changes, the word, who is told', async () => {
    const list = await last('admin', '/kethua');
    expect(list.text).toMatch(/Sở Giao thông vận tải → Sở Xây dựng \(chờ xác nhận\)/);
    expect(list.text).toMatch(/Sở Giáo dục và Đào tạo \(IV\.3\.b\.1\); Sở Nội vụ \(IV\.3\.b\.2\)/);
    // Not named in the decision.
    expect(list.text).not.toMatch(/Ban Dân tộc|Sở Tài nguyên/);
    const [shown] = await bot.press('admin', button(list, 'Sở Giao thông vận tải'));
    expect(shown?.text).toMatch(/Toàn bộ \(8 nhiệm vụ\) → Sở Xây dựng, từ 01\/03\/2025/);
    expect(shown?.text).toMatch(/Lê Văn Cũ \(Sở Giao thông vận tải\): thôi cập nhật 8 nhiệm vụ/);
    expect(await words()).toEqual([]);
    const [done] = await bot.press('admin', button(shown, 'Xác nhận'));
    expect(done?.text).toMatch(/ghi nhận xác nhận[\s\S]*báo cho 1 cán bộ/);
    expect(toldTo('new')).toEqual([
      expect.stringMatching(/Sở Xây dựng tiếp nhận 8 nhiệm vụ của Sở Giao thông vận tải/),
    ]);
    expect(toldTo('old')).toEqual([]);
    expect((await last('admin', '/kethua')).text).toMatch(/→ Sở Xây dựng \(đã xác nhận\)/);
    expect(await audit()).toMatchObject([
      {
        action: 'succession.confirmed',
        after: {
          agency: 'so-giao-thong-van-tai',
          successors: [{ agency: 'so-xay-dung', confirmed: true }],
        },
      },
    ]);
  });

  it('by one message; answers, permission and refusals follow at once', async () => {
    expect(texts(await bot.say('old', 'IV.1.b.4 xong 10%'))).toMatch(/10%/);
    await bot.say('old', 'hủy');
    const done = await last('admin', WHOLE);
    expect(done.text).toMatch(/Căn cứ: Nghị quyết 52\/NQ-HĐND ngày 25\/02\/2025/);
    const now = texts(await bot.say('old', 'Sở Giao thông vận tải nay là cơ quan nào?'));
    expect(now).toMatch(/Sở Xây dựng/);
    expect(now).not.toMatch(/chờ xác nhận/);
    expect(texts(await bot.say('old', 'IV.1.b.4 xong 20%'))).toMatch(/nay do Sở Xây dựng đảm nhiệm/);
    expect(texts(await bot.say('new', 'IV.1.b.4 xong 30%'))).toMatch(/30%/);
    await bot.say('new', 'lưu');
    expect(await bot.store.transaction((tx) => tx.progress.updates({}))).toMatchObject([
      { task: 'IV.1.b.4', agency: 'so-xay-dung', percent: 30 },
    ]);
    await bot.joined('yt', 'so-y-te');
    expect(texts(await bot.say('yt', 'IV.2.a.1 xong 30%'))).toMatch(
      /được giao cho [^.]*Sở Giao thông vận tải \(nay: Sở Xây dựng\)/,
    );
    expect(texts(await bot.say('yt', 'IV.3.b.2 xong 30%'))).toContain(
      'Sở Lao động - Thương binh và Xã hội (nay: Sở Nội vụ, chờ xác nhận)',
    );
  });

  it('task by task: the other tasks keep their holders', async () => {
    await bot.joined('nv', 'so-noi-vu');
    await bot.joined('gd', 'so-giao-duc-dao-tao');
    await bot.joined('tc', 'so-tai-chinh', 'official', 'Hà Văn Tài');
    const done = await last('admin', '/kethua IV.3.b.2 sang Sở Tài chính từ 01/03/2025 theo Nghị quyết 52');
    expect(done.text).toMatch(/IV\.3\.b\.1[^\n]*→ Sở Giáo dục và Đào tạo, từ 01\/03\/2025, chờ xác nhận/);
    expect(done.text).toMatch(/IV\.3\.b\.2[^\n]*→ Sở Tài chính, từ 01\/03\/2025\./);
    expect(done.text).toMatch(/Hà Văn Tài \(Sở Tài chính\): được cập nhật thêm 1 nhiệm vụ/);
    expect(toldTo('tc').join()).toMatch(/1 nhiệm vụ của Sở Lao động[^:]*: IV\.3\.b\.2/);
    expect(toldTo('gd')).toEqual([]);
    expect(texts(await bot.say('tc', 'IV.3.b.2 xong 30%'))).toMatch(/30%/);
    expect(texts(await bot.say('nv', 'IV.3.b.2 xong 30%'))).not.toMatch(/30%/);
    expect(texts(await bot.say('gd', 'IV.3.b.1 xong 30%'))).toMatch(/30%/);
    expect((await last('admin', '/kethua')).text).toMatch(
      /Sở Tài chính \(IV\.3\.b\.2\) \(mới xác nhận một phần\)/,
    );
  });

  it('asks which part where the file divides an agency, instead of giving all to one', async () => {
    const asked = await last('admin', '/kethua Sở LĐTBXH → Sở Nội vụ từ 01/03/2025 theo Nghị quyết 52');
    expect(labels(asked)).toEqual(['Riêng IV.3.b.2', 'Toàn bộ']);
    expect(await words()).toEqual([]);
    await bot.press('admin', button(asked, 'Riêng'));
    expect(await words()).toMatchObject([
      {
        successors: [
          { agency: 'so-giao-duc-dao-tao', confirmed: false, only: ['IV.3.b.1'] },
          { agency: 'so-noi-vu', confirmed: true, only: ['IV.3.b.2'], basis: 'Nghị quyết 52' },
        ],
      },
    ]);
    // The other button of the same question is spent.
    expect(texts(await bot.press('admin', button(asked, 'Toàn bộ')))).toMatch(/đã được ghi nhận trước đó/);
    expect(await audit()).toHaveLength(1);
  });

  it.each<[string, RegExp]>([
    [
      '/kethua Sở Giao thông vận tải → Sở Xây dựng',
      /biết thêm ngày tiếp nhận và căn cứ, ví dụ: \/kethua Sở Giao thông vận tải → Sở Xây dựng từ 01\/03\/2025 theo/,
    ],
    [
      '/kethua Sở Giao thông vận tải → Sở Xây dựng theo Nghị quyết 52/NQ-HĐND ngày 25/02/2025',
      /biết thêm ngày tiếp nhận, ví dụ: .* theo Nghị quyết 52\/NQ-HĐND ngày 25\/02\/2025$/,
    ],
    [
      '/kethua IV.3.b.2 sang',
      /biết thêm cơ quan tiếp nhận, ngày tiếp nhận và căn cứ, ví dụ: \/kethua IV\.3\.b\.2 → Sở Nội vụ/,
    ],
    [
      '/kethua IV.1.b.2 → Sở Nội vụ',
      /ghi rõ của cơ quan nào giúp, ví dụ: \/kethua Sở Giao thông vận tải IV\.1\.b\.2 → Sở Nội vụ/,
    ],
    ['/kethua Sở Y tế IV.3.b.2 → Sở Nội vụ', /không giao nhiệm vụ IV\.3\.b\.2 cho Sở Y tế/],
    ['/kethua IV.3.b.9 → Sở Nội vụ', /không có nhiệm vụ IV\.3\.b\.9/],
    ['/kethua Sở Xây dựng → Sở Nội vụ từ 1/3/2025 theo NQ 5', /không giao nhiệm vụ nào cho Sở Xây dựng/],
    ['/kethua Sở Y tế → Sở Y tế từ 1/3/2025 theo NQ 5', /đều là Sở Y tế/],
    ['/kethua Sở Y tế → Sở Nội vụ từ 1/3/2027 theo NQ 5', /01\/03\/2027 chưa đến/],
    ['/kethua Sở Xây dựng, Sở Y tế', /ví dụ: \/kethua/],
    ['/kethua gì đó', /ví dụ: \/kethua/],
  ])('asks or refuses, and writes nothing: %s', async (text, expected) => {
    expect((await last('admin', text)).text).toMatch(expected);
    expect(await words()).toEqual([]);
  });

  it('tells its examples so that they can be sent as they are, but for the basis', async () => {
    const { text } = await last('admin', '/kethua Sở Giao thông vận tải → Sở Xây dựng');
    const example = text.slice(text.indexOf('/kethua'));
    expect((await last('admin', example)).text).toMatch(/biết thêm căn cứ/);
    await last('admin', example.replace('số …', '52/NQ-HĐND'));
    expect(await words()).toMatchObject([{ agency: 'so-giao-thong-van-tai' }]);
  });

  it('takes the confirmation back; the right is the old one again', async () => {
    await last('admin', WHOLE);
    expect(toldTo('new')).toHaveLength(1);
    expect((await last('admin', WHOLE)).text).toMatch(/đã được xác nhận trước đó/);
    expect(toldTo('new')).toHaveLength(1);
    expect((await last('admin', '/kethua Sở Giao thông vận tải')).text).toMatch(
      /đã xác nhận[\s\S]*Nguyễn Thị Quản, lúc 25\/11\/2026 09:00/,
    );
    expect((await last('admin', '/kethua bỏ Sở Giao thông vận tải')).text).toMatch(/đã bỏ xác nhận/);
    expect(texts(await bot.say('old', 'IV.1.b.4 xong 20%'))).toMatch(/20%/);
    expect((await last('admin', '/kethua')).text).toMatch(/→ Sở Xây dựng \(chờ xác nhận\)/);
    expect((await last('admin', '/kethua bỏ Sở Giao thông vận tải')).text).toMatch(/Chưa có xác nhận nào/);
    expect((await audit()).map(({ action }) => action).sort()).toEqual([
      ...['succession.confirmed', 'succession.taken_back'],
    ]);
  });

  it('speaks English to who asks in English', async () => {
    const shown = await last('admin', '/successors Department of Transport');
    expect(shown.text).toMatch(/Everything \(8 tasks\)/);
    const [done] = await bot.press('admin', button(shown, 'Confirm'));
    expect(await words()).toHaveLength(1);
    expect(done?.choices).toHaveLength(1);
  });
});

describe('wrong hands', () => {
  it.each(['official', 'leader', 'focal'] as const)('a %s may neither see nor confirm', async (role) => {
    await bot.joined('x', 'so-xay-dung', role);
    for (const text of ['/kethua', '/kethua Sở Giao thông vận tải', WHOLE, '/kethua bỏ Sở Y tế'])
      expect((await last('x', text)).text).toMatch(/chưa có quyền/);
    expect(await words()).toEqual([]);
  });

  it('a stranger and a group are refused', async () => {
    expect(texts(await bot.say('stranger', WHOLE))).toMatch(/chưa có quyền/);
    const group = await bot.deliver({
      ...{ channel: 'terminal', chat: 'admin', group: true, deliveryId: 'g1' },
      body: { kind: 'text', text: WHOLE },
    });
    expect(texts(group)).toMatch(/chưa có quyền/);
    expect(await words()).toEqual([]);
  });

  it('a button is no one else’s, works once, and not after its owner lost the role', async () => {
    const shown = await last('admin', '/kethua Sở Giao thông vận tải');
    const token = button(shown, 'Xác nhận');
    for (const chat of ['old', 'new', 'stranger'])
      expect(texts(await bot.press(chat, token))).toMatch(/không còn hiệu lực/);
    expect(texts(await bot.press('admin', 'forged'))).toMatch(/không còn hiệu lực/);
    expect(await words()).toEqual([]);
    await bot.press('admin', token);
    expect(texts(await bot.press('admin', token))).toMatch(/đã được ghi nhận trước đó/);
    expect(await audit()).toHaveLength(1);

    const other = button(await last('admin', '/kethua Sở Thông tin và Truyền thông'), 'Xác nhận');
    await bot.say('admin', '/roi');
    expect(texts(await bot.press('admin', other))).not.toMatch(/ghi nhận xác nhận/);
    await bot.joined('admin', 'so-y-te', 'official');
    await bot.press('admin', other);
    expect(await words()).toHaveLength(1);
  });

  it('a button shown before somebody else’s word changes nothing', async () => {
    await bot.joined('second', 'so-tai-chinh', 'admin');
    const shown = await last('admin', '/kethua Sở Giao thông vận tải');
    await last('second', '/kethua Sở GTVT → Sở Nội vụ từ 01/03/2025 theo Nghị quyết 60');
    const [reply] = await bot.press('admin', button(shown, 'Xác nhận'));
    expect(reply?.text).toMatch(/đã thay đổi[\s\S]*Sở Nội vụ/);
    expect(await words()).toMatchObject([{ successors: [{ agency: 'so-noi-vu' }] }]);
  });
});

it('another process on the same store follows, and its nudges show both names', async () => {
  const other = await openBot(file);
  await last('admin', WHOLE);
  await last('admin', '/kethua Sở Kế hoạch và Đầu tư → Sở Tài chính từ 01/03/2025 theo Nghị quyết 52');
  expect(texts(await other.say('new', 'IV.1.b.4 xong 30%'))).toMatch(/30%/);
  expect(texts(await other.say('old', 'IV.1.b.4 xong 30%'))).toMatch(/nay do Sở Xây dựng đảm nhiệm/);
  other.clock.set('2026-12-07T09:00:00+07:00');
  const nudged = texts(await other.nudge());
  expect(nudged).toContain('Nơi nhận: Chủ tịch UBND tỉnh; Sở Kế hoạch và Đầu tư (nay: Sở Tài chính)');
  expect(nudged).toContain('Sở Giao thông vận tải (nay: Sở Xây dựng)');
  expect(other.errors).toEqual([]);
  await other.close();
});
