import { citation } from '../../catalogue/citation.ts';
import type { Provenance, RowId } from '../../catalogue/provenance.ts';
import type { Band, Figure } from '../figure.ts';
import type { FigureUnit } from '../unit.ts';
import type { Engine } from './engine.ts';

type Row = Provenance & { readonly id: RowId; readonly region?: string };
type Column = { column: string; label: string; unit: FigureUnit; value: number; band?: Band };

/** The figure `price.<row>.<column>` of a list price or another published value, with source and date. */
export function listed(engine: Engine, row: Row, column: Column): Figure {
  return fromRow(engine, 'listed', 'price', row, column);
}

/** The figure `fact.<row>.<column>` of a measured or data sheet value; with a band where it is fitted to measurements. */
export function measured(engine: Engine, row: Row, column: Column): Figure {
  return fromRow(engine, 'measured', 'fact', row, column);
}

function fromRow(
  engine: Engine,
  kind: 'listed' | 'measured',
  prefix: string,
  row: Row,
  { column, label, unit, value, band }: Column,
): Figure {
  return engine.ledger.leaf({
    id: `${prefix}.${row.id}.${column}`,
    kind,
    row: row.id,
    label,
    unit,
    value,
    ...(band !== undefined && { band }),
    source: citation(engine.catalogue, row),
    ...(row.asOf !== null && { asOf: row.asOf }),
  });
}
