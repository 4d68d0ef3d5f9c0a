import { createHash, randomBytes } from 'node:crypto';
import { getMember } from '#lib/data/organisation/members.ts';
import { createSession, endSession, findLiveSession, touchSession } from '#lib/data/system/sessions.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';

/** A session ends this long after it was last used. */
export const sessionSeconds = 12 * 60 * 60;
/** Use is noted once a minute at most, so that reading a page does not write. */
const touchSeconds = 60;

export type SignedIn = Extract<Actor, { kind: 'member' }>;

/** Opens a session and returns its token. The token goes into the cookie; the database keeps only its hash. */
export async function openSession(app: Clocked, userId: string, organisationId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await createSession(app.db, { tokenHash: hashOf(token), userId, organisationId, expiresAt: expiry(app) });
  return token;
}

/** Who a token belongs to, read from the database at every request; undefined when the session or the membership has ended. */
export async function actorOfToken(app: Clocked, token: string): Promise<SignedIn | undefined> {
  const session = await findLiveSession(app.db, hashOf(token));
  if (session === null) return undefined;
  if (app.now().getTime() - session.lastSeenAt.getTime() > touchSeconds * 1_000)
    await touchSession(app.db, hashOf(token), expiry(app));
  const { userId, organisationId } = session;
  try {
    const { role } = await getMember(app.db, { organisationId }, userId);
    return { kind: 'member', userId, organisationId, role };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Ends the session of a token. */
export async function closeSession(app: Clocked, token: string): Promise<void> {
  await endSession(app.db, hashOf(token));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function expiry(app: Clocked): Date {
  return new Date(app.now().getTime() + sessionSeconds * 1_000);
}
