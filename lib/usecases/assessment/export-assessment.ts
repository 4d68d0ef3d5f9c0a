import { z } from 'zod';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { record } from '../audit/record.ts';
import { fileNameOf } from './file-name.ts';
import { useCase } from '../use-case.ts';

/** The assessment as a JSON file that can be imported again, with a file name. */
export const exportAssessment = useCase({
  action: 'assessment:export',
  input: z.strictObject({ assessmentId: z.string() }),
  async perform({ db }, actor, { assessmentId }) {
    const assessment = await getAssessment(db, scopeOf(actor), assessmentId);
    await record({ db }, actor, 'assessment:export', { kind: 'assessment', id: assessment.id });
    return {
      fileName: `${fileNameOf(assessment.title)}.json`,
      json: `${JSON.stringify(assessment.body, null, 2)}\n`,
    };
  },
});
