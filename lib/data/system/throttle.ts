// System functions (no scope): attempts to sign in are counted before anybody is known.
import { z } from 'zod';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { absentAsNull, parseInput, parseRow } from '../row.ts';

/** Failures under a key (an account, an address) in the running window. */
export type Throttle = { key: string; failures: number; windowStart: Date; blockedUntil: Date | null };

export type ThrottleRule = {
  /** Failures in a window from which on the key is blocked. */
  limit: number;
  windowSeconds: number;
  blockSeconds: number;
};

/** Until when the key is blocked; null when it is not. */
export async function blockedUntil(db: Database, key: string): Promise<Date | null> {
  const place = { key: parseInput(throttleKey, key) };
  const row = await translated(() => db.orm.throttles.where(place).first());
  if (row === null) return null;
  const { blockedUntil: until } = parseRow(throttleRow, row);
  return until !== null && until > db.now() ? until : null;
}

/** Counts a failure, in one atomic step, and says where the key stands after it. */
export async function countFailure(db: Database, key: string, rule: ThrottleRule): Promise<Throttle> {
  const place = { key: parseInput(throttleKey, key) };
  try {
    return await count(db, place, rule);
  } catch (error) {
    // Two first failures at once: the second finds the document of the first.
    if (isDuplicate(error)) return await count(db, place, rule);
    throw error;
  }
}

/** Forgets the failures of a key, after a success. */
export async function clearFailures(db: Database, key: string): Promise<void> {
  const place = { key: parseInput(throttleKey, key) };
  await translated(() => db.orm.throttles.where(place).delete());
}

async function count(db: Database, place: { key: string }, rule: ThrottleRule): Promise<Throttle> {
  const now = db.now();
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  const inWindow = { $gt: ['$windowStart', later(-rule.windowSeconds)] };
  const row = await translated(() =>
    db.driver.collection('throttles').findOneAndUpdate(
      place,
      [
        {
          $set: {
            failures: { $cond: [inWindow, { $add: ['$failures', 1] }, 1] },
            windowStart: { $cond: [inWindow, '$windowStart', now] },
            expiresAt: later(Math.max(rule.windowSeconds, rule.blockSeconds)),
          },
        },
        {
          $set: {
            blockedUntil: {
              $cond: [{ $gte: ['$failures', rule.limit] }, later(rule.blockSeconds), null],
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
