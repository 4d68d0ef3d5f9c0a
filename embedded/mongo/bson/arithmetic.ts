import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { MongoFault } from '../faults.ts';

/** Whether `value` is a BSON number of any width. */
export function isNumeric(value: unknown): boolean {
  return (
    value instanceof Int32 ||
    value instanceof Double ||
    (value instanceof Long && !(value instanceof Timestamp)) ||
    value instanceof Decimal128 ||
    typeof value === 'number' ||
    typeof value === 'bigint'
  );
}

/** left + right in the wider of the two types; an int32 overflow widens to long. Throws on Decimal128 and long overflow. */
export function addNumbers(left: unknown, right: unknown): Int32 | Long | Double {
  return combine(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
  );
}

/** left x right, with the same types and errors as `addNumbers`. */
export function multiplyNumbers(left: unknown, right: unknown): Int32 | Long | Double {
  return combine(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
  );
}

/** The value of a BSON int or long (or an integral double), exactly; undefined for anything else. */
export function toBigInt(value: unknown): bigint | undefined {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'bigint') return value;
  const number = value instanceof Int32 || value instanceof Double ? value.value : value;
  return typeof number === 'number' && Number.isInteger(number) ? BigInt(number) : undefined;
}

/** The BSON type MongoDB's shell and drivers choose for a plain JavaScript number: int, long, or double. */
export function typedNumber(value: number): Int32 | Long | Double {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new Double(value);
  if (value >= -0x80000000 && value <= 0x7fffffff) return new Int32(value);
  return Number.isSafeInteger(value) ? Long.fromNumber(value) : new Double(value);
}

function combine(
  left: unknown,
  right: unknown,
  integers: (a: bigint, b: bigint) => bigint,
  doubles: (a: number, b: number) => number,
): Int32 | Long | Double {
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    throw new MongoFault('NotImplemented', 'The embedded server does no arithmetic on Decimal128 values.');
  }
  if (isDouble(left) || isDouble(right)) return new Double(doubles(asDouble(left), asDouble(right)));
  const result = integers(asInteger(left), asInteger(right));
  const long = left instanceof Long || right instanceof Long;
  if (!long && result >= -0x80000000n && result <= 0x7fffffffn) return new Int32(Number(result));
  if (result < -(2n ** 63n) || result >= 2n ** 63n) {
    throw new MongoFault(
      'BadValue',
      'Failed to apply arithmetic: the result does not fit into a 64-bit integer.',
    );
  }
  return Long.fromBigInt(result);
}

function isDouble(value: unknown): boolean {
  return value instanceof Double || (typeof value === 'number' && !Number.isInteger(value));
}

function asDouble(value: unknown): number {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  return value instanceof Long ? value.toNumber() : Number(value);
}

function asInteger(value: unknown): bigint {
  const integer = toBigInt(value);
  if (integer === undefined) throw new MongoFault('TypeMismatch', `Not a number: ${String(value)}.`);
  return integer;
}
