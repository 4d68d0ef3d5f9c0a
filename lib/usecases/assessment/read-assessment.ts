import { z } from 'zod';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** The assessment with the answers of its newest version. */
export const readAssessment = useCase({
  action: 'assessment:read',
  input: z.strictObject({ assessmentId: z.string() }),
  perform: ({ db }, actor, { assessmentId }) => getAssessment(db, scopeOf(actor), assessmentId),
});
