import type { Assessment } from '../assessment/assessment.ts';
import type { Ledger } from '../figure/ledger.ts';
import type { SpecialistResult } from '../run/run.ts';
import type { Claim, Dissent, Question } from './claim.ts';
import { confidenceIn } from './confidence.ts';

/** What comes out when the specialists' claims meet. */
export type Review = { claims: Claim[]; dissents: Dissent[]; questions: Question[] };

/**
 * Lays the claims of all specialists side by side: on one subject and need, different positions are a dissent, which keeps
 * every claim. Questions for the client are told once each, under the specialist who asked first.
 */
export function meetClaims(
  results: readonly SpecialistResult[],
  assessment: Assessment,
  ledger: Ledger,
): Review {
  const claims = results.flatMap((result) =>
    result.findings.claims.map((draft, index) => ({
      ...draft,
      id: `${result.name}.${index + 1}`,
      specialist: result.name,
      confidence: confidenceIn(draft.evidence, assessment, ledger),
    })),
  );
  return { claims, dissents: dissentsAmong(claims), questions: questionsOf(results) };
}

function dissentsAmong(claims: readonly Claim[]): Dissent[] {
  const groups = Map.groupBy(claims, (claim) => `${claim.subject} of ${claim.need}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const positions = new Set(group.map((claim) => claim.position));
    if (first === undefined || positions.size < 2) return [];
    return [{ subject: first.subject, need: first.need, claims: group.map((claim) => claim.id) }];
  });
}

function questionsOf(results: readonly SpecialistResult[]): Question[] {
  const asked = results.flatMap((result) =>
    result.findings.questions.map((question) => ({ ...question, specialist: result.name })),
  );
  return [...Map.groupBy(asked, (question) => question.answer).values()].flatMap((same) => same.slice(0, 1));
}
