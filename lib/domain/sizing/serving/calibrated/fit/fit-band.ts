import { type FittedBand, spreadAt, type SpreadCoefficients, spreadInputs } from '../band.ts';
import type { LeftOut } from './leave-out.ts';
import { solve } from './least-squares.ts';
import { groupWeights } from './observation.ts';

/**
 * The band of a latency from errors on groups left out: a weighted ridge regression of log |error| on the load, and
 * quantiles of the errors over their spread. The quantiles are those of one more group than there are (conformal
 * prediction over groups), so that a new one is covered as often.
 *
 * @param errorOf log (measured / predicted) of a left-out row
 */
export function fitBand(leftOut: readonly LeftOut[], errorOf: (row: LeftOut) => number): FittedBand {
  const weights = groupWeights(leftOut.map(({ observation }) => observation));
  const spread = fitSpread(leftOut, weights, errorOf);
  const standardised = leftOut.map(
    (row) => errorOf(row) / spreadAt(spread, row.latencies, row.observation.read.decode.concurrency),
  );
  const groups = new Set(leftOut.map(({ observation }) => observation.group)).size;
  const tail = 0.1 * (groups / (groups + 1));
  return {
    spread,
    low: weightedQuantile(standardised, weights, tail),
    high: weightedQuantile(standardised, weights, 1 - tail),
  };
}

/** Keeps a vanishing error from dominating the logarithm: 3 % is below what repeats of one set-up differ by. */
const smallestError = 0.03;
/** Rows that the assumption of a constant spread is worth. */
const ridge = 20;

function fitSpread(
  leftOut: readonly LeftOut[],
  weights: Float64Array,
  errorOf: (row: LeftOut) => number,
): SpreadCoefficients {
  const rows = leftOut.map((row) => [
    1,
    ...spreadInputs(row.latencies, row.observation.read.decode.concurrency),
  ]);
  const size = 4;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const [at, inputs] of rows.entries()) {
    const row = leftOut[at];
    if (row === undefined) continue;
    const weight = weights[at] ?? 0;
    const target = Math.log(Math.abs(errorOf(row)) + smallestError);
    for (const [i, a] of inputs.entries()) {
      right[i] = (right[i] ?? 0) + weight * a * target;
      const line = matrix[i];
      if (line) for (const [j, b] of inputs.entries()) line[j] = (line[j] ?? 0) + weight * a * b;
    }
  }
  for (const [i, line] of matrix.entries()) if (i > 0) line[i] = (line[i] ?? 0) + ridge;
  const [base = 0, load = 0, interference = 0, full = 0] = solve(matrix, right);
  return { base, load: Math.max(0, load), interference: Math.max(0, interference), full: Math.max(0, full) };
}

/** The smallest value below or at which lies the share of the weight. */
export function weightedQuantile(values: readonly number[], weights: Float64Array, share: number): number {
  const order = values
    .map((value, at) => ({ value, weight: weights[at] ?? 0 }))
    .toSorted((a, b) => a.value - b.value);
  const total = order.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { value, weight } of order) {
    below += weight;
    if (below >= share * total) return value;
  }
  return order.at(-1)?.value ?? Number.NaN;
}
