import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { aDraft, anOwner, aRun } from '../../../test/data/world.ts';
import { changeRun, requestCancel, updateRun } from './change-run.ts';
import { createRun, getRun, listRuns } from './runs.ts';

describe('runs', () => {
  const databases = useTestDatabases();

  it('are queued on a frozen version, with its hash', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run, version, assessment } = await aRun(db, owner);
    expect(run).toMatchObject({
      assessmentId: assessment.id,
      assessmentVersion: 1,
      assessmentHash: version.hash,
      state: 'queued',
      phase: null,
      ledgerHash: null,
      degradedBecause: [],
      failedBecause: null,
      date: '2026-07-20',
      startedAt: null,
      finishedAt: null,
      cancelRequestedAt: null,
      revision: 1,
    });
    expect(await getRun(db, owner.scope, run.id)).toEqual(run);
  });

  it('are not made of a draft', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const request = requestFor(assessment.id, owner.userId);
    await expect(createRun(db, owner.scope, request)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are made once for a request, however often it comes', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run, assessment } = await aRun(db, owner);
    const request = { ...requestFor(assessment.id, owner.userId), requestKey: 'double click' };
    const made = await Promise.all(Array.from({ length: 5 }, () => createRun(db, owner.scope, request)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]?.id).not.toBe(run.id);
  });

  it('let one of twenty simultaneous writers of a revision through', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => updateRun(db, owner.scope, run.id, 1, { state: 'running' })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await getRun(db, owner.scope, run.id)).toMatchObject({ state: 'running', revision: 2 });
  });

  it('lose no decision of twenty simultaneous deciders', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const reasons = Array.from({ length: 20 }, (_, at) => `reason ${at}`);
    await Promise.all(
      reasons.map((reason) =>
        changeRun(db, owner.scope, run.id, ({ degradedBecause }) => ({
          degradedBecause: [...degradedBecause, reason],
        })),
      ),
    );
    const { degradedBecause, revision } = await getRun(db, owner.scope, run.id);
    expect(degradedBecause.toSorted()).toEqual(reasons.toSorted());
    expect(revision).toBe(21);
  });

  it('are asked to stop once, and not after they have ended', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const asked = await requestCancel(db, owner.scope, run.id);
    expect(asked.cancelRequestedAt).toBeInstanceOf(Date);
    expect(await requestCancel(db, owner.scope, run.id)).toEqual(asked);
    const { run: other } = await aRun(db, owner, 'second');
    const done = await updateRun(db, owner.scope, other.id, 1, { state: 'completed', ledgerHash: 'hash' });
    expect(await requestCancel(db, owner.scope, other.id)).toEqual(done);
  });

  it('take back what is no longer so', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const finishedAt = new Date();
    await updateRun(db, owner.scope, run.id, 1, { state: 'failed', failedBecause: 'No model.', finishedAt });
    const again = { state: 'running', failedBecause: null, finishedAt: null } as const;
    expect(await updateRun(db, owner.scope, run.id, 2, again)).toMatchObject(again);
    expect(await getRun(db, owner.scope, run.id)).toMatchObject(again);
  });

  it('are listed by assessment and by state, newest first', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const [one, two] = [await aRun(db, owner, 'one'), await aRun(db, owner, 'two')];
    await updateRun(db, owner.scope, two.run.id, 1, { state: 'running', phase: 'prepare' });
    const ids = async (filter: Parameters<typeof listRuns>[2]) =>
      (await listRuns(db, owner.scope, filter)).items.map(({ id }) => id);
    expect(await ids({})).toEqual([two.run.id, one.run.id]);
    expect(await ids({ assessmentId: one.assessment.id })).toEqual([one.run.id]);
    expect(await ids({ state: 'running' })).toEqual([two.run.id]);
  });

  it.each([
    ['a day that is none', { date: '2026-02-30' }],
    ['no key', { requestKey: '' }],
  ])('are refused with %s', async (_what, change) => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aRun(db, owner);
    const request = { ...requestFor(assessment.id, owner.userId), ...change };
    await expect(createRun(db, owner.scope, request)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

function requestFor(assessmentId: string, requestedBy: string) {
  return {
    requestKey: 'request',
    assessmentId,
    assessmentVersion: 1,
    catalogueVersion: 'catalogue-1',
    engineVersion: 'engine-1',
    requestedBy,
    date: '2026-07-20',
  };
}
