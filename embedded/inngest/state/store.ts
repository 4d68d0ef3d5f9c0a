import { DatabaseSync, type SQLTagStore } from 'node:sqlite';
import { AppError } from '#lib/errors.ts';
import type { InngestEvent } from '../wire/protocol.ts';
import { schemaSql } from './schema.ts';

/** What an observer is told after the transaction that made it true. */
export type Change =
  | {
      kind: 'run-started' | 'run-completed' | 'run-failed' | 'run-cancelled';
      runId: string;
      functionId: string;
    }
  | { kind: 'step-completed' | 'step-failed' | 'step-retrying'; runId: string; stepName: string };

export type Transaction = {
  sql: SQLTagStore;
  /** Epoch milliseconds of the executor's clock. */
  now: number;
  changes: Change[];
  /** Events the transaction itself causes; they are delivered before it commits. */
  outbox: InngestEvent[];
};

export type Store = {
  sql: SQLTagStore;
  /** Runs `work` in one transaction that holds the only write lock; any error rolls all of it back. */
  write<T>(work: (tx: Transaction) => T): T;
  /** Closing again does nothing. */
  close(): void;
};

export type StoreOptions = {
  stateFile: string;
  now: () => number;
  deliver: (tx: Transaction, event: InngestEvent) => void;
  onChange: (change: Change) => void;
};

/**
 * Opens the executor's state, or creates it. Every commit is on disk before `write` returns (WAL, synchronous FULL).
 *
 * @throws AppError `refused-configuration` when the file cannot be opened or is not a database.
 */
export function openStore(options: StoreOptions): Store {
  const db = openDatabase(options.stateFile);
  const sql = db.createTagStore();
  return {
    sql,
    write(work) {
      const tx: Transaction = { sql, now: options.now(), changes: [], outbox: [] };
      db.exec('BEGIN IMMEDIATE');
      let result: ReturnType<typeof work>;
      try {
        result = work(tx);
        for (let event = tx.outbox.shift(); event; event = tx.outbox.shift()) options.deliver(tx, event);
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
      for (const change of tx.changes) options.onChange(change);
      return result;
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

function openDatabase(stateFile: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(stateFile, { timeout: 10_000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    db.exec(schemaSql);
    return db;
  } catch (error) {
    db?.close();
    throw new AppError('refused-configuration', `The job state in "${stateFile}" cannot be opened.`, {
      cause: error,
    });
  }
}
