import { assumption } from '../../catalogue/assumption-lookup.ts';
import type { AssumptionId } from '../../catalogue/assumption.ts';
import type { Figure } from '../figure.ts';
import type { Engine } from './engine.ts';

/** The figure `assumption.<id>` of a row of the assumption table, with its band unless it is exact by definition. */
export function assumed(engine: Engine, id: AssumptionId): Figure {
  const row = assumption(engine.catalogue, id);
  return engine.ledger.leaf({
    id: `assumption.${id}`,
    kind: 'assumed',
    assumption: id,
    label: row.label,
    unit: row.unit,
    value: row.value,
    ...(row.p10 < row.p90 && { band: { p10: row.p10, p90: row.p90 } }),
  });
}
