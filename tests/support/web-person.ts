import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type EventStream, openEventStream } from './event-stream.ts';

/** Somebody at the chat page of a running program, by its HTTP addresses. */
export interface WebPerson {
  events: EventStream;
  /** Sends a message with this id; the status of the answer. */
  post(text: string, id?: string): Promise<number>;
  /** Sends a text and gives the next message the bot says. */
  say(text: string): Promise<EventStream['events'][number]['message']>;
  /** Presses a button and gives the next message. */
  press(token: string): Promise<EventStream['events'][number]['message']>;
}

export async function openWebPerson(url: string, cookie?: string): Promise<WebPerson & { cookie: string }> {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body: '{}' });
  const own = cookie ?? session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const events = await openEventStream(`${url}/api/events`, { cookie: own });
  const send = async (body: object): Promise<number> => {
    const headers = { ...json, cookie: own };
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const answerTo = async (body: object): Promise<EventStream['events'][number]['message']> => {
    const before = events.events.length;
    expect(await send({ id: randomUUID(), ...body })).toBe(202);
    await expect.poll(() => events.events.length, { timeout: 10_000 }).toBeGreaterThan(before);
    const answer = events.events.at(-1);
    if (!answer) throw new Error('no answer');
    return answer.message;
  };
  return {
    cookie: own,
    events,
    post: (text, id = randomUUID()) => send({ id, text }),
    say: (text) => answerTo({ text }),
    press: (choice) => answerTo({ choice }),
  };
}
