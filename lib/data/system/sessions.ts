// System functions (no scope): a session is what the scope comes from.
import { z } from 'zod';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { isDocumentId, objectId } from '../document-id.ts';
import { inputId, parseInput, parseRow } from '../row.ts';
import { sessionRow } from '../session/sessions.ts';
import type { Session } from '../session/sessions.ts';

export type NewSession = { tokenHash: string; userId: string; organisationId: string; expiresAt: Date };

/** Opens a session under the hash of its token. Throws `conflict` when the hash is taken, `invalid-input`. */
export async function createSession(db: Database, session: NewSession): Promise<Session> {
  const parsed = parseInput(newSession, session);
  const now = db.now();
  const row = await translated(() =>
    db.orm.sessions.create({ ...parsed, createdAt: now, lastSeenAt: now, revokedAt: null }),
  );
  return parseRow(sessionRow, row);
}

/** The live session of a token's hash; null when there is none, or it was revoked, or has expired. */
export async function findLiveSession(db: Database, hash: string): Promise<Session | null> {
  const parsed = tokenHash.safeParse(hash);
  if (!parsed.success) return null;
  const row = await translated(() => db.orm.sessions.where({ tokenHash: parsed.data }).first());
  if (row === null) return null;
  const session = parseRow(sessionRow, row);
  return session.revokedAt === null && session.expiresAt > db.now() ? session : null;
}

/** Notes that a session was used, and when it will expire now. A session that has gone is left alone. */
export async function touchSession(db: Database, hash: string, expiresAt: Date): Promise<void> {
  const place = { tokenHash: parseInput(tokenHash, hash) };
  const change = { lastSeenAt: db.now(), expiresAt: parseInput(z.date(), expiresAt) };
  await translated(() => db.orm.sessions.where(place).update(change));
}

/** Ends the session of a token's hash: signing out. A session that has gone is left alone. */
export async function endSession(db: Database, hash: string): Promise<void> {
  const place = { tokenHash: parseInput(tokenHash, hash) };
  await translated(() => db.orm.sessions.where(place).update({ revokedAt: db.now() }));
}

/** Ends every session of a user, in all organisations: after a change of password. Returns how many were open. */
export async function endAllSessions(db: Database, userId: string): Promise<number> {
  if (!isDocumentId(userId)) return 0;
  const open = { userId: objectId(userId), revokedAt: null };
  const { modifiedCount } = await translated(() =>
    db.driver.collection('sessions').updateMany(open, { $set: { revokedAt: db.now() } }),
  );
  return modifiedCount;
}

const tokenHash = z.string().min(32).max(200);
const newSession = z.strictObject({
  tokenHash,
  userId: inputId,
  organisationId: inputId,
  expiresAt: z.date(),
});
