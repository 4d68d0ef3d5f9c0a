import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues, directedKey, emptyArrayElement, equalValues, keyOf } from './order.ts';

const sign = Math.sign;

describe('the order of BSON values', () => {
  it('orders the types as the MongoDB manual lists them', () => {
    const ascending: unknown[] = [
      new MinKey(),
      emptyArrayElement,
      null,
      new Double(Number.NaN),
      new Int32(7),
      'a',
      { a: new Int32(1) },
      [new Int32(1)],
      new Binary(Buffer.from('x')),
      new ObjectId('65f000000000000000000001'),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      new BSONRegExp('a', ''),
      new MaxKey(),
    ];
    const shuffled = ascending.toReversed().toSorted(compareValues);
    expect(shuffled).toEqual(ascending);
  });

  it('takes missing for null', () => {
    expect(equalValues(undefined, null)).toBe(true);
  });

  it.each([
    [new Int32(5), new Double(5)],
    [new Int32(5), Long.fromNumber(5)],
    [new Double(0.5), Decimal128.fromString('0.50')],
    [new Double(0), new Double(-0)],
    [Long.fromString('9007199254740993'), Decimal128.fromString('9007199254740993')],
  ])('finds equal numbers of different types equal: %s', (left, right) => {
    expect(keyOf(left).equals(keyOf(right))).toBe(true);
  });

  it.each([
    [Long.fromString('9007199254740992'), Long.fromString('9007199254740993')],
    [new Double(9007199254740992), Long.fromString('9007199254740993')],
    [Decimal128.fromString('0.1'), new Double(0.1)],
    [
      Decimal128.fromString('1.000000000000000000000000000000001'),
      Decimal128.fromString('1.000000000000000000000000000000002'),
    ],
    [new Double(-Infinity), Long.MIN_VALUE],
    [Decimal128.fromString('NaN'), new Double(-Infinity)],
    [{ a: new Int32(1) }, { a: new Int32(1), b: new Int32(1) }],
    [{ b: new Int32(1) }, { a: 'x' }],
    [[new Int32(1)], [new Int32(1), new MinKey()]],
    ['ab', 'ab\0'],
    ['\uffff', '\u{10000}'],
  ])('puts %s before %s', (left, right) => {
    expect(compareValues(left, right)).toBeLessThan(0);
    expect(compareValues(right, left)).toBeGreaterThan(0);
  });

  it('agrees with exact arithmetic on every pair of longs and doubles', () => {
    const number = fc.oneof(
      fc
        .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        .map((value) => ({ exact: value, typed: Long.fromBigInt(value) })),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e19, max: 1e19 })
        .map((value) => ({ exact: value, typed: new Double(value) })),
    );
    fc.assert(
      fc.property(number, number, (left, right) => {
        const expected = left.exact < right.exact ? -1 : left.exact > right.exact ? 1 : 0;
        expect(sign(compareValues(left.typed, right.typed))).toBe(expected);
      }),
    );
  });

  it('agrees with code point order on every pair of strings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const points = (value: string): number[] =>
          Array.from(value, (character) => character.codePointAt(0) ?? 0);
        expect(sign(compareValues(left, right))).toBe(sign(compareLists(points(left), points(right))));
      }),
    );
  });

  it('orders concatenated keys component by component, and inverted ones the other way round', () => {
    const value = fc.oneof(
      fc.integer().map((number) => new Int32(number)),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
      fc.record({ a: fc.integer(), b: fc.string() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const first = compareValues(a, c);
        const expected = first === 0 ? compareValues(d, b) : first;
        const key = (left: unknown, right: unknown): Buffer =>
          Buffer.concat([directedKey(left, 1), directedKey(right, -1)]);
        expect(sign(Buffer.compare(key(a, b), key(c, d)))).toBe(sign(expected));
      }),
    );
  });
});

function compareLists(left: number[], right: number[]): number {
  for (const [at, value] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (value !== other) return value - other;
  }
  return left.length - right.length;
}
