import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner } from '../../../test/data/world.ts';
import { listSessions, revokeSession } from '../session/sessions.ts';
import { createSession, endAllSessions, endSession, findLiveSession, touchSession } from './sessions.ts';

describe('sessions', () => {
  const databases = useTestDatabases();

  it('live until they expire, are ended or revoked', async () => {
    let now = new Date('2026-07-20T10:00:00Z');
    const db = await databases.fresh(() => now);
    const { scope, userId } = await anOwner(db, 'ridge');
    const expiresAt = new Date('2026-07-20T18:00:00Z');
    const open = (tokenHash: string) => createSession(db, { tokenHash, userId, ...scope, expiresAt });
    const session = await open(hash('a'));
    await open(hash('b'));
    const third = await open(hash('c'));
    expect(await findLiveSession(db, hash('a'))).toEqual(session);
    await endSession(db, hash('b'));
    expect(await findLiveSession(db, hash('b'))).toBeNull();
    expect(await revokeSession(db, scope, third.id)).toMatchObject({ id: third.id, revokedAt: now });
    expect(await findLiveSession(db, hash('c'))).toBeNull();
    now = expiresAt;
    expect(await findLiveSession(db, hash('a'))).toBeNull();
  });

  it('last longer when they are used', async () => {
    let now = new Date('2026-07-20T10:00:00Z');
    const db = await databases.fresh(() => now);
    const { scope, userId } = await anOwner(db, 'ridge');
    const expiresAt = new Date('2026-07-20T18:00:00Z');
    await createSession(db, { tokenHash: hash('a'), userId, ...scope, expiresAt });
    now = new Date('2026-07-20T17:00:00Z');
    const later = new Date('2026-07-21T01:00:00Z');
    await touchSession(db, hash('a'), later);
    expect(await findLiveSession(db, hash('a'))).toMatchObject({ lastSeenAt: now, expiresAt: later });
    await touchSession(db, hash('gone'), later);
  });

  it('end all at once for a user, and nobody else', async () => {
    const db = await databases.fresh();
    const [ridge, harbour] = [await anOwner(db, 'ridge'), await anOwner(db, 'harbour')];
    const expiresAt = new Date(Date.now() + 60_000);
    for (const tokenHash of [hash('a'), hash('b')]) {
      await createSession(db, { tokenHash, userId: ridge.userId, ...ridge.scope, expiresAt });
    }
    await createSession(db, { tokenHash: hash('h'), userId: harbour.userId, ...harbour.scope, expiresAt });
    expect(await endAllSessions(db, ridge.userId)).toBe(2);
    expect(await endAllSessions(db, ridge.userId)).toBe(0);
    expect(await findLiveSession(db, hash('a'))).toBeNull();
    expect(await findLiveSession(db, hash('h'))).not.toBeNull();
    const { items } = await listSessions(db, ridge.scope, { userId: ridge.userId });
    expect(items.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(Date), expect.any(Date)]);
  });

  it.each(['', 'short', '{"$ne":null}'])('are not found by %j', async (token) => {
    const db = await databases.fresh();
    expect(await findLiveSession(db, token)).toBeNull();
  });
});

function hash(of: string): string {
  return of.padEnd(64, '0');
}
