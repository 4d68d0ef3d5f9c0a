import { z } from 'zod';
import { createAssessment as insertAssessment } from '#lib/data/assessment/assessments.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import { largestImportBytes, tooLargeToImport } from '#lib/domain/assessment/import-size.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** Creates an assessment from a JSON file, as it stands or not at all: every refusal names field and reason. */
export const importAssessment = useCase({
  action: 'assessment:create',
  input: z.strictObject({ engagementId: z.string(), text: z.string() }),
  async perform({ db }, actor, { engagementId, text }) {
    if (Buffer.byteLength(text) > largestImportBytes)
      throw new AppError('too-large', 'An import is too large.', { say: tooLargeToImport });
    const parsed = parseAssessmentText(text);
    if (!parsed.ok)
      throw new AppError('invalid-input', 'An import was refused.', {
        say: 'The file was not imported.',
        problems: parsed.problems,
      });
    const assessment = await insertAssessment(db, scopeOf(actor), {
      engagementId,
      body: parsed.assessment,
      completeness: completeness(parsed.assessment).share,
      createdBy: memberOf(actor).userId,
    });
    await record(
      { db },
      actor,
      'assessment:create',
      { kind: 'assessment', id: assessment.id },
      { by: 'import' },
    );
    return assessment;
  },
});
