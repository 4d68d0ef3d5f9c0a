import { describe, expect, it, onTestFinished } from 'vitest';
import { deliver } from './events.ts';
import { claimJob, deleteJob, enqueueDiscovery, enqueueStep } from './jobs.ts';
import { startRun } from './runs.ts';
import { openStore } from './store.ts';

describe('claiming jobs', () => {
  it('asks a run what comes next one question at a time, while its steps go on', () => {
    const { store, runId } = storeWithRun();
    const first = store.write((tx) => claimJob(tx, 1000, []));
    store.write((tx) => {
      enqueueDiscovery(tx, runId, 'f');
      enqueueStep(tx, runId, 'f', 'step-1');
    });

    expect(first).toMatchObject({ runId, attempt: 0 });
    expect(store.write((tx) => claimJob(tx, 1000, []))?.stepId).toBe('step-1');
    expect(store.write((tx) => claimJob(tx, 1000, []))).toBeUndefined();

    store.write((tx) => first && deleteJob(tx, first));
    expect(store.write((tx) => claimJob(tx, 1000, []))).toMatchObject({ runId, stepId: undefined });
  });

  it('keeps one question waiting, however often it is asked for', () => {
    const { store, runId } = storeWithRun();

    store.write((tx) => enqueueDiscovery(tx, runId, 'f'));

    expect(store.sql.all`SELECT id FROM jobs`).toHaveLength(1);
  });

  it('takes a job over when its lease has run out, but never the caller’s own', () => {
    const { store, moveClock } = storeWithRun();
    const mine = store.write((tx) => claimJob(tx, 1000, []));
    expect(store.write((tx) => claimJob(tx, 1000, []))).toBeUndefined();

    moveClock(1001);

    expect(store.write((tx) => claimJob(tx, 1000, mine ? [mine.id] : []))).toBeUndefined();
    const taken = store.write((tx) => claimJob(tx, 1000, []));
    expect(taken?.id).toBe(mine?.id);
    expect(taken?.fence).not.toBe(mine?.fence);
  });
});

function storeWithRun() {
  let now = 0;
  const store = openStore({ stateFile: ':memory:', now: () => now, deliver, onChange() {} });
  onTestFinished(() => store.close());
  const runId = store.write((tx) => startRun(tx, 'f', { id: 'e', name: 'go', data: {}, ts: 0 }));
  return { store, runId, moveClock: (ms: number) => void (now += ms) };
}
