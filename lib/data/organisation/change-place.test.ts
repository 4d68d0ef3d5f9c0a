import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, type Owner } from '../../../test/data/world.ts';
import type { Role } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { createUser } from '../system/accounts.ts';
import { changeRole, removeMember } from './change-place.ts';
import { addMember, getMember, listMembers } from './members.ts';

describe('the places in an organisation', () => {
  const databases = useTestDatabases();
  const lastOwner = {
    code: 'conflict',
    say: 'An organisation needs an owner. Make somebody else one first.',
  };

  async function another(db: Database, { scope }: Owner, name: string, role: Role): Promise<string> {
    const { id } = await createUser(db, { email: `${name}@ridge.example`, name, passwordHash: 'hash' });
    await addMember(db, scope, { userId: id, role });
    return id;
  }

  async function ownersOf(db: Database, { scope }: Owner): Promise<string[]> {
    const { items } = await listMembers(db, scope, { limit: 100 });
    return items.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
  }

  it('keep the last owner, who can go once there is another', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const ada = await another(db, owner, 'ada', 'consultant');
    await expect(changeRole(db, owner.scope, owner.userId, 'reader')).rejects.toMatchObject(lastOwner);
    await expect(removeMember(db, owner.scope, owner.userId)).rejects.toMatchObject(lastOwner);
    await changeRole(db, owner.scope, owner.userId, 'owner');
    await changeRole(db, owner.scope, ada, 'owner');
    await changeRole(db, owner.scope, owner.userId, 'reader');
    expect(await ownersOf(db, owner)).toEqual([ada]);
    await expect(removeMember(db, owner.scope, ada)).rejects.toMatchObject(lastOwner);
  });

  it('know an owner who came before a hundred others', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    for (let number = 0; number < 100; number += 1) await another(db, owner, `reader-${number}`, 'reader');
    const ada = await another(db, owner, 'ada', 'owner');
    await removeMember(db, owner.scope, ada);
    await expect(changeRole(db, owner.scope, owner.userId, 'reader')).rejects.toMatchObject(lastOwner);
  });

  it.each([2, 3, 5])('keep an owner when %i owners take the role from each other at once', async (count) => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    for (let number = 1; number < count; number += 1) await another(db, owner, `owner-${number}`, 'owner');
    for (let round = 0; round < 10; round += 1) {
      const owners = await ownersOf(db, owner);
      const answers = await Promise.allSettled(
        owners.map((userId) => changeRole(db, owner.scope, userId, 'consultant')),
      );
      const left = await ownersOf(db, owner);
      expect(left.length).toBeGreaterThan(0);
      for (const answer of answers)
        expect(answer.status === 'fulfilled' ? 'changed' : answer.reason.code).toMatch(
          /^(changed|conflict)$/,
        );
      for (const userId of owners) await changeRole(db, owner.scope, userId, 'owner');
    }
  });

  it('keep an owner when two owners take each other out at once', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const ada = await another(db, owner, 'ada', 'owner');
    await Promise.allSettled([owner.userId, ada].map((userId) => removeMember(db, owner.scope, userId)));
    expect((await ownersOf(db, owner)).length).toBeGreaterThan(0);
  });

  it('written before places counted their writes can change too', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const ada = await another(db, owner, 'ada', 'owner');
    await db.driver.collection('members').updateMany({}, { $unset: { revision: '' } });
    await changeRole(db, owner.scope, ada, 'reader');
    expect(await getMember(db, owner.scope, ada)).toMatchObject({ role: 'reader' });
    await expect(changeRole(db, owner.scope, owner.userId, 'reader')).rejects.toMatchObject(lastOwner);
  });
});
