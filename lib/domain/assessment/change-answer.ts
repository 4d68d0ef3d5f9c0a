import type { FieldProblem } from '../../errors.ts';
import type { Answer } from './answer.ts';
import type { AnswerPath, Assessment } from './assessment.ts';
import { parseAssessment } from './parse-assessment.ts';
import type { ParsedAssessment } from './parse-assessment.ts';
import { aboutClient, collections, questionAt } from './questions.ts';

/**
 * The assessment with one answer set, or taken away when `answer` is undefined; or the reasons why the answer does not
 * fit its question. Nothing else changes, and the assessment given stays as it was.
 */
export function changeAnswer(assessment: Assessment, path: AnswerPath, answer: unknown): ParsedAssessment {
  const question = questionAt(assessment, path);
  if (question === undefined) return refused(path, 'is not a question that is asked here');
  const { fieldId } = question;
  const place = path.slice(0, -fieldId.length - 1);
  if (place === 'answers') {
    return parseAssessment({
      ...assessment,
      answers: withAnswer(aboutClient(assessment).answers, fieldId, answer),
    });
  }
  const changed = collections.map((collection) => [
    collection,
    assessment[collection].map((entry) =>
      `${collection}.${entry.id}` === place
        ? { ...entry, answers: withAnswer(entry.answers, fieldId, answer) }
        : entry,
    ),
  ]);
  return parseAssessment({ ...assessment, ...Object.fromEntries(changed) });
}

/** The assessment under another title or for another client; an undefined client takes the name away. */
export function changeHeading(
  assessment: Assessment,
  { title, client }: { title: string; client: string | undefined },
): ParsedAssessment {
  const { client: _before, ...rest } = assessment;
  return parseAssessment(client === undefined ? { ...rest, title } : { ...rest, title, client });
}

function withAnswer(
  answers: Readonly<Record<string, Answer | undefined>>,
  fieldId: string,
  answer: unknown,
): Record<string, unknown> {
  const { [fieldId]: _before, ...others } = answers;
  return answer === undefined ? others : { ...others, [fieldId]: answer };
}

function refused(field: string, reason: string): { ok: false; problems: FieldProblem[] } {
  return { ok: false, problems: [{ field, reason }] };
}
