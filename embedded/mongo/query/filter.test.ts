import { BSONRegExp, Decimal128, Double, Int32, Long } from 'bson';
import { describe, expect, it } from 'vitest';
import { compileFilter } from './filter.ts';

const one = new Int32(1);
const two = new Int32(2);
const five = new Int32(5);

describe('a filter', () => {
  it.each([
    [{ a: null }, {}],
    [{ a: null }, { a: null }],
    [{ a: null }, { a: [null, one] }],
    [{ 'a.b': null }, { a: one }],
    [{ 'a.b': null }, { a: [{ b: one }, {}] }],
    [{ a: one }, { a: new Double(1) }],
    [{ a: one }, { a: Decimal128.fromString('1.0') }],
    [{ a: one }, { a: [two, Long.fromNumber(1)] }],
    [{ a: [one, two] }, { a: [one, two] }],
    [{ a: [one, two] }, { a: [[one, two]] }],
    [{ a: { b: one, c: two } }, { a: { b: one, c: two } }],
    [{ 'a.b': two }, { a: [{ b: one }, { b: two }] }],
    [{ 'a.1': two }, { a: [one, two] }],
    [{ a: { $gt: one } }, { a: [one, two] }],
    [{ a: { $gt: one, $lt: two } }, { a: [one, two, five, new Int32(0)] }],
    [{ a: { $gte: null } }, {}],
    [{ a: { $ne: one } }, {}],
    [{ a: { $in: [one, null] } }, {}],
    [{ a: { $in: [new BSONRegExp('^x', '')] } }, { a: 'xy' }],
    [{ a: { $nin: [one] } }, { a: [two] }],
    [{ a: { $exists: true } }, { a: null }],
    [{ a: { $exists: false } }, {}],
    [{ 'a.b': { $exists: false } }, { a: [] }],
    [{ a: { $type: 'double' } }, { a: new Double(5) }],
    [{ a: { $type: 'number' } }, { a: [one] }],
    [{ a: { $type: 'array' } }, { a: [] }],
    [{ a: { $size: two } }, { a: [one, one] }],
    [{ a: { $mod: [two, one] } }, { a: five }],
    [{ a: { $regex: 'B', $options: 'i' } }, { a: 'abc' }],
    [{ a: { $not: { $gt: one } } }, {}],
    [{ a: { $elemMatch: { $gt: one, $lt: five } } }, { a: [two] }],
    [{ a: { $elemMatch: { b: one, c: two } } }, { a: [{ b: one, c: two }] }],
    [{ a: { $all: [one, two] } }, { a: [two, one] }],
    [{ $or: [{ a: one }, { b: one }] }, { b: one }],
    [{ $nor: [{ a: one }, { b: one }] }, {}],
    [{ $expr: { $gt: ['$a', '$b'] } }, { a: two, b: one }],
    [{ $expr: { $gt: ['$a', null] } }, { a: two }],
    [{ $expr: { $eq: [{ $type: '$a' }, 'int'] } }, { a: two }],
  ])('%j matches %j', (filter, doc) => {
    expect(compileFilter(filter)(doc)).toBe(true);
  });

  it.each([
    [{ 'a.b': null }, { a: [] }],
    [{ 'a.b': null }, { a: [one] }],
    [{ a: one }, { a: '1' }],
    [{ a: one }, { a: [[one]] }],
    [{ a: { b: one, c: two } }, { a: { c: two, b: one } }],
    [{ a: { $gt: one } }, { a: 'x' }],
    [{ a: { $lt: one } }, { a: null }],
    [{ a: { $lt: one } }, { a: new Double(Number.NaN) }],
    [{ a: { $gt: null } }, { a: one }],
    [{ a: { $ne: one } }, { a: [one, two] }],
    [{ a: { $nin: [null] } }, {}],
    [{ a: { $type: 'int' } }, { a: new Double(5) }],
    [{ a: { $elemMatch: { $gt: one, $lt: five } } }, { a: [one, five] }],
    [{ a: { $all: [] } }, { a: [] }],
    [{ $expr: { $eq: ['$missing', null] } }, {}],
    [{ $expr: { $lt: ['$a', one] } }, { a: 'x' }],
  ])('%j does not match %j', (filter, doc) => {
    expect(compileFilter(filter)(doc)).toBe(false);
  });

  it.each([
    [{ a: { $near: one } }, 'unknown operator: $near'],
    [{ $where: 'true' }, 'unknown top level operator: $where'],
    [{ a: { $gt: one, b: one } }, 'unknown operator: b'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ a: { $in: one } }, '$in needs an array'],
    [{ a: { $type: 'integer' } }, 'Unknown type name alias: integer'],
    [{ $expr: { $nope: one } }, "Unrecognized expression '$nope'"],
    [{ $expr: { $add: [{ $nope: one }] } }, "Unrecognized expression '$nope'"],
  ])('%j is refused', (filter, message) => {
    expect(() => compileFilter(filter)).toThrow(message);
  });
});
