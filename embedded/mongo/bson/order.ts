import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { MongoFault } from '../faults.ts';
import { isDoc } from './document.ts';
import { numberKey } from './numbers.ts';

/**
 * MongoDB's comparison order of types (manual, "Comparison/Sort Order"), as the first byte of a key. Zero is free: it
 * ends documents and arrays. An empty array in an index or a sort counts as `undefined`, below null.
 */
const ranks = {
  minKey: 0x01,
  emptyArray: 0x05,
  null: 0x08,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
  dbRef: 0x5c,
  code: 0x60,
  maxKey: 0x70,
} as const;

export type Direction = 1 | -1;

/** Stands for the one index entry of an empty array. */
export const emptyArrayElement = Symbol('empty array');

/** Bytes whose memcmp order is MongoDB's order of values; missing counts as null. Prefix-free, so keys concatenate. */
export function keyOf(value: unknown): Buffer {
  const rank = rankOf(value);
  return Buffer.concat([Buffer.of(rank), payloadOf(rank, value)]);
}

/** The key of one index or sort component: inverted bytes when it runs downwards. */
export function directedKey(value: unknown, direction: Direction): Buffer {
  const key = keyOf(value);
  if (direction === -1) for (let at = 0; at < key.length; at += 1) key[at] = ~(key[at] ?? 0) & 0xff;
  return key;
}

/** Negative, zero or positive, as MongoDB orders `left` and `right`; missing equals null. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string' && left === right) return 0;
  if (left instanceof Int32 && right instanceof Int32) return left.value - right.value;
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  const leftRank = rankOf(left);
  const rightRank = rankOf(right);
  if (leftRank !== rightRank) return leftRank - rightRank;
  return Buffer.compare(payloadOf(leftRank, left), payloadOf(rightRank, right));
}

/** Whether two values are equal for queries: numbers by value across types, documents with fields in the same order. */
export function equalValues(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0;
}

/** The rank byte of a value's type; values of different ranks never compare in `$gt` and its kin. */
export function rankOf(value: unknown): number {
  if (value === undefined || value === null) return ranks.null;
  if (value === emptyArrayElement) return ranks.emptyArray;
  switch (typeof value) {
    case 'string':
      return ranks.string;
    case 'number':
    case 'bigint':
      return ranks.number;
    case 'boolean':
      return ranks.boolean;
    default:
      return objectRank(value);
  }
}

function objectRank(value: unknown): number {
  if (value instanceof Int32 || value instanceof Double || value instanceof Decimal128) return ranks.number;
  if (value instanceof ObjectId) return ranks.objectId;
  if (value instanceof Date) return ranks.date;
  if (Array.isArray(value)) return ranks.array;
  if (value instanceof Timestamp) return ranks.timestamp;
  if (value instanceof Long) return ranks.number;
  if (value instanceof Binary || value instanceof Uint8Array) return ranks.binary;
  if (value instanceof BSONRegExp || value instanceof RegExp) return ranks.regex;
  if (value instanceof BSONSymbol) return ranks.string;
  if (value instanceof MinKey) return ranks.minKey;
  if (value instanceof MaxKey) return ranks.maxKey;
  if (value instanceof DBRef) return ranks.dbRef;
  if (value instanceof Code) return ranks.code;
  if (isDoc(value)) return ranks.object;
  throw new MongoFault('BadValue', `A value of type ${typeof value} has no place in BSON order.`);
}

function payloadOf(rank: number, value: unknown): Buffer {
  if (typeof value === 'string') return stringKey(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (rank === ranks.number) return numberKey(value);
  if (value instanceof ObjectId) return Buffer.from(value.id);
  if (value instanceof Date) return int64Key(BigInt(value.getTime()));
  if (Array.isArray(value)) return arrayKey(value);
  if (value instanceof Timestamp) return uint64Key(value.toBigInt());
  if (value instanceof Binary) return binaryKey(value.sub_type, value.value());
  if (value instanceof Uint8Array) return binaryKey(0, value);
  if (value instanceof BSONRegExp) return Buffer.concat([stringKey(value.pattern), stringKey(value.options)]);
  if (value instanceof RegExp) return Buffer.concat([stringKey(value.source), stringKey(value.flags)]);
  if (value instanceof BSONSymbol) return stringKey(value.value);
  if (value instanceof DBRef) return Buffer.concat([stringKey(value.collection), keyOf(value.oid)]);
  if (value instanceof Code) return Buffer.concat([stringKey(value.code), keyOf(value.scope)]);
  return isDoc(value) ? documentKey(value) : Buffer.alloc(0);
}

/** UTF-8 order is code point order. A zero byte is escaped so that the terminator 00 00 sorts below any continuation. */
function stringKey(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!text.includes('\0')) return Buffer.concat([bytes, Buffer.of(0, 0)]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.concat([Buffer.from(escaped), Buffer.of(0, 0)]);
}

function int64Key(value: bigint): Buffer {
  return uint64Key(value + 2n ** 63n);
}

function uint64Key(value: bigint): Buffer {
  const key = Buffer.alloc(8);
  key.writeBigUInt64BE(BigInt.asUintN(64, value));
  return key;
}

/** Binary data orders by length, then subtype, then bytes. */
function binaryKey(subtype: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length);
  head[4] = subtype;
  return Buffer.concat([head, bytes]);
}

function arrayKey(values: readonly unknown[]): Buffer {
  return Buffer.concat([...values.map(keyOf), Buffer.of(0)]);
}

/** Documents order field by field in stored order: type, then name, then value; a shorter one comes first. */
function documentKey(doc: { [field: string]: unknown }): Buffer {
  const parts: Buffer[] = [];
  for (const [field, value] of Object.entries(doc)) {
    if (value === undefined) continue;
    const rank = rankOf(value);
    parts.push(Buffer.of(rank), stringKey(field), payloadOf(rank, value));
  }
  return Buffer.concat([...parts, Buffer.of(0)]);
}
