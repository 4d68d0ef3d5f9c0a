import { Decimal128, Double, Int32, Long } from 'bson';
import { MongoFault } from '../faults.ts';

/** coefficient x 10^exponent, exactly: every finite BSON number has this form. */
type Exact = { coefficient: bigint; exponent: number };

/** Outside this range the residuals of a Decimal128 underflow a double, and order could be lost silently. */
const decimalExponentLimit = 250;

/**
 * Bytes whose order is the numeric order across int, long, double and decimal; equal numbers of different types have
 * equal bytes. Layout: the nearest double, then a marker saying whether the number lies below, on or above that
 * double, and for below and above two more doubles that carry the difference (3 x 53 bits hold Decimal128's 113).
 */
export function numberKey(value: unknown): Buffer {
  const plain = plainDouble(value);
  if (plain !== undefined) return exactDoubleKey(plain);
  const exact = exactOf(value);
  const nearest = nearestDouble(exact);
  const first = subtract(exact, exactOfDouble(nearest));
  if (first.coefficient === 0n) return exactDoubleKey(nearest);
  const firstDouble = nearestDouble(first);
  const second = nearestDouble(subtract(first, exactOfDouble(firstDouble)));
  const key = Buffer.alloc(25);
  writeOrderedDouble(key, nearest, 0);
  key[8] = first.coefficient < 0n ? 0x7f : 0x81;
  writeOrderedDouble(key, firstDouble, 9);
  writeOrderedDouble(key, second, 17);
  return key;
}

function exactDoubleKey(value: number): Buffer {
  const key = Buffer.alloc(9);
  writeOrderedDouble(key, value, 0);
  key[8] = 0x80;
  return key;
}

/** IEEE 754 bits are ordered once the sign bit is flipped, and all bits of negatives; NaN comes first (zeros). */
function writeOrderedDouble(target: Buffer, value: number, offset: number): void {
  if (Number.isNaN(value)) return;
  target.writeDoubleBE(value === 0 ? 0 : value, offset);
  const first = target[offset] ?? 0;
  if ((first & 0x80) === 0) {
    target[offset] = first | 0x80;
    return;
  }
  for (let at = offset; at < offset + 8; at += 1) target[at] = ~(target[at] ?? 0) & 0xff;
}

function plainDouble(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Decimal128) {
    const text = value.toString();
    if (text.endsWith('NaN')) return Number.NaN;
    if (text.endsWith('Infinity')) return text.startsWith('-') ? -Infinity : Infinity;
  }
  return undefined;
}

function exactOf(value: unknown): Exact {
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (value instanceof Decimal128) return exactOfDecimal(value.toString());
  throw new MongoFault('InternalError', `Not a BSON number: ${String(value)}.`);
}

function exactOfDecimal(text: string): Exact {
  const [mantissa = '0', power = '0'] = text.split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const coefficient = BigInt(whole + fraction);
  const exponent = Number(power) - fraction.length;
  if (coefficient !== 0n && Math.abs(exponent) > decimalExponentLimit) {
    throw new MongoFault(
      'NotImplemented',
      `Decimal128 ${text} is outside the range the embedded server orders.`,
    );
  }
  return { coefficient, exponent };
}

function exactOfDouble(value: number): Exact {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const mantissa = value < 0 ? -magnitude : magnitude;
  const power = (biased === 0 ? 1 : biased) - 1075;
  if (power >= 0) return { coefficient: mantissa << BigInt(power), exponent: 0 };
  return { coefficient: mantissa * 5n ** BigInt(-power), exponent: power };
}

function nearestDouble(value: Exact): number {
  return Number(`${value.coefficient}e${value.exponent}`);
}

function subtract(left: Exact, right: Exact): Exact {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (part: Exact): bigint => part.coefficient * 10n ** BigInt(part.exponent - exponent);
  return { coefficient: scaled(left) - scaled(right), exponent };
}
