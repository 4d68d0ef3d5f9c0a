import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, matching, notFound, staleRevision, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { absentAsNull, inputId, note, parseInput, parseRow, storedId, title } from '../row.ts';
import { nameKeys, searchKey } from './name-keys.ts';

/** A client of the consultancy. */
export type Client = {
  id: string;
  name: string;
  note: string | null;
  revision: number;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
};

export type NewClient = { name: string; note?: string | null; createdBy: string };
export type ClientChange = { name?: string; note?: string | null };

/** Creates a client. Two clients may have the same name. Throws `invalid-input`. */
export async function createClient(db: Database, scope: Scope, client: NewClient): Promise<Client> {
  const { name, note: text, createdBy } = parseInput(newClient, client);
  const now = db.now();
  const row = await translated(() =>
    db.orm.clients.create({
      ...within(scope),
      name,
      nameKeys: nameKeys(name),
      note: text,
      revision: 1,
      createdBy,
      createdAt: now,
      updatedAt: now,
    }),
  );
  return parseRow(clientRow, row);
}

/** The client. Throws `not-found`. */
export async function getClient(db: Database, scope: Scope, clientId: string): Promise<Client> {
  const filter = { _id: documentId('client', clientId), ...within(scope) };
  const row = await translated(() => db.orm.clients.where(filter).first());
  if (row === null) throw notFound('client');
  return parseRow(clientRow, row);
}

/** Clients, newest first; with `named`, those with a word in the name that begins with the first word of it. */
export async function listClients(
  db: Database,
  scope: Scope,
  { named, ...page }: PageRequest & { named?: string | undefined } = {},
): Promise<Page<Client>> {
  const key = searchKey(named ?? '');
  return await readPage(
    db,
    {
      collection: 'clients',
      where: { ...matching(scope), ...(key === undefined ? {} : { nameKeys: key }) },
      sortBy: 'createdAt',
      without: ['nameKeys'],
      row: clientRow,
    },
    page,
  );
}

/** Changes what is given. Throws `not-found`, `conflict` when the revision is not the stored one, `invalid-input`. */
export async function updateClient(
  db: Database,
  scope: Scope,
  clientId: string,
  revision: number,
  change: ClientChange,
): Promise<Client> {
  const { name, note: text } = parseInput(clientChange, change);
  const filter = { _id: documentId('client', clientId), ...within(scope), revision };
  const row = await translated(() =>
    db.orm.clients.where(filter).update({
      ...(name === undefined ? {} : { name, nameKeys: nameKeys(name) }),
      ...(text === undefined ? {} : { note: text }),
      revision: revision + 1,
      updatedAt: db.now(),
    }),
  );
  if (row !== null) return parseRow(clientRow, row);
  await getClient(db, scope, clientId);
  throw staleRevision('client');
}

const newClient = z.strictObject({ name: title(), note: note.default(null), createdBy: inputId });
const clientChange = z.strictObject({ name: title().optional(), note: note.optional() });

const clientRow: z.ZodType<Client> = z
  .object({
    _id: storedId,
    name: z.string(),
    note: absentAsNull(z.string()),
    revision: z.int(),
    createdBy: storedId,
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform(({ _id, ...client }) => ({ id: _id, ...client }));
