import { Double, Int32 } from 'bson';
import { addNumbers, isNumeric } from '../bson/arithmetic.ts';
import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { compareValues, keyOf } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';

const folds = {
  $sum: (values: readonly unknown[]) => values.filter(isNumeric).reduce<unknown>(addNumbers, new Int32(0)),
  $avg: average,
  $min: (values: readonly unknown[]) => extreme(values, -1),
  $max: (values: readonly unknown[]) => extreme(values, 1),
  $first: (values: readonly unknown[]) => values[0] ?? null,
  $last: (values: readonly unknown[]) => values.at(-1) ?? null,
  $push: (values: readonly unknown[]) => values.filter((value) => value !== undefined),
  $addToSet: distinct,
  $mergeObjects: merge,
};

export type FoldName = keyof typeof folds;

/** Whether `name` is an accumulator this server computes. */
export function isFoldable(name: string): name is FoldName {
  return Object.hasOwn(folds, name);
}

/** What the accumulator makes of the values of one group, typed; `undefined` among the values is missing. */
export function accumulate(name: FoldName, values: readonly unknown[]): unknown {
  return folds[name](values);
}

/** The values without repetitions (by BSON equality) and without missing, in order of first appearance. */
export function distinct(values: readonly unknown[]): unknown[] {
  const seen = new Map<string, unknown>();
  for (const value of values) {
    if (value === undefined) continue;
    const key = keyOf(value).toString('latin1');
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function average(values: readonly unknown[]): Double | null {
  const numbers = values.filter(isNumeric);
  if (numbers.length === 0) return null;
  return new Double(
    (toNumber(numbers.reduce<unknown>(addNumbers, new Int32(0))) ?? Number.NaN) / numbers.length,
  );
}

function extreme(values: readonly unknown[], sign: 1 | -1): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (best === null || compareValues(value, best) * sign > 0) best = value;
  }
  return best;
}

function merge(values: readonly unknown[]): Doc {
  const merged: Doc = {};
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (!isDoc(value)) throw new MongoFault('BadValue', '$mergeObjects requires object inputs');
    Object.assign(merged, value);
  }
  return merged;
}
