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
import { toNumber } from './document.ts';

/** The BSON type numbers and aliases of `$type` (BSON specification 1.1, MongoDB manual "$type"). */
const typeNumbers: { readonly [alias: string]: number } = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** The alias (`int`, `objectId`, ...) of a value's BSON type; `missing` for undefined, as `$type` expressions say. */
export function typeAlias(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || value instanceof Double) return 'double';
  if (value instanceof Int32) return 'int';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long || typeof value === 'bigint') return 'long';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary || value instanceof Uint8Array) return 'binData';
  if (value instanceof BSONRegExp || value instanceof RegExp) return 'regex';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return value.scope === null ? 'javascript' : 'javascriptWithScope';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return value instanceof DBRef ? 'dbPointer' : 'object';
}

/** The test behind `$type: argument` for one value. Throws BadValue for a type that does not exist. */
export function compileTypeTest(argument: unknown): (value: unknown) => boolean {
  const wanted = new Set((Array.isArray(argument) ? argument : [argument]).flatMap(aliasesOf));
  return (value) => wanted.has(typeAlias(value));
}

function aliasesOf(name: unknown): string[] {
  if (name === 'number') return ['double', 'int', 'long', 'decimal'];
  if (typeof name === 'string' && Object.hasOwn(typeNumbers, name)) return [name];
  const code = toNumber(name);
  const alias = Object.keys(typeNumbers).find((known) => typeNumbers[known] === code);
  if (alias === undefined) throw new MongoFault('BadValue', `Unknown type name alias: ${String(name)}`);
  return [alias];
}
