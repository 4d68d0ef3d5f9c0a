import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { aDraft, anOwner, answersTitled } from '../../../test/data/world.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { hashAssessment } from '#lib/domain/assessment/hash-assessment.ts';
import { archiveAssessment, getAssessment, listAssessments, saveAssessment } from './assessments.ts';
import { freezeAssessment } from './freeze-assessment.ts';
import { getAssessmentVersion } from './versions.ts';

describe('assessments', () => {
  const databases = useTestDatabases();

  it('keep the answers as they were given', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const body: Assessment = {
      ...answersTitled('Clinical notes'),
      client: 'Harbour Hospital',
      workloads: [{ id: 'notes', name: 'Notes', kind: 'general', answers: {} }],
    };
    const saved = await saveAssessment(db, owner.scope, assessment.id, 1, {
      body,
      completeness: 0.5,
      changedBy: owner.userId,
    });
    expect(saved).toMatchObject({ body, completeness: 0.5, hash: hashAssessment(body), revision: 2 });
    expect(await getAssessment(db, owner.scope, assessment.id)).toEqual(saved);
  });

  it('stay the same version while they are a draft, whatever is saved', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const save = { body: answersTitled('Renamed'), completeness: 0.3, changedBy: owner.userId };
    const saved = await saveAssessment(db, owner.scope, assessment.id, 1, save);
    expect(saved).toMatchObject({ title: 'Renamed', version: 1, status: 'draft', completeness: 0.3 });
  });

  it('open the next version at the first save after freezing, and keep the frozen one', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner, 'As frozen');
    const frozen = await freezeAssessment(db, owner.scope, assessment.id, 1);
    expect(frozen).toMatchObject({ number: 1, title: 'As frozen', hash: assessment.hash });
    const save = { body: answersTitled('Afterwards'), completeness: 0.4, changedBy: owner.userId };
    const saved = await saveAssessment(db, owner.scope, assessment.id, 2, save);
    expect(saved).toMatchObject({ title: 'Afterwards', version: 2, status: 'draft', revision: 3 });
    expect(await getAssessmentVersion(db, owner.scope, assessment.id, 1)).toEqual(frozen);
    await expect(getAssessmentVersion(db, owner.scope, assessment.id, 2)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('freeze to the same version however often they are asked to', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const frozen = await freezeAssessment(db, owner.scope, assessment.id, 1);
    expect(await freezeAssessment(db, owner.scope, assessment.id, 1)).toEqual(frozen);
    expect(await freezeAssessment(db, owner.scope, assessment.id, 2)).toEqual(frozen);
    expect(await db.driver.collection('assessment_versions').countDocuments()).toBe(1);
  });

  it('lose no version to a crash between freezing and keeping it', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner, 'As frozen');
    await freezeAssessment(db, owner.scope, assessment.id, 1);
    await db.driver.collection('assessment_versions').deleteMany({});
    const save = { body: answersTitled('Afterwards'), completeness: 0.4, changedBy: owner.userId };
    await saveAssessment(db, owner.scope, assessment.id, 2, save);
    expect(await getAssessmentVersion(db, owner.scope, assessment.id, 1)).toMatchObject({
      title: 'As frozen',
      hash: assessment.hash,
    });
  });

  it('refuse to freeze what has changed since it was read', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const save = { body: answersTitled('Changed'), completeness: 0.4, changedBy: owner.userId };
    await saveAssessment(db, owner.scope, assessment.id, 1, save);
    await expect(freezeAssessment(db, owner.scope, assessment.id, 1)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('let one of twenty simultaneous savers through, whose answers stand', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, writer) =>
        saveAssessment(db, owner.scope, assessment.id, 1, {
          body: answersTitled(`Writer ${writer}`),
          completeness: 0.5,
          changedBy: owner.userId,
        }),
      ),
    );
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(won).toHaveLength(1);
    expect(await getAssessment(db, owner.scope, assessment.id)).toEqual(won[0]);
  });

  it('are listed without answers by engagement and status', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const [one, two] = [await aDraft(db, owner, 'One'), await aDraft(db, owner, 'Two')];
    await freezeAssessment(db, owner.scope, two.assessment.id, 1);
    const titles = async (filter: Parameters<typeof listAssessments>[2]) =>
      (await listAssessments(db, owner.scope, filter)).items.map(({ title }) => title);
    expect(await titles({})).toEqual(['Two', 'One']);
    expect(await titles({ status: 'draft' })).toEqual(['One']);
    expect(await titles({ engagementId: two.engagement.id })).toEqual(['Two']);
    expect(await titles({ engagementId: one.engagement.id, status: 'frozen' })).toEqual([]);
    const { items } = await listAssessments(db, owner.scope);
    expect(items[0]).not.toHaveProperty('body');
  });

  it('are put away and taken out again, and take no answers in between', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    await freezeAssessment(db, owner.scope, assessment.id, 1);
    const away = await archiveAssessment(db, owner.scope, assessment.id, 2, true);
    expect(away).toMatchObject({ status: 'archived', version: 2, revision: 3 });
    const save = { body: answersTitled('Late'), completeness: 0.4, changedBy: owner.userId };
    await expect(saveAssessment(db, owner.scope, assessment.id, 3, save)).rejects.toMatchObject({
      code: 'conflict',
    });
    const back = await archiveAssessment(db, owner.scope, assessment.id, 3, false);
    expect(back).toMatchObject({ status: 'draft', version: 2, revision: 4 });
    expect(await getAssessmentVersion(db, owner.scope, assessment.id, 1)).toMatchObject({ number: 1 });
  });

  it.each([
    ['another format', { format: 'infra-mind/assessment@0' }],
    ['no workloads', { workloads: undefined }],
  ])('are refused with %s', async (_what, change) => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { assessment } = await aDraft(db, owner);
    const body: Assessment = Object.assign(answersTitled('Any'), change);
    await expect(
      saveAssessment(db, owner.scope, assessment.id, 1, { body, completeness: 0, changedBy: owner.userId }),
    ).rejects.toMatchObject({ code: 'invalid-input', problems: [{ field: 'body' }] });
  });
});
