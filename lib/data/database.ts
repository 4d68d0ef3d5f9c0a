import mongo from '@prisma/orm-mongo/runtime';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { AppError } from '#lib/errors.ts';
import type { Contract } from '#prisma/contract.d.ts';
import contractJson from '#prisma/contract.json' with { type: 'json' };
import { translated } from './database-errors.ts';
import { guards } from './guards.ts';

type PrismaClient = ReturnType<typeof mongo<Contract>>;

/** The collections of the schema, by the names of `@@map`. */
export type CollectionName = Extract<keyof Contract['roots'], string>;

export type Stage = Readonly<Record<string, unknown>>;

/** An open database. Every repository function takes one; whoever opened it closes it. */
export type Database = {
  readonly orm: PrismaClient['orm'];
  /** Rows of a pipeline as the driver gives them: ObjectId, Date and Binary are not decoded. */
  readonly aggregate: (collection: CollectionName, pipeline: readonly Stage[]) => Promise<unknown[]>;
  /** The driver on the same connections, for what the ORM cannot say: indexes, updates computed by the server. */
  readonly driver: Db;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  /** Overrides the database that the address names. Without either it is `infra_mind`. */
  name?: string | undefined;
  /** The clock that stamps documents; the system's unless told. */
  now?: (() => Date) | undefined;
  /** How long a query waits for a server before it is `unavailable`; 5,000 unless told. */
  patienceMilliseconds?: number | undefined;
};

/**
 * Opens a database at an address such as `mongodb://127.0.0.1:27017/infra_mind`. It connects with the first query: an
 * unreachable server shows there, as `unavailable`. Throws `refused-configuration` on an address that is none.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const client = clientFor(url, options.patienceMilliseconds ?? 5000);
  const name = options.name ?? nameIn(url) ?? 'infra_mind';
  const prisma = mongo<Contract>({ contractJson, mongoClient: client, dbName: name, middleware: [guards] });
  return {
    orm: prisma.orm,
    aggregate: (collection, pipeline) =>
      translated(async () => {
        const runtime = await prisma.runtime();
        return await runtime.query(
          prisma.raw
            .collection(collection)
            .aggregate([...pipeline])
            .build(),
        );
      }),
    driver: client.db(name),
    now: options.now ?? (() => new Date()),
    close: async () => {
      await prisma.close();
      await client.close();
    },
  };
}

function clientFor(url: string, serverSelectionTimeoutMS: number): MongoClient {
  try {
    return new MongoClient(url, { appName: 'infra-mind', maxPoolSize: 20, serverSelectionTimeoutMS });
  } catch (cause) {
    throw new AppError('refused-configuration', 'The address of the database is not a MongoDB address.', {
      cause,
    });
  }
}

function nameIn(url: string): string | undefined {
  return /^[a-z+]+:\/\/[^/]+\/([^?]+)/.exec(url)?.[1];
}
