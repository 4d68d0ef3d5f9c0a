import { cache } from 'react';
import { allows } from '#lib/domain/access/policy.ts';
import { getComposition } from '#lib/composition.ts';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { readAssessment } from '#lib/usecases/assessment/read-assessment.ts';

/** The assessment of a page, read once per request however many parts of the page ask, and whether the person may change it. */
export const loadAssessment = cache(async (assessmentId: string) => {
  const actor = await requireActorOfPage(`/assessments/${assessmentId}`);
  const { app } = await getComposition();
  const assessment = await orNotFound(readAssessment(app, actor, { assessmentId }));
  const canEdit = allows(actor, 'assessment:change') && assessment.status !== 'archived';
  return { app, actor, assessment, canEdit };
});
