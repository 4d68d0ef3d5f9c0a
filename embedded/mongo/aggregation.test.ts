import { describe, expect, it } from 'vitest';
import { connectedServer, errorOf } from './test-server.ts';

const orders = [
  { _id: 1, client: 'a', amount: 10, tags: ['x', 'y'], at: new Date('2026-01-05') },
  { _id: 2, client: 'b', amount: 20, tags: [], at: new Date('2026-02-05') },
  { _id: 3, client: 'a', amount: 2.5, at: new Date('2026-02-06') },
];
const clients = [
  { _id: 'a', name: 'Ada', manager: 'b' },
  { _id: 'b', name: 'Bo' },
];

describe('an aggregation', () => {
  it.each([
    [
      'groups',
      [{ $group: { _id: '$client', total: { $sum: '$amount' }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'a', total: 12.5, n: 2 },
        { _id: 'b', total: 20, n: 1 },
      ],
    ],
    [
      'groups by everything',
      [
        {
          $group: {
            _id: null,
            least: { $min: '$amount' },
            mean: { $avg: '$amount' },
            ids: { $push: '$_id' },
            clients: { $addToSet: '$client' },
          },
        },
      ],
      [{ _id: null, least: 2.5, mean: 32.5 / 3, ids: [1, 2, 3], clients: ['a', 'b'] }],
    ],
    ['counts', [{ $match: { client: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
    ['counts nothing as no document', [{ $match: { client: 'z' } }, { $count: 'n' }], []],
    [
      'unwinds',
      [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
      [
        { _id: 1, tags: 'x' },
        { _id: 1, tags: 'y' },
      ],
    ],
    [
      'unwinds and keeps the empty',
      [
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $project: { tags: 1, i: 1 } },
      ],
      [
        { _id: 1, tags: 'x', i: 0 },
        { _id: 1, tags: 'y', i: 1 },
        { _id: 2, i: null },
        { _id: 3, i: null },
      ],
    ],
    [
      'projects computed fields',
      [
        { $match: { _id: 1 } },
        {
          $project: {
            _id: 0,
            double: { $multiply: ['$amount', 2] },
            month: { $month: '$at' },
            first: { $arrayElemAt: ['$tags', 0] },
          },
        },
      ],
      [{ double: 20, month: 1, first: 'x' }],
    ],
    [
      'sets and unsets',
      [
        { $match: { _id: 2 } },
        { $set: { 'a.b': '$amount', size: { $cond: [{ $gt: ['$amount', 15] }, 'big', 'small'] } } },
        { $unset: ['tags', 'at'] },
      ],
      [{ _id: 2, client: 'b', amount: 20, a: { b: 20 }, size: 'big' }],
    ],
    [
      'looks up by field',
      [
        { $match: { _id: 3 } },
        { $lookup: { from: 'clients', localField: 'client', foreignField: '_id', as: 'who' } },
        { $project: { 'who.name': 1 } },
      ],
      [{ _id: 3, who: [{ name: 'Ada' }] }],
    ],
    [
      'looks up by pipeline',
      [
        { $match: { _id: 2 } },
        {
          $lookup: {
            from: 'clients',
            let: { c: '$client' },
            pipeline: [{ $match: { $expr: { $eq: ['$manager', '$$c'] } } }, { $project: { name: 1 } }],
            as: 'team',
          },
        },
        { $project: { team: 1 } },
      ],
      [{ _id: 2, team: [{ _id: 'a', name: 'Ada' }] }],
    ],
    [
      'facets',
      [
        {
          $facet: {
            total: [{ $count: 'n' }],
            top: [{ $sort: { amount: -1 } }, { $limit: 1 }, { $project: { amount: 1 } }],
          },
        },
      ],
      [{ total: [{ n: 3 }], top: [{ _id: 2, amount: 20 }] }],
    ],
    [
      'replaces the root',
      [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { id: '$_id' } } }],
      [{ id: 1 }],
    ],
    [
      'sorts by count',
      [{ $sortByCount: '$client' }],
      [
        { _id: 'a', count: 2 },
        { _id: 'b', count: 1 },
      ],
    ],
    [
      'joins collections',
      [
        { $match: { _id: 1 } },
        { $project: { _id: 1 } },
        { $unionWith: { coll: 'clients', pipeline: [{ $project: { _id: 1 } }] } },
      ],
      [{ _id: 1 }, { _id: 'a' }, { _id: 'b' }],
    ],
    [
      'folds and compares inside a mapped array',
      [
        { $match: { _id: 1 } },
        {
          $project: {
            n: { $map: { input: [[1, 2], [3]], in: { $sum: '$$this' } } },
            x: { $filter: { input: '$tags', cond: { $in: ['$$this', ['x', 1]] } } },
          },
        },
      ],
      [{ _id: 1, n: [3, 3], x: ['x'] }],
    ],
    [
      'matches by expression',
      [{ $match: { $expr: { $gte: [{ $size: { $ifNull: ['$tags', []] } }, 1] } } }, { $project: { _id: 1 } }],
      [{ _id: 1 }],
    ],
    [
      'maps and reduces arrays',
      [
        { $match: { _id: 1 } },
        {
          $project: {
            up: { $map: { input: '$tags', as: 't', in: { $toUpper: '$$t' } } },
            all: { $setUnion: ['$tags', ['z']] },
          },
        },
      ],
      [{ _id: 1, up: ['X', 'Y'], all: ['x', 'y', 'z'] }],
    ],
  ])('%s', async (_, pipeline: object[], expected: unknown[]) => {
    const { db } = await connectedServer();
    await db.collection<{ _id: number }>('orders').insertMany(orders);
    await db.collection<{ _id: string }>('clients').insertMany(clients);
    expect(await db.collection('orders').aggregate(pipeline).toArray()).toEqual(expected);
  });

  it('refuses to compute with a number it would round, rather than round it', async () => {
    const { db } = await connectedServer();
    await db.command({ insert: 'big', documents: [{ n: 2n ** 60n + 1n }] });
    const doubled = db.collection('big').aggregate([{ $project: { n: { $multiply: ['$n', 2] } } }]);
    expect(await errorOf(doubled.toArray())).toMatchObject({ code: 238 });
    const kept = db
      .collection('big')
      .aggregate([{ $project: { _id: 0, copy: '$n' } }], { useBigInt64: true });
    expect(await kept.toArray()).toEqual([{ copy: 2n ** 60n + 1n }]);
  });

  it('finds an error in a later stage before it reads anything', async () => {
    const { server, db } = await connectedServer();
    await db.collection('orders').insertMany([{ a: 1 }]);
    const before = server.statistics().documentsExamined;
    expect(
      await errorOf(
        db
          .collection('orders')
          .aggregate([{ $limit: 1 }, { $nope: {} }])
          .toArray(),
      ),
    ).toMatchObject({ code: 40324 });
    expect(server.statistics().documentsExamined).toBe(before);
  });
});
