import { describe, expect, it } from 'vitest';
import { connectedServer, errorOf } from './test-server.ts';

describe('a transaction', () => {
  it('shows its writes to itself, and to others only after the commit', async () => {
    const { client, db } = await connectedServer();
    const items = db.collection('items');
    await items.insertOne({ key: 'a', n: 1 });
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await items.insertOne({ key: 'b' }, { session });
        await items.updateOne({ key: 'a' }, { $inc: { n: 1 } }, { session });
        expect(await items.find({}, { session, batchSize: 1 }).toArray()).toHaveLength(2);
        expect(await items.countDocuments({})).toBe(1);
      }),
    );
    expect(await items.findOne({ key: 'a' })).toMatchObject({ n: 2 });
    expect(await items.countDocuments({})).toBe(2);
  });

  it('leaves nothing when it is aborted, by will or by an error', async () => {
    const { client, db } = await connectedServer();
    const items = db.collection<{ _id: number }>('items');
    await items.insertOne({ _id: 1 });
    const session = client.startSession();
    session.startTransaction();
    await items.insertOne({ _id: 2 }, { session });
    await session.abortTransaction();
    session.startTransaction();
    await items.insertOne({ _id: 3 }, { session });
    expect(await errorOf(items.insertOne({ _id: 1 }, { session }))).toMatchObject({ code: 11000 });
    expect(await errorOf(session.commitTransaction())).toMatchObject({ code: 251 });
    await session.endSession();
    expect(await items.find().toArray()).toEqual([{ _id: 1 }]);
  });

  it('fails with a write conflict when somebody else changed its document, and succeeds when tried again', async () => {
    const { client, db } = await connectedServer();
    const items = db.collection<{ _id: number; n: number }>('items');
    await items.insertOne({ _id: 1, n: 0 });
    let attempts = 0;
    await client.withSession((session) =>
      session.withTransaction(async () => {
        attempts += 1;
        await items.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
        if (attempts === 1) await items.updateOne({ _id: 1 }, { $inc: { n: 10 } });
      }),
    );
    expect(attempts).toBe(2);
    expect(await items.findOne({ _id: 1 })).toMatchObject({ n: 11 });
  });

  it('moves a unique key from one document to another', async () => {
    const { client, db } = await connectedServer();
    const items = db.collection('items');
    await items.createIndex({ key: 1 }, { unique: true });
    await items.insertOne({ key: 'a', old: true });
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await items.deleteOne({ key: 'a' }, { session });
        await items.insertOne({ key: 'a', old: false }, { session });
      }),
    );
    expect(await items.find({ key: 'a' }).project({ _id: 0 }).toArray()).toEqual([{ key: 'a', old: false }]);
  });

  it('does not create or drop anything but collections it writes to', async () => {
    const { client, db } = await connectedServer();
    const session = client.startSession();
    session.startTransaction();
    expect(await errorOf(db.collection('items').drop({ session }))).toMatchObject({ code: 263 });
    await session.endSession();
    expect(await db.listCollections().toArray()).toEqual([]);
  });
});
