import { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { AppError } from '#lib/errors.ts';
import { openDatabase } from './database.ts';
import { isDuplicate, translate, translated } from './database-errors.ts';

describe('errors of the database', () => {
  const databases = useTestDatabases();

  it('are a conflict for a duplicate key, which names the index that refused', async () => {
    const db = await databases.fresh();
    const row = {
      key: 'account',
      failures: 1,
      windowStart: new Date(),
      blockedUntil: null,
      expiresAt: new Date(),
    };
    await db.orm.throttles.create(row);
    const error: unknown = await translated(() => db.orm.throttles.create(row)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'conflict', cause: expect.any(MongoServerError) });
    expect(isDuplicate(error)).toBe(true);
    expect(isDuplicate(error, 'key')).toBe(true);
    expect(isDuplicate(error, 'email')).toBe(false);
  });

  it('are invalid input for a document that the server refuses', () => {
    const refused = new MongoServerError({ message: 'Document failed validation', code: 121 });
    expect(translate(refused)).toMatchObject({ code: 'invalid-input', cause: refused });
  });

  it('are unavailable when no server answers', async () => {
    const db = openDatabase('mongodb://127.0.0.1:9/none', { patienceMilliseconds: 50 });
    await expect(
      translated(() => db.orm.users.where({ email: 'a@b.example' }).first()),
    ).rejects.toMatchObject({
      code: 'unavailable',
      transient: true,
    });
    await expect(db.aggregate('users', [{ $limit: 1 }])).rejects.toMatchObject({ code: 'unavailable' });
    await db.close();
  });

  it('are a refused configuration for an address that is none', () => {
    expect(() => openDatabase('http://127.0.0.1')).toThrow(
      expect.objectContaining({ code: 'refused-configuration' }),
    );
  });

  it('stay what they are when they are of the table already', () => {
    const error = new AppError('not-found', 'Nothing here.');
    expect(translate(error)).toBe(error);
    expect(isDuplicate(new AppError('conflict', 'Stale.'))).toBe(false);
  });

  it('stop null on its way into a field of ids, where the ORM would store a random one', async () => {
    const db = await databases.fresh();
    const nobody: unknown = null;
    const session = {
      tokenHash: 'hash',
      organisationId: '0123456789abcdef01234567',
      createdAt: new Date(),
      lastSeenAt: new Date(),
      expiresAt: new Date(),
    };
    // @ts-expect-error the field is required; the guard is for what types do not see
    await expect(db.orm.sessions.create({ ...session, userId: nobody })).rejects.toMatchObject({
      code: 'internal',
    });
    expect(await db.driver.collection('sessions').countDocuments()).toBe(0);
  });
});
