import type { Answer } from '#lib/domain/assessment/answer.ts';
import type { AnswerPath } from '#lib/domain/assessment/assessment.ts';
import { describeAnswer } from '#lib/domain/assessment/describe-answer.ts';
import type { Field } from '#lib/domain/assessment/field.ts';
import type { Question } from '#lib/domain/assessment/questions.ts';
import type { QuestionGroup } from './sections.ts';

/** A question as a page sends it to the browser: with what is stored, and how that reads. */
export type AskedQuestion = {
  path: AnswerPath;
  field: Field;
  answer: Answer | undefined;
  reads: string | undefined;
};

export type AskedGroup = { title: string | undefined; questions: AskedQuestion[] };

/** The questions of a page with how their answers read. */
export function askedGroups(groups: readonly QuestionGroup[]): AskedGroup[] {
  return groups.map(({ title, questions }) => ({ title, questions: questions.map(asked) }));
}

function asked({ path, field, answer }: Question): AskedQuestion {
  return {
    path,
    field,
    answer,
    reads: answer === undefined ? undefined : describeAnswer(field, answer),
  };
}
