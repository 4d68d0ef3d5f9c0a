import { z } from 'zod';
import { createAssessment as insertAssessment } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { assessmentFormat, type Assessment } from '#lib/domain/assessment/assessment.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import { record } from '../audit/record.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** Creates an empty assessment: a title, and not one answer. */
export const createAssessment = useCase({
  action: 'assessment:create',
  input: z.strictObject({
    engagementId: z.string(),
    title: z.string().trim().min(1, 'Give it a title.').max(200, 'Use at most 200 characters.'),
  }),
  async perform({ db }, actor, { engagementId, title }) {
    const body: Assessment = {
      format: assessmentFormat,
      title,
      answers: {},
      workloads: [],
      commitments: [],
      hardware: [],
    };
    const assessment = await insertAssessment(db, scopeOf(actor), {
      engagementId,
      body,
      completeness: completeness(body).share,
      createdBy: memberOf(actor).userId,
    });
    await record(
      { db },
      actor,
      'assessment:create',
      { kind: 'assessment', id: assessment.id },
      { by: 'form' },
    );
    return assessment;
  },
});
