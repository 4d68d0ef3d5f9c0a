import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addMember } from '#lib/data/organisation/members.ts';
import { createUser, findUserByEmail, listMemberships } from '#lib/data/system/accounts.ts';
import { roles, scopeOf } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '#lib/usecases/audit/record.ts';
import { useCase } from '#lib/usecases/use-case.ts';
import { hashPassword } from './password.ts';

/**
 * Gives a person a place in the organisation. Somebody without an account gets one with a first password, which is returned
 * once for the owner to hand over and is stored only as a hash. Throws `invalid-input` for who is a member already, and for
 * who has a place elsewhere: nobody has asked that person, who has no way to choose between two organisations.
 */
export const inviteMember = useCase({
  action: 'member:invite',
  input: z.strictObject({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email('Enter an e-mail address such as maria@example.com.')),
    name: z.string().trim().min(1, 'Tell the name.').max(200),
    role: z.enum(roles),
  }),
  async perform(app, actor, { email, name, role }) {
    const known = await findUserByEmail(app.db, email);
    const places = known === null ? [] : await listMemberships(app.db, known.id);
    if (places.some(({ organisationId }) => organisationId === actor.organisationId)) throw memberAlready();
    if (places.length > 0)
      throw refused('This person cannot be added: the address belongs to an account elsewhere.');
    const firstPassword = known === null ? randomBytes(15).toString('base64url') : null;
    const user =
      known ??
      (await createUser(app.db, { email, name, passwordHash: await hashPassword(firstPassword ?? '') }));
    try {
      await addMember(app.db, scopeOf(actor), { userId: user.id, role });
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'conflict') throw cause;
      throw memberAlready(cause);
    }
    await record(app, actor, 'member:invite', { kind: 'member', id: user.id }, { role });
    return { userId: user.id, firstPassword };
  },
});

function memberAlready(cause?: unknown): AppError {
  return refused('This person is a member already.', cause);
}

function refused(reason: string, cause?: unknown): AppError {
  return new AppError('invalid-input', reason, { cause, problems: [{ field: 'email', reason }] });
}
