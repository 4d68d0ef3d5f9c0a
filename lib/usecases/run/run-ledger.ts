import type { Figure } from '#lib/domain/figure/figure.ts';
import { type Ledger, ledgerOf } from '#lib/domain/figure/ledger.ts';
import type { BaseAnalysis, SpecialistResult } from '#lib/domain/run/run.ts';

/** All figures of a run: the base ledger and what each specialist added. */
export function runLedger(base: BaseAnalysis, results: readonly SpecialistResult[]): Ledger {
  return ledgerOf([...base.figures, ...results.flatMap((result): Figure[] => result.findings.figures)]);
}
