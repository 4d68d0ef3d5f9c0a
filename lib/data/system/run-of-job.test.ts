import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, aRun } from '../../../test/data/world.ts';
import { findRunOfJob } from './run-of-job.ts';

describe('the run of a job', () => {
  const databases = useTestDatabases();

  it('comes with the scope of its organisation', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    expect(await findRunOfJob(db, run.id)).toEqual({ run, scope: owner.scope });
    for (const id of ['x', '0123456789abcdef01234567']) {
      await expect(findRunOfJob(db, id)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
