import { z } from 'zod';
import { roles } from '#lib/domain/access/actor.ts';
import type { Role, Scope } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { isDocumentId, matching, notFound, objectId, staleRevision } from '../document-id.ts';
import { absentAsNull, parseInput, parseRow } from '../row.ts';

/** Gives a member another role. Throws `not-found`, `invalid-input`, and `conflict` for the last owner or a change at the same time. */
export async function changeRole(db: Database, scope: Scope, userId: string, role: Role): Promise<void> {
  const change = parseInput(z.strictObject({ role: z.enum(roles) }), { role });
  const place = await placeToChange(db, scope, userId);
  if (place.role === 'owner' && change.role !== 'owner') await leanOnAnotherOwner(db, scope, userId);
  const { matchedCount } = await translated(() =>
    members(db).updateOne(place.filter, { $set: change, $inc: { revision: 1 } }),
  );
  if (matchedCount === 0) throw staleRevision('member');
}

/** Takes a member out of the organisation. Throws `not-found`, and `conflict` for the last owner or a change at the same time. */
export async function removeMember(db: Database, scope: Scope, userId: string): Promise<void> {
  const place = await placeToChange(db, scope, userId);
  if (place.role === 'owner') await leanOnAnotherOwner(db, scope, userId);
  const { deletedCount } = await translated(() => members(db).deleteOne(place.filter));
  if (deletedCount === 0) throw staleRevision('member');
}

/** The role of the member, and a filter that finds the place only while nobody has changed it since. */
async function placeToChange(db: Database, scope: Scope, userId: string) {
  if (!isDocumentId(userId)) throw notFound('member');
  const filter = { ...matching(scope), userId: objectId(userId) };
  const row = await translated(() => members(db).findOne(filter));
  if (row === null) throw notFound('member');
  const { role, revision } = parseRow(changingRow, row);
  return { role, filter: { ...filter, revision } };
}

/**
 * Counts a write on the place of another owner, who has to stay one for this owner to go. A change of that place that began
 * before finds another revision and fails: of two owners who take the role from each other at once, one stays at least.
 * Has to happen after the place that goes was read. Throws `conflict` when there is no other owner.
 */
async function leanOnAnotherOwner(db: Database, scope: Scope, userId: string): Promise<void> {
  const others = { ...matching(scope), role: 'owner', userId: { $ne: objectId(userId) } };
  const owner = await translated(() =>
    members(db).findOneAndUpdate(others, { $inc: { revision: 1 } }, { sort: { createdAt: 1, _id: 1 } }),
  );
  if (owner === null)
    throw new AppError('conflict', 'The last owner cannot go.', {
      say: 'An organisation needs an owner. Make somebody else one first.',
    });
}

function members(db: Database) {
  return db.driver.collection('members');
}

const changingRow = z.object({ role: z.enum(roles), revision: absentAsNull(z.int()) });
