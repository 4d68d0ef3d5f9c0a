import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { onTestFinished } from 'vitest';
import { startMongo } from './server.ts';
import type { MongoOptions, MongoServer } from './server.ts';

/** A server in memory and the official driver connected to it, both closed when the test ends. */
export async function connectedServer(
  options: Partial<MongoOptions> = {},
): Promise<{ server: MongoServer; client: MongoClient; db: Db }> {
  const server = await startMongo({ dataDir: ':memory:', replicaSetName: 'rs0', ...options });
  const client = new MongoClient(server.url);
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { server, client, db: client.db('test') };
}

/** An empty directory that is removed when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mongo-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** What the driver throws, as an object to match; fails when nothing is thrown. */
export async function errorOf(work: Promise<unknown>): Promise<object> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
