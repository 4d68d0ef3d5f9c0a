import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareTooFewUp, unavailabilityInRegion } from './unavailability.ts';

/** Every pattern of machines up and down, with its probability. */
function byEveryPattern(machines: number, needed: number, downShare: number): number {
  let share = 0;
  for (let pattern = 0; pattern < 2 ** machines; pattern++) {
    const up = pattern.toString(2).replaceAll('0', '').length;
    if (up < needed) share += (1 - downShare) ** up * downShare ** (machines - up);
  }
  return share;
}

const redundancy = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 0, max: 4 }),
    fc.double({ min: 1e-4, max: 0.6, noNaN: true }),
  )
  .map(([needed, spare, downShare]) => ({ needed, machines: needed + spare, downShare }));

describe('the share of time that too few machines are up', () => {
  it('is that of all patterns of failures together', () => {
    fc.assert(
      fc.property(redundancy, ({ machines, needed, downShare }) => {
        const share = shareTooFewUp(machines, needed, downShare);
        expect(share / byEveryPattern(machines, needed, downShare)).toBeCloseTo(1, 8);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('never grows by another spare, and keeps its digits when it is tiny', () => {
    fc.assert(
      fc.property(redundancy, ({ machines, needed, downShare }) => {
        const share = shareTooFewUp(machines, needed, downShare);
        expect(shareTooFewUp(machines + 1, needed, downShare)).toBeLessThan(share);
      }),
      { seed: 5 },
    );
    expect(shareTooFewUp(5, 1, 1e-4)).toBeCloseTo(1e-20, 30);
    expect(shareTooFewUp(5, 1, 1e-4)).toBeGreaterThan(0.99e-20);
  });

  it('is never below what the region itself is down', () => {
    expect(unavailabilityInRegion(0, 1e-4)).toBeCloseTo(1e-4, 12);
    expect(unavailabilityInRegion(0.01, 1e-4)).toBeCloseTo(0.010099, 9);
  });
});
