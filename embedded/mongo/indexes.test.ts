import { describe, expect, it } from 'vitest';
import type { MongoServer } from './server.ts';
import { connectedServer, errorOf } from './test-server.ts';

async function examinedBy(server: MongoServer, query: () => Promise<unknown>): Promise<number> {
  const before = server.statistics().documentsExamined;
  await query();
  return server.statistics().documentsExamined - before;
}

describe('indexes', () => {
  it('answer a list page over 100,000 documents by examining one page', async () => {
    const { server, db } = await connectedServer();
    const items = db.collection<{ org: string; status: string; at: Date; title: string }>('items');
    await items.createIndex({ org: 1, at: -1, _id: -1 });
    for (let batch = 0; batch < 10; batch += 1) {
      await items.insertMany(
        Array.from({ length: 10_000 }, (_, at) => ({
          org: `o${at % 2}`,
          status: at % 3 === 0 ? 'done' : 'open',
          at: new Date(Date.UTC(2026, 0, 1) + (batch * 10_000 + at) * 1000),
          title: `Item ${batch}-${at}`,
        })),
      );
    }
    const page = { sort: { at: -1, _id: -1 }, limit: 25 } as const;
    const first = await items.find({ org: 'o1' }, page).toArray();
    expect(first.map(({ title }) => title).slice(0, 2)).toEqual(['Item 9-9999', 'Item 9-9997']);
    const last = first[24];
    if (last === undefined) throw new Error('The page is short.');
    const { _id: lastId, at: lastAt } = last;
    const older = { org: 'o1', $or: [{ at: { $lt: lastAt } }, { at: lastAt, _id: { $lt: lastId } }] };
    const reversed = { sort: { at: 1, _id: 1 }, limit: 5 } as const;
    const pipeline = [
      { $match: { org: 'o1' } },
      { $sort: page.sort },
      { $skip: 5 },
      { $limit: 10 },
      { $project: { title: 1 } },
    ];
    const examined: [string, number, () => Promise<unknown>][] = [
      ['the first page', 25, () => items.find({ org: 'o1' }, page).toArray()],
      ['the next page by keyset', 26, () => items.find(older, page).toArray()],
      ['the order backwards', 5, () => items.find({ org: 'o0' }, reversed).toArray()],
      ['a pipeline', 15, () => items.aggregate(pipeline).toArray()],
      ['a range', 25, () => items.find({ org: 'o1', at: { $gte: lastAt } }).toArray()],
      ['one by _id', 1, () => items.findOne({ _id: lastId })],
      ['a field without index', 100_000, () => items.find({ title: 'x' }).toArray()],
    ];
    for (const [what, documents, query] of examined) {
      expect({ what, documents: await examinedBy(server, query) }).toEqual({ what, documents });
    }
    const status = await db.admin().command({ serverStatus: 1 });
    expect(status['metrics'].queryExecutor.scannedObjects).toBe(server.statistics().documentsExamined);
  });

  it('sort an array by its least element, also when the index was asked for a range of it', async () => {
    const { db } = await connectedServer();
    const items = db.collection<{ _id: number; a: number | number[] }>('items');
    await items.createIndex({ a: 1, _id: 1 });
    await items.insertMany([
      { _id: 1, a: [0, 5] },
      { _id: 2, a: 4 },
    ]);
    const found = await items
      .find({ a: { $gt: 3 } })
      .sort({ a: 1, _id: 1 })
      .toArray();
    expect(found.map(({ _id }) => _id)).toEqual([1, 2]);
  });

  it('refuse a duplicate with the key pattern and value, and let the first stay', async () => {
    const { db } = await connectedServer();
    const users = db.collection('users');
    await users.createIndex({ org: 1, 'contact.email': 1 }, { unique: true });
    await users.insertOne({ org: 1, contact: { email: 'a' } });
    await users.insertOne({ org: 2, contact: { email: 'a' } });
    expect(await errorOf(users.insertOne({ org: 1, contact: { email: 'a' } }))).toMatchObject({
      code: 11000,
      errorResponse: {
        keyPattern: { org: 1, 'contact.email': 1 },
        keyValue: { org: 1, 'contact.email': 'a' },
      },
    });
    expect(await errorOf(users.updateOne({ org: 2 }, { $set: { org: 1 } }))).toMatchObject({ code: 11000 });
    const insertByUpsert = users.findOneAndUpdate(
      { org: 3 },
      { $set: { org: 1, 'contact.email': 'a' } },
      { upsert: true },
    );
    expect(await errorOf(insertByUpsert)).toMatchObject({
      code: 11000,
      keyPattern: { org: 1, 'contact.email': 1 },
    });
    expect(await users.countDocuments()).toBe(2);
  });

  it('that are unique count a missing field as null, unless they are sparse or partial', async () => {
    const { db } = await connectedServer();
    const items = db.collection('items');
    await items.createIndex({ a: 1 }, { unique: true });
    await items.createIndex({ b: 1 }, { unique: true, sparse: true });
    await items.createIndex({ c: 1 }, { unique: true, partialFilterExpression: { active: true } });
    await items.insertOne({ a: 1, c: 1, active: true });
    await items.insertOne({ a: 2, c: 1, active: false });
    await items.insertOne({ c: 1 });
    expect(await errorOf(items.insertOne({ d: 1 }))).toMatchObject({
      code: 11000,
      message: expect.stringContaining('a_1'),
    });
    expect(await errorOf(items.updateOne({ a: 2 }, { $set: { active: true } }))).toMatchObject({
      code: 11000,
    });
  });

  it('cannot be built over duplicates, and leave nothing behind', async () => {
    const { db } = await connectedServer();
    const items = db.collection('items');
    await items.insertMany([{ a: 1 }, { a: 1 }]);
    expect(await errorOf(items.createIndex({ a: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_']);
    await items.createIndex({ a: 1 });
    expect(await items.find({ a: 1 }).toArray()).toHaveLength(2);
  });

  it('are listed as created, created once, and dropped by name', async () => {
    const { db } = await connectedServer();
    const items = db.collection('items');
    await items.createIndex({ a: 1, b: -1 }, { unique: true, name: 'pair' });
    await items.createIndex({ a: 1, b: -1 }, { unique: true, name: 'pair' });
    expect(await errorOf(items.createIndex({ a: 1, b: -1 }, { name: 'pair' }))).toMatchObject({ code: 85 });
    expect(await items.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'pair', unique: true },
    ]);
    await items.dropIndex('pair');
    expect(await errorOf(items.dropIndex('pair'))).toMatchObject({ code: 27 });
    expect(await errorOf(items.dropIndex('_id_'))).toMatchObject({ code: 72 });
  });

  it('delete what has expired', async () => {
    const { db } = await connectedServer({ sweepMilliseconds: 10 });
    const sessions = db.collection<{ _id: string; at?: Date }>('sessions');
    await sessions.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const now = Date.now();
    await sessions.insertMany([
      { _id: 'old', at: new Date(now - 61_000) },
      { _id: 'young', at: new Date(now - 30_000) },
      { _id: 'dateless' },
    ]);
    await expect
      .poll(async () => (await sessions.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id))
      .toEqual(['dateless', 'young']);
  });
});
