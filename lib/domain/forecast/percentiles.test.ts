import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentilesOf } from './percentiles.ts';

function bySorting(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  return lower + (place % 1) * ((sorted[Math.ceil(place)] ?? Number.NaN) - lower);
}

describe('percentiles', () => {
  it('are those of the sorted values, however many repeat', () => {
    const few = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 400 });
    const many = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(few, many), (values) => {
        const { p10, p50, p90 } = percentilesOf(Float64Array.from(values));
        for (const [found, share] of [
          [p10, 0.1],
          [p50, 0.5],
          [p90, 0.9],
        ] as const)
          expect(found).toBeCloseTo(bySorting(values, share), 4);
        expect(p10).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p90);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('leave the values in their order', () => {
    const values = Float64Array.of(3, 1, 2);
    percentilesOf(values);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('of nothing, or of what is no number, are no numbers', () => {
    expect(percentilesOf(new Float64Array())).toEqual({ p10: Number.NaN, p50: Number.NaN, p90: Number.NaN });
    expect(percentilesOf(Float64Array.of(1, Number.NaN)).p50).toBeNaN();
  });
});
