import type { Assessment } from '../assessment/assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ClaimDraft } from '../claims/claim.ts';
import { type BuildOrBuy, pairsToCompare, writeBuildOrBuy } from '../costing/build-or-buy/build-or-buy.ts';
import { type CostCurve, costCurves } from '../costing/build-or-buy/curves.ts';
import { commitmentClaim } from '../costing/commitment/commitment-claim.ts';
import { type CommitmentPlans, writeCommitmentPlans } from '../costing/commitment/commitment-plan.ts';
import { type Tco, type TcoTerms, writeTco } from '../costing/tco/tco.ts';
import type { Figure } from '../figure/figure.ts';
import type { Ledger } from '../figure/ledger.ts';
import { LedgerBuilder } from '../figure/ledger-builder.ts';
import { frontsOfNeed, type NeedFront } from '../options/candidates/fronts-of-need.ts';
import type { Need } from '../run/run.ts';

/** What goes deeper than the price of an option: over time, over volume, over commitments, over everything there is to rent. */
export type CostDepth = {
  /** Everything that was written beside the base ledger; the ids below name these and those of the base. */
  figures: Figure[];
  tco: Tco[];
  commitments: { plans: CommitmentPlans; claim: ClaimDraft }[];
  buildOrBuy: (BuildOrBuy & { curves: CostCurve[] })[];
  fronts: NeedFront[];
};

/**
 * The depth of costs of one need of a run, from its frozen inputs and its base ledger, which stays as it is. The same input
 * gives the same figures. Throws `invalid-input` for a horizon that total costs do not have.
 */
export function costDepth(
  inputs: { assessment: Assessment; catalogue: Catalogue; ledger: Ledger },
  { id, options }: Need,
  terms?: TcoTerms,
): CostDepth {
  const { assessment, ledger: base } = inputs;
  const ledger = new LedgerBuilder(base);
  const engine = { ...inputs, ledger };
  const workload = assessment.workloads.find((one) => one.id === id);
  const tco = options.flatMap((option) => writeTco(engine, option, terms) ?? []);
  const commitments = options.flatMap((option) => {
    const plans = writeCommitmentPlans(engine, option);
    return plans === undefined ? [] : [{ plans, claim: commitmentClaim(ledger, option, plans) }];
  });
  const buildOrBuy = pairsToCompare(engine, options).flatMap(({ buy, build }) => {
    const compared = writeBuildOrBuy(engine, buy, build);
    return compared === undefined || workload === undefined
      ? []
      : [{ ...compared, curves: costCurves(base, workload, [buy, build]) }];
  });
  return {
    figures: [...ledger.added()],
    tco,
    commitments,
    buildOrBuy,
    fronts: workload === undefined ? [] : frontsOfNeed(inputs, workload),
  };
}
