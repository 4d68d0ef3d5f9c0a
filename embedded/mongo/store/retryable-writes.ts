import type { DatabaseSync } from 'node:sqlite';
import { decodeDocument, encodeDocument } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { blob } from './catalogue.ts';

/** MongoDB forgets a session, and with it what may be retried, after thirty minutes. */
const keptMilliseconds = 30 * 60 * 1000;

/**
 * The reply to the last numbered write of every session, stored in the same commit as the write itself. A driver that
 * lost the connection sends the write again with the same number and gets this reply, so it is never applied twice.
 */
export class RetryableWrites {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The stored reply if this very write was done already. Throws TransactionTooOld for an older number. */
  replyTo(session: Uint8Array, number: bigint): Doc | undefined {
    const row = this.#database
      .prepare('SELECT number, reply FROM retryable_writes WHERE session = ?')
      .get(session);
    if (row === undefined) return undefined;
    const last = BigInt(String(row['number']));
    if (number < last)
      throw new MongoFault('TransactionTooOld', `Retryable write ${number} is older than ${last}.`);
    return number === last ? decodeDocument(blob(row['reply'])) : undefined;
  }

  record(session: Uint8Array, number: bigint, reply: Doc, now: number): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO retryable_writes (session, number, reply, at) VALUES (?, ?, ?, ?)')
      .run(session, number, encodeDocument(reply), now);
  }

  forget(session: Uint8Array): void {
    this.#database.prepare('DELETE FROM retryable_writes WHERE session = ?').run(session);
  }

  forgetOlderThan(now: number): void {
    this.#database.prepare('DELETE FROM retryable_writes WHERE at < ?').run(now - keptMilliseconds);
  }
}
