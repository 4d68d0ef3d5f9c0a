import type { FigureId } from '#lib/domain/figure/figure.ts';
import type { Formula } from '#lib/domain/figure/formula.ts';
import { figureOf, type Ledger } from '#lib/domain/figure/ledger.ts';
import { loadFactorAt, type Growth } from '#lib/domain/forecast/growth.ts';
import type { CostDrivers } from '#lib/domain/forecast/drivers.ts';
import type { SimulatedBand } from '#lib/domain/forecast/percentiles.ts';
import { formulas } from '#lib/domain/formulas.ts';

type NaiveInputs = {
  ledger: Ledger;
  cost: FigureId;
  drivers: CostDrivers;
  growth: Growth;
  /** As `pricePaths` lays them out. */
  prices: Float64Array;
  months: number;
  paths: number;
};

/** One scenario as it would be written first: every month of every path through the whole graph of figures, sorted at the end. */
export function naiveForecast({
  ledger,
  cost,
  drivers,
  growth,
  prices,
  months,
  paths,
}: NaiveInputs): SimulatedBand[] {
  return Array.from({ length: months }, (_, at) => {
    const costs = Array.from({ length: paths }, (__, path) => {
      const load = loadFactorAt(growth, at + 1);
      const price = prices[at * paths + path] ?? 1;
      const moved = new Map([
        ...drivers.load.map((id) => [id, figureOf(ledger, id).value * load] as const),
        ...drivers.machinePrices.map((id) => [id, figureOf(ledger, id).value * price] as const),
      ]);
      return valueOf(ledger, cost, moved);
    }).toSorted((a, b) => a - b);
    const rank = (share: number): number => costs[Math.floor(share * paths)] ?? Number.NaN;
    return { p10: rank(0.1), p50: rank(0.5), p90: rank(0.9) };
  });
}

function valueOf(ledger: Ledger, id: FigureId, moved: Map<FigureId, number>): number {
  const known = moved.get(id);
  if (known !== undefined) return known;
  const figure = figureOf(ledger, id);
  if (figure.kind !== 'computed') return figure.value;
  const formula: Formula = formulas[figure.formula];
  const value = formula.evaluate(...figure.inputs.map((input) => valueOf(ledger, input, moved)));
  moved.set(id, value);
  return value;
}
