import { createConnection } from 'node:net';
import { Decimal128, Double, Int32, Long, MongoClient, ObjectId, ServerApiVersion } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { startMongo } from './server.ts';
import { connectedServer, errorOf } from './test-server.ts';

describe('the server, through the official driver', () => {
  it('is reachable as a single server and as a replica set, on loopback only', async () => {
    const { server, client } = await connectedServer();
    expect(await client.db('admin').command({ hello: 1 })).toMatchObject({
      setName: 'rs0',
      isWritablePrimary: true,
    });
    const single = await startMongo({ dataDir: ':memory:' });
    const other = new MongoClient(single.url, { serverApi: ServerApiVersion.v1 });
    expect(await other.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await other.close();
    await single.close();
    expect(server.url).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\//);
  });

  it('stores every BSON type as it came', async () => {
    const { db } = await connectedServer();
    const id = new ObjectId();
    const doc = {
      _id: id,
      double: new Double(5),
      int: new Int32(5),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('0.10'),
      date: new Date('2026-01-01'),
      nested: { list: [null, true, 'x', { deep: new Double(1) }] },
    };
    await db.collection('things').insertOne(doc);
    const found = await db.collection('things').findOne({ _id: id }, { promoteValues: false });
    expect(found).toEqual(doc);
  });

  it('inserts, reads, updates and deletes', async () => {
    const { db } = await connectedServer();
    const things = db.collection('things');
    await things.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(
      await things
        .find({ n: { $gt: 1 } })
        .sort({ n: -1 })
        .project({ _id: 0 })
        .toArray(),
    ).toEqual([{ n: 3 }, { n: 2 }]);
    expect(await things.updateMany({ n: { $gte: 2 } }, { $inc: { n: 10 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await things.updateOne({ n: 1 }, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await things.distinct('n')).toEqual([1, 12, 13]);
    expect(await things.deleteOne({ n: 12 })).toMatchObject({ deletedCount: 1 });
    expect(await things.countDocuments()).toBe(2);
    expect(await things.estimatedDocumentCount()).toBe(2);
  });

  it('upserts once, whether by update or by findAndModify', async () => {
    const { db } = await connectedServer();
    const things = db.collection('things');
    const upsert = { upsert: true, returnDocument: 'after' as const };
    const change = { $set: { b: 1 }, $setOnInsert: { c: 1 } };
    const first = await things.findOneAndUpdate({ key: 'x', org: { $eq: 'o' } }, change, upsert);
    expect(first).toMatchObject({ key: 'x', org: 'o', b: 1, c: 1 });
    const second = await things.updateOne({ key: 'x' }, { $set: { b: 2 } }, { upsert: true });
    expect(second).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
    const replaced = await things.replaceOne({ key: 'y' }, { key: 'y', d: 1 }, { upsert: true });
    expect(replaced.upsertedCount).toBe(1);
    expect(await things.countDocuments({ _id: { $type: 'objectId' } })).toBe(2);
  });

  it('lets one of many win an optimistic update', async () => {
    const { db } = await connectedServer();
    const things = db.collection('things');
    const { insertedId } = await things.insertOne({ version: 1 });
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () =>
        things.findOneAndUpdate({ _id: insertedId, version: 1 }, { $inc: { version: 1 } }),
      ),
    );
    expect(attempts.filter((found) => found !== null)).toHaveLength(1);
  });

  it('streams through getMore, and forgets a cursor that is closed', async () => {
    const { db } = await connectedServer();
    const things = db.collection<{ _id: number }>('things');
    await things.insertMany(Array.from({ length: 1000 }, (_, at) => ({ _id: at })));
    const ids: number[] = [];
    for await (const { _id } of things.find().sort({ _id: 1 }).batchSize(90)) ids.push(_id);
    expect(ids).toEqual(Array.from({ length: 1000 }, (_, at) => at));
    const cursor = things.find().batchSize(2);
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    expect(await errorOf(db.command({ getMore: id, collection: 'things' }))).toMatchObject({ code: 43 });
  });

  it('lists more collections than fit into one batch, and drops them with their database', async () => {
    const { client, db } = await connectedServer();
    for (let at = 0; at < 120; at += 1) await db.createCollection(`c${at}`);
    expect(await db.listCollections({}, { nameOnly: true }).toArray()).toHaveLength(120);
    expect(await errorOf(db.createCollection('c1'))).toMatchObject({ code: 48 });
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
    expect((await client.db('admin').admin().listDatabases()).databases).toEqual([]);
  });

  it('holds a collection to its validator, and to a changed one', async () => {
    const { db } = await connectedServer();
    const people = await db.createCollection('people', { validator: { name: { $type: 'string' } } });
    expect(await errorOf(people.insertOne({ name: 1 }))).toMatchObject({ code: 121 });
    await people.insertOne({ name: 'a' });
    expect(await errorOf(people.updateOne({}, { $unset: { name: '' } }))).toMatchObject({ code: 121 });
    await db.command({ collMod: 'people', validator: { age: { $gte: 0 } } });
    expect(await errorOf(people.insertOne({ name: 'b' }))).toMatchObject({ code: 121 });
    expect(await errorOf(db.createCollection('x', { validator: { $jsonSchema: {} } }))).toMatchObject({
      code: 2,
    });
  });

  it('splits batches that would exceed a message', async () => {
    const { db } = await connectedServer();
    const things = db.collection('things');
    const text = 'x'.repeat(1024 * 1024);
    for (let at = 0; at < 20; at += 1) await things.insertOne({ text });
    expect(await things.find().toArray()).toHaveLength(20);
  });

  it('keeps an ordered bulk write before its first error, and an unordered one around it', async () => {
    const { db } = await connectedServer();
    const things = db.collection<{ _id: number }>('things');
    const docs = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    expect(await errorOf(things.insertMany(docs))).toMatchObject({ code: 11000, insertedCount: 1 });
    await things.deleteMany({});
    expect(await errorOf(things.insertMany(docs, { ordered: false }))).toMatchObject({
      code: 11000,
      insertedCount: 2,
    });
  });

  it.each([
    [{ mapReduce: 'things' }, 59],
    [{ find: 'things', filter: { a: { $near: 1 } } }, 2],
    [{ find: 'things', nonsense: true }, 9],
    [{ find: 'things', collation: { locale: 'de' } }, 238],
    [{ find: 'things', hint: 'no_such_index' }, 2],
    [{ aggregate: 'things', cursor: {}, pipeline: [{ $out: 'other' }] }, 40324],
    [{ aggregate: 'things', cursor: {}, pipeline: [{ $project: { a: { $nope: 1 } } }] }, 168],
    [{ aggregate: 'things', cursor: {}, pipeline: [{ $group: { _id: null, a: { $nope: 1 } } }] }, 2],
    [{ update: 'things', updates: [{ q: {}, u: { $nope: { a: 1 } } }] }, 9],
    [{ create: 'things', capped: true, size: 1 }, 9],
    [{ createIndexes: 'things', indexes: [{ key: { a: 'text' }, name: 'a_text' }] }, 67],
    [{ listIndexes: 'nowhere' }, 26],
    [{ dropIndexes: 'nowhere', index: '*' }, 26],
  ])('answers %j with error %i', async (command, code) => {
    const { db } = await connectedServer();
    await db.collection('things').insertOne({ a: 1 });
    const outcome = await db.command(command).catch((error: unknown) => error);
    expect(outcome).toMatchObject(
      typeof outcome === 'object' && outcome !== null && 'writeErrors' in outcome
        ? { writeErrors: [{ code }] }
        : { code },
    );
  });

  it('closes a connection that does not speak the protocol, and serves the others on', async () => {
    const { server, db } = await connectedServer();
    const socket = createConnection(server.port, '127.0.0.1');
    const closed = new Promise((resolve) => {
      socket.on('close', resolve);
    });
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await closed;
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('says that a port is taken', async () => {
    const { server } = await connectedServer();
    expect(await errorOf(startMongo({ dataDir: ':memory:', port: server.port }))).toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
