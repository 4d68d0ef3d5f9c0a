import { readValue } from '../assessment/read-answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Missing } from '../options/option.ts';
import type { Need } from '../run/run.ts';

/** What no engine can compute yet for this client, named. */
export function analysisGaps(assessment: Assessment, needs: readonly Need[]): Missing[] {
  const gaps: Missing[] = [];
  const { answers, workloads, commitments } = assessment;
  if (workloads.length === 0) return gaps;
  const clouds = readValue(answers.clouds) ?? [];
  if (clouds.includes('ibm') || clouds.includes('alibaba') || clouds.includes('other'))
    gaps.push({
      what: 'Prices of the other clouds in use',
      because: 'The catalogue has prices of AWS, Microsoft Azure and Google Cloud.',
    });
  for (const { id, answers: commitment } of commitments) {
    if (
      readValue(commitment.provider) === undefined ||
      commitment.amount === undefined ||
      commitment.used === undefined
    )
      gaps.push({
        what: 'What of a commitment is still free',
        because: 'Its amount, or how much of it is used, is not said.',
        settledBy: `commitments.${id}.${commitment.amount === undefined ? 'amount' : 'used'}`,
      });
  }
  if (answers.problemCostPerYear !== undefined || answers.claimedBenefitPerYear !== undefined)
    gaps.push({
      what: 'How much of the claimed benefit will be reached',
      because: "The benefit is the client's own claim; only a measured pilot can confirm it.",
    });
  if (commitments.length > 0 || answers.cloudSpend !== undefined)
    gaps.push({
      what: 'Negotiated discounts',
      because: "Every price is a list price; the client's own contract may grant others.",
    });
  for (const need of needs) {
    if (need.options.length === 0)
      gaps.push({
        what: need.title,
        because: 'It cannot be sized from what is known; its own list says what is missing.',
      });
  }
  return gaps;
}
