import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { notFound, staleRevision, within } from '../document-id.ts';
import { parseInput, parseRow, storedId, title } from '../row.ts';

/** A consultancy: the tenant. */
export type Organisation = { id: string; name: string; revision: number; createdAt: Date; updatedAt: Date };

/** The organisation of the scope. Throws `not-found`. */
export async function getOrganisation(db: Database, scope: Scope): Promise<Organisation> {
  const { organisationId } = within(scope);
  const row = await translated(() => db.orm.organisations.where({ _id: organisationId }).first());
  if (row === null) throw notFound('organisation');
  return parseRow(organisationRow, row);
}

/** Gives the organisation another name. Throws `not-found`, `conflict` when the revision is not the stored one, `invalid-input`. */
export async function renameOrganisation(
  db: Database,
  scope: Scope,
  revision: number,
  name: string,
): Promise<Organisation> {
  const { organisationId } = within(scope);
  const parsed = parseInput(z.strictObject({ name: title() }), { name });
  const row = await translated(() =>
    db.orm.organisations
      .where({ _id: organisationId, revision })
      .update({ name: parsed.name, revision: revision + 1, updatedAt: db.now() }),
  );
  if (row !== null) return parseRow(organisationRow, row);
  await getOrganisation(db, scope);
  throw staleRevision('organisation');
}

export const organisationRow: z.ZodType<Organisation> = z
  .object({
    _id: storedId,
    name: z.string(),
    revision: z.int(),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform(({ _id, ...organisation }) => ({ id: _id, ...organisation }));
