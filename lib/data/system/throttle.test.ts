import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import type { Database } from '../database.ts';
import { clearAttempts, countAttempt, returnAttempt } from './throttle.ts';

describe('the throttle', () => {
  const databases = useTestDatabases();
  const rule = { limit: 3, windowSeconds: 60, blockSeconds: 300 };

  /** A database with a clock that the test moves. */
  async function clocked() {
    const clock = { at: new Date('2026-07-20T10:00:00Z') };
    return { clock, db: await databases.fresh(() => clock.at) };
  }

  async function attempts(db: Database, count: number): Promise<(Date | null)[]> {
    const answers = [];
    for (let attempt = 0; attempt < count; attempt += 1) answers.push(await countAttempt(db, 'ada', rule));
    return answers;
  }

  it('lets the limit in and blocks the key after it, for the time of the rule', async () => {
    const { clock, db } = await clocked();
    const until = new Date('2026-07-20T10:05:00Z');
    expect(await attempts(db, 4)).toEqual([null, null, null, until]);
    expect(await countAttempt(db, 'bob', rule)).toBeNull();
    clock.at = new Date('2026-07-20T10:04:59Z');
    expect(await attempts(db, 2)).toEqual([until, until]);
    clock.at = until;
    expect(await attempts(db, 4)).toEqual([null, null, null, new Date('2026-07-20T10:10:00Z')]);
  });

  it('starts anew with the window, and after a success', async () => {
    const { clock, db } = await clocked();
    await attempts(db, 2);
    clock.at = new Date('2026-07-20T10:01:01Z');
    expect(await attempts(db, 2)).toEqual([null, null]);
    await clearAttempts(db, 'ada');
    expect(await attempts(db, 3)).toEqual([null, null, null]);
  });

  it('takes back one attempt that turned out well, however many were refused meanwhile', async () => {
    const { db } = await clocked();
    await attempts(db, 7);
    await returnAttempt(db, 'ada', rule);
    expect(await attempts(db, 2)).toEqual([null, expect.any(Date)]);
    await returnAttempt(db, 'nobody', rule);
    expect(await countAttempt(db, 'nobody', rule)).toBeNull();
  });

  it('lets in no more than the limit of sixty at once', async () => {
    const db = await databases.fresh();
    const answers = await Promise.all(Array.from({ length: 60 }, () => countAttempt(db, 'ada', rule)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
  });
});
