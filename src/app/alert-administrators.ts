import type { Store } from '../core/store.ts';
import type { App } from './build-app.ts';

/** Tells every administrator, on another channel than the one that is out, that people must give it new tokens. */
export async function alertAdministrators(
  store: Store,
  app: App,
  { except, key }: { except: string; key: string },
): Promise<void> {
  await store.transaction(async (tx) => {
    const { wording } = await app.partsFor(tx);
    const text = wording.vi.conversation.zaloLockedOut;
    for (const { person, identities } of await tx.people.all()) {
      const to = identities.find(({ channel }) => channel !== except);
      if (person.role === 'admin' && to)
        await app.queueReply(tx, to, `${key}:${person.id}`, { text, choices: [] });
    }
  });
  app.outbox.poke();
}
