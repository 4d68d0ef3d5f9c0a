import type { AnswerPath, Assessment } from '../assessment/assessment.ts';
import { allAnswers } from '../assessment/describe-answer.ts';

/** What the client said, word for word, by the path of the answer that holds it. */
export function quotesOf(assessment: Assessment): ReadonlyMap<AnswerPath, string> {
  const quotes = new Map<AnswerPath, string>();
  for (const { path, answer } of allAnswers(assessment)) {
    if (answer.quote !== undefined && answer.quote !== '') quotes.set(path, answer.quote);
  }
  return quotes;
}
