import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { applySchema, indexesToHave } from './indexes.ts';

describe('the schema of the database', () => {
  const databases = useTestDatabases();

  it('is applied as often as anybody likes, also by several processes at once', async () => {
    const db = await databases.fresh();
    await Promise.all([applySchema(db), applySchema(db), applySchema(db)]);
    for (const { collection, keys, unique } of indexesToHave()) {
      const indexes = await db.driver.collection(collection).indexes();
      const found = indexes.filter((index) => JSON.stringify(index.key) === JSON.stringify(keys));
      expect(found, `${collection} ${JSON.stringify(keys)}`).toHaveLength(1);
      expect(found[0]?.unique ?? false).toBe(unique);
    }
  });

  it('leads every list with the organisation, but for what is looked up before anybody is known', () => {
    const others = indexesToHave()
      .filter(({ keys }) => Object.keys(keys)[0] !== 'organisationId')
      .map(({ collection, keys }) => `${collection}: ${Object.keys(keys).join(', ')}`);
    expect(others.toSorted()).toEqual([
      'members: userId, createdAt, _id',
      'sessions: expiresAt',
      'sessions: tokenHash',
      'sessions: userId',
      'throttles: expiresAt',
      'throttles: key',
      'users: email',
    ]);
  });

  it('lets sessions and throttles expire', async () => {
    const db = await databases.fresh();
    for (const collection of ['sessions', 'throttles']) {
      const indexes = await db.driver.collection(collection).indexes();
      expect(indexes.find(({ expireAfterSeconds }) => expireAfterSeconds === 0)?.key).toEqual({
        expiresAt: 1,
      });
    }
  });
});
