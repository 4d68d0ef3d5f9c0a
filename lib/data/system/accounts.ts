// System functions (no scope): whoever signs in has no organisation yet.
import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { roles } from '#lib/domain/access/actor.ts';
import type { Role } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { isDocumentId, notFound, objectId } from '../document-id.ts';
import { parseInput, parseRow, storedId, title } from '../row.ts';

/** A person who can sign in. `email` is lower case. */
export type User = {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  createdAt: Date;
  updatedAt: Date;
};
export type NewUser = { email: string; name: string; passwordHash: string };
export type Registration = NewUser & { organisationName: string };

/** Creates a user without an organisation. Throws `conflict` when the e-mail address is taken, `invalid-input`. */
export async function createUser(db: Database, user: NewUser): Promise<User> {
  return await insertUser(db, new ObjectId().toHexString(), parseInput(newUser, user));
}

/**
 * Creates an organisation and its owner. The user is written last and is the one write that counts: cut off before it,
 * nobody can reach what was written, and the address stays free. Throws `conflict` when the address is taken,
 * `invalid-input`.
 */
export async function registerOwner(
  db: Database,
  registration: Registration,
): Promise<{ user: User; organisationId: string }> {
  const { organisationName, ...person } = parseInput(newOwner, registration);
  const userId = new ObjectId().toHexString();
  const now = db.now();
  const organisationId = new ObjectId().toHexString();
  await translated(() =>
    db.orm.organisations.create({
      _id: organisationId,
      name: organisationName,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    }),
  );
  await translated(() =>
    db.orm.members.create({ organisationId, userId, role: 'owner', revision: 1, createdAt: now }),
  );
  try {
    return { user: await insertUser(db, userId, person), organisationId };
  } catch (error) {
    if (isDuplicate(error)) {
      await translated(() => db.orm.members.where({ organisationId, userId }).delete());
      await translated(() => db.orm.organisations.where({ _id: organisationId }).delete());
    }
    throw error;
  }
}

/** The user with that address, in any case; null when there is none. */
export async function findUserByEmail(db: Database, email: string): Promise<User | null> {
  const parsed = address.safeParse(email);
  if (!parsed.success) return null;
  const row = await translated(() => db.orm.users.where({ email: parsed.data }).first());
  return row === null ? null : parseRow(userRow, row);
}

/** The user. Throws `not-found`. */
export async function getUser(db: Database, userId: string): Promise<User> {
  if (!isDocumentId(userId)) throw notFound('user');
  const row = await translated(() => db.orm.users.where({ _id: userId }).first());
  if (row === null) throw notFound('user');
  return parseRow(userRow, row);
}

/** Stores another password hash. Throws `not-found`. */
export async function setPasswordHash(db: Database, userId: string, passwordHash: string): Promise<void> {
  if (!isDocumentId(userId)) throw notFound('user');
  const parsed = parseInput(newUser.pick({ passwordHash: true }), { passwordHash });
  const row = await translated(() =>
    db.orm.users.where({ _id: userId }).update({ ...parsed, updatedAt: db.now() }),
  );
  if (row === null) throw notFound('user');
}

/** The organisations that a user belongs to, the first joined first. */
export async function listMemberships(
  db: Database,
  userId: string,
): Promise<{ organisationId: string; role: Role; createdAt: Date }[]> {
  if (!isDocumentId(userId)) return [];
  const rows = await db.aggregate('members', [
    { $match: { userId: objectId(userId) } },
    { $sort: { createdAt: 1, _id: 1 } },
  ]);
  return rows.map((row) => parseRow(placeRow, row));
}

async function insertUser(db: Database, userId: string, user: NewUser): Promise<User> {
  const now = db.now();
  const row = await translated(() =>
    db.orm.users.create({ _id: userId, ...user, createdAt: now, updatedAt: now }),
  );
  return parseRow(userRow, row);
}

const address = z.string().trim().toLowerCase().max(254).pipe(z.email());
const newUser = z.strictObject({
  email: address,
  name: title(),
  passwordHash: z.string().min(1).max(500),
});
const newOwner = newUser.extend({ organisationName: title() });

const userRow: z.ZodType<User> = z
  .object({
    _id: storedId,
    email: z.string(),
    name: z.string(),
    passwordHash: z.string(),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform(({ _id, ...user }) => ({ id: _id, ...user }));
const placeRow = z.object({ organisationId: storedId, role: z.enum(roles), createdAt: z.date() });
