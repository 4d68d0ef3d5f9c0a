import { Decimal128, deserialize, Double, Int32, Long, serialize, Timestamp } from 'bson';
import { MongoFault } from '../faults.ts';

/** A document whose values keep their BSON types: `Int32`, `Double`, `Long`, `Decimal128`, `BSONRegExp`, ... */
export type Doc = { [field: string]: unknown };

/** MongoDB's limit for one stored document, in bytes. */
export const maxDocumentBytes = 16 * 1024 * 1024;

/** The typed document in `bytes`. */
export function decodeDocument(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, bsonRegExp: true });
}

/** The BSON bytes of `doc`; fields holding `undefined` are left out. Throws BSONObjectTooLarge beyond 16 MiB. */
export function encodeDocument(doc: Doc): Uint8Array {
  const bytes = serialize(doc, { ignoreUndefined: true });
  if (bytes.length > maxDocumentBytes) {
    throw new MongoFault(
      'BSONObjectTooLarge',
      `The document has ${bytes.length} bytes; the limit is 16777216.`,
    );
  }
  return bytes;
}

/** Whether `value` is an embedded document (no array, no scalar BSON class). */
export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof RegExp)
  );
}

/** A deep copy of documents and arrays; scalar BSON values are immutable here and shared. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  return isDoc(value) ? copyDocument(value) : value;
}

/** A deep copy of `doc`. */
export function copyDocument(doc: Doc): Doc {
  const copy: Doc = {};
  for (const [field, value] of Object.entries(doc)) copy[field] = copyValue(value);
  return copy;
}

/** The number in any BSON numeric value (a Long or Decimal128 is rounded to a double), else undefined. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long && !(value instanceof Timestamp)) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

/** Whether MongoDB takes `value` for true: everything but false, null, missing and zero. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return toNumber(value) !== 0;
}
