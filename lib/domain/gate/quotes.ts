import type { Answer } from '../assessment/answer.ts';
import type { AnswerPath, Assessment } from '../assessment/assessment.ts';

/** What the client said, word for word, by the path of the answer that holds it. */
export function quotesOf(assessment: Assessment): ReadonlyMap<AnswerPath, string> {
  const quotes = new Map<AnswerPath, string>();
  const collect = (prefix: string, answers: Readonly<Record<string, Answer | undefined>>): void => {
    for (const [field, answer] of Object.entries(answers)) {
      if (answer?.quote !== undefined && answer.quote !== '') quotes.set(`${prefix}.${field}`, answer.quote);
    }
  };
  collect('answers', assessment.answers);
  for (const workload of assessment.workloads) collect(`workloads.${workload.id}`, workload.answers);
  for (const commitment of assessment.commitments)
    collect(`commitments.${commitment.id}`, commitment.answers);
  for (const hardware of assessment.hardware) collect(`hardware.${hardware.id}`, hardware.answers);
  return quotes;
}
