import { answerAt } from '../assessment/describe-answer.ts';
import type { AnswerPath, Assessment } from '../assessment/assessment.ts';
import type { Figure } from '../figure/figure.ts';
import type { Evidence } from './claim.ts';

/** The answer at a path as evidence; an open question where the client gave none or does not know. */
export function answerEvidence(assessment: Assessment, path: AnswerPath): Evidence {
  const answer = answerAt(assessment, path);
  return answer !== undefined && 'basis' in answer
    ? { kind: 'answer', answer: path }
    : { kind: 'unanswered', answer: path };
}

/** The figures that exist, as evidence. */
export function figureEvidence(...figures: readonly (Figure | undefined)[]): Evidence[] {
  return figures.flatMap((figure) =>
    figure === undefined ? [] : [{ kind: 'figure' as const, figure: figure.id }],
  );
}
