import type { AnswerPath } from '#lib/domain/assessment/assessment.ts';
import type { FieldProblem } from '#lib/errors.ts';
import type { PartProblem } from './draft.ts';

/** What is missing for an answer, as sentences. */
export function partProblems(problems: readonly PartProblem[]): string[] {
  return problems.map(({ reason }) => reason);
}

/** Why the server refused the answer at `path`, as sentences that name the part of the answer. */
export function refusalProblems(path: AnswerPath, problems: readonly FieldProblem[]): string[] {
  return problems.map(({ field, reason }) => {
    if (!field.startsWith(path)) return `${field} ${reason}.`;
    const part = /^\w*/.exec(field.slice(path.length + 1))?.[0] ?? '';
    return `${partNames[part] ?? 'The answer'} ${reason}.`;
  });
}

const partNames: Readonly<Record<string, string>> = {
  low: 'The low end',
  high: 'The high end',
  unit: 'The unit',
  currency: 'The currency',
  period: 'The period',
  quote: 'The quote',
};
