import { z } from 'zod';
import contractJson from '#prisma/contract.json' with { type: 'json' };
import type { Database } from './database.ts';
import { translated } from './database-errors.ts';

export type IndexToHave = {
  collection: string;
  keys: Readonly<Record<string, 1 | -1>>;
  unique: boolean;
  expireAfterSeconds?: number;
};

/** Documents that the server deletes by itself once the time in the field is past. The Prisma 6 dialect has no word for it. */
const expiries: readonly IndexToHave[] = ['sessions', 'throttles'].map((collection) => ({
  collection,
  keys: { expiresAt: 1 },
  unique: false,
  expireAfterSeconds: 0,
}));

/**
 * Creates every index of the schema that is missing. Safe to repeat and to run from several processes at once. It goes
 * through the driver: Prisma's `db init` takes the expiry indexes for drift and refuses to run a second time.
 */
export async function applySchema(db: Database): Promise<void> {
  const byCollection = Map.groupBy(indexesToHave(), (index) => index.collection);
  await translated(() =>
    Promise.all(
      [...byCollection].map(([collection, indexes]) =>
        db.driver.collection(collection).createIndexes(
          indexes.map(({ keys, unique, expireAfterSeconds }) => ({
            key: { ...keys },
            ...(unique ? { unique } : {}),
            ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
          })),
        ),
      ),
    ),
  );
}

/** The indexes of prisma/schema.prisma, read from its contract, and those that expire documents. */
export function indexesToHave(): IndexToHave[] {
  const namespaces = Object.values(contract.parse(contractJson).storage.namespaces);
  const collections = namespaces.flatMap(({ entries }) => Object.entries(entries.collection));
  const fromSchema = collections.flatMap(([collection, { indexes }]) =>
    indexes.map(({ keys, unique }) => ({
      collection,
      keys: Object.fromEntries(keys.map(({ field, direction }) => [field, direction])),
      unique,
    })),
  );
  return [...fromSchema, ...expiries];
}

const index = z.object({
  keys: z.array(z.object({ field: z.string(), direction: z.union([z.literal(1), z.literal(-1)]) })),
  unique: z.boolean().default(false),
});
const collection = z.object({ indexes: z.array(index).default([]) });
const contract = z.object({
  storage: z.object({
    namespaces: z.record(
      z.string(),
      z.object({ entries: z.object({ collection: z.record(z.string(), collection) }) }),
    ),
  }),
});
