import { z } from 'zod';
import { listAssessments as readAssessments } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Assessments without their answers, of one engagement or of all, newest first. */
export const listAssessments = useCase({
  action: 'assessment:read',
  input: pageInput.extend({ engagementId: z.string().optional() }),
  perform: ({ db }, actor, input) => readAssessments(db, scopeOf(actor), input),
});
