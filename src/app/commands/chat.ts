import { randomUUID } from 'node:crypto';
import { createTerminalChannel } from '../../channels/terminal/channel.ts';
import { writeTerminalMessage } from '../../channels/terminal/send.ts';
import type { Channel } from '../../core/channel.ts';
import { ConfigError } from '../../core/errors.ts';
import type { OutgoingMessage } from '../../core/message.ts';
import type { PersonRole } from '../../core/person.ts';
import type { Draft } from '../../core/progress.ts';
import type { Store } from '../../core/store.ts';
import { createFileStore } from '../../files/file-store.ts';
import { CONSENT_VERSION } from '../../people/consent.ts';
import { openStore } from '../../store/connect.ts';
import { findAgencies } from '../../understand/agencies.ts';
import { buildApp } from '../build-app.ts';
import type { Line } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { sentenceOf } from '../log.ts';
import { openModel } from '../open-model.ts';
import { clockOf, linesOf, openKnowledge, option, print } from './support.ts';

const ROLES: PersonRole[] = ['official', 'leader', 'focal', 'admin'];

/** `chat --as "Sở Y tế"`: the real conversation, inbox and outbox, one line in, the replies out. */
export async function chat(line: Line): Promise<number> {
  const as = option(line, 'as');
  const role = ROLES.find((candidate) => candidate === (option(line, 'role') ?? 'official'));
  if (!as || !role) return 2;
  const knowledge = openKnowledge();
  const agency = findAgencies(as, knowledge)[0];
  if (!agency) throw new ConfigError(`--as ${as}: no such agency in knowledge/`);
  const clock = clockOf(line);
  const store = await openStore(option(line, 'db') ?? readConfig().databaseUrl);
  const replies: OutgoingMessage[] = [];
  const name = option(line, 'name') ?? '';
  const terminal = createTerminalChannel({
    // Colleagues of one agency are told apart by their names.
    chat: [agency.id, role, ...(name ? [name] : [])].join(':'),
    output: (message) => replies.push(message),
  });
  const person = await joined(store, terminal, terminal.chat, agency.id, role, name, clock.now());
  const { files } = readConfig();
  const app = buildApp({
    knowledge,
    store,
    clock,
    channels: [terminal],
    files: { store: createFileStore(files.folder), maxBytes: files.maxBytes },
    rephrase: openModel(readConfig(), () => {}),
    onError: (where, error) => process.stderr.write(`${where}: ${sentenceOf(error)}\n`),
  });
  try {
    for await (const text of linesOf('-')) {
      replies.length = 0;
      await app.receive(terminal.line(text));
      await app.inbox.drain();
      await app.outbox.drain();
      const cards = (await store.transaction((tx) => tx.progress.drafts(person))).map(card);
      const read = replies.map(writeTerminalMessage).join('\n\n');
      print(line.options.json ? { replies: replies.map(shown), cards } : read);
    }
  } finally {
    await store.close();
  }
  return 0;
}

async function joined(
  store: Store,
  channel: Channel,
  chatId: string,
  agency: string,
  role: PersonRole,
  name: string,
  now: Date,
): Promise<string> {
  return store.transaction(async (tx) => {
    const found = await tx.people.find(channel.name, chatId);
    if (found) return found.id;
    const id = randomUUID();
    await tx.people.add(
      { id, name, agency, agencies: [agency], role, consentVersion: CONSENT_VERSION, consentAt: now },
      channel.name,
      chatId,
    );
    await tx.conversations.put(channel.name, chatId, { greeted: true, memory: null, memoryAt: null });
    return id;
  });
}

function shown({ text, choices }: OutgoingMessage): object {
  return { text, choices: choices.map(({ label }) => ({ label })), attachments: [] };
}

function card({ task, percent, state, result, difficulty, proposal, expectedDate }: Draft): object {
  return { task, percent, state, result, difficulty, proposal, expectedDate };
}
