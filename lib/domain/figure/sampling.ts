import { createHash } from 'node:crypto';
import type { Band } from './figure.ts';

/** Draws per figure. p10 and p90 of 256 draws move by about 3 % of the band from seed to seed. */
export const sampleCount = 256;

/** The z-score of the 90th percentile of the normal distribution: half the width of an 80 % band. */
const zOfP90 = 1.2815515655446004;

/**
 * Draws for a figure that is not computed; a single one when it has no band. The seed is the figure's own id, so that two totals that rest on one figure
 * see the same draws, whatever else is in the ledger. Around positive values the two sides of the band are log-normal,
 * each with its own spread and the base case as median; otherwise they are normal. What cannot be negative by its band
 * is never drawn negative.
 */
export function drawSamples(id: string, value: number, band: Band | undefined): Float64Array {
  if (band === undefined) return Float64Array.of(value);
  const logarithmic = band.p10 > 0 && value > 0;
  const below = logarithmic ? Math.log(value / band.p10) / zOfP90 : (value - band.p10) / zOfP90;
  const above = logarithmic ? Math.log(band.p90 / value) / zOfP90 : (band.p90 - value) / zOfP90;
  const normals = standardNormals(id);
  return normals.map((z) => {
    const spread = z < 0 ? below : above;
    if (logarithmic) return value * Math.exp(spread * z);
    return band.p10 >= 0 ? Math.max(0, value + spread * z) : value + spread * z;
  });
}

/** The 10th and 90th percentile (nearest rank). */
export function bandOf(samples: Float64Array): Band {
  const sorted = samples.toSorted();
  const rank = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p10: rank(0.1), p90: rank(0.9) };
}

/**
 * Stratified standard normal draws in an order that the seed shuffles: one draw from the middle of each of
 * `sampleCount` equally likely slices (Latin hypercube sampling, McKay, Beckman and Conover, 1979).
 */
function standardNormals(seed: string): Float64Array {
  const order = Array.from({ length: sampleCount }, (_, index) => index);
  const next = generator(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(next() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[pick] ?? 0;
    order[pick] = held;
  }
  return Float64Array.from(order, (slice) => inverseNormal((slice + 0.5) / sampleCount));
}

/** mulberry32 (Tommy Ettinger, 2017, public domain): uniform in [0, 1), seeded by the SHA-256 of a text. */
function generator(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Quantile of the standard normal distribution; Abramowitz and Stegun 26.2.23, absolute error below 4.5e-4. */
function inverseNormal(probability: number): number {
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(tail));
  const size =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return probability < 0.5 ? -size : size;
}
