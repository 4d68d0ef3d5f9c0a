import { allAnswers } from '#lib/domain/assessment/describe-answer.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { readNumber } from '#lib/domain/assessment/read-answer.ts';
import type { FieldProblem } from '#lib/errors.ts';

/** More than will ever live at once: the United Nations expect a peak of 10.3 billion (World Population Prospects 2024). */
const mostPeople = 1.1e10;

const countsPeople = new Set(['employees', 'customers', 'activeUsers', 'possibleUsersPerDay']);

/** Answers that count more people than there are, by path: a slip of units that would be sized without a doubt otherwise. */
export function moreThanMankind(assessment: Assessment): FieldProblem[] {
  return allAnswers(assessment).flatMap(({ path, fieldId, field, answer }) => {
    if (field.kind !== 'number' || !countsPeople.has(fieldId) || !('unit' in answer)) return [];
    const reading = readNumber(field, answer);
    return reading !== undefined && reading.high > mostPeople
      ? [{ field: path, reason: 'counts more people than there are' }]
      : [];
  });
}
