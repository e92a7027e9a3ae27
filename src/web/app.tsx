import { type Context, Hono } from 'hono';
import type { About } from '../core/programme.ts';
import { calledIn } from '../wording/called.ts';
import { web, webStart } from '../wording/vi/web.ts';
import { createAsset } from './asset.ts';
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
  /** Other pages, by path, as they are: what a platform asks for to see whose domain this is. */
  pages?: Record<string, string> | undefined;
  title?: string | undefined;
  /** The document the page speaks of. */
  about: About;
  /** What /health shows; `ok: false` or a throw makes it 503. */
  health: () => Promise<object>;
  metrics?: (() => Promise<string>) | undefined;
  /** Hears of every unexpected error; the person reads only a sentence. */
  onError?: ((error: unknown) => void) | undefined;
}

const headers = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const styleSheet = createAsset('/style.css', 'text/css', style);
const pageScript = createAsset('/app.js', 'text/javascript', script);
const favicon = createAsset('/favicon.svg', 'image/svg+xml', icon);

/** Every address the program answers. */
export function createWebApp(options: WebAppOptions): Hono {
  const app = new Hono();
  const handlers = new Map(Object.entries(options.handlers));
  const chat = handlers.get('web');

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });

  const page = (
    <ChatPage
      title={options.title ?? web.title}
      start={webStart(calledIn(options.about, 'vi'))}
      style={styleSheet.address}
      script={pageScript.address}
    />
  ).toString();
  get('/', createAsset('/', 'text/html', `<!doctype html>${page}`).answer);
  get('/style.css', styleSheet.answer);
  get('/app.js', pageScript.answer);
  get('/favicon.svg', favicon.answer);

  for (const [path, html] of Object.entries(options.pages ?? {})) get(path, (context) => context.html(html));

  get('/health', async (context) => {
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
  if (metrics) get('/metrics', async (context) => context.text(await metrics()));

  if (chat) app.all('/api/*', (context) => chat(context.req.raw));
  app.all('/channels/:name', (context) => {
    const handle = handlers.get(context.req.param('name'));
    if (!handle || handle === chat) return context.notFound();
    return context.req.method === 'POST' ? handle(context.req.raw) : wrongMethod(context, 'POST');
  });

  app.notFound((context) => sentence(context, web.notFound, 404));
  app.onError((error, context) => {
    options.onError?.(error);
    return sentence(context, web.fault, 500);
  });
  return app;

  /** Answers GET and HEAD of an address, and refuses the rest by name. */
  function get(path: string, answer: (context: Context) => Response | Promise<Response>): void {
    app.get(path, answer);
    app.all(path, (context) => wrongMethod(context, 'GET, HEAD'));
  }
}

function wrongMethod(context: Context, allowed: string): Response | Promise<Response> {
  context.header('allow', allowed);
  return sentence(context, web.wrongMethod, 405);
}

function sentence(context: Context, text: string, status: 404 | 405 | 500): Response | Promise<Response> {
  if (!context.req.header('accept')?.includes('text/html')) return context.text(text, status);
  const page = (<SentencePage sentence={text} style={styleSheet.address} />).toString();
  return context.html(`<!doctype html>${page}`, status);
}
