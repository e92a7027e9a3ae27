import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { OutgoingMessage } from '../../src/core/message.ts';
import { type EventStream, openEventStream } from './event-stream.ts';

/** Somebody at the chat page of a running program, by its HTTP addresses. */
export interface WebPerson {
  events: EventStream;
  /** Sends a message with this id; the status of the answer. */
  post(text: string, id?: string): Promise<number>;
  /** Sends a text and gives the first message the bot says after it that holds `expected`. */
  say(text: string, expected?: RegExp): Promise<OutgoingMessage>;
  /** Presses a button and gives the first message after it that holds `expected`. */
  press(token: string, expected?: RegExp): Promise<OutgoingMessage>;
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
  const answerTo = async (body: object, expected: RegExp): Promise<OutgoingMessage> => {
    const before = events.events.length;
    expect(await send({ id: randomUUID(), ...body })).toBe(202);
    const look = (): OutgoingMessage | undefined =>
      events.events.slice(before).find(({ message }) => expected.test(message.text))?.message;
    await expect.poll(look, { timeout: 10_000 }).toBeDefined();
    const answer = look();
    if (!answer) throw new Error('no answer');
    return answer;
  };
  return {
    cookie: own,
    events,
    post: (text, id = randomUUID()) => send({ id, text }),
    say: (text, expected = /./) => answerTo({ text }, expected),
    press: (choice, expected = /./) => answerTo({ choice }, expected),
  };
}
