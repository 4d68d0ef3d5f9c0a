import { randomUUID } from 'node:crypto';
import { startMongo } from '#embedded/mongo/server.ts';
import { openDatabase } from '#lib/data/database.ts';
import type { Database } from '#lib/data/database.ts';
import { applySchema } from '#lib/data/indexes.ts';
import { afterAll, beforeAll } from 'vitest';

export type TestDatabases = {
  /** A new database with the schema applied, on the server of this file. */
  fresh: (now?: () => Date) => Promise<Database>;
  /** Documents that queries have read so far; null on a server that does not tell. */
  documentsExamined: () => number | null;
};

/**
 * One server for the tests of a file: the embedded one, in memory, or the replica set at TEST_DATABASE_URL. Databases are
 * dropped and closed at the end.
 */
export function useTestDatabases(): TestDatabases {
  const opened: Database[] = [];
  let server: { url: string; examined: () => number | null; close: () => Promise<void> } | undefined;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(async () => {
    for (const db of opened) {
      await db.driver.dropDatabase();
      await db.close();
    }
    await server?.close();
  });

  return {
    fresh: async (now) => {
      if (server === undefined) throw new Error('The server of the test file has not started.');
      const db = openDatabase(server.url, { name: `test_${randomUUID().replaceAll('-', '')}`, now });
      opened.push(db);
      await applySchema(db);
      return db;
    },
    documentsExamined: () => server?.examined() ?? null,
  };
}

async function startServer() {
  const url = process.env['TEST_DATABASE_URL'];
  if (url !== undefined) return { url, examined: () => null, close: async () => {} };
  const mongo = await startMongo({ dataDir: ':memory:', replicaSetName: 'test' });
  return {
    url: mongo.url,
    examined: () => mongo.statistics().documentsExamined,
    close: () => mongo.close(),
  };
}
