import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { AppError } from '#lib/errors.ts';
import { moreThanMankind } from './more-than-mankind.ts';
import { readInput } from './read-input.ts';

/** The assessment of a line, nulls left out. Throws `invalid-input` with every field that is not valid. */
export function readAssessment(text: string): Assessment {
  const asWritten = parseAssessmentText(text);
  const parsed =
    !asWritten.ok && text.includes('null') ? parseAssessmentText(JSON.stringify(readInput(text))) : asWritten;
  const problems = parsed.ok ? moreThanMankind(parsed.assessment) : parsed.problems;
  if (parsed.ok && problems.length === 0) return parsed.assessment;
  throw new AppError('invalid-input', 'The line is not a valid assessment.', { problems });
}
