import type { CostTable } from './cost-response.ts';
import { percentilesOf, type SimulatedBand } from './percentiles.ts';

/**
 * What a simulation runs over: path p of month m (from 1) stands at (m - 1) × paths + p. `loads` and `levels` come in
 * fewer draws than paths; path p takes draw p modulo their number, of each month in turn.
 */
export type SimulationInputs = {
  months: number;
  paths: number;
  /** Load relative to today's. */
  loads: Float64Array;
  /** Machine prices relative to today's. */
  prices: Float64Array;
  /** What the cost may be today, relative to its base case. */
  levels: Float64Array;
  /** The cost of a month by load and price. */
  costIn: (month: number) => CostTable;
};

/** The cost of every month and of all months together, in the unit of the cost. */
export type SimulatedCost = { months: SimulatedBand[]; total: SimulatedBand };

/** Runs the paths and takes their percentiles month by month; the total is summed up along each path, never over bands. */
export function simulateCost({
  months,
  paths,
  loads,
  prices,
  levels,
  costIn,
}: SimulationInputs): SimulatedCost {
  const draws = levels.length;
  const totals = new Float64Array(paths);
  const ofMonth = new Float64Array(paths);
  const bands: SimulatedBand[] = [];
  for (let month = 1; month <= months; month++) {
    const column = (month - 1) * paths;
    const costAt = costIn(month);
    for (let draw = 0; draw < draws; draw++) {
      const costOf = costAt(loads[(month - 1) * draws + draw] ?? 1);
      const level = levels[draw] ?? 1;
      for (let path = draw; path < paths; path += draws) {
        const cost = level * costOf(prices[column + path] ?? 1);
        ofMonth[path] = cost;
        totals[path] = (totals[path] ?? 0) + cost;
      }
    }
    bands.push(percentilesOf(ofMonth));
  }
  return { months: bands, total: percentilesOf(totals) };
}
