import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { anOwner } from '../../test/data/world.ts';
import type { Owner } from '../../test/data/world.ts';
import { createClient, listClients } from './client/clients.ts';
import type { Client } from './client/clients.ts';
import type { Database } from './database.ts';
import { createEngagement, listEngagements } from './engagement/engagements.ts';

describe('a list in pages', () => {
  const databases = useTestDatabases();

  it('shows every document once, newest first, whatever the size of a page and however many share a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, limit) => {
          let at = 0;
          const db = await databases.fresh(() => new Date(1_800_000_000_000 + at));
          const owner = await anOwner(db, 'ridge');
          const made: Client[] = [];
          for (const time of times) {
            at = time;
            made.push(await createClient(db, owner.scope, { name: 'Client', createdBy: owner.userId }));
          }
          const shown = await allPages(db, owner, limit);
          expect(shown.map(({ id }) => id)).toEqual(made.toSorted(newestFirst).map(({ id }) => id));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('neither repeats nor hides a document when others are written between the pages', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const before = await createMany(db, owner, 12);
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listClients(db, owner.scope, { limit: 5, cursor });
      shown.push(...page.items.map(({ id }) => id));
      await createMany(db, owner, 3);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(shown).toEqual(before.map(({ id }) => id).toReversed());
  });

  it('refuses a cursor that was changed, cut, or made for another list, filter or organisation', async () => {
    const db = await databases.fresh();
    const [ridge, harbour] = [await anOwner(db, 'ridge'), await anOwner(db, 'harbour')];
    const clients = await createMany(db, ridge, 3);
    await createMany(db, harbour, 3);
    await createEngagement(db, ridge.scope, {
      clientId: clients[0]?.id ?? '',
      title: 'Any',
      createdBy: ridge.userId,
    });
    const { next } = await listClients(db, ridge.scope, { limit: 1 });
    const cursor = next ?? '';
    const refused = { code: 'invalid-input', problems: [{ field: 'cursor', reason: expect.any(String) }] };
    for (let at = 0; at < cursor.length; at += 1) {
      const changed = cursor.slice(0, at) + (cursor[at] === 'a' ? 'b' : 'a') + cursor.slice(at + 1);
      await expect(listClients(db, ridge.scope, { cursor: changed })).rejects.toMatchObject(refused);
    }
    await expect(listClients(db, ridge.scope, { cursor: cursor.slice(0, -1) })).rejects.toMatchObject(
      refused,
    );
    await expect(listClients(db, ridge.scope, { cursor: '' })).rejects.toMatchObject(refused);
    await expect(listClients(db, ridge.scope, { cursor, named: 'client' })).rejects.toMatchObject(refused);
    await expect(listClients(db, harbour.scope, { cursor })).rejects.toMatchObject(refused);
    await expect(listEngagements(db, ridge.scope, { cursor })).rejects.toMatchObject(refused);
    await expect(listClients(db, ridge.scope, { cursor })).resolves.toMatchObject({ next: null });
  });

  it.each([0, 101, 1.5])('refuses a page of %s', async (limit) => {
    const db = await databases.fresh();
    const { scope } = await anOwner(db, 'ridge');
    await expect(listClients(db, scope, { limit })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

async function createMany(db: Database, { scope, userId }: Owner, count: number): Promise<Client[]> {
  const made: Client[] = [];
  for (let at = 0; at < count; at += 1) {
    made.push(await createClient(db, scope, { name: `Client ${at}`, createdBy: userId }));
  }
  return made;
}

async function allPages(db: Database, { scope }: Owner, limit: number): Promise<Client[]> {
  const shown: Client[] = [];
  let cursor: string | undefined;
  do {
    const page = await listClients(db, scope, { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    shown.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return shown;
}

function newestFirst(a: Client, b: Client): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
}
