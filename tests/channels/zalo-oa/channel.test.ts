import { testChannel } from '../../conformance/channel.suite.ts';
import { serveChannel } from '../../support/serve-channel.ts';
import { chat, delivery, openZaloOa, said } from './support.ts';

testChannel('zalo-oa', {
  async create(receive) {
    const setting = await openZaloOa();
    const { stub, channel } = setting;
    const served = await serveChannel(channel, receive);
    const post = async (body: string, signature = stub.sign(body)): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature };
      return (await fetch(`${served.url}/channels/zalo-oa`, { method: 'POST', headers, body })).status;
    };
    const refuse = (error: number) => () =>
      stub.trouble('/message/cs', { kind: 'answer', status: 200, body: { error, message: 'refused' } });
    return {
      channel,
      requests: {
        text: (text, id) => post(said(text, id)),
        unsupported: () => post(delivery('user_send_sticker')),
        malformed: () => post('{"event_name":"user_send_text","message":'),
        forged: () => post(said('xin chào'), stub.sign(said('xin chào'), { secret: 'another' })),
        own: () => post(delivery('oa_send_text')),
      },
      send: (message) => channel.send(chat, message, crypto.randomUUID()),
      sentTexts: async () =>
        stub.sent.map(({ text, buttons }) => ({ text, labels: buttons.map(({ title }) => title) })),
      // The hidden word of a button comes back as what the person typed.
      press: (label) =>
        post(said(stub.sent.at(-1)?.buttons.find(({ title }) => title === label)?.payload ?? 'none')),
      fail: {
        rate_limited: refuse(-32),
        unreachable: () => stub.goAway(),
        unauthorized: refuse(-224),
        blocked: () => stub.refusedBy.set(chat, -213),
        rejected: refuse(-233),
      },
      thrown: served.thrown,
      secrets: [stub.appSecret, stub.secretKey, stub.pair.access, stub.pair.refresh],
      async close() {
        await served.close();
        await setting.close();
      },
    };
  },
});
