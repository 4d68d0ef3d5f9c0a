import type { Evidence } from '../claims/claim.ts';
import type { SpecialistResult } from '../run/run.ts';
import type { SpecialistName } from '../run/specialist-name.ts';
import type { RecommendationDraft } from './recommendation.ts';

export type MergedDraft = RecommendationDraft & { specialists: SpecialistName[] };

/**
 * One recommendation per key: the same need, service and option is the same thing, however it is worded. The wording of
 * the first specialist stands; steps, risks, prerequisites and evidence of all are kept.
 */
export function mergeDrafts(results: readonly SpecialistResult[]): MergedDraft[] {
  const proposed = results.flatMap((result) =>
    result.findings.recommendations.map((draft) => ({ draft, by: result.name })),
  );
  return [...Map.groupBy(proposed, ({ draft }) => draft.key).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const drafts = same.map(({ draft }) => draft);
    return [
      {
        ...first.draft,
        steps: distinct(drafts.flatMap((draft) => draft.steps)),
        prerequisites: distinct(drafts.flatMap((draft) => draft.prerequisites)),
        risks: distinct(drafts.flatMap((draft) => draft.risks)),
        evidence: distinctEvidence(drafts.flatMap((draft) => draft.evidence)),
        specialists: distinct(same.map(({ by }) => by)),
      },
    ];
  });
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((item) => [JSON.stringify(item), item])).values()];
}
