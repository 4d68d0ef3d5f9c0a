import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import { getClient } from '../client/clients.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, matching, notFound, objectId, staleRevision, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { inputId, parseInput, parseRow, storedId, title } from '../row.ts';

export const engagementStatuses = ['open', 'closed'] as const;
export type EngagementStatus = (typeof engagementStatuses)[number];

/** One piece of work for a client. */
export type Engagement = {
  id: string;
  clientId: string;
  title: string;
  status: EngagementStatus;
  revision: number;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
};

export type NewEngagement = { clientId: string; title: string; createdBy: string };
export type EngagementChange = { title?: string; status?: EngagementStatus };

/** Opens an engagement for a client. Throws `not-found` for a client that is not the organisation's, `invalid-input`. */
export async function createEngagement(
  db: Database,
  scope: Scope,
  engagement: NewEngagement,
): Promise<Engagement> {
  const { createdBy, ...parsed } = parseInput(newEngagement, engagement);
  const client = await getClient(db, scope, parsed.clientId);
  const now = db.now();
  const row = await translated(() =>
    db.orm.engagements.create({
      ...within(scope),
      clientId: client.id,
      title: parsed.title,
      status: 'open',
      revision: 1,
      createdBy,
      createdAt: now,
      updatedAt: now,
    }),
  );
  return parseRow(engagementRow, row);
}

/** The engagement. Throws `not-found`. */
export async function getEngagement(db: Database, scope: Scope, engagementId: string): Promise<Engagement> {
  const filter = { _id: documentId('engagement', engagementId), ...within(scope) };
  const row = await translated(() => db.orm.engagements.where(filter).first());
  if (row === null) throw notFound('engagement');
  return parseRow(engagementRow, row);
}

/** Engagements, newest first, of one client or of all. Throws `not-found` for a client of nobody here. */
export async function listEngagements(
  db: Database,
  scope: Scope,
  { clientId, ...page }: PageRequest & { clientId?: string | undefined } = {},
): Promise<Page<Engagement>> {
  const client = clientId === undefined ? undefined : await getClient(db, scope, clientId);
  return await readPage(
    db,
    {
      collection: 'engagements',
      where: { ...matching(scope), ...(client === undefined ? {} : { clientId: objectId(client.id) }) },
      sortBy: 'createdAt',
      row: engagementRow,
    },
    page,
  );
}

/** Changes what is given. Throws `not-found`, `conflict` when the revision is not the stored one, `invalid-input`. */
export async function updateEngagement(
  db: Database,
  scope: Scope,
  engagementId: string,
  revision: number,
  change: EngagementChange,
): Promise<Engagement> {
  const parsed = parseInput(engagementChange, change);
  const filter = { _id: documentId('engagement', engagementId), ...within(scope), revision };
  const row = await translated(() =>
    db.orm.engagements.where(filter).update({
      ...(parsed.title === undefined ? {} : { title: parsed.title }),
      ...(parsed.status === undefined ? {} : { status: parsed.status }),
      revision: revision + 1,
      updatedAt: db.now(),
    }),
  );
  if (row !== null) return parseRow(engagementRow, row);
  await getEngagement(db, scope, engagementId);
  throw staleRevision('engagement');
}

const newEngagement = z.strictObject({ clientId: z.string(), title: title(), createdBy: inputId });
const engagementChange = z.strictObject({
  title: title().optional(),
  status: z.enum(engagementStatuses).optional(),
});

const engagementRow: z.ZodType<Engagement> = z
  .object({
    _id: storedId,
    clientId: storedId,
    title: z.string(),
    status: z.enum(engagementStatuses),
    revision: z.int(),
    createdBy: storedId,
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform(({ _id, ...engagement }) => ({ id: _id, ...engagement }));
