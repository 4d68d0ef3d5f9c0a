import { z } from 'zod';
import { findUserByEmail, listMemberships } from '#lib/data/system/accounts.ts';
import { clearAttempts, returnAttempt, type ThrottleRule } from '#lib/data/system/throttle.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { admitAttempt } from './admit-attempt.ts';
import { verifyPassword } from './password.ts';
import { openSession } from './session.ts';

const perAccount: ThrottleRule = { limit: 8, windowSeconds: 900, blockSeconds: 900 };
/** Many people share an address behind one router, so it may fail more often than an account. */
const perAddress: ThrottleRule = { limit: 40, windowSeconds: 900, blockSeconds: 900 };
const refusal = 'Too many failed attempts.';

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
  const [account, origin] = [`account:${email}`, `address:${address}`];
  await admitSignIn(app, account, origin);
  const user = await findUserByEmail(app.db, email);
  const right = await verifyPassword(password, user?.passwordHash ?? hashOfNobody);
  const [membership] = user === null || !right ? [] : await listMemberships(app.db, user.id);
  if (user === null || membership === undefined) return undefined;
  await Promise.all([clearAttempts(app.db, account), returnAttempt(app.db, origin, perAddress)]);
  return openSession(app, user.id, membership.organisationId);
}

/** Counts for the address first: one that is blocked cannot use up the attempts of other people's accounts. */
async function admitSignIn(app: Clocked, account: string, origin: string): Promise<void> {
  await admitAttempt(app, origin, { rule: perAddress, refusal });
  try {
    await admitAttempt(app, account, { rule: perAccount, refusal });
  } catch (error) {
    // Nothing is verified, so nothing counts against the others behind the same router.
    await returnAttempt(app.db, origin, perAddress);
    throw error;
  }
}
