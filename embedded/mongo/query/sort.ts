import { isDoc, toNumber } from '../bson/document.ts';
import { directedKey } from '../bson/order.ts';
import type { Direction } from '../bson/order.ts';
import { elementsAt, parsePath } from '../bson/paths.ts';
import type { Path } from '../bson/paths.ts';
import { MongoFault } from '../faults.ts';

export type SortField = { name: string; path: Path; direction: Direction };
export type SortOrder = readonly SortField[];

/** Reads a sort document. Throws BadValue for a direction other than 1 and -1 (`$meta` is not supported). */
export function readSort(sort: unknown): SortOrder {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new MongoFault('TypeMismatch', 'The sort must be an object.');
  return Object.entries(sort).map(([name, order]) => {
    const direction = toNumber(order);
    if ((direction !== 1 && direction !== -1) || name.startsWith('$')) {
      throw new MongoFault('BadValue', `Sort direction of '${name}' must be 1 or -1.`);
    }
    return { name, path: parsePath(name), direction };
  });
}

/** `items` in this order; equal ones keep their order. Of an array the least element counts, downwards the greatest. */
export function sortBy<T>(items: readonly T[], order: SortOrder, docOf: (item: T) => unknown): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(docOf(item), order) }));
  return keyed.toSorted((left, right) => Buffer.compare(left.key, right.key)).map(({ item }) => item);
}

function sortKey(doc: unknown, order: SortOrder): Buffer {
  return Buffer.concat(
    order.map(({ path, direction }) => {
      const keys = elementsAt(doc, path).values.map((value) => directedKey(value, direction));
      return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
    }),
  );
}
