import { BSONRegExp, Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { typedNumber } from '../bson/arithmetic.ts';
import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';

/**
 * A typed value as mingo wants it: numbers plain, regular expressions native. A number that no double holds exactly
 * (Decimal128, a long beyond 2^53) becomes a property that throws when read: an error, never a rounded result.
 */
export function toView(value: unknown): unknown {
  if (Array.isArray(value)) {
    const view: unknown[] = [];
    value.forEach((element: unknown, at) => place(view, String(at), element));
    return view;
  }
  if (isDoc(value)) {
    const view: Doc = {};
    for (const [field, inner] of Object.entries(value)) place(view, field, inner);
    return view;
  }
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long && !(value instanceof Timestamp)) return value.toNumber();
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replaceAll(/[^imsu]/g, ''));
  return value;
}

/** A result of mingo as typed BSON: whole numbers become int or long, all others double. */
export function fromView(value: unknown): unknown {
  if (typeof value === 'number') return typedNumber(value);
  if (Array.isArray(value)) return value.map((element: unknown) => fromView(element) ?? null);
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags.replaceAll(/[^imsx]/g, ''));
  if (!isDoc(value)) return value;
  const typed: Doc = {};
  for (const [field, inner] of Object.entries(value)) if (inner !== undefined) typed[field] = fromView(inner);
  return typed;
}

function place(view: object, field: string, value: unknown): void {
  const shared = { enumerable: true, configurable: true };
  if (!isInexact(value)) {
    Object.defineProperty(view, field, { ...shared, writable: true, value: toView(value) });
    return;
  }
  Object.defineProperty(view, field, {
    ...shared,
    get: (): never => {
      throw new MongoFault(
        'NotImplemented',
        `The embedded server computes no expression on '${field}': the Decimal128 or long ${String(value)} would lose digits.`,
      );
    },
  });
}

function isInexact(value: unknown): boolean {
  if (value instanceof Decimal128) return true;
  return value instanceof Long && !(value instanceof Timestamp) && !Number.isSafeInteger(value.toNumber());
}
