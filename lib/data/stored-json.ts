import { createHash } from 'node:crypto';
import type { JsonValue } from '@prisma/orm-mongo/contract/types';
import { canonicalJson } from '#lib/domain/figure/ledger.ts';
import { AppError } from '#lib/errors.ts';

/** MongoDB refuses a document over 16 MiB; BSON needs somewhat more room than JSON. */
const largestBodyBytes = 12 * 1024 * 1024;

/** A body ready to store, and the hash of its content. */
export type StoredJson = { body: JsonValue; hash: string };

/**
 * The body as JSON (absent values left out) with the SHA-256 of its canonical form, in which numbers count to 12 digits as
 * in a ledger. Throws `invalid-input` on what JSON would change silently (NaN, an infinity, a Date, undefined in a list) and on a
 * key `__proto__`,
 * `too-large` over 12 MiB.
 */
export function storedJson(body: object): StoredJson {
  const text = JSON.stringify(body, refuseWhatJsonChanges);
  if (Buffer.byteLength(text) > largestBodyBytes) {
    throw new AppError('too-large', `A body of ${text.length} characters does not fit into one document.`);
  }
  const parsed: JsonValue = JSON.parse(text);
  return { body: parsed, hash: createHash('sha256').update(canonicalJson(parsed)).digest('hex') };
}

function refuseWhatJsonChanges(this: unknown, key: string, value: unknown): unknown {
  const held: unknown = typeof this === 'object' && this !== null ? Reflect.get(this, key) : value;
  const lost =
    // Whoever copies an object by assignment sets its prototype with such a key instead of a value.
    key === '__proto__' ||
    (typeof held === 'number' && !Number.isFinite(held)) ||
    held instanceof Date ||
    typeof held === 'bigint' ||
    (held === undefined && Array.isArray(this));
  if (lost) throw new AppError('invalid-input', `JSON cannot hold the value of ${key}.`);
  return value;
}
