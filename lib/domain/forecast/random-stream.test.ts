import { describe, expect, it } from 'vitest';
import { randomStream } from './random-stream.ts';

const many = 40_000;

function draws(draw: () => number): Float64Array {
  return Float64Array.from({ length: many }, draw).toSorted();
}

describe('a stream of random numbers', () => {
  it('is fixed by its seed', () => {
    const [a, b, other] = ['seed', 'seed', 'another seed'].map(randomStream);
    const first = Array.from({ length: 20 }, () => a?.uniform());
    expect(Array.from({ length: 20 }, () => b?.uniform())).toEqual(first);
    expect(Array.from({ length: 20 }, () => other?.uniform())).not.toEqual(first);
  });

  it('is uniform between nought and one', () => {
    const sorted = draws(randomStream('uniform').uniform);
    for (const [at, value] of sorted.entries()) expect(Math.abs(value - at / many)).toBeLessThan(0.01);
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    expect(sorted.at(-1)).toBeLessThan(1);
  });

  it('has normal draws with the quantiles of the normal distribution', () => {
    const sorted = draws(randomStream('normal').normal);
    const quantile = (share: number) => sorted[Math.floor(share * many)] ?? Number.NaN;
    expect(quantile(0.1)).toBeCloseTo(-1.2816, 1);
    expect(quantile(0.5)).toBeCloseTo(0, 1);
    expect(quantile(0.9)).toBeCloseTo(1.2816, 1);
    expect(quantile(0.99)).toBeCloseTo(2.3263, 1);
  });
});
