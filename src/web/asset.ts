import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

export interface Asset {
  /** The address with the content's mark in it: a browser may keep it for good. */
  address: string;
  answer: (context: Context) => Response;
}

const forGood = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

/** A text that does not change while the program runs: packed once, marked by its content. */
export function createAsset(path: string, type: string, body: string): Asset {
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const etag = `"${mark}"`;
  const packed = gzipSync(body, { level: 9 });
  return {
    address: `${path}?v=${mark}`,
    answer(context) {
      const headers = {
        etag,
        'cache-control': context.req.query('v') === mark ? forGood : askAgain,
        vary: 'accept-encoding',
      };
      if (context.req.header('if-none-match')?.includes(mark))
        return new Response(null, { status: 304, headers });
      const isPacked = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
      return new Response(isPacked ? packed : body, {
        headers: {
          ...headers,
          'content-type': `${type}; charset=utf-8`,
          ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
        },
      });
    },
  };
}
