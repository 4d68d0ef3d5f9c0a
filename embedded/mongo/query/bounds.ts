import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { keyOf, rankOf } from '../bson/order.ts';
import { MaxKey, MinKey } from 'bson';
import { hull, intersect, pointInterval } from './edges.ts';
import type { Interval } from './edges.ts';
import { isOperatorDocument } from './filter.ts';
import { isRegex } from './operators.ts';

/**
 * What a filter says about one field, in terms of the (ascending) index keys of the values that can match:
 * a few single keys, or one interval. Always a superset of the matching documents, which are tested again when read.
 */
export type Bounds = { points: Buffer[] } | { interval: Interval };

/**
 * The bounds of `field`, or undefined if the filter leaves it free. In a multikey index two conditions can be met by
 * two different elements of an array, so there only one of them is used.
 */
export function boundsOf(filter: Doc, field: string, multikey: boolean): Bounds | undefined {
  const all = collectBounds(filter, field, multikey);
  const points = all.find((bounds) => 'points' in bounds);
  if (points !== undefined) return points;
  const intervals = all.flatMap((bounds) => ('interval' in bounds ? [bounds.interval] : []));
  const [first] = intervals;
  if (first === undefined) return undefined;
  return { interval: multikey ? first : intervals.reduce(intersect) };
}

/** Whether the bounds exclude null and missing, so that sparse indexes hold every matching document. */
export function excludesMissing(bounds: Bounds): boolean {
  const nullKey = keyOf(null);
  if ('points' in bounds) return !bounds.points.some((point) => point.equals(nullKey));
  return bounds.interval.start.prefix.length > 0 && Buffer.compare(bounds.interval.start.prefix, nullKey) > 0;
}

function collectBounds(filter: Doc, field: string, multikey: boolean): Bounds[] {
  const found: Bounds[] = [];
  for (const [name, operand] of Object.entries(filter)) {
    if (name === field) found.push(...operandBounds(operand));
    else if (name === '$and' && Array.isArray(operand)) {
      for (const part of operand) if (isDoc(part)) found.push(...collectBounds(part, field, multikey));
    } else if (name === '$or' && Array.isArray(operand)) {
      const union = unionBounds(operand, field, multikey);
      if (union !== undefined) found.push(union);
    }
  }
  return found;
}

/** Keyset pages ask `$or: [{ at: { $lt: t } }, { at: t, _id: { $lt: i } }]`: together every branch bounds `at`. */
function unionBounds(branches: readonly unknown[], field: string, multikey: boolean): Bounds | undefined {
  let union: Interval | undefined;
  for (const branch of branches) {
    const bounds = isDoc(branch) ? boundsOf(branch, field, multikey) : undefined;
    if (bounds === undefined) return undefined;
    const intervals = 'points' in bounds ? bounds.points.map(pointInterval) : [bounds.interval];
    for (const interval of intervals) union = union === undefined ? interval : hull(union, interval);
  }
  return union === undefined ? undefined : { interval: union };
}

function operandBounds(operand: unknown): Bounds[] {
  if (!isOperatorDocument(operand)) return isIndexable(operand) ? [{ points: [keyOf(operand)] }] : [];
  return Object.entries(operand).flatMap(([operator, argument]) => operatorBounds(operator, argument));
}

function operatorBounds(operator: string, argument: unknown): Bounds[] {
  if (operator === '$in') {
    if (!Array.isArray(argument) || !argument.every(isIndexable)) return [];
    const keys = new Map(argument.map((value: unknown) => [keyOf(value).toString('latin1'), keyOf(value)]));
    return [{ points: [...keys.values()].toSorted((left, right) => Buffer.compare(left, right)) }];
  }
  if (!isIndexable(argument)) return [];
  if (operator === '$eq') return [{ points: [keyOf(argument)] }];
  if (!isRangeEnd(argument)) return [];
  const key = keyOf(argument);
  const sameType = pointInterval(Buffer.of(rankOf(argument)));
  switch (operator) {
    case '$gt':
      return [{ interval: { start: { prefix: key, after: true }, end: sameType.end } }];
    case '$gte':
      return [{ interval: { start: { prefix: key, after: false }, end: sameType.end } }];
    case '$lt':
      return [{ interval: { start: sameType.start, end: { prefix: key, after: false } } }];
    case '$lte':
      return [{ interval: { start: sameType.start, end: { prefix: key, after: true } } }];
    default:
      return [];
  }
}

/** A regex matches strings, and an array can equal an element or the whole: neither is a single key. */
function isIndexable(value: unknown): boolean {
  return !isRegex(value) && !Array.isArray(value);
}

function isRangeEnd(value: unknown): boolean {
  if (value === null || value === undefined || value instanceof MinKey || value instanceof MaxKey)
    return false;
  return !Number.isNaN(toNumber(value) ?? 0);
}
