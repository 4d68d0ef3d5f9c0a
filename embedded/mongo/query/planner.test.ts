import { Int32 } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { readIndexSpec } from '../store/index-spec.ts';
import { Store } from '../store/store.ts';
import { readSort } from './sort.ts';

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5 }).map((value) => new Int32(value)) },
  { weight: 1, arbitrary: fc.constantFrom('p', 'q', null, true) },
);
const stored = fc.oneof(
  { weight: 2, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const documents = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Doc[]> =>
  fc.array(fc.record({ a: value, b: value, c: value }, { requiredKeys: [] }), {
    minLength: 8,
    maxLength: 24,
  });

const field = fc.constantFrom('a', 'b', 'c');
const direction = fc.constantFrom(1, -1);
const keyPattern = fc
  .uniqueArray(fc.tuple(field, direction), { selector: ([name]) => name, minLength: 1, maxLength: 3 })
  .map((entries): Doc => Object.fromEntries(entries));
const withId = fc.tuple(keyPattern, direction).map(([pattern, id]): Doc => ({ ...pattern, _id: id }));
const indexSpec = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: withId }, { weight: 1, arbitrary: keyPattern }),
  fc.constantFrom({}, {}, { sparse: true }, { partialFilterExpression: { a: { $exists: true } } }),
);

const condition = fc.oneof(
  scalar,
  scalar.map((value) => ({ $gt: value })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  scalar.map((value) => ({ $lte: value })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ $in: values })),
  scalar.map((value) => ({ $ne: value })),
  fc.constantFrom({ $exists: true }, { $exists: false }),
);
const clauses = fc.dictionary(field, condition, { maxKeys: 3 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  clauses,
  fc
    .tuple(clauses, fc.array(clauses, { minLength: 1, maxLength: 2 }))
    .map(([base, either]) => ({ ...base, $or: either })),
);
/** Later documents overwrite earlier ones with the same `_id`, so that indexes have to forget. */
const keptDocuments = 8;

/** Most sorts follow an index, forwards or backwards, from its first or a later field on: those an index may cover. */
const scenario = fc.array(indexSpec, { minLength: 1, maxLength: 3 }).chain((indexes) =>
  fc.record({
    indexes: fc.constant(indexes),
    wanted: filter,
    order: fc.oneof(
      { weight: 1, arbitrary: withId },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...indexes), direction, fc.integer({ min: 0, max: 2 }))
          .map(([[pattern], sign, from]) => followingSort(pattern, sign, from)),
      },
    ),
  }),
);

describe('a query through indexes', () => {
  it.each([
    ['scalar values', documents(scalar)],
    ['arrays among the values', documents(stored)],
  ])('returns exactly what a scan and a sort return, in the same order: %s', (_, docs) => {
    fc.assert(
      fc.property(docs, scenario, (all, { indexes, wanted, order }) => {
        const store = new Store(':memory:');
        const collection = store.catalogue.create('test', 'things', {});
        for (const [at, [key, options]] of indexes.entries()) {
          store.buildIndex(collection, readIndexSpec({ v: 2, key, name: `i${at}`, ...options }));
        }
        for (const [at, doc] of all.entries()) write(store, { _id: new Int32(at % keptDocuments), ...doc });
        const query = { filter: wanted, order: readSort(order) };
        const idsOf = (hint?: Doc): unknown[] =>
          [...store.reader.find(collection, { ...query, hint })].map(({ doc }) => doc['_id']);
        const planned = idsOf();
        const scanned = idsOf({ $natural: 1 });
        store.close();
        expect(planned).toEqual(scanned);
      }),
      { numRuns: 500 },
    );
  });
});

function followingSort(pattern: Doc, sign: number, from: number): Doc {
  const fields = Object.entries(pattern).map(([name, way]) => [name, Number(way) * sign]);
  const later = fields.slice(Math.min(from, fields.length - 1));
  return Object.fromEntries([...later, ...(later.some(([name]) => name === '_id') ? [] : [['_id', 1]])]);
}

/**
 * Inserts, replaces, or (with no field but `_id`) removes. Two arrays in one index are refused, by MongoDB too; such a
 * document simply stays as it was.
 */
function write(store: Store, doc: Doc): void {
  const collection = store.catalogue.require('test', 'things');
  const there = store.documents.findById(collection, doc['_id']);
  try {
    if (there === undefined) store.documents.insert(collection, doc);
    else if (Object.keys(doc).length === 1) store.documents.remove(collection, there);
    else store.documents.replace(collection, there, doc);
  } catch (error) {
    if (!(error instanceof MongoFault) || error.codeName !== 'CannotIndexParallelArrays') throw error;
  }
}
