import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import {
  createUser,
  findUserByEmail,
  getUser,
  listMemberships,
  registerOwner,
  setPasswordHash,
} from './accounts.ts';

const registration = {
  email: ' Ada@Ridge.Example ',
  name: 'Ada',
  passwordHash: 'hash of a password',
  organisationName: 'Ridge',
};

describe('accounts', () => {
  const databases = useTestDatabases();

  it('are found by the address in any case', async () => {
    const db = await databases.fresh();
    const { user, organisationId } = await registerOwner(db, registration);
    expect(user.email).toBe('ada@ridge.example');
    expect(await findUserByEmail(db, 'ADA@ridge.example')).toEqual(user);
    expect(await getUser(db, user.id)).toEqual(user);
    expect(await findUserByEmail(db, 'nobody@ridge.example')).toBeNull();
    expect(await findUserByEmail(db, 'no address')).toBeNull();
    expect(await listMemberships(db, user.id)).toMatchObject([{ organisationId, role: 'owner' }]);
  });

  it('take an address once, however many register it at once, and leave nothing of the others', async () => {
    const db = await databases.fresh();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => registerOwner(db, registration)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(reasons.every(({ code }) => code === 'conflict')).toBe(true);
    for (const collection of ['users', 'organisations', 'members']) {
      expect([collection, await db.driver.collection(collection).countDocuments()]).toEqual([collection, 1]);
    }
    const again = createUser(db, { email: 'ADA@RIDGE.EXAMPLE', name: 'Other', passwordHash: 'hash' });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('change their password hash', async () => {
    const db = await databases.fresh();
    const { user } = await registerOwner(db, registration);
    await setPasswordHash(db, user.id, 'another hash');
    expect(await getUser(db, user.id)).toMatchObject({ passwordHash: 'another hash', email: user.email });
    await expect(setPasswordHash(db, 'x', 'hash')).rejects.toMatchObject({ code: 'not-found' });
    await expect(getUser(db, '0123456789abcdef01234567')).rejects.toMatchObject({ code: 'not-found' });
  });
});
