import { z } from 'zod';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { listRuns } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Runs, newest first, with the titles of their assessments by id. */
export const listRecentRuns = useCase({
  action: 'run:read',
  input: pageInput.extend({ assessmentId: z.string().optional() }),
  async perform({ db }, actor, input) {
    const scope = scopeOf(actor);
    const page = await listRuns(db, scope, input);
    const ids = [...new Set(page.items.map(({ assessmentId }) => assessmentId))];
    const assessments = await Promise.all(ids.map((id) => getAssessment(db, scope, id)));
    return { ...page, titles: new Map(assessments.map(({ id, title }) => [id, title])) };
  },
});
