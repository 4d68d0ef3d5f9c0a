import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, isDocumentId, matching, notFound, objectId, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { absentAsNull, parseRow, storedId } from '../row.ts';

/** A sign-in. The token itself is in the cookie alone; the database has its hash. */
export type Session = {
  id: string;
  userId: string;
  organisationId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

/** Sessions of a member in this organisation, newest first; ended ones too, until they expire. */
export async function listSessions(
  db: Database,
  scope: Scope,
  { userId, ...page }: PageRequest & { userId: string },
): Promise<Page<Session>> {
  if (!isDocumentId(userId)) throw notFound('member');
  return await readPage(
    db,
    {
      collection: 'sessions',
      where: { ...matching(scope), userId: objectId(userId) },
      sortBy: 'createdAt',
      row: sessionRow,
    },
    page,
  );
}

/** Ends a session of this organisation; ended already, nothing changes. Throws `not-found`. */
export async function revokeSession(db: Database, scope: Scope, sessionId: string): Promise<Session> {
  const place = { _id: documentId('session', sessionId), ...within(scope) };
  const row = await translated(() => db.orm.sessions.where(place).first());
  if (row === null) throw notFound('session');
  const session = parseRow(sessionRow, row);
  if (session.revokedAt !== null) return session;
  const ended = await translated(() => db.orm.sessions.where(place).update({ revokedAt: db.now() }));
  if (ended === null) throw notFound('session');
  return parseRow(sessionRow, ended);
}

/** Ends every session of a person in this organisation, and none in another. Returns how many were open. */
export async function endSessionsOfMember(db: Database, scope: Scope, userId: string): Promise<number> {
  if (!isDocumentId(userId)) return 0;
  const open = { ...matching(scope), userId: objectId(userId), revokedAt: null };
  const { modifiedCount } = await translated(() =>
    db.driver.collection('sessions').updateMany(open, { $set: { revokedAt: db.now() } }),
  );
  return modifiedCount;
}

export const sessionRow: z.ZodType<Session> = z
  .object({
    _id: storedId,
    userId: storedId,
    organisationId: storedId,
    createdAt: z.date(),
    lastSeenAt: z.date(),
    expiresAt: z.date(),
    revokedAt: absentAsNull(z.date()),
  })
  .transform(({ _id, ...session }) => ({ id: _id, ...session }));
