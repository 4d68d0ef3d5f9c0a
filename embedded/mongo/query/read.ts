import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Doc } from '../bson/document.ts';
import type { Collection } from '../store/catalogue.ts';
import type { Documents, Stored } from '../store/documents.ts';
import { compileFilter } from './filter.ts';
import type { Variables } from '../aggregate/expression.ts';
import { planQuery } from './planner.ts';
import type { KeyRange } from './planner.ts';
import { sortBy } from './sort.ts';
import type { SortOrder } from './sort.ts';

export type Query = { filter: Doc; order?: SortOrder; hint?: unknown; variables?: Variables };

const firstChunk = 64;
const largestChunk = 4096;

/** Runs queries lazily: a caller that stops after `limit` documents has examined no more than it took. */
export class Reader {
  readonly #documents: Documents;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #natural: StatementSync;

  constructor(database: DatabaseSync, documents: Documents) {
    this.#documents = documents;
    this.#forwards = database.prepare(
      'SELECT key, document FROM entries WHERE index_id = ? AND key < ? AND (key, document) > (?, ?) ' +
        'ORDER BY key, document LIMIT ?',
    );
    this.#backwards = database.prepare(
      'SELECT key, document FROM entries WHERE index_id = ? AND key >= ? AND (key, document) < (?, ?) ' +
        'ORDER BY key DESC, document DESC LIMIT ?',
    );
    this.#natural = database.prepare(
      'SELECT id FROM documents WHERE collection = ? AND id > ? ORDER BY id LIMIT ?',
    );
  }

  /** The matching documents in the order asked for. Without an order: the index's, or that of insertion. */
  *find(collection: Collection | undefined, query: Query): Generator<Stored> {
    const matches = compileFilter(query.filter, query.variables);
    if (collection === undefined) return;
    const order = query.order ?? [];
    const plan = planQuery(collection, query.filter, order, query.hint);
    const rows =
      plan.index === undefined
        ? this.#collectionRows(collection.id)
        : this.#indexRows(
            plan.index.id,
            plan.ranges,
            plan.backwards,
            plan.index.multikey || plan.ranges.length > 1,
          );
    const found = this.#matching(rows, matches);
    if (plan.sorted) yield* found;
    else yield* sortBy([...found], order, ({ doc }) => doc);
  }

  *#matching(rows: Iterable<number>, matches: (doc: Doc) => boolean): Generator<Stored> {
    for (const row of rows) {
      const stored = this.#documents.read(row);
      if (stored !== undefined && matches(stored.doc)) yield stored;
    }
  }

  /** Rows in chunks of finished statements, so that no statement is open while others write. */
  *#collectionRows(collection: number): Generator<number> {
    let last = 0;
    for (let chunk = firstChunk; ; chunk = Math.min(chunk * 4, largestChunk)) {
      const rows = this.#natural.all(collection, last, chunk);
      for (const row of rows) {
        last = Number(row['id']);
        yield last;
      }
      if (rows.length < chunk) return;
    }
  }

  *#indexRows(index: number, ranges: KeyRange[], backwards: boolean, mayRepeat: boolean): Generator<number> {
    const seen = new Set<number>();
    for (const range of ranges) {
      for (const row of this.#rangeRows(index, range, backwards)) {
        this.#documents.examined.keysExamined += 1;
        if (mayRepeat) {
          if (seen.has(row)) continue;
          seen.add(row);
        }
        yield row;
      }
    }
  }

  *#rangeRows(index: number, range: KeyRange, backwards: boolean): Generator<number> {
    const statement = backwards ? this.#backwards : this.#forwards;
    const farEnd = backwards ? range.lower : range.upper;
    let key: unknown = backwards ? range.upper : range.lower;
    let document = -1;
    for (let chunk = firstChunk; ; chunk = Math.min(chunk * 4, largestChunk)) {
      if (!(key instanceof Uint8Array)) return;
      const rows = statement.all(index, farEnd, key, document, chunk);
      for (const row of rows) {
        key = row['key'];
        document = Number(row['document']);
        yield document;
      }
      if (rows.length < chunk) return;
    }
  }
}
