import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, aRun } from '../../../test/data/world.ts';
import type { RunEventBody } from '#lib/domain/run/event.ts';
import { appendRunEvent, listRunEvents } from './run-events.ts';

const running: RunEventBody = { type: 'run-state', state: 'running' };

describe('the events of a run', () => {
  const databases = useTestDatabases();

  it('are numbered from 1 without a gap under twenty simultaneous writers', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const appended = await Promise.all(
      Array.from({ length: 20 }, () => appendRunEvent(db, owner.scope, run.id, running)),
    );
    const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(appended.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(numbers);
    expect((await listRunEvents(db, owner.scope, run.id)).map(({ seq }) => seq)).toEqual(numbers);
  });

  it('never show a reader a number before the one below it', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const writers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 5; at += 1) await appendRunEvent(db, owner.scope, run.id, running);
      }),
    );
    const read: number[] = [];
    while (read.length < 40) {
      const events = await listRunEvents(db, owner.scope, run.id, { after: read.at(-1) ?? 0, limit: 7 });
      read.push(...events.map(({ seq }) => seq));
    }
    await writers;
    expect(read).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  it('count from 1 in each run', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const [one, two] = [await aRun(db, owner, 'one'), await aRun(db, owner, 'two')];
    await appendRunEvent(db, owner.scope, one.run.id, running);
    expect(await appendRunEvent(db, owner.scope, two.run.id, running)).toMatchObject({ seq: 1 });
  });

  it('are appended once under a key, however often and at once the step repeats', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const appended = await Promise.all(
      Array.from({ length: 6 }, () => appendRunEvent(db, owner.scope, run.id, running, 'started')),
    );
    expect(new Set(appended.map(({ seq }) => seq))).toEqual(new Set([1]));
    await appendRunEvent(db, owner.scope, run.id, running);
    expect(await appendRunEvent(db, owner.scope, run.id, running, 'started')).toMatchObject({ seq: 1 });
    expect(await listRunEvents(db, owner.scope, run.id)).toHaveLength(2);
  });

  it('say what was said, and when', async () => {
    const at = new Date('2026-07-20T10:00:00.123Z');
    const db = await databases.fresh(() => at);
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const bodies: RunEventBody[] = [
      { type: 'phase', phase: 'prepare', state: 'started' },
      { type: 'specialist-step', specialist: 'cto', step: 'facts' },
      { type: 'specialist', specialist: 'compliance', state: 'failed', step: 'gate', because: 'No answer.' },
      { type: 'report', state: 'ready' },
    ];
    for (const body of bodies) await appendRunEvent(db, owner.scope, run.id, body);
    expect(await listRunEvents(db, owner.scope, run.id)).toEqual(
      bodies.map((body, index) => ({ ...body, seq: index + 1, at: at.toISOString() })),
    );
  });

  it('are refused when they are of no known kind', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    // @ts-expect-error there is no such state
    const wrong: RunEventBody = { type: 'run-state', state: 'paused' };
    await expect(appendRunEvent(db, owner.scope, run.id, wrong)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
