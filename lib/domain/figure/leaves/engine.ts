import type { Assessment } from '../../assessment/assessment.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { LedgerBuilder } from '../ledger-builder.ts';
import type { Ledger } from '../ledger.ts';

/** What every part of the computation works with: the frozen inputs, and the ledger it writes. */
export type Engine = {
  readonly assessment: Assessment;
  readonly catalogue: Catalogue;
  readonly ledger: LedgerBuilder;
};

/** The same engine over a scratch ledger on top of `base`, to try a design out before it is written down. */
export function sketchOver(engine: Engine, base: Ledger): Engine {
  return { ...engine, ledger: new LedgerBuilder(base, { bands: 'left-out' }) };
}
