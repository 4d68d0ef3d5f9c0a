import { beforeAll, describe, expect, it } from 'vitest';
import { twoOrganisations, type World } from '../../e2e/isolation/two-organisations.ts';
import { useTestDatabases } from '../data/databases.ts';
import { changeAssessment } from '#lib/usecases/assessment/change-assessment.ts';
import { createAssessment } from '#lib/usecases/assessment/create-assessment.ts';
import { readAssessment } from '#lib/usecases/assessment/read-assessment.ts';
import { listRuns } from '#lib/usecases/run/list-runs.ts';

describe('saving an answer', () => {
  const databases = useTestDatabases();
  let world: World;
  beforeAll(async () => {
    world = await twoOrganisations(await databases.fresh());
  });

  it('keeps it exactly, adds no other, and starts no analysis', async () => {
    const { app: stack, own } = world;
    const asked: string[] = [];
    const app = { ...stack, jobs: { ...stack.jobs, requestRun: async () => void asked.push('run') } };
    const actor = own.members.owner;
    const draft = await createAssessment(app, actor, {
      engagementId: own.ids.engagementId,
      title: 'By hand',
    });
    const answer = { state: 'value', value: 12, unit: 'items', basis: 'stated', quote: 'a dozen of us' };
    await changeAssessment(app, actor, {
      assessmentId: draft.id,
      revision: draft.revision,
      edit: { kind: 'answer', path: 'answers.employees', answer },
    });
    const { body, status } = await readAssessment(app, actor, { assessmentId: draft.id });
    expect(body).toEqual({ ...draft.body, answers: { employees: answer } });
    expect(status).toBe('draft');
    expect(asked).toEqual([]);
    expect((await listRuns(app, actor, { assessmentId: draft.id })).items).toEqual([]);
  });
});
