import type { DatabaseSync } from 'node:sqlite';
import { Reader } from '../query/read.ts';
import { Catalogue } from './catalogue.ts';
import type { Collection } from './catalogue.ts';
import { openDatabaseFile } from './database-file.ts';
import { Documents } from './documents.ts';
import { GroupCommit } from './group-commit.ts';
import type { IndexDefinition } from './index-spec.ts';
import { RetryableWrites } from './retryable-writes.ts';

/** Everything that stands on the one SQLite file. */
export class Store {
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  readonly reader: Reader;
  readonly commits: GroupCommit;
  readonly retryableWrites: RetryableWrites;
  readonly #database: DatabaseSync;

  /** Opens the data directory (or ':memory:'); see `openDatabaseFile` for what it throws. */
  constructor(dataDir: string, maxBytes?: number) {
    this.#database = openDatabaseFile(dataDir, maxBytes);
    this.catalogue = new Catalogue(this.#database);
    this.documents = new Documents(this.#database, this.catalogue);
    this.reader = new Reader(this.#database, this.documents);
    this.retryableWrites = new RetryableWrites(this.#database);
    this.commits = new GroupCommit(this.#database, {
      onRollback: () => this.catalogue.afterRollback(),
      onCommit: () => this.catalogue.afterCommit(),
    });
  }

  /** Builds an index over the documents that are there. Throws DuplicateKey when they are not unique. */
  buildIndex(collection: Collection, definition: IndexDefinition): void {
    const index = this.catalogue.addIndex(collection, definition);
    for (const stored of this.reader.find(collection, { filter: {}, hint: { $natural: 1 } })) {
      this.documents.addToIndex(collection, index, stored);
    }
  }

  /** Commits what is pending and closes the file. */
  close(): void {
    this.commits.flush();
    this.#database.close();
  }
}
