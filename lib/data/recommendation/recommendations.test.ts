import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, aRun } from '../../../test/data/world.ts';
import type { Recommendation } from '#lib/domain/recommendation/recommendation.ts';
import { discardRecommendations, listRecommendations, storeRecommendations } from './recommendations.ts';
import { listRecommendationEdits, saveRecommendationEdit } from './edits.ts';

describe('the recommendations of a run', () => {
  const databases = useTestDatabases();

  it('are listed best first, as they were stored', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const [first, second] = [ranked('notes/pilot', 1), ranked('notes/contract', 2)];
    await storeRecommendations(db, owner.scope, run.id, [second, first]);
    expect(await listRecommendations(db, owner.scope, run.id)).toEqual([first, second]);
  });

  it('are stored once by a step that repeats, and completed when it was cut off', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const all = [ranked('notes/pilot', 1), ranked('notes/contract', 2)];
    await storeRecommendations(db, owner.scope, run.id, all.slice(0, 1));
    await storeRecommendations(db, owner.scope, run.id, all);
    await storeRecommendations(db, owner.scope, run.id, all);
    expect(await listRecommendations(db, owner.scope, run.id)).toEqual(all);
  });

  it('refuse other content under a key until they are taken out', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    await storeRecommendations(db, owner.scope, run.id, [ranked('notes/pilot', 1)]);
    const other = [ranked('notes/pilot', 2)];
    await expect(storeRecommendations(db, owner.scope, run.id, other)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await discardRecommendations(db, owner.scope, run.id)).toBe(1);
    await storeRecommendations(db, owner.scope, run.id, other);
    expect(await listRecommendations(db, owner.scope, run.id)).toEqual(other);
  });
});

describe('a decision on a recommendation', () => {
  const databases = useTestDatabases();

  it('belongs to the assessment and survives what a run stores or takes out', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run, assessment } = await aRun(db, owner);
    await storeRecommendations(db, owner.scope, run.id, [ranked('notes/pilot', 1)]);
    const save = { decision: 'accepted', note: 'Agreed on Monday.', editedBy: owner.userId } as const;
    const edit = await saveRecommendationEdit(db, owner.scope, assessment.id, 'notes/pilot', 0, save);
    expect(edit).toMatchObject({ key: 'notes/pilot', revision: 1, ...save });
    await discardRecommendations(db, owner.scope, run.id);
    await storeRecommendations(db, owner.scope, run.id, [ranked('notes/pilot', 2)]);
    expect(await listRecommendationEdits(db, owner.scope, assessment.id)).toEqual([edit]);
  });

  it('is written over only by whoever has seen it', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aRun(db, owner);
    const place = [db, owner.scope, assessment.id, 'notes/pilot'] as const;
    const save = { decision: 'deferred', note: null, editedBy: owner.userId } as const;
    await saveRecommendationEdit(...place, 0, save);
    for (const revision of [0, 2]) {
      await expect(saveRecommendationEdit(...place, revision, save)).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    expect(await saveRecommendationEdit(...place, 1, { ...save, decision: 'rejected' })).toMatchObject({
      decision: 'rejected',
      revision: 2,
    });
  });
});

function ranked(key: string, rank: number): Recommendation {
  const level = { level: 'low', because: 'It is small.' } as const;
  return {
    key,
    need: 'notes',
    category: 'serving',
    title: 'Begin with a pilot',
    summary: 'One ward for a month.',
    benefit: level,
    effort: level,
    risk: level,
    horizon: 'now',
    steps: [],
    prerequisites: [],
    risks: [],
    evidence: [{ kind: 'answer', answer: 'workloads.notes.requests' }],
    rank,
    specialists: ['cto'],
    score: { total: 0.7, criteria: [] },
    confidence: { value: 0.6, because: [] },
  };
}
