import { z } from 'zod';
import { registerOwner } from '#lib/data/system/accounts.ts';
import type { ThrottleRule } from '#lib/data/system/throttle.ts';
import { parseInput } from '#lib/data/row.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { record } from '#lib/usecases/audit/record.ts';
import { admitAttempt } from './admit-attempt.ts';
import { hashPassword, passwordProblem } from './password.ts';
import { openSession } from './session.ts';

/** Attempts from one address, so that nobody fills the database or finds out who has an account. */
const perAddress: ThrottleRule = { limit: 20, windowSeconds: 3_600, blockSeconds: 3_600 };

const registrationInput = z
  .strictObject({
    organisationName: z.string().trim().min(1, 'Name your consultancy.').max(200),
    name: z.string().trim().min(1, 'Tell your name.').max(200),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email('Enter an e-mail address such as maria@example.com.')),
    password: z.string(),
  })
  .superRefine(({ password, email }, context) => {
    const problem = passwordProblem(password, email);
    if (problem !== undefined) context.addIssue({ code: 'custom', path: ['password'], message: problem });
  });

export type Registration = z.input<typeof registrationInput>;

/** Creates an organisation with its owner and signs the owner in; returns the token. Throws `invalid-input` by field, `too-many-requests`. */
export async function register(app: Clocked, registration: Registration, address: string): Promise<string> {
  const { password, ...person } = parseInput(registrationInput, registration);
  await admitAttempt(app, `register:${address}`, {
    rule: perAddress,
    refusal: 'Too many new accounts from this address.',
  });
  const { user, organisationId } = await createOwner(app, {
    ...person,
    passwordHash: await hashPassword(password),
  });
  await record(
    app,
    { kind: 'member', userId: user.id, organisationId, role: 'owner' },
    'organisation:register',
    { kind: 'organisation', id: organisationId },
  );
  return openSession(app, user.id, organisationId);
}

async function createOwner(
  app: Clocked,
  owner: Parameters<typeof registerOwner>[1],
): ReturnType<typeof registerOwner> {
  try {
    return await registerOwner(app.db, owner);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'conflict') throw cause;
    const reason = 'There is an account with this e-mail address. Sign in instead.';
    throw new AppError('invalid-input', 'The e-mail address is taken.', {
      cause,
      problems: [{ field: 'email', reason }],
    });
  }
}
