import { z } from 'zod';
import { getUser, setPasswordHash } from '#lib/data/system/accounts.ts';
import { endAllSessions } from '#lib/data/system/sessions.ts';
import { clearAttempts, type ThrottleRule } from '#lib/data/system/throttle.ts';
import { parseInput } from '#lib/data/row.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { admitAttempt } from './admit-attempt.ts';
import { hashPassword, passwordProblem, verifyPassword } from './password.ts';
import { openSession, type SignedIn } from './session.ts';

/** Whoever finds an open session must not find the password through it. */
const perUser: ThrottleRule = { limit: 8, windowSeconds: 900, blockSeconds: 900 };

const passwordChange = z.strictObject({ current: z.string().max(128), next: z.string() });

/** Stores a new password, ends every session of the person and returns the token of a new one. Throws `invalid-input` by field, `too-many-requests`. */
export async function changePassword(
  app: Clocked,
  actor: SignedIn,
  change: z.input<typeof passwordChange>,
): Promise<string> {
  const { current, next } = parseInput(passwordChange, change);
  const key = `password:${actor.userId}`;
  await admitAttempt(app, key, { rule: perUser, refusal: 'Too many failed attempts.' });
  const user = await getUser(app.db, actor.userId);
  if (!(await verifyPassword(current, user.passwordHash)))
    throw refused('current', 'This is not your present password.');
  await clearAttempts(app.db, key);
  const problem = passwordProblem(next, user.email);
  if (problem !== undefined) throw refused('next', problem);
  await setPasswordHash(app.db, user.id, await hashPassword(next));
  await endAllSessions(app.db, user.id);
  return openSession(app, user.id, actor.organisationId);
}

function refused(field: string, reason: string): AppError {
  return new AppError('invalid-input', `${field}: ${reason}`, { problems: [{ field, reason }] });
}
