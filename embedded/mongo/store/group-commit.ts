import type { DatabaseSync } from 'node:sqlite';

type Waiter = { resolve: () => void; reject: (reason: unknown) => void };

/**
 * Commands that arrive together share one SQLite transaction, and so one fsync. Each runs in a savepoint of its own,
 * so that one failing command takes back only its own rows. Nobody is answered before the shared commit.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #onRollback: () => void;
  readonly #onCommit: () => void;
  #waiters: Waiter[] | undefined;

  /** `onRollback` is called after rows were taken back, so that memory can be read again from the file. */
  constructor(
    database: DatabaseSync,
    { onRollback, onCommit }: { onRollback: () => void; onCommit: () => void },
  ) {
    this.#database = database;
    this.#onRollback = onRollback;
    this.#onCommit = onCommit;
  }

  /** Runs `work` in the current batch. What it throws is thrown on, with every row it wrote taken back. */
  write<T>(work: () => T): T {
    this.#open();
    this.#database.exec('SAVEPOINT command');
    try {
      const result = work();
      this.#database.exec('RELEASE command');
      return result;
    } catch (error) {
      this.#takeBack(error);
      throw error;
    }
  }

  /** Runs `work` and takes back every row it wrote, also when it succeeds. */
  tryOut<T>(work: () => T): T {
    this.#open();
    this.#database.exec('SAVEPOINT command');
    let failure: unknown;
    try {
      return work();
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      this.#takeBack(failure);
    }
  }

  /** Resolves once everything written so far is on disk; rejects when the batch could not be committed. */
  settled(): Promise<void> {
    const waiters = this.#waiters;
    if (waiters === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiters.push({ resolve, reject });
    });
  }

  /** Commits the open batch now. */
  flush(): void {
    const waiters = this.#waiters;
    if (waiters === undefined) return;
    try {
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#abandon(error);
      return;
    }
    this.#waiters = undefined;
    this.#onCommit();
    for (const waiter of waiters) waiter.resolve();
  }

  #open(): void {
    if (this.#waiters !== undefined) return;
    this.#database.exec('BEGIN IMMEDIATE');
    this.#waiters = [];
    setImmediate(() => this.flush());
  }

  /** A full disk or an I/O error makes SQLite roll back the whole transaction by itself: then the batch is lost. */
  #takeBack(error: unknown): void {
    if (!this.#database.isTransaction) {
      this.#abandon(error);
      return;
    }
    this.#database.exec('ROLLBACK TO command; RELEASE command');
    this.#onRollback();
  }

  #abandon(error: unknown): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    const waiters = this.#waiters ?? [];
    this.#waiters = undefined;
    this.#onRollback();
    for (const waiter of waiters) waiter.reject(error);
  }
}
