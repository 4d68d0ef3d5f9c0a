import { z } from 'zod';
import { roles } from '#lib/domain/access/actor.ts';
import type { Role, Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { isDocumentId, matching, notFound, objectId, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { inputId, parseInput, parseRow, storedId } from '../row.ts';

/** A person's place in an organisation. */
export type Membership = { userId: string; role: Role; createdAt: Date };

/** A member as the organisation sees one. */
export type Member = Membership & { name: string; email: string };

/** Gives a user a place in the organisation. Throws `conflict` when there is one already, `invalid-input`. */
export async function addMember(
  db: Database,
  scope: Scope,
  member: { userId: string; role: Role },
): Promise<Membership> {
  const { userId, role } = parseInput(newMember, member);
  const row = await translated(() =>
    db.orm.members.create({ ...within(scope), userId, role, revision: 1, createdAt: db.now() }),
  );
  return parseRow(membershipRow, row);
}

/** The place of a user in the organisation. Throws `not-found`. */
export async function getMember(db: Database, scope: Scope, userId: string): Promise<Membership> {
  const row = await translated(() => db.orm.members.where(placeOf(scope, userId)).first());
  if (row === null) throw notFound('member');
  return parseRow(membershipRow, row);
}

/** Members with their names, who came last first. */
export async function listMembers(db: Database, scope: Scope, page: PageRequest = {}): Promise<Page<Member>> {
  const { items, next } = await readPage(
    db,
    { collection: 'members', where: matching(scope), sortBy: 'createdAt', row: membershipRow },
    page,
  );
  const ids = items.map(({ userId }) => objectId(userId));
  const rows = await db.aggregate('users', [
    { $match: { _id: { $in: ids } } },
    { $project: { name: 1, email: 1 } },
  ]);
  const people = new Map(rows.map((row) => parseRow(personRow, row)).map((person) => [person.id, person]));
  return {
    items: items.flatMap((membership) => {
      const person = people.get(membership.userId);
      return person === undefined ? [] : [{ ...membership, name: person.name, email: person.email }];
    }),
    next,
  };
}

function placeOf(scope: Scope, userId: string): { organisationId: string; userId: string } {
  if (!isDocumentId(userId)) throw notFound('member');
  return { ...within(scope), userId };
}

const newMember = z.strictObject({ userId: inputId, role: z.enum(roles) });
const membershipRow: z.ZodType<Membership> = z.object({
  userId: storedId,
  role: z.enum(roles),
  createdAt: z.date(),
});
const personRow = z
  .object({ _id: storedId, name: z.string(), email: z.string() })
  .transform(({ _id, ...person }) => ({ id: _id, ...person }));
