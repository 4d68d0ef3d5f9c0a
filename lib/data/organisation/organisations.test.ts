import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner } from '../../../test/data/world.ts';
import { createUser, listMemberships } from '../system/accounts.ts';
import { changeRole, removeMember } from './change-place.ts';
import { addMember, getMember, listMembers } from './members.ts';
import { getOrganisation, renameOrganisation } from './organisations.ts';

describe('an organisation', () => {
  const databases = useTestDatabases();

  it('is renamed at the revision that was read', async () => {
    const db = await databases.fresh();
    const { scope } = await anOwner(db, 'ridge');
    expect(await getOrganisation(db, scope)).toMatchObject({
      id: scope.organisationId,
      name: 'ridge',
      revision: 1,
    });
    expect(await renameOrganisation(db, scope, 1, 'Ridge & Co')).toMatchObject({
      name: 'Ridge & Co',
      revision: 2,
    });
    await expect(renameOrganisation(db, scope, 1, 'Late')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has members with names and roles', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const ada = await createUser(db, { email: 'ada@ridge.example', name: 'Ada', passwordHash: 'hash' });
    await addMember(db, scope, { userId: ada.id, role: 'consultant' });
    const { items } = await listMembers(db, scope);
    expect(items).toEqual([
      {
        userId: ada.id,
        name: 'Ada',
        email: 'ada@ridge.example',
        role: 'consultant',
        createdAt: expect.any(Date),
      },
      {
        userId,
        name: 'Owner of ridge',
        email: 'owner@ridge.example',
        role: 'owner',
        createdAt: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('hash');
  });

  it('gives a member one place, whose role can change and which can be taken away', async () => {
    const db = await databases.fresh();
    const { scope } = await anOwner(db, 'ridge');
    const ada = await createUser(db, { email: 'ada@ridge.example', name: 'Ada', passwordHash: 'hash' });
    await addMember(db, scope, { userId: ada.id, role: 'reader' });
    await expect(addMember(db, scope, { userId: ada.id, role: 'owner' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await changeRole(db, scope, ada.id, 'consultant');
    expect(await getMember(db, scope, ada.id)).toMatchObject({ userId: ada.id, role: 'consultant' });
    await removeMember(db, scope, ada.id);
    await expect(getMember(db, scope, ada.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listMemberships(db, ada.id)).toEqual([]);
  });
});
