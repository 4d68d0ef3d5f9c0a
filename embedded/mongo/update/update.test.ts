import { Double, Int32, Long } from 'bson';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../bson/document.ts';
import { compileUpdate } from './update.ts';

const now = new Date('2026-01-02T03:04:05Z');
const int = (value: number): Int32 => new Int32(value);

function updated(doc: Doc, update: unknown, filter: Doc = {}, arrayFilters?: unknown): Doc {
  const change = compileUpdate(update, { arrayFilters, variables: { NOW: now }, now });
  return change(doc, { filter, inserting: false });
}

describe('an update', () => {
  it.each([
    ['$set makes documents on the way', {}, { $set: { 'a.b': int(1) } }, { a: { b: int(1) } }],
    ['$set pads an array with null', { a: [] }, { $set: { 'a.2': int(1) } }, { a: [null, null, int(1)] }],
    [
      '$unset leaves a hole in an array',
      { a: [int(1), int(2)] },
      { $unset: { 'a.0': '' } },
      { a: [null, int(2)] },
    ],
    ['$inc keeps int', { a: int(1) }, { $inc: { a: int(2) } }, { a: int(3) }],
    [
      '$inc widens on overflow',
      { a: int(0x7fffffff) },
      { $inc: { a: int(1) } },
      { a: Long.fromNumber(0x80000000) },
    ],
    ['$inc of an int by a double', { a: int(1) }, { $inc: { a: new Double(0.5) } }, { a: new Double(1.5) }],
    ['$inc of a missing field', {}, { $inc: { a: int(2) } }, { a: int(2) }],
    ['$mul of a missing field', {}, { $mul: { a: int(2) } }, { a: int(0) }],
    ['$min keeps the smaller', { a: int(2) }, { $min: { a: int(1) } }, { a: int(1) }],
    ['$max compares across types', { a: int(2) }, { $max: { a: 'x' } }, { a: 'x' }],
    ['$rename moves', { a: int(1), b: int(2) }, { $rename: { a: 'c' } }, { b: int(2), c: int(1) }],
    ['$currentDate', {}, { $currentDate: { a: true } }, { a: now }],
    ['$push', { a: [int(1)] }, { $push: { a: [int(2)] } }, { a: [int(1), [int(2)]] }],
    [
      '$push with all modifiers',
      { a: [int(3)] },
      { $push: { a: { $each: [int(1), int(2)], $sort: int(-1), $slice: int(2) } } },
      { a: [int(3), int(2)] },
    ],
    [
      '$push at a position',
      { a: [int(1)] },
      { $push: { a: { $each: [int(0)], $position: int(0) } } },
      { a: [int(0), int(1)] },
    ],
    [
      '$addToSet compares by value',
      { a: [int(1)] },
      { $addToSet: { a: { $each: [new Double(1), int(2)] } } },
      { a: [int(1), int(2)] },
    ],
    ['$pop', { a: [int(1), int(2)] }, { $pop: { a: int(-1) } }, { a: [int(2)] }],
    ['$pull by condition', { a: [int(1), int(5)] }, { $pull: { a: { $gt: int(2) } } }, { a: [int(1)] }],
    [
      '$pull of documents',
      { a: [{ b: int(1), c: int(1) }, { b: int(2) }] },
      { $pull: { a: { b: int(1) } } },
      { a: [{ b: int(2) }] },
    ],
    ['$pullAll', { a: [int(1), int(2)] }, { $pullAll: { a: [int(1)] } }, { a: [int(2)] }],
    ['$bit', { a: int(13) }, { $bit: { a: { and: int(10) } } }, { a: int(8) }],
    [
      '$[] changes every element',
      { a: [int(1), int(2)] },
      { $inc: { 'a.$[]': int(1) } },
      { a: [int(2), int(3)] },
    ],
    [
      '$setOnInsert does nothing to what is there',
      { a: int(1) },
      { $setOnInsert: { a: int(2) } },
      { a: int(1) },
    ],
    [
      'a pipeline computes',
      { a: int(1) },
      [{ $set: { b: { $add: ['$a', int(1)] } } }, { $unset: 'a' }],
      { b: int(2) },
    ],
    [
      'a pipeline keeps BSON types that pass through',
      { a: new Double(5) },
      [{ $set: { b: '$a' } }],
      { a: new Double(5), b: new Double(5) },
    ],
    ['a replacement keeps the _id', { _id: int(1), a: int(1) }, { b: int(2) }, { _id: int(1), b: int(2) }],
  ])('%s', (_, doc: Doc, update: unknown, expected: Doc) => {
    expect(updated(doc, update)).toEqual(expected);
  });

  it('$ means the element the query matched', () => {
    const doc = { sections: [{ key: 's1' }, { key: 's2' }] };
    const after = updated(doc, { $set: { 'sections.$.title': 'x' } }, { 'sections.key': 's2' });
    expect(after).toEqual({ sections: [{ key: 's1' }, { key: 's2', title: 'x' }] });
    expect(
      updated({ a: [int(1), int(4)] }, { $set: { 'a.$': int(0) } }, { a: { $elemMatch: { $gt: int(2) } } }),
    ).toEqual({
      a: [int(1), int(0)],
    });
  });

  it('$[identifier] means the elements an array filter matches', () => {
    const doc = { a: [{ n: int(1) }, { n: int(5) }] };
    expect(updated(doc, { $set: { 'a.$[big].hit': true } }, {}, [{ 'big.n': { $gt: int(2) } }])).toEqual({
      a: [{ n: int(1) }, { n: int(5), hit: true }],
    });
  });

  it('leaves the document before alone', () => {
    const doc = { a: { b: [int(1)] } };
    updated(doc, { $push: { 'a.b': int(2) } });
    expect(doc).toEqual({ a: { b: [int(1)] } });
  });

  it.each([
    ['an unknown operator', {}, { $increment: { a: int(1) } }, 'FailedToParse'],
    [
      'two changes of one path',
      {},
      { $set: { a: int(1) }, $inc: { 'a.b': int(1) } },
      'ConflictingUpdateOperators',
    ],
    ['another _id', { _id: int(1) }, { $set: { _id: int(2) } }, 'ImmutableField'],
    ['a path through a scalar', { a: int(1) }, { $set: { 'a.b': int(1) } }, 'PathNotViable'],
    ['a path through null', { a: [null] }, { $set: { 'a.0.b': int(1) } }, 'PathNotViable'],
    ['$inc of a string', { a: 'x' }, { $inc: { a: int(1) } }, 'TypeMismatch'],
    ['$inc by a string', {}, { $inc: { a: 'x' } }, 'TypeMismatch'],
    ['$push to a scalar', { a: int(1) }, { $push: { a: int(1) } }, 'BadValue'],
    ['$ without a condition on the array', { a: [int(1)] }, { $set: { 'a.$': int(1) } }, 'BadValue'],
    ['an identifier without a filter', { a: [int(1)] }, { $set: { 'a.$[x]': int(1) } }, 'BadValue'],
    ['operators mixed with fields', {}, { a: int(1), $set: { b: int(1) } }, 'DollarPrefixedFieldName'],
    ['a stage that is no update', {}, [{ $match: {} }], 'InvalidOptions'],
    ['an unknown modifier of $push', {}, { $push: { a: { $each: [], $limit: int(1) } } }, 'BadValue'],
  ])('refuses %s', (_, doc: Doc, update: unknown, codeName) => {
    expect(() => updated(doc, update)).toThrow(expect.objectContaining({ codeName }));
  });

  it('refuses an array filter nobody uses', () => {
    expect(() => updated({}, { $set: { a: int(1) } }, {}, [{ x: int(1) }])).toThrow('was not used');
  });
});
