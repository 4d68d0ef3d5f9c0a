import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { ObjectId } from 'bson';
import { decodeDocument, encodeDocument } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { keyOf } from '../bson/order.ts';
import { valuesAt } from '../bson/paths.ts';
import { MongoFault } from '../faults.ts';
import { blob } from './catalogue.ts';
import type { Catalogue, Collection, Index } from './catalogue.ts';
import { entriesOf } from './index-entries.ts';

/** A stored document with its row number. */
export type Stored = { row: number; doc: Doc };

/** One changed document, told to whoever records a transaction. `undefined` bytes: it was not, or is no more, there. */
export type Change = {
  collection: Collection;
  id: unknown;
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
};

/** How much reading the queries did, as `serverStatus` reports it. */
export type ExaminedCounters = { documentsExamined: number; keysExamined: number };

/** Writes and reads single documents and keeps every index in step. All checks come before the first row is written. */
export class Documents {
  readonly examined: ExaminedCounters = { documentsExamined: 0, keysExamined: 0 };
  /** Told of every change while set. */
  recorder: ((change: Change) => void) | undefined;
  readonly #catalogue: Catalogue;
  readonly #insertBody: StatementSync;
  readonly #updateBody: StatementSync;
  readonly #deleteBody: StatementSync;
  readonly #selectBody: StatementSync;
  readonly #insertEntry: StatementSync;
  readonly #deleteEntry: StatementSync;
  readonly #selectOwner: StatementSync;
  readonly #countBodies: StatementSync;

  constructor(database: DatabaseSync, catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#insertBody = database.prepare('INSERT INTO documents (collection, body) VALUES (?, ?)');
    this.#updateBody = database.prepare('UPDATE documents SET body = ? WHERE id = ?');
    this.#deleteBody = database.prepare('DELETE FROM documents WHERE id = ?');
    this.#selectBody = database.prepare('SELECT body FROM documents WHERE id = ?');
    this.#insertEntry = database.prepare('INSERT INTO entries (index_id, key, document) VALUES (?, ?, ?)');
    this.#deleteEntry = database.prepare(
      'DELETE FROM entries WHERE index_id = ? AND key = ? AND document = ?',
    );
    this.#selectOwner = database.prepare(
      'SELECT document FROM entries WHERE index_id = ? AND key = ? LIMIT 1',
    );
    this.#countBodies = database.prepare('SELECT count(*) AS n FROM documents WHERE collection = ?');
  }

  /** Stores `doc`, giving it an `_id` if it has none, and returns it as stored. Throws DuplicateKey, InvalidOptions, ... */
  insert(collection: Collection, doc: Doc): Stored {
    const stored = withIdFirst(doc);
    this.#validate(collection, stored);
    const bytes = encodeDocument(stored);
    const entries = collection.indexes.map((index) => ({
      index,
      ...this.#newEntries(collection, index, stored, []),
    }));
    const row = Number(this.#insertBody.run(collection.id, bytes).lastInsertRowid);
    for (const { index, added } of entries)
      for (const key of added) this.#insertEntry.run(index.id, key, row);
    this.recorder?.({ collection, id: stored['_id'], before: undefined, after: bytes });
    return { row, doc: stored };
  }

  /** Replaces a stored document by `after`, which must have the same `_id`. */
  replace(collection: Collection, stored: Stored, after: Doc): Stored {
    this.#validate(collection, after);
    const bytes = encodeDocument(after);
    const changes = collection.indexes.map((index) => {
      const old = entriesOf(index, stored.doc).keys;
      return { index, ...this.#newEntries(collection, index, after, old) };
    });
    for (const { index, added, removed } of changes) {
      for (const key of removed) this.#deleteEntry.run(index.id, key, stored.row);
      for (const key of added) this.#insertEntry.run(index.id, key, stored.row);
    }
    this.#updateBody.run(bytes, stored.row);
    this.recorder?.({ collection, id: after['_id'], before: encodeDocument(stored.doc), after: bytes });
    return { row: stored.row, doc: after };
  }

  remove(collection: Collection, stored: Stored): void {
    for (const index of collection.indexes) {
      for (const key of entriesOf(index, stored.doc).keys) this.#deleteEntry.run(index.id, key, stored.row);
    }
    this.#deleteBody.run(stored.row);
    this.recorder?.({
      collection,
      id: stored.doc['_id'],
      before: encodeDocument(stored.doc),
      after: undefined,
    });
  }

  /** The document in `row`, counted as examined; undefined if it was deleted since the row number was read. */
  read(row: number): Stored | undefined {
    const found = this.#selectBody.get(row);
    if (found === undefined) return undefined;
    this.examined.documentsExamined += 1;
    return { row, doc: decodeDocument(blob(found['body'])) };
  }

  /** The document with this `_id`, not counted as examined. */
  findById(collection: Collection, id: unknown): Stored | undefined {
    const index = collection.indexes.find(({ name }) => name === '_id_');
    const owner = index === undefined ? undefined : this.#selectOwner.get(index.id, keyOf(id));
    if (owner === undefined) return undefined;
    const row = Number(owner['document']);
    const found = this.#selectBody.get(row);
    return found === undefined ? undefined : { row, doc: decodeDocument(blob(found['body'])) };
  }

  count(collection: Collection): number {
    return Number(this.#countBodies.get(collection.id)?.['n']);
  }

  /** Adds the entries of an existing document to a new index. */
  addToIndex(collection: Collection, index: Index, stored: Stored): void {
    for (const key of this.#newEntries(collection, index, stored.doc, []).added) {
      this.#insertEntry.run(index.id, key, stored.row);
    }
  }

  #newEntries(
    collection: Collection,
    index: Index,
    doc: Doc,
    old: Buffer[],
  ): { added: Buffer[]; removed: Buffer[] } {
    const { keys, multikey } = entriesOf(index, doc);
    const added = keys.filter((key) => !old.some((other) => other.equals(key)));
    if (index.unique) {
      for (const key of added)
        if (this.#selectOwner.get(index.id, key)) throw duplicateKey(collection, index, doc);
    }
    if (multikey && !index.multikey) this.#catalogue.markMultikey(index);
    return { added, removed: old.filter((key) => !keys.some((other) => other.equals(key))) };
  }

  #validate(collection: Collection, doc: Doc): void {
    if (collection.accepts === undefined || collection.accepts(doc)) return;
    throw new MongoFault('DocumentValidationFailure', 'Document failed validation', {
      fields: { errInfo: { failingDocumentId: doc['_id'] } },
    });
  }
}

function withIdFirst(doc: Doc): Doc {
  const { _id: id = new ObjectId(), ...rest } = doc;
  if (Array.isArray(id)) throw new MongoFault('BadValue', "The '_id' value cannot be of type array");
  return { _id: id, ...rest };
}

function duplicateKey(collection: Collection, index: Index, doc: Doc): MongoFault {
  const keyPattern: Doc = Object.fromEntries(index.fields.map((field) => [field.name, field.direction]));
  const keyValue: Doc = Object.fromEntries(
    index.fields.map((field) => [field.name, valuesAt(doc, field.path)[0] ?? null]),
  );
  return new MongoFault(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name} dup key: ${JSON.stringify(keyValue)}`,
    { fields: { keyPattern, keyValue } },
  );
}
