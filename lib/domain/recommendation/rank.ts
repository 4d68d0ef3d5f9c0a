import type { Assessment } from '../assessment/assessment.ts';
import { confidenceIn } from '../claims/confidence.ts';
import type { Ledger } from '../figure/ledger.ts';
import { firstYearCost } from '../options/choose-option.ts';
import { missingSignature } from '../options/option.ts';
import type { Need } from '../run/run.ts';
import type { MergedDraft } from './merge-drafts.ts';
import {
  criteria,
  type Criterion,
  type CriterionScore,
  type Horizon,
  type Level,
  type Recommendation,
} from './recommendation.ts';

type Judgement = { value: number; because: string };

export type Weights = Readonly<Record<Criterion, number>>;

/** How much each criterion counts; they sum to 1 (decision 006). */
export const defaultWeights: Weights = {
  benefit: 0.3,
  cost: 0.2,
  risk: 0.15,
  urgency: 0.15,
  effort: 0.1,
  evidence: 0.1,
};

const levelValue: Readonly<Record<Level, number>> = { low: 1 / 3, medium: 2 / 3, high: 1 };
const urgencyValue: Readonly<Record<Horizon, number>> = { now: 1, next: 2 / 3, later: 1 / 3 };
/** What a criterion is worth when nothing can be told: neither an advantage nor a drawback. */
const undecided = 0.5;

/**
 * Recommendations by weighted score, best first; equal scores by key, so that the order never depends on chance. Each
 * criterion keeps its value, weight and reason. `weights` need not be the default.
 */
export function rankRecommendations(
  drafts: readonly MergedDraft[],
  context: { assessment: Assessment; ledger: Ledger; needs: readonly Need[] },
  weights: Weights = defaultWeights,
): Recommendation[] {
  return drafts
    .map((draft) => {
      const confidence = confidenceIn(draft.evidence, context.assessment, context.ledger);
      const scored = score(draft, confidence.value, context, weights);
      return {
        ...draft,
        confidence,
        score: {
          total: scored.reduce((sum, { weight, value }) => sum + weight * value, 0),
          criteria: scored,
        },
      };
    })
    .toSorted((a, b) => b.score.total - a.score.total || (a.key < b.key ? -1 : 1))
    .map((recommendation, index) => ({ ...recommendation, rank: index + 1 }));
}

function score(
  draft: MergedDraft,
  confidence: number,
  context: { ledger: Ledger; needs: readonly Need[] },
  weights: Weights,
): CriterionScore[] {
  const judged: Record<Criterion, Judgement> = {
    benefit: { value: levelValue[draft.benefit.level], because: draft.benefit.because },
    cost: judgeCost(draft, context),
    risk: { value: 1 - levelValue[draft.risk.level], because: draft.risk.because },
    urgency: { value: urgencyValue[draft.horizon], because: 'By when it must begin.' },
    effort: { value: 1 - levelValue[draft.effort.level], because: draft.effort.because },
    evidence: { value: confidence, because: 'The confidence in what it rests on.' },
  };
  return criteria.map((criterion) => ({ criterion, weight: weights[criterion], ...judged[criterion] }));
}

/** Where the option stands over its first year between the cheapest and the dearest comparable option of its need. */
function judgeCost(draft: MergedDraft, context: { ledger: Ledger; needs: readonly Need[] }): Judgement {
  const options = context.needs.find((need) => need.id === draft.need)?.options ?? [];
  const chosen = options.find((option) => option.id === draft.option);
  const cost = chosen === undefined ? undefined : firstYearCost(chosen, context.ledger);
  if (chosen === undefined || cost === undefined)
    return { value: undecided, because: 'It has no running price of its own to compare.' };
  if (chosen.proxy)
    return {
      value: undecided,
      because: 'Its price rests on a ratio, not on a row of its own, so it cannot win on cost.',
    };
  const costs = options
    .filter((option) => !option.proxy && missingSignature(option) === missingSignature(chosen))
    .flatMap((option) => firstYearCost(option, context.ledger) ?? []);
  const cheapest = Math.min(...costs);
  const dearest = Math.max(...costs);
  if (cheapest === dearest)
    return { value: undecided, because: 'No other option has the same parts priced.' };
  return {
    value: (dearest - cost) / (dearest - cheapest),
    because: 'Its place between the cheapest and the dearest option with the same parts priced.',
  };
}
