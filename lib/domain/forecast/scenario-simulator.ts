import type { Figure, FigureId } from '../figure/figure.ts';
import { drawSamples, sampleCount } from '../figure/sampling.ts';
import { type CostResponse, type CostTable, type Reach, tabulatedCost } from './cost-response.ts';
import { loadFactorAt } from './growth.ts';
import type { GrowthScenario } from './growth-scenarios.ts';
import type { MachinePrices } from './machine-price-process.ts';
import { pricePaths } from './price-paths.ts';
import { randomStream } from './random-stream.ts';
import { simulateCost, type SimulatedCost } from './simulate-cost.ts';

/** `seed` fixes every draw; options forecast with the same seed see the same prices and the same growth. */
export type ForecastTerms = { months: number; paths: number; seed: string };

/** How load and kept data grow: the load for any way to read the figures that it rests on, the data per year. */
export type SimulatedGrowth = Pick<GrowthScenario, 'growthBy'> & { storageGrowthPercent: number };

/** What is simulated: a cost, how it answers to its drivers, and how the prices of its machines move. */
export type SimulatedOption = { cost: Figure; response: CostResponse; prices: MachinePrices };

/**
 * A function that simulates the cost under any way of growth. Prices and today's cost are drawn once, so that scenarios
 * differ by their growth alone. Where no price moves, the draws of the ledger are all the paths there are.
 */
export function scenarioSimulator(
  { cost, response, prices }: SimulatedOption,
  { months, paths: wanted, seed }: ForecastTerms,
): (growth: SimulatedGrowth) => SimulatedCost {
  const { ceiling, heldMonths } = prices;
  const paths = prices.process.kind === 'constant' ? sampleCount : wanted;
  const listPrices = pricePaths(
    prices.process,
    { months, paths, ceiling },
    randomStream(`${seed}/${prices.key}`),
  );
  const paid = heldFor(heldMonths, listPrices, paths);
  const levels = levelsOf(cost);
  const priceReach = reachOf(paid);
  return ({ growthBy, storageGrowthPercent }) => {
    const loads = loadsOf(growthBy, months);
    const reach = { load: reachOf(loads), price: priceReach };
    const table = (month: number) => tabulatedCost(response, storageAt(storageGrowthPercent, month), reach);
    const ofAnyMonth = storageGrowthPercent === 0 ? table(1) : undefined;
    const costIn = (month: number): CostTable => ofAnyMonth ?? table(month);
    return simulateCost({ months, paths, loads, prices: paid, levels, costIn });
  };
}

/** The band of a figure, widened where the base case lies outside of it. */
export function bandAround({ value, band }: Figure): { p10: number; p90: number } {
  return { p10: Math.min(band?.p10 ?? value, value), p90: Math.max(band?.p90 ?? value, value) };
}

/** Prices that a contract holds: those of today for its months, then those of the day of renewal for as many. */
function heldFor(heldMonths: number, prices: Float64Array, paths: number): Float64Array {
  if (heldMonths === 0) return prices;
  return prices.map((_, at) => {
    const month = Math.floor(at / paths) + 1;
    const renewed = Math.floor(month / heldMonths) * heldMonths;
    return renewed === 0 ? 1 : (prices[(renewed - 1) * paths + (at % paths)] ?? 1);
  });
}

/** What the cost may be today over its base case, in the draws that a ledger takes. */
function levelsOf(cost: Figure): Float64Array {
  if (cost.value <= 0) return new Float64Array(sampleCount).fill(1);
  const draws = drawSamples(cost.id, cost.value, bandAround(cost));
  return Float64Array.from({ length: sampleCount }, (_, draw) => (draws[draw] ?? cost.value) / cost.value);
}

/** A load of zero has no logarithm; at this share of today's nothing that grows with the load costs anything. */
const leastLoad = 1e-6;

/** The load of every month and draw; answers with a band are drawn as a ledger draws them. */
function loadsOf(growthBy: GrowthScenario['growthBy'], months: number): Float64Array {
  const draws = new Map<FigureId, Float64Array>();
  const drawsOf = (figure: Figure): Float64Array => {
    const known = draws.get(figure.id) ?? drawSamples(figure.id, figure.value, figure.band);
    draws.set(figure.id, known);
    return known;
  };
  const growths = Array.from({ length: sampleCount }, (_, draw) =>
    growthBy((figure) => {
      const drawn = drawsOf(figure);
      return drawn[drawn.length === 1 ? 0 : draw] ?? figure.value;
    }),
  );
  const loads = new Float64Array(months * sampleCount);
  for (const [draw, growth] of growths.entries())
    for (let month = 1; month <= months; month++)
      loads[(month - 1) * sampleCount + draw] = Math.max(leastLoad, loadFactorAt(growth, month));
  return loads;
}

function reachOf(factors: Float64Array): Reach {
  let [lowest, highest] = [1, 1];
  for (let at = 0; at < factors.length; at++) {
    const factor = factors[at] ?? 1;
    if (factor < lowest) lowest = factor;
    if (factor > highest) highest = factor;
  }
  return { lowest, highest };
}

/** Kept data grows by the same amount every year. */
function storageAt(growthPercent: number, month: number): number {
  return loadFactorAt({ shape: 'linear', sharePerYear: growthPercent / 100 }, month);
}
