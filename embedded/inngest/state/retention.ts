import type { Transaction } from './store.ts';

/**
 * Forgets what ended more than `maxAgeMs` ago: runs with their steps, and events (with them the memory of their ids).
 * Runs that are still under way are kept however old they are.
 *
 * @returns how many runs were forgotten.
 */
export function pruneFinished(tx: Transaction, maxAgeMs: number): number {
  const before = tx.now - maxAgeMs;
  const { changes } = tx.sql.run`DELETE FROM runs WHERE ended_at < ${before}`;
  tx.sql.run`DELETE FROM events WHERE received_at < ${before}`;
  return Number(changes);
}
