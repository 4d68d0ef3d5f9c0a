// System functions (no scope): attempts to sign in are counted before anybody is known.
import { z } from 'zod';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { absentAsNull, parseInput, parseRow } from '../row.ts';

/** Attempts under a key (an account, an address) in the running window that did not turn out well, or have not yet. */
type Throttle = { key: string; failures: number; windowStart: Date; blockedUntil: Date | null };

export type ThrottleRule = {
  /** Attempts in a window that are let in. After the last of them the key is blocked. */
  limit: number;
  windowSeconds: number;
  blockSeconds: number;
};

/**
 * Counts an attempt before it is tried, in one atomic step, so that of attempts at once no more than the limit are let in.
 * Returns null when this one is, else until when the key is blocked. What is refused does not lengthen the block.
 */
export async function countAttempt(db: Database, key: string, rule: ThrottleRule): Promise<Date | null> {
  const place = { key: parseInput(throttleKey, key) };
  const { failures, blockedUntil } = await countOnce(db, place, rule);
  return failures > rule.limit ? blockedUntil : null;
}

/** Takes one attempt back, after it turned out well: it counts no more, and blocks nobody. */
export async function returnAttempt(db: Database, key: string, rule: ThrottleRule): Promise<void> {
  const place = { key: parseInput(throttleKey, key) };
  const letIn = { $min: ['$failures', rule.limit] };
  await translated(() =>
    db.driver
      .collection('throttles')
      .updateOne(place, [
        { $set: { failures: { $max: [{ $subtract: [letIn, 1] }, 0] }, blockedUntil: null } },
      ]),
  );
}

/** Forgets the attempts of a key, after a success. */
export async function clearAttempts(db: Database, key: string): Promise<void> {
  const place = { key: parseInput(throttleKey, key) };
  await translated(() => db.orm.throttles.where(place).delete());
}

async function countOnce(db: Database, place: { key: string }, rule: ThrottleRule): Promise<Throttle> {
  try {
    return await count(db, place, rule);
  } catch (error) {
    // Two first attempts at once: the second finds the document of the first.
    if (isDuplicate(error)) return await count(db, place, rule);
    throw error;
  }
}

/** `failures` stops one above the limit, which says that the last attempt was refused. */
async function count(db: Database, place: { key: string }, rule: ThrottleRule): Promise<Throttle> {
  const now = db.now();
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  // A block runs its own time; without one, the window does. A field that is absent is less than any date.
  const runs = {
    $cond: [
      { $gte: ['$failures', rule.limit] },
      { $gt: ['$blockedUntil', now] },
      { $gt: ['$windowStart', later(-rule.windowSeconds)] },
    ],
  };
  const row = await translated(() =>
    db.driver.collection('throttles').findOneAndUpdate(
      place,
      [
        {
          $set: {
            failures: { $cond: [runs, { $min: [{ $add: ['$failures', 1] }, rule.limit + 1] }, 1] },
            windowStart: { $cond: [runs, '$windowStart', now] },
            expiresAt: later(Math.max(rule.windowSeconds, rule.blockSeconds)),
          },
        },
        {
          $set: {
            blockedUntil: {
              $cond: [
                { $gt: ['$failures', rule.limit] },
                '$blockedUntil',
                { $cond: [{ $eq: ['$failures', rule.limit] }, later(rule.blockSeconds), null] },
              ],
            },
          },
        },
      ],
      { upsert: true, returnDocument: 'after' },
    ),
  );
  return parseRow(throttleRow, row);
}

const throttleKey = z.string().min(1).max(300);
const throttleRow: z.ZodType<Throttle> = z.object({
  key: z.string(),
  failures: z.int(),
  windowStart: z.date(),
  blockedUntil: absentAsNull(z.date()),
});
