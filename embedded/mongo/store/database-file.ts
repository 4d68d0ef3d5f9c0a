import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised when the file format changes; a file of another version is refused, not guessed at. */
const formatVersion = 1;

const schema = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, options BLOB NOT NULL,
    UNIQUE (db, name));
  CREATE TABLE indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, spec BLOB NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, body BLOB NOT NULL);
  CREATE INDEX documents_by_collection ON documents (collection);
  CREATE TABLE entries (index_id INTEGER NOT NULL, key BLOB NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, document)) WITHOUT ROWID;
  CREATE TABLE retryable_writes (session BLOB PRIMARY KEY, number INTEGER NOT NULL, reply BLOB NOT NULL,
    at INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${formatVersion};
`;

/**
 * Opens (or creates) the one SQLite file of a data directory, or a database in memory for ':memory:'.
 * WAL with synchronous=FULL: a committed write survives both kill -9 and power loss. The process holds the file alone.
 * `maxBytes` is the largest the database may grow.
 * Throws one error that names the file and says what to do when it is damaged, foreign, locked or of another format.
 */
export function openDatabaseFile(dataDir: string, maxBytes?: number): DatabaseSync {
  if (dataDir === ':memory:') {
    const memory = new DatabaseSync(':memory:');
    memory.exec(schema);
    limitSize(memory, maxBytes);
    return memory;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'mongo.sqlite');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    prepareFile(database);
    limitSize(database, maxBytes);
    return database;
  } catch (error) {
    database?.close();
    throw new Error(explain(file, error), { cause: error });
  }
}

/** A full database answers like a full disk: with an error to the write, and everything stored before intact. */
function limitSize(database: DatabaseSync, maxBytes: number | undefined): void {
  if (maxBytes === undefined) return;
  const pageBytes = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
  database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / pageBytes)}`);
}

class UnusableFile extends Error {}

function prepareFile(database: DatabaseSync): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n']);
  if (version === 0 && tables === 0) {
    database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
  } else if (version !== formatVersion) {
    throw new UnusableFile(`it has format ${version}, this version reads format ${formatVersion}`);
  }
  const check = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
  if (check !== 'ok') throw new UnusableFile(`its integrity check says: ${check.replaceAll('\n', ' ')}`);
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

const SQLITE_BUSY = 5;

function explain(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
    return `The database file ${file} is in use by another process. Stop that process, or choose another data directory.`;
  }
  return (
    `The database file ${file} cannot be used (${reason}). ` +
    'Put back a backup of this file, or move it away together with its -wal file to start with an empty database.'
  );
}
