import type { Doc } from '../bson/document.ts';
import { keyOf } from '../bson/order.ts';
import { decodeDocument, encodeDocument } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import type { Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** MongoDB ends a transaction that is older than a minute. */
const lifetimeMilliseconds = 60 * 1000;

type PendingChange = {
  db: string;
  collection: string;
  id: unknown;
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
};

type Transaction = {
  number: bigint;
  state: 'open' | 'committed' | 'aborted';
  startedAt: number;
  changes: Map<string, PendingChange>;
};

/** The number a session gave its transaction, and whether this command is its first. */
export type TransactionStep = { session: string; number: bigint; starts: boolean };

/**
 * Multi-document transactions. An open transaction is a list of changes, not rows: each of its commands runs on top
 * of them and is taken back, so that nobody else sees or waits for it. The commit applies the list if every document
 * is still as the transaction found it, and otherwise fails with a WriteConflict, which drivers retry.
 * Reads see the transaction's own writes over the latest committed state (not a snapshot).
 */
export class Transactions {
  readonly #store: Store;
  readonly #bySession = new Map<string, Transaction>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Runs one command inside its transaction. An error, or a write error in its reply, aborts the transaction. */
  run(step: TransactionStep, now: Date, command: () => Doc): Doc {
    const transaction = this.#enter(step, now);
    const { documents, commits } = this.#store;
    const made: Change[] = [];
    try {
      const reply = commits.tryOut(() => {
        this.#apply(transaction);
        documents.recorder = (change) => made.push(change);
        try {
          return command();
        } finally {
          documents.recorder = undefined;
        }
      });
      if ('writeErrors' in reply) transaction.state = 'aborted';
      for (const change of made) note(transaction, change);
      return reply;
    } catch (error) {
      transaction.state = 'aborted';
      throw error;
    }
  }

  /**
   * Makes the changes permanent; a repeated commit succeeds again, unless the shared commit to disk failed after all.
   * Throws WriteConflict or NoSuchTransaction.
   */
  commit(session: string, number: bigint): void {
    const transaction = this.#require(session, number);
    if (transaction.state === 'committed') return;
    if (transaction.state === 'aborted') throw noSuchTransaction(number);
    try {
      this.#store.commits.write(() => this.#apply(transaction));
      transaction.state = 'committed';
      this.#store.commits.settled().catch(() => {
        transaction.state = 'aborted';
      });
    } catch (error) {
      transaction.state = 'aborted';
      throw error;
    } finally {
      transaction.changes.clear();
    }
  }

  /** Forgets the changes. Throws NoSuchTransaction when there is none, or it was committed. */
  abort(session: string, number: bigint): void {
    const transaction = this.#require(session, number);
    if (transaction.state !== 'open') throw noSuchTransaction(number);
    transaction.state = 'aborted';
    transaction.changes.clear();
  }

  forget(session: string): void {
    this.#bySession.delete(session);
  }

  /** Ends what has been open for longer than a transaction may live. */
  endExpired(now: number): void {
    for (const [session, transaction] of this.#bySession) {
      if (transaction.startedAt < now - lifetimeMilliseconds) this.#bySession.delete(session);
    }
  }

  #enter({ session, number, starts }: TransactionStep, now: Date): Transaction {
    const current = this.#bySession.get(session);
    if (!starts) {
      const transaction = this.#require(session, number);
      if (transaction.state !== 'open') throw noSuchTransaction(number);
      return transaction;
    }
    if (current !== undefined && number <= current.number) {
      throw new MongoFault(
        'TransactionTooOld',
        `Cannot start transaction ${number}: the session is at ${current.number}.`,
      );
    }
    const started: Transaction = { number, state: 'open', startedAt: now.getTime(), changes: new Map() };
    this.#bySession.set(session, started);
    return started;
  }

  #require(session: string, number: bigint): Transaction {
    const transaction = this.#bySession.get(session);
    if (transaction === undefined || transaction.number !== number) throw noSuchTransaction(number);
    return transaction;
  }

  /** Removals first and insertions last, so that a unique key can move from one document to another. */
  #apply(transaction: Transaction): void {
    for (const change of [...transaction.changes.values()].toSorted(
      (left, right) => applyingRank(left) - applyingRank(right),
    )) {
      this.#applyChange(change);
    }
  }

  #applyChange({ db, collection: name, id, before, after }: PendingChange): void {
    const { catalogue, documents } = this.#store;
    const collection = after === undefined ? catalogue.find(db, name) : catalogue.ensure(db, name);
    const current = collection === undefined ? undefined : documents.findById(collection, id);
    if (!sameBytes(before, current === undefined ? undefined : encodeDocument(current.doc)))
      throw writeConflict();
    if (collection === undefined) return;
    try {
      if (after === undefined) {
        if (current !== undefined) documents.remove(collection, current);
      } else if (current === undefined) documents.insert(collection, decodeDocument(after));
      else documents.replace(collection, current, decodeDocument(after));
    } catch (error) {
      if (error instanceof MongoFault && error.codeName === 'DuplicateKey') throw writeConflict(error);
      throw error;
    }
  }
}

function applyingRank({ before, after }: PendingChange): number {
  if (after === undefined) return 0;
  return before === undefined ? 2 : 1;
}

function note(transaction: Transaction, { collection, id, before, after }: Change): void {
  const key = `${collection.db}.${collection.name}\0${keyOf(id).toString('latin1')}`;
  const earlier = transaction.changes.get(key);
  const first = earlier === undefined ? before : earlier.before;
  if (first === undefined && after === undefined) transaction.changes.delete(key);
  else
    transaction.changes.set(key, {
      db: collection.db,
      collection: collection.name,
      id,
      before: first,
      after,
    });
}

function sameBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return Buffer.compare(left, right) === 0;
}

function writeConflict(cause?: unknown): MongoFault {
  return new MongoFault(
    'WriteConflict',
    'Another write changed the same document during this transaction; retry it.',
    {
      labels: ['TransientTransactionError'],
      cause,
    },
  );
}

function noSuchTransaction(number: bigint): MongoFault {
  return new MongoFault('NoSuchTransaction', `Transaction ${number} has been aborted or does not exist.`, {
    labels: ['TransientTransactionError'],
  });
}
