import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Binary, Int32, Long } from 'bson';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Doc } from './bson/document.ts';
import { dispatch } from './commands/dispatch.ts';
import { Cursors } from './commands/cursors.ts';
import { Transactions } from './commands/transactions.ts';
import { startMongo } from './server.ts';
import { Store } from './store/store.ts';
import { connectedServer, errorOf, temporaryDirectory } from './test-server.ts';

/** Where the process is killed: after so many acknowledged writes. Fixed, so that a failure can be repeated. */
const killPoints = [1, 37, 254];

describe('what was acknowledged', () => {
  it.each(killPoints)('survives kill -9 after %i acknowledgements', async (acknowledgements) => {
    const dataDir = await temporaryDirectory();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'test-writer.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const acknowledged: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(Number(line));
      if (acknowledged.length === acknowledgements) child.kill('SIGKILL');
    }
    await exited;
    const { db } = await connectedServer({ dataDir });
    const items = db.collection<{ _id: number; n: number }>('items');
    const found = new Set((await items.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgements);
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    const byIndex = await items.find({ n: { $gte: 0 } }).toArray();
    expect(byIndex).toHaveLength(found.size);
  });

  it('is in the files at the moment of its acknowledgement', async () => {
    const dataDir = await temporaryDirectory();
    const copyDir = await temporaryDirectory();
    const store = new Store(dataDir);
    const reply = await send(store, { insert: 'items', documents: [{ _id: new Int32(1) }], $db: 'test' });
    cpSync(dataDir, copyDir, { recursive: true });
    store.close();
    expect(reply).toMatchObject({ n: 1 });
    const copy = new Store(copyDir);
    expect(copy.documents.count(copy.catalogue.require('test', 'items'))).toBe(1);
    copy.close();
  });

  it('is there after a restart, with its indexes', async () => {
    const dataDir = await temporaryDirectory();
    const first = await startMongo({ dataDir });
    const client = new MongoClient(first.url);
    await client.db('test').collection('items').createIndex({ a: 1 }, { unique: true });
    await client.db('test').collection('items').insertOne({ a: 1 });
    await client.close();
    await first.close();
    const { db } = await connectedServer({ dataDir });
    expect(await errorOf(db.collection('items').insertOne({ a: 1 }))).toMatchObject({ code: 11000 });
    expect(await db.collection('items').countDocuments()).toBe(1);
  });

  it('is not done twice when a driver sends a numbered write again, even to a restarted server', async () => {
    const dataDir = await temporaryDirectory();
    const command = {
      update: 'items',
      updates: [{ q: { _id: new Int32(1) }, u: { $inc: { n: new Int32(1) } }, upsert: true }],
      $db: 'test',
      lsid: { id: new Binary(Buffer.alloc(16, 7), Binary.SUBTYPE_UUID) },
      txnNumber: Long.ONE,
    };
    const sendToNewServer = async (): Promise<unknown> => {
      const store = new Store(dataDir);
      const reply = await send(store, command);
      const collection = store.catalogue.require('test', 'items');
      const stored = store.documents.findById(collection, new Int32(1))?.doc['n'];
      store.close();
      return { n: reply['n'], stored };
    };
    expect(await sendToNewServer()).toEqual({ n: 1, stored: new Int32(1) });
    expect(await sendToNewServer()).toEqual({ n: new Int32(1), stored: new Int32(1) });
  });
});

/** One command to a store without a socket between. */
function send(store: Store, command: Doc): Promise<Doc> {
  const identity = { port: 0, replicaSetName: 'rs0' };
  const transactions = new Transactions(store);
  return dispatch({ store, cursors: new Cursors(), transactions, identity, command, now: new Date() });
}

describe('a database file that cannot be used', () => {
  it('is named, with what to do, when it is damaged', async () => {
    const dataDir = await temporaryDirectory();
    const server = await startMongo({ dataDir });
    const client = new MongoClient(server.url);
    await client
      .db('test')
      .collection('items')
      .insertMany(Array.from({ length: 500 }, (_, n) => ({ n, text: 'x'.repeat(100) })));
    await client.close();
    await server.close();
    const file = join(dataDir, 'mongo.sqlite');
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(20_000, 0x5a), 0, 20_000, 8192);
    await handle.close();
    expect(await errorOf(startMongo({ dataDir }))).toMatchObject({
      message: expect.stringMatching(new RegExp(`${file} cannot be used.*backup.*move it away`)),
    });
  });

  it('is named when it is something else', async () => {
    const dataDir = await temporaryDirectory();
    await writeFile(join(dataDir, 'mongo.sqlite'), 'This is a letter, not a database.'.repeat(100));
    expect(await errorOf(startMongo({ dataDir }))).toMatchObject({
      message: expect.stringContaining('cannot be used'),
    });
  });

  it('is named when another server holds it', async () => {
    const dataDir = await temporaryDirectory();
    await connectedServer({ dataDir });
    expect(await errorOf(startMongo({ dataDir }))).toMatchObject({
      message: expect.stringContaining('in use by another process'),
    });
  });
});

describe('a full disk', () => {
  it('refuses the write that does not fit, keeps what was there, and takes writes again once there is room', async () => {
    const { db } = await connectedServer({ dataDir: await temporaryDirectory(), maxBytes: 400_000 });
    const items = db.collection<{ _id: number; text: string }>('items');
    await items.insertOne({ _id: 0, text: 'kept' });
    const large = Array.from({ length: 20 }, (_, at) => ({ _id: at + 1, text: 'x'.repeat(50_000) }));
    expect(await errorOf(items.insertMany(large))).toMatchObject({ code: 14031 });
    expect(await items.find().toArray()).toEqual([{ _id: 0, text: 'kept' }]);
    await items.insertOne({ _id: 1, text: 'small' });
    expect(await items.countDocuments()).toBe(2);
  });
});
