import { type PlatformStub, type StubAnswer, startPlatformStub } from './platform-stub.ts';

export interface ZaloBotStub extends PlatformStub {
  token: string;
  /** Messages as the person reads them. */
  sent: { id: string; chat: string; text: string }[];
  webhook: { url: string; secret: string } | null;
  /** What no poll has been given yet. */
  pending(): object[];
  /** An update waits for a poll. */
  happen(update: object): void;
  isPolled(): boolean;
  /** Files people sent, by path. */
  files: Map<string, Uint8Array>;
}

const ok = (result: unknown): StubAnswer => ({ body: { ok: true, result } });
const refusal = (code: number, description: string): StubAnswer => ({
  status: code === 403 || code === 408 ? 200 : code,
  body: { ok: false, error_code: code, description },
});

/** Zalo's Bot Platform on this machine, as far as the bot uses it (zalo.md part B). */
export async function startZaloBotStub(chats: string[]): Promise<ZaloBotStub> {
  const token = `34${Math.floor(Math.random() * 1e9)}:${crypto.randomUUID().replaceAll('-', '')}`;
  const sent: ZaloBotStub['sent'] = [];
  const files = new Map<string, Uint8Array>();
  const queue: object[] = [];
  let webhook: ZaloBotStub['webhook'] = null;
  let waiting: (() => void) | null = null;

  const methods: Record<
    string,
    (body: Record<string, unknown>, gone: AbortSignal) => StubAnswer | Promise<StubAnswer>
  > = {
    getMe: () =>
      ok({ id: '4242', account_name: 'bot.dondoc', account_type: 'BASIC', can_join_groups: false }),
    setWebhook: ({ url, secret_token: secret }) => {
      webhook = { url: String(url), secret: String(secret) };
      return ok({ url, updated_at: 1, verification: { ok: true, url, outcome: 'webhook.ok' } });
    },
    deleteWebhook: () => {
      webhook = null;
      return ok({ url: '', updated_at: 1 });
    },
    getWebhookInfo: () => ok({ url: webhook?.url ?? '', updated_at: 1 }),
    sendMessage: ({ chat_id: chat, text }) => {
      const said = String(text ?? '');
      if (!chats.includes(String(chat))) return refusal(400, 'Bad request: chat_id');
      if (said.length < 1 || said.length > 2000) return refusal(400, 'Bad request: text');
      const id = crypto.randomUUID().replaceAll('-', '').slice(0, 20);
      sent.push({ id, chat: String(chat), text: said });
      return ok({ message_id: id, date: 1_795_572_000_000 });
    },
    getUpdates: async ({ timeout }, gone) => {
      if (webhook) return refusal(400, 'webhook is set');
      if (queue.length === 0) await wait(Number(timeout), gone);
      const update = queue.shift();
      return update ? ok(update) : refusal(408, 'Request timeout');
    },
  };

  async function wait(seconds: number, gone: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(end, seconds * 1000);
      function end(): void {
        clearTimeout(timer);
        if (waiting === end) waiting = null;
        resolve();
      }
      gone.addEventListener('abort', end);
      waiting = end;
    });
  }

  const stub = await startPlatformStub((call, gone) => {
    const file = files.get(call.path);
    if (file) return { body: file };
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(call.path) ?? [];
    if (given !== token) return refusal(401, 'Unauthorized');
    const work = methods[method];
    return work
      ? work(JSON.parse(call.body || '{}') as Record<string, unknown>, gone)
      : refusal(404, 'Not found');
  });
  return {
    ...stub,
    token,
    sent,
    files,
    get webhook() {
      return webhook;
    },
    pending: () => queue,
    happen(update) {
      queue.push(update);
      waiting?.();
    },
    isPolled: () => waiting !== null,
  };
}
