import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { blockedUntil, clearFailures, countFailure } from './throttle.ts';

describe('the throttle', () => {
  const databases = useTestDatabases();
  const rule = { limit: 3, windowSeconds: 60, blockSeconds: 300 };

  it('blocks a key from the last failure allowed on, for the time of the rule', async () => {
    let now = new Date('2026-07-20T10:00:00Z');
    const db = await databases.fresh(() => now);
    const counted = [];
    for (let attempt = 0; attempt < 3; attempt += 1) counted.push(await countFailure(db, 'ada', rule));
    expect(counted.map(({ failures }) => failures)).toEqual([1, 2, 3]);
    expect(counted.map((throttle) => throttle.blockedUntil)).toEqual([
      null,
      null,
      new Date('2026-07-20T10:05:00Z'),
    ]);
    expect(await blockedUntil(db, 'ada')).toEqual(new Date('2026-07-20T10:05:00Z'));
    expect(await blockedUntil(db, 'bob')).toBeNull();
    now = new Date('2026-07-20T10:05:00Z');
    expect(await blockedUntil(db, 'ada')).toBeNull();
  });

  it('forgets failures with the window, and after a success', async () => {
    let now = new Date('2026-07-20T10:00:00Z');
    const db = await databases.fresh(() => now);
    await countFailure(db, 'ada', rule);
    await countFailure(db, 'ada', rule);
    now = new Date('2026-07-20T10:01:01Z');
    expect(await countFailure(db, 'ada', rule)).toMatchObject({
      failures: 1,
      windowStart: now,
      blockedUntil: null,
    });
    await clearFailures(db, 'ada');
    expect(await countFailure(db, 'ada', rule)).toMatchObject({ failures: 1 });
  });

  it('loses no failure of twenty at once', async () => {
    const db = await databases.fresh();
    await Promise.all(Array.from({ length: 20 }, () => countFailure(db, 'ada', rule)));
    expect(await countFailure(db, 'ada', rule)).toMatchObject({ failures: 21 });
  });
});
