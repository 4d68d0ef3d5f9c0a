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
  /** The cost by month, load and price. */
  costAt: (month: number, load: number, price: number) => number;
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
  costAt,
}: SimulationInputs): SimulatedCost {
  const draws = levels.length;
  const totals = new Float64Array(paths);
  const ofMonth = new Float64Array(paths);
  const bands: SimulatedBand[] = [];
  for (let month = 1; month <= months; month++) {
    const column = (month - 1) * paths;
    const loadsOfMonth = (month - 1) * draws;
    for (let path = 0; path < paths; path++) {
      const draw = path % draws;
      const load = loads[loadsOfMonth + draw] ?? 1;
      const cost = (levels[draw] ?? 1) * costAt(month, load, prices[column + path] ?? 1);
      ofMonth[path] = cost;
      totals[path] = (totals[path] ?? 0) + cost;
    }
    bands.push(percentilesOf(ofMonth));
  }
  return { months: bands, total: percentilesOf(totals) };
}
