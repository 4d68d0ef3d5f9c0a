import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner } from '../../../test/data/world.ts';
import { createClient, getClient, listClients, updateClient } from './clients.ts';

describe('clients', () => {
  const databases = useTestDatabases();

  it('are created with null for what nobody said', async () => {
    const at = new Date('2026-07-20T10:00:00Z');
    const db = await databases.fresh(() => at);
    const { scope, userId } = await anOwner(db, 'ridge');
    const client = await createClient(db, scope, { name: '  Harbour Hospital ', createdBy: userId });
    expect(client).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'Harbour Hospital',
      note: null,
      revision: 1,
      createdBy: userId,
      createdAt: at,
      updatedAt: at,
    });
    expect(await getClient(db, scope, client.id)).toEqual(client);
  });

  // The predecessor took two clients of one consultant with the same size, industry and budget for one.
  it('stay apart however alike they are', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const alike = { name: 'Clinic', note: 'health, 50 to 200 people, 10,000 EUR', createdBy: userId };
    const [one, two] = [await createClient(db, scope, alike), await createClient(db, scope, alike)];
    expect(one.id).not.toBe(two.id);
    await updateClient(db, scope, two.id, two.revision, { note: 'the second' });
    expect(await getClient(db, scope, one.id)).toEqual(one);
    expect((await listClients(db, scope)).items.map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  it.each([
    ['harb', ['Hafenkrankenhaus Harburg', 'Harbour Hospital']],
    ['HOSP', ['Harbour Hospital']],
    ['hospital harbour', ['Harbour Hospital']],
    ['zür', ['Universität Zürich']],
    ['zurich', ['Universität Zürich']],
    ['arbour', []],
    ['{"$gt":""}', []],
    ['  ', ['Universität Zürich', 'Hafenkrankenhaus Harburg', 'Harbour Hospital']],
  ])('are found by the beginning of a word of the name: %j', async (named, names) => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    for (const name of ['Harbour Hospital', 'Hafenkrankenhaus Harburg', 'Universität Zürich']) {
      await createClient(db, scope, { name, createdBy: userId });
    }
    expect((await listClients(db, scope, { named })).items.map(({ name }) => name)).toEqual(names);
  });

  it('are found by their new name and not by the old one', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const client = await createClient(db, scope, { name: 'Old', createdBy: userId });
    await updateClient(db, scope, client.id, 1, { name: 'New' });
    expect((await listClients(db, scope, { named: 'old' })).items).toEqual([]);
    expect((await listClients(db, scope, { named: 'new' })).items).toHaveLength(1);
  });

  it('let one of twenty simultaneous writers through', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const client = await createClient(db, scope, { name: 'Clinic', createdBy: userId });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, writer) =>
        updateClient(db, scope, client.id, client.revision, { note: `writer ${writer}` }),
      ),
    );
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost).toEqual(Array.from({ length: 19 }, () => expect.objectContaining({ code: 'conflict' })));
    expect(await getClient(db, scope, client.id)).toEqual(won[0]);
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['a name too long', { name: 'x'.repeat(201) }],
    ['a note too long', { name: 'Clinic', note: 'x'.repeat(10_001) }],
  ])('are refused with %s', async (_what, fields) => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    await expect(createClient(db, scope, { createdBy: userId, ...fields })).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: expect.stringMatching(/^(name|note)$/) }],
    });
  });
});
