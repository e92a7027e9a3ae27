import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { web } from '../wording/vi/web.ts';
import { icon } from './assets/icon.ts';
import { script } from './assets/script.ts';
import { style } from './assets/style.ts';
import { ChatPage } from './chat-page.tsx';
import { SentencePage } from './page.tsx';

/** Answers a request that belongs to a channel. */
export type Handle = (request: Request) => Promise<Response>;

export interface WebAppOptions {
  /** By channel name: `web` answers /api/*, every other one POST /channels/<name>. */
  handlers: Record<string, Handle>;
  title?: string | undefined;
  /** What /healthz shows; `ok: false` or a throw makes it 503. */
  health: () => Promise<object>;
  metrics?: (() => Promise<string>) | undefined;
  /** Hears of every unexpected error; the person reads only a sentence. */
  onError?: ((error: unknown) => void) | undefined;
}

const headers = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Every address the program answers. */
export function createWebApp(options: WebAppOptions): Hono {
  const app = new Hono();
  const handlers = new Map(Object.entries(options.handlers));
  const chat = handlers.get('web');

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });

  app.get('/', (context) => {
    context.header('cache-control', 'no-cache');
    return context.html(`<!doctype html>${(<ChatPage title={options.title ?? web.title} />).toString()}`);
  });
  app.get('/app.js', asset('text/javascript', script));
  app.get('/style.css', asset('text/css', style));
  app.get('/favicon.svg', asset('image/svg+xml', icon));

  app.get('/healthz', async (context) => {
    context.header('cache-control', 'no-store');
    try {
      const health = await options.health();
      return context.json(health, 'ok' in health && health.ok === false ? 503 : 200);
    } catch (error) {
      options.onError?.(error);
      return context.json({ ok: false }, 503);
    }
  });
  const { metrics } = options;
  if (metrics) app.get('/metrics', async (context) => context.text(await metrics()));

  if (chat) app.all('/api/*', (context) => chat(context.req.raw));
  app.post('/channels/:name', (context) => {
    const handle = handlers.get(context.req.param('name'));
    return handle && handle !== chat ? handle(context.req.raw) : context.notFound();
  });

  app.notFound((context) => sentence(context, web.notFound, 404));
  app.onError((error, context) => {
    options.onError?.(error);
    return sentence(context, web.fault, 500);
  });
  return app;
}

function sentence(context: Context, text: string, status: 404 | 500): Response | Promise<Response> {
  if (!context.req.header('accept')?.includes('text/html')) return context.text(text, status);
  return context.html(`<!doctype html>${(<SentencePage sentence={text} />).toString()}`, status);
}

function asset(type: string, body: string): (context: Context) => Response {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return (context) => {
    const common = { etag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === etag)
      return new Response(null, { status: 304, headers: common });
    return new Response(body, { headers: { ...common, 'content-type': `${type}; charset=utf-8` } });
  };
}
