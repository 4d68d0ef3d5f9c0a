import { AppError } from '#lib/errors.ts';
import type { Assumption, AssumptionId } from './assumption.ts';
import type { Catalogue } from './catalogue.ts';

/** The assumption of this id. Throws `internal` for a catalogue that was not read through the checked reader. */
export function assumption(catalogue: Catalogue, id: AssumptionId): Assumption {
  const found = catalogue.index.assumptions.get(id);
  if (found === undefined) throw new AppError('internal', `the catalogue has no assumption ${id}`);
  return found;
}

/**
 * Factor on 730 hours of a Google machine that runs the whole month: sustained-use discount of N1 and N2. Undefined for
 * series without it or whose factor is not in the table.
 */
export function sustainedUseFactor(catalogue: Catalogue, sku: string): Assumption | undefined {
  if (sku.startsWith('n2-')) return assumption(catalogue, 'gcp.sustained-use-factor.n2');
  if (sku.startsWith('n1-')) return assumption(catalogue, 'gcp.sustained-use-factor.n1');
  return undefined;
}
