import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { decodeDocument, encodeDocument, isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { compileFilter } from '../query/filter.ts';
import type { Predicate } from '../query/filter.ts';
import { idIndexSpec, readIndexSpec } from './index-spec.ts';
import type { IndexDefinition } from './index-spec.ts';

/** `multikey`: some document has several entries, because a field of the index lies in an array. */
export type Index = IndexDefinition & { id: number; multikey: boolean };

export type Collection = {
  id: number;
  db: string;
  name: string;
  options: Doc;
  accepts: Predicate | undefined;
  indexes: Index[];
};

const knownOptions = new Set(['validator', 'validationLevel', 'validationAction']);

/** Which collections and indexes exist. The tables are the truth; the maps are read again after a rollback. */
export class Catalogue {
  readonly #database: DatabaseSync;
  readonly #insertCollection: StatementSync;
  readonly #insertIndex: StatementSync;
  #collections = new Map<string, Collection>();
  #changed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insertCollection = database.prepare('INSERT INTO collections (db, name, options) VALUES (?, ?, ?)');
    this.#insertIndex = database.prepare('INSERT INTO indexes (collection, spec) VALUES (?, ?)');
    this.#read();
  }

  /** All collections, or those of one database, by name. */
  list(db?: string): Collection[] {
    const all = [...this.#collections.values()].filter(
      (collection) => db === undefined || collection.db === db,
    );
    return all.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  }

  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  /** The collection, or NamespaceNotFound. */
  require(db: string, name: string): Collection {
    const collection = this.find(db, name);
    if (collection === undefined)
      throw new MongoFault('NamespaceNotFound', `ns does not exist: ${db}.${name}`);
    return collection;
  }

  /** The collection, created with its `_id` index when there is none. */
  ensure(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name, {});
  }

  /** Throws NamespaceExists, InvalidNamespace, or InvalidOptions for an option this server does not support. */
  create(db: string, name: string, options: Doc): Collection {
    if (this.find(db, name) !== undefined) {
      throw new MongoFault('NamespaceExists', `Collection ${db}.${name} already exists.`);
    }
    if (
      name === '' ||
      name.includes('$') ||
      name.includes('\0') ||
      name.startsWith('.') ||
      name.startsWith('system.')
    ) {
      throw new MongoFault('InvalidNamespace', `Invalid collection name: '${name}'`);
    }
    if (db === '' || /[/\\. "$\0]/.test(db))
      throw new MongoFault('InvalidNamespace', `Invalid database name: '${db}'`);
    const accepts = readValidator(options);
    this.#changed = true;
    const { lastInsertRowid } = this.#insertCollection.run(db, name, encodeDocument(options));
    const collection: Collection = { id: Number(lastInsertRowid), db, name, options, accepts, indexes: [] };
    this.#collections.set(`${db}.${name}`, collection);
    this.addIndex(collection, readIndexSpec(idIndexSpec));
    return collection;
  }

  setOptions(collection: Collection, options: Doc): void {
    const accepts = readValidator(options);
    this.#changed = true;
    this.#database
      .prepare('UPDATE collections SET options = ? WHERE id = ?')
      .run(encodeDocument(options), collection.id);
    collection.options = options;
    collection.accepts = accepts;
  }

  drop(collection: Collection): void {
    this.#changed = true;
    for (const index of collection.indexes) this.dropIndex(collection, index);
    this.#database.prepare('DELETE FROM documents WHERE collection = ?').run(collection.id);
    this.#database.prepare('DELETE FROM collections WHERE id = ?').run(collection.id);
    this.#collections.delete(`${collection.db}.${collection.name}`);
  }

  /** Registers an index without entries; the caller fills it. */
  addIndex(collection: Collection, definition: IndexDefinition): Index {
    this.#changed = true;
    const { lastInsertRowid } = this.#insertIndex.run(collection.id, encodeDocument(definition.spec));
    const index = { ...definition, id: Number(lastInsertRowid), multikey: false };
    collection.indexes.push(index);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.#changed = true;
    this.#database.prepare('DELETE FROM entries WHERE index_id = ?').run(index.id);
    this.#database.prepare('DELETE FROM indexes WHERE id = ?').run(index.id);
    collection.indexes = collection.indexes.filter((other) => other.id !== index.id);
  }

  markMultikey(index: Index): void {
    this.#changed = true;
    this.#database.prepare('UPDATE indexes SET multikey = 1 WHERE id = ?').run(index.id);
    index.multikey = true;
  }

  /** Called after rows were taken back: reads the tables again if anything here had changed since. */
  afterRollback(): void {
    if (this.#changed) this.#read();
  }

  /** Called when everything so far is committed. */
  afterCommit(): void {
    this.#changed = false;
  }

  #read(): void {
    const collections = new Map<number, Collection>();
    for (const row of this.#database
      .prepare('SELECT id, db, name, options FROM collections ORDER BY id')
      .all()) {
      const options = decodeDocument(blob(row['options']));
      const id = Number(row['id']);
      const [db, name] = [String(row['db']), String(row['name'])];
      collections.set(id, { id, db, name, options, accepts: readValidator(options), indexes: [] });
    }
    for (const row of this.#database
      .prepare('SELECT id, collection, spec, multikey FROM indexes ORDER BY id')
      .all()) {
      const definition = readIndexSpec(decodeDocument(blob(row['spec'])));
      const index = { ...definition, id: Number(row['id']), multikey: row['multikey'] === 1 };
      collections.get(Number(row['collection']))?.indexes.push(index);
    }
    this.#collections = new Map([...collections.values()].map((one) => [`${one.db}.${one.name}`, one]));
  }
}

/** The bytes of a BLOB column. */
export function blob(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new MongoFault('InternalError', 'A BLOB column does not hold bytes.');
}

function readValidator(options: Doc): Predicate | undefined {
  const unknown = Object.keys(options).find((option) => !knownOptions.has(option));
  if (unknown !== undefined) {
    throw new MongoFault(
      'InvalidOptions',
      `The embedded server does not support the collection option '${unknown}'.`,
    );
  }
  const validator = options['validator'];
  if (validator === undefined) return undefined;
  if (!isDoc(validator))
    throw new MongoFault('TypeMismatch', 'The collection option validator must be an object.');
  const predicate = compileFilter(validator);
  const enforced = options['validationLevel'] !== 'off' && options['validationAction'] !== 'warn';
  return enforced && Object.keys(validator).length > 0 ? predicate : undefined;
}
