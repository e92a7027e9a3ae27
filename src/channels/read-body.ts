/**
 * The body, or null when it is longer than `limit` bytes; never holds more than that in memory. A body that breaks off
 * counts as empty: whoever sent it is gone.
 */
export async function readBytes(request: Pick<Request, 'body'>, limit: number): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel().catch(() => undefined);
        return null;
      }
      chunks.push(value);
    }
  } catch {
    return new Uint8Array();
  }
  return Buffer.concat(chunks);
}

/** The body as text, or null when it is longer than `limit` bytes. */
export async function readBody(request: Request, limit: number): Promise<string | null> {
  const bytes = await readBytes(request, limit);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** The JSON value, or undefined when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
