import { z } from 'zod';
import { getAssessment, saveAssessment } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import { editAssessment } from '#lib/domain/assessment/edit-assessment.ts';
import { assessmentEditSchema } from '#lib/domain/assessment/edit-schema.ts';
import { AppError } from '#lib/errors.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/**
 * Makes one edit to an assessment at the revision that the person saw. Throws `invalid-input` with the field and reason, and
 * `conflict` when somebody else saved in between; nothing is half done. A frozen version stays; the edit opens the next.
 */
export const changeAssessment = useCase({
  action: 'assessment:change',
  input: z.strictObject({
    assessmentId: z.string(),
    revision: z.int(),
    edit: assessmentEditSchema,
  }),
  async perform({ db }, actor, { assessmentId, revision, edit }) {
    const scope = scopeOf(actor);
    const current = await getAssessment(db, scope, assessmentId);
    const edited = editAssessment(current.body, edit);
    if (!edited.ok)
      throw new AppError('invalid-input', 'An edit was refused.', { problems: edited.problems });
    return saveAssessment(db, scope, assessmentId, revision, {
      body: edited.assessment,
      completeness: completeness(edited.assessment).share,
      changedBy: memberOf(actor).userId,
    });
  },
});
