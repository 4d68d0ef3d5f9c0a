import type { Figure } from '../figure/figure.ts';

/** Standard normal quantiles: how many times as far as the 90th percentile the 99th lies from the median. */
const p99OverP90 = 2.3263478740408408 / 1.2815515655446004;

/**
 * From the 1st to the 99th percentile of a figure with a band, by the distribution that its draws have: log-normal on
 * each side of the base case where everything is positive, else normal and not below zero where the band is not.
 * Undefined for a figure without a band: there is nothing that it may be beside what it is.
 */
export function plausibleRange({ value, band }: Figure): { p1: number; p99: number } | undefined {
  if (band === undefined) return undefined;
  if (band.p10 > 0 && value > 0)
    return { p1: value * (band.p10 / value) ** p99OverP90, p99: value * (band.p90 / value) ** p99OverP90 };
  const p1 = value + (band.p10 - value) * p99OverP90;
  return { p1: band.p10 >= 0 ? Math.max(0, p1) : p1, p99: value + (band.p90 - value) * p99OverP90 };
}
