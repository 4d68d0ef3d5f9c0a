import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, aRun } from '../../../test/data/world.ts';
import type { BaseAnalysis, SpecialistResult } from '#lib/domain/run/run.ts';
import { discardRunParts, readRunPart, storeRunPart } from './run-parts.ts';

const base: BaseAnalysis = {
  figures: [
    {
      id: 'load.notes.peak',
      label: 'Peak',
      unit: 'count',
      value: 12.5,
      kind: 'assumed',
      assumption: 'peak',
    },
  ],
  needs: [{ id: 'notes', title: 'Notes', options: [], missing: [] }],
  missing: [],
};
const result: SpecialistResult = {
  name: 'cto',
  findings: { figures: [], statements: [], claims: [], recommendations: [], questions: [] },
  brief: [[{ kind: 'text', text: 'Start small.' }]],
  author: { provider: 'built-in', model: 'analyst' },
  removals: [],
};

describe('the parts of a run', () => {
  const databases = useTestDatabases();

  it('come back as they were stored, and are null before', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    expect(await readRunPart(db, owner.scope, run.id, 'base')).toBeNull();
    expect(await storeRunPart(db, owner.scope, run.id, 'base', base)).toEqual(base);
    await storeRunPart(db, owner.scope, run.id, 'specialist:cto', result);
    expect(await readRunPart(db, owner.scope, run.id, 'base')).toEqual(base);
    expect(await readRunPart(db, owner.scope, run.id, 'specialist:cto')).toEqual(result);
    expect(await readRunPart(db, owner.scope, run.id, 'synthesis')).toBeNull();
  });

  it('are stored once by a step that repeats, also at the same time', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const stored = await Promise.all(
      Array.from({ length: 8 }, () => storeRunPart(db, owner.scope, run.id, 'base', base)),
    );
    expect(stored).toEqual(Array.from({ length: 8 }, () => base));
    expect(await db.driver.collection('run_parts').countDocuments()).toBe(1);
  });

  it('refuse other content under the same name, and stay what they were', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    await storeRunPart(db, owner.scope, run.id, 'base', base);
    const other = { ...base, needs: [] };
    await expect(storeRunPart(db, owner.scope, run.id, 'base', other)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await readRunPart(db, owner.scope, run.id, 'base')).toEqual(base);
  });

  it('can be taken out and stored anew, when a specialist is run again', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    await storeRunPart(db, owner.scope, run.id, 'base', base);
    await storeRunPart(db, owner.scope, run.id, 'specialist:cto', result);
    expect(await discardRunParts(db, owner.scope, run.id, ['specialist:cto', 'synthesis'])).toBe(1);
    const again = { ...result, brief: [] };
    expect(await storeRunPart(db, owner.scope, run.id, 'specialist:cto', again)).toEqual(again);
    expect(await readRunPart(db, owner.scope, run.id, 'base')).toEqual(base);
  });

  it('refuse a body that belongs elsewhere', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    // @ts-expect-error a specialist's result is no base analysis
    const wrong = storeRunPart(db, owner.scope, run.id, 'base', result);
    await expect(wrong).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
