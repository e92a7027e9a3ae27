import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { OutgoingMessage } from '../../src/core/message.ts';

export interface EventStream {
  status: number;
  /** What came, oldest first. */
  events: { id: number; message: OutgoingMessage }[];
  /** The server said that this was all so far. */
  isReady: boolean;
  /** How many had come by then. */
  readyAfter: number;
  isEnded: boolean;
  close(): void;
}

/** Reads a server-sent event stream as a browser would, without coming back when it ends. */
export async function openEventStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const request = get(url, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const stream: EventStream = {
    status: response.statusCode ?? 0,
    events: [],
    isReady: false,
    readyAfter: 0,
    isEnded: false,
    close: () => request.destroy(),
  };
  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block, stream);
  });
  response.on('error', () => {});
  response.on('close', () => {
    stream.isEnded = true;
  });
  return stream;
}

function take(block: string, stream: EventStream): void {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
  if (field('event') === 'ready') {
    stream.isReady = true;
    stream.readyAfter = stream.events.length;
  }
  const [id, data] = [field('id'), field('data')];
  if (id !== undefined && data !== undefined)
    stream.events.push({ id: Number(id), message: JSON.parse(data) as OutgoingMessage });
}
