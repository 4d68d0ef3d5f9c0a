import { isDoc, isTruthy } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { equalValues } from '../bson/order.ts';
import type { Collection, Index } from '../store/catalogue.ts';
import { MongoFault } from '../faults.ts';
import { boundsOf, excludesMissing } from './bounds.ts';
import { edgeBytes, everything, invertInterval, pointInterval } from './edges.ts';
import type { SortOrder } from './sort.ts';

/** A piece of an index: keys k with lower <= k < upper. */
export type KeyRange = { lower: Buffer; upper: Buffer };

/** How a query reads: pieces of an index, forwards or backwards, or (`index` undefined) the whole collection. */
export type Plan = {
  index: Index | undefined;
  ranges: KeyRange[];
  backwards: boolean;
  /** Whether documents come out in the order asked for. */
  sorted: boolean;
};

const collectionScan: Plan = { index: undefined, ranges: [], backwards: false, sorted: false };

/** More combinations of `$in` values than this are read as one range and filtered. */
const maxPointCombinations = 500;

/**
 * Chooses the index that pins most: fields compared for equality count most, then an order that need not be sorted,
 * then a range. `hint` (an index name or key) overrides the choice; a hint that names no index is a BadValue.
 */
export function planQuery(collection: Collection, filter: Doc, order: SortOrder, hint: unknown): Plan {
  if (hint !== undefined) return planHint(collection, filter, order, hint);
  let best = { score: 0, plan: order.length === 0 ? { ...collectionScan, sorted: true } : collectionScan };
  for (const index of collection.indexes) {
    const candidate = planIndex(index, filter, order);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

type Candidate = { score: number; plan: Plan };

function planHint(collection: Collection, filter: Doc, order: SortOrder, hint: unknown): Plan {
  if (isDoc(hint) && '$natural' in hint) return { ...collectionScan, sorted: order.length === 0 };
  const index = collection.indexes.find(
    ({ name, spec }) => name === hint || (isDoc(hint) && equalValues(spec['key'], hint)),
  );
  const candidate = index === undefined ? undefined : planIndex(index, filter, order);
  if (candidate === undefined) {
    throw new MongoFault(
      'BadValue',
      'error processing query: hint provided does not correspond to a usable index',
    );
  }
  return candidate.plan;
}

function planIndex(index: Index, filter: Doc, order: SortOrder): Candidate | undefined {
  if (!holdsEveryMatch(index, filter)) return undefined;
  let prefixes = [Buffer.alloc(0)];
  let pinned = 0;
  let range = everything;
  for (const field of index.fields) {
    const bounds = boundsOf(filter, field.name, index.multikey);
    if (bounds === undefined) break;
    const down = field.direction === -1;
    if ('points' in bounds && prefixes.length * bounds.points.length <= maxPointCombinations) {
      const points = bounds.points.map((point) =>
        down ? invertInterval(pointInterval(point)).start.prefix : point,
      );
      if (down) points.reverse();
      prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
      pinned += 1;
      continue;
    }
    if ('interval' in bounds) range = down ? invertInterval(bounds.interval) : bounds.interval;
    break;
  }
  const direction = prefixes.length === 1 ? coveredDirection(index, order, pinned) : undefined;
  const sorted = order.length === 0 || direction !== undefined;
  const ranged = range !== everything;
  const whole = index.unique && pinned === index.fields.length;
  const score = (whole ? 1000 : 0) + pinned * 10 + (order.length > 0 && sorted ? 6 : 0) + (ranged ? 4 : 0);
  const ranges = prefixes.map((prefix) => ({
    lower: edgeBytes({ prefix: Buffer.concat([prefix, range.start.prefix]), after: range.start.after }),
    upper: edgeBytes({ prefix: Buffer.concat([prefix, range.end.prefix]), after: range.end.after }),
  }));
  return { score, plan: { index, ranges, backwards: direction === -1, sorted } };
}

/** 1 if the index, after its pinned fields, is in the order asked for; -1 if it is so read backwards. */
function coveredDirection(index: Index, order: SortOrder, pinned: number): 1 | -1 | undefined {
  if (index.multikey) return undefined;
  const names = new Set(index.fields.slice(0, pinned).map(({ name }) => name));
  const open = order.filter(({ name }) => !names.has(name));
  const rest = index.fields.slice(pinned);
  if (open.length > rest.length) return undefined;
  const signs = open.map((wanted, at) =>
    rest[at]?.name === wanted.name ? rest[at].direction * wanted.direction : 0,
  );
  if (signs.every((sign) => sign === 1)) return 1;
  return signs.every((sign) => sign === -1) ? -1 : undefined;
}

/** Sparse and partial indexes leave documents out; they serve only filters that cannot match one of those. */
function holdsEveryMatch(index: Index, filter: Doc): boolean {
  const requires = (field: string): boolean => {
    const bounds = boundsOf(filter, field, index.multikey);
    return bounds !== undefined && excludesMissing(bounds);
  };
  if (index.sparse) return index.fields.some(({ name }) => requires(name));
  if (index.partialFilter === undefined) return true;
  return Object.entries(index.partialFilter).every(([name, condition]) => {
    if (Object.hasOwn(filter, name) && equalValues(filter[name], condition)) return true;
    const onlyExists =
      isDoc(condition) && Object.keys(condition).join() === '$exists' && isTruthy(condition['$exists']);
    return onlyExists && requires(name);
  });
}
