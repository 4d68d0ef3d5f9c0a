import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';

// The ORM checks names when it is compiled and never when it runs. Were the contract's types lost (its imports not found,
// and every type silently `any`), the directives below would have nothing to expect and the type check would fail.
describe('the types of the contract', () => {
  const databases = useTestDatabases();

  it('know the fields that a filter may name', async () => {
    const { orm } = await databases.fresh();
    // @ts-expect-error users have no such field
    const filter: Parameters<typeof orm.users.where>[0] = { nope: 1 };
    await expect(orm.users.where(filter).first()).resolves.toBeNull();
  });

  it('know the fields that a document must have, and their types', async () => {
    const { orm } = await databases.fresh();
    const now = new Date();
    // @ts-expect-error an organisation has a name
    const nameless = await orm.organisations.create({ revision: 1, createdAt: now, updatedAt: now });
    expect(nameless.name).toBeUndefined();
    // @ts-expect-error a revision is a number
    await expect(orm.organisations.where({ revision: 'first' }).first()).resolves.toBeNull();
  });

  it('know the collections', async () => {
    const { orm } = await databases.fresh();
    // @ts-expect-error there is no such collection
    expect(orm.conversations).toBeUndefined();
  });
});
