import type { Assessment } from '../assessment/assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { unusedCommitments } from '../costing/commitments.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import { LedgerBuilder } from '../figure/ledger-builder.ts';
import { type Market, marketOf } from '../options/market.ts';
import { residencyOf } from '../options/places.ts';
import type { BaseAnalysis } from '../run/run.ts';
import { stateAnswers } from '../sizing/load/state-answers.ts';
import { analysisGaps } from './analysis-gaps.ts';
import { needOf } from './need-of.ts';
import { freePower } from './room-power.ts';
import { summariseWhole } from './whole.ts';

/**
 * The base ledger and the priced options of every need, from the frozen answers and the catalogue alone: the same input
 * gives the same figures, bands included. An assessment without answers gives no figure and no need.
 */
export function computeBase(assessment: Assessment, catalogue: Catalogue): BaseAnalysis {
  const engine: Engine = { assessment, catalogue, ledger: new LedgerBuilder() };
  stateAnswers(engine);
  freePower(engine);
  const unused = unusedCommitments(engine);
  const marketFor = marketsByResidency(assessment, catalogue);
  const needs = assessment.workloads.map((workload) => {
    const residency = residencyOf(assessment, workload);
    const market = marketFor(residency);
    return needOf({ engine, workload, market, residency, unusedCommitments: unused });
  });
  const sumGaps = summariseWhole(engine, needs, unused);
  return {
    figures: [...engine.ledger.added()],
    needs,
    missing: [...analysisGaps(assessment, needs), ...sumGaps],
  };
}

/** Needs under the same residency share a market: building one looks through every price. */
function marketsByResidency(
  assessment: Assessment,
  catalogue: Catalogue,
): (residency: readonly string[]) => Market {
  const built = new Map<string, Market>();
  return (residency) => {
    const key = residency.toSorted().join(' ');
    const market = built.get(key) ?? marketOf(assessment, catalogue, residency);
    built.set(key, market);
    return market;
  };
}
