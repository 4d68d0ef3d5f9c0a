import type { Latencies } from './latencies.ts';
import type { Latency } from './setup.ts';

/**
 * How the spread of errors grows, as coefficients of its logarithm: with the load beyond 64 requests, with the time that
 * others' prompts take, and where memory limits the requests in flight.
 */
export type SpreadCoefficients = {
  readonly base: number;
  readonly load: number;
  readonly interference: number;
  readonly full: number;
};

/**
 * An 80 % band for a group of set-ups that was not measured: quantiles of the standardised errors of groups left out of
 * the fit (split conformal prediction; Lei et al., Distribution-Free Predictive Inference for Regression, 2018).
 */
export type FittedBand = {
  readonly spread: SpreadCoefficients;
  /** Quantiles of (log measured - log predicted) / spread. */
  readonly low: number;
  readonly high: number;
};

/** Standard deviation, up to a factor, of the logarithmic error at a load. */
export function spreadAt(spread: SpreadCoefficients, latencies: Latencies, concurrency: number): number {
  const [load, interference, full] = spreadInputs(latencies, concurrency);
  return Math.exp(spread.base + spread.load * load + spread.interference * interference + spread.full * full);
}

/** What the spread depends on, in the order of its coefficients after the base. */
export function spreadInputs(
  latencies: Latencies,
  concurrency: number,
): readonly [load: number, interference: number, full: number] {
  return [
    Math.max(0, Math.log(concurrency / 64)),
    Math.log1p(latencies.interference),
    concurrency > 0.7 * latencies.room ? 1 : 0,
  ];
}

/** Median and band, ms. `widening` is 1 within what was measured. */
export function bandAround(medianMs: number, spread: number, fitted: FittedBand, widening: number): Latency {
  return {
    p10: medianMs * Math.exp(fitted.low * spread * widening),
    p50: medianMs,
    p90: medianMs * Math.exp(fitted.high * spread * widening),
  };
}
