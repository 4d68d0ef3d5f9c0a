import { z } from 'zod';
import { findUserByEmail, listMemberships } from '#lib/data/system/accounts.ts';
import { blockedUntil, clearFailures, countFailure, type ThrottleRule } from '#lib/data/system/throttle.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { verifyPassword } from './password.ts';
import { openSession } from './session.ts';

const perAccount: ThrottleRule = { limit: 8, windowSeconds: 900, blockSeconds: 900 };
/** Many people share an address behind one router, so it may fail more often than an account. */
const perAddress: ThrottleRule = { limit: 40, windowSeconds: 900, blockSeconds: 900 };

/** Verified for accounts that do not exist, so that they take as long to refuse as those that do. */
const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(128),
});
export type SignInAttempt = z.infer<typeof signInInput> & { address: string };

/**
 * The token of a new session; undefined when e-mail and password do not belong together. Throws `too-many-requests` when
 * the account or the address has failed too often, whether or not the password is right.
 */
export async function signIn(
  app: Clocked,
  { email, password, address }: SignInAttempt,
): Promise<string | undefined> {
  const keys = [`account:${email}`, `address:${address}`] as const;
  await refuseBlocked(app, keys);
  const user = await findUserByEmail(app.db, email);
  const right = await verifyPassword(password, user?.passwordHash ?? hashOfNobody);
  const [membership] = user === null || !right ? [] : await listMemberships(app.db, user.id);
  if (user === null || membership === undefined) {
    await Promise.all([countFailure(app.db, keys[0], perAccount), countFailure(app.db, keys[1], perAddress)]);
    return undefined;
  }
  await clearFailures(app.db, keys[0]);
  return openSession(app, user.id, membership.organisationId);
}

async function refuseBlocked(app: Clocked, keys: readonly string[]): Promise<void> {
  const blocks = await Promise.all(keys.map((key) => blockedUntil(app.db, key)));
  const until = Math.max(...blocks.map((block) => block?.getTime() ?? 0));
  if (until === 0) return;
  const retryAfterSeconds = Math.ceil((until - app.now().getTime()) / 1_000);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new AppError('too-many-requests', `Sign-in is blocked for ${keys.join(' or ')}.`, {
    retryAfterSeconds,
    say: `Too many failed attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  });
}
