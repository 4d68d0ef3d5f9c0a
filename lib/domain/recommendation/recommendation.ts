import type { Confidence, Evidence } from '../claims/claim.ts';
import type { Prose } from '../gate/prose.ts';
import type { NeedId, OptionId } from '../options/option.ts';
import type { SpecialistName } from '../run/specialist-name.ts';

export const categories = {
  serving: 'Serving',
  training: 'Training',
  architecture: 'Architecture',
  cost: 'Cost',
  security: 'Security',
  compliance: 'Compliance',
  resilience: 'Resilience',
  organisation: 'Organisation',
} as const;
export type Category = keyof typeof categories;

export const levels = ['low', 'medium', 'high'] as const;
export type Level = (typeof levels)[number];

export const horizons = { now: 'First month', next: 'Within a quarter', later: 'Within a year' } as const;
export type Horizon = keyof typeof horizons;

/** What a specialist proposes. Levels follow from facts by rules that `because` states. */
export type RecommendationDraft = {
  /** `${need}/${action slug}` or `${need}/${service}/${option}`: stable from run to run. */
  key: string;
  need: NeedId;
  option?: OptionId | undefined;
  category: Category;
  title: Prose;
  summary: Prose;
  benefit: { level: Level; because: Prose };
  effort: { level: Level; because: Prose };
  risk: { level: Level; because: Prose };
  horizon: Horizon;
  steps: Prose[];
  prerequisites: Prose[];
  risks: Prose[];
  evidence: Evidence[];
};

/** What the ranking weighs. */
export const criteria = ['benefit', 'cost', 'risk', 'urgency', 'effort', 'evidence'] as const;
export type Criterion = (typeof criteria)[number];

/** What the criteria are called: each so that more of it is better. */
export const criterionLabels: Readonly<Record<Criterion, string>> = {
  benefit: 'Benefit',
  cost: 'Cost',
  risk: 'Low risk',
  urgency: 'Urgency',
  effort: 'Little effort',
  evidence: 'Evidence',
};

/** One criterion of the ranking: value 0 to 1, weight as used, and the reason a person can read. */
export type CriterionScore = { criterion: Criterion; weight: number; value: number; because: Prose };

/** A merged, ranked recommendation. `specialists` are all who proposed it. */
export type Recommendation = RecommendationDraft & {
  rank: number;
  specialists: SpecialistName[];
  score: { total: number; criteria: CriterionScore[] };
  confidence: Confidence;
};
