import type { Doc } from '../bson/document.ts';
import { directedKey } from '../bson/order.ts';
import { elementsAt } from '../bson/paths.ts';
import { MongoFault } from '../faults.ts';
import type { IndexDefinition } from './index-spec.ts';

/** The keys one document has in one index, and whether arrays made several of them possible. */
export type IndexEntries = { keys: Buffer[]; multikey: boolean };

/** Computes the index keys of `doc`; none when a sparse or partial index leaves the document out. */
export function entriesOf(index: IndexDefinition, doc: Doc): IndexEntries {
  if (index.covers !== undefined && !index.covers(doc)) return { keys: [], multikey: false };
  const columns = index.fields.map((field) => ({ field, ...elementsAt(doc, field.path) }));
  const everyFieldMissing = columns.every(({ values }) => values.every((value) => value === undefined));
  if (index.sparse && everyFieldMissing) return { keys: [], multikey: false };
  const arrayRoots = new Set(
    columns.filter((column) => column.throughArray).map(({ field }) => field.path[0]),
  );
  if (arrayRoots.size > 1) {
    throw new MongoFault(
      'CannotIndexParallelArrays',
      `cannot index parallel arrays [${[...arrayRoots].join('] [')}]`,
    );
  }
  let keys = new Map<string, Buffer>([['', Buffer.alloc(0)]]);
  for (const { field, values } of columns) {
    const parts = values.map((value) => directedKey(value, field.direction));
    const longer = new Map<string, Buffer>();
    for (const prefix of keys.values()) {
      for (const part of parts) {
        const key = Buffer.concat([prefix, part]);
        longer.set(values.length === 1 && keys.size === 1 ? '' : key.toString('latin1'), key);
      }
    }
    keys = longer;
  }
  return { keys: [...keys.values()], multikey: arrayRoots.size > 0 };
}
