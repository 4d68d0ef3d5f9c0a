import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Growth, loadFactorAt } from './growth.ts';

const share = fc.double({ min: -1, max: 10, noNaN: true });
const months = fc.double({ min: 0, max: 120, noNaN: true });
const factor = fc.double({ min: 0, max: 1_000, noNaN: true });
const growth: fc.Arbitrary<Growth> = fc.oneof(
  fc.constant({ shape: 'none' as const }),
  fc.record({ shape: fc.constantFrom('linear' as const, 'exponential' as const), sharePerYear: share }),
  fc.record({
    shape: fc.constantFrom('logistic' as const, 'step' as const),
    factor,
    months: fc.double({ min: 0.1, max: 120, noNaN: true }),
  }),
  fc.record({
    shape: fc.constant('seasonal' as const),
    sharePerYear: share,
    swing: fc.double({ min: 0, max: 2, noNaN: true }),
    peakInMonths: fc.double({ min: 0, max: 12, noNaN: true }),
  }),
);
const seed = 17;

describe('the growth of a load', () => {
  it('starts from today, and is a load at any time', () => {
    fc.assert(
      fc.property(growth, months, (grown, month) => {
        expect(loadFactorAt(grown, 0)).toBeCloseTo(1, 12);
        expect(loadFactorAt(grown, month)).toBeGreaterThanOrEqual(0);
        expect(loadFactorAt(grown, month)).toBeLessThan(Infinity);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('by a stated share is the same after a year whether it compounds or not', () => {
    fc.assert(
      fc.property(share, (sharePerYear) => {
        const linear = loadFactorAt({ shape: 'linear', sharePerYear }, 12);
        expect(linear).toBeCloseTo(1 + sharePerYear, 9);
        expect(loadFactorAt({ shape: 'exponential', sharePerYear }, 12)).toBeCloseTo(linear, 9);
      }),
      { seed },
    );
  });

  it('that compounds overtakes the one that does not', () => {
    expect(loadFactorAt({ shape: 'linear', sharePerYear: 0.5 }, 36)).toBeCloseTo(2.5, 12);
    expect(loadFactorAt({ shape: 'exponential', sharePerYear: 0.5 }, 36)).toBeCloseTo(3.375, 12);
  });

  it('to a later load is there when it should be: a step at once, an S-curve on the way', () => {
    const later = { factor: 3, months: 10 };
    const at = (shape: 'step' | 'logistic') =>
      [5, 9.9, 10, 20].map((month) => loadFactorAt({ shape, ...later }, month));
    expect(at('step')).toEqual([1, 1, 3, 3]);
    const [half, almost, there, after] = at('logistic');
    expect(half).toBeCloseTo(2, 9);
    expect(almost).toBeGreaterThan(2.9);
    expect([there, after]).toEqual([3, 3]);
  });

  it('to a later load that is expected now is there from the first month on', () => {
    expect(loadFactorAt({ shape: 'logistic', factor: 3, months: 0 }, 1)).toBe(3);
    expect(loadFactorAt({ shape: 'step', factor: 3, months: 0 }, 0)).toBe(3);
  });

  it('never turns back on its way to a later load', () => {
    fc.assert(
      fc.property(factor, fc.double({ min: 0.5, max: 60, noNaN: true }), months, months, (to, time, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((month) =>
          loadFactorAt({ shape: 'logistic', factor: to, months: time }, month),
        );
        expect(((late ?? 0) - (early ?? 0)) * Math.sign(to - 1)).toBeGreaterThanOrEqual(-1e-9);
      }),
      { seed },
    );
  });

  it('by seasons comes back every year, highest in the month of the peak', () => {
    const seasonal = { shape: 'seasonal', sharePerYear: 0, swing: 0.4, peakInMonths: 3 } as const;
    const year = Array.from({ length: 12 }, (_, month) => loadFactorAt(seasonal, month));
    expect(year.indexOf(Math.max(...year))).toBe(3);
    expect(loadFactorAt(seasonal, 15)).toBeCloseTo(year[3] ?? 0, 9);
    expect(loadFactorAt({ ...seasonal, sharePerYear: 1 }, 12)).toBeCloseTo(2, 9);
  });
});
