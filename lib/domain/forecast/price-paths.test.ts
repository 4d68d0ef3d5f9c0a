import { describe, expect, it } from 'vitest';
import { percentilesOf } from './percentiles.ts';
import { pricePaths } from './price-paths.ts';
import type { LearnedFrom, RareJumps, Resampled } from './price-process.ts';
import { randomStream } from './random-stream.ts';

const learnedFrom: LearnedFrom = {
  clouds: ['gcp'],
  series: 1,
  months: 12,
  changes: 1,
  days: 1,
  from: '2024-01-01',
  until: '2025-01-01',
};
const jumps: RareJumps = {
  kind: 'rare-jumps',
  jumpsPerMonth: 0.02,
  shareOfRises: 0,
  sizesByDay: [[Math.log(2)]],
  learnedFrom,
};
const spot: Resampled = {
  kind: 'resampled',
  monthlyChanges: [Float64Array.of(0.1, 0.1, 0, 0, 0.3, 0)],
  stretchMonths: 3,
  learnedFrom,
};
const paths = 20_000;

function monthOf(prices: Float64Array, month: number): Float64Array {
  return prices.subarray((month - 1) * paths, month * paths);
}

describe('list prices with rare jumps', () => {
  const prices = pricePaths(jumps, { months: 24, paths }, randomStream('jumps'));

  it.each([1, 6, 24])('stay as often as a Poisson process has no jump, after %d months', (month) => {
    const stayed = monthOf(prices, month).filter((price) => price === 1).length / paths;
    expect(stayed).toBeCloseTo(Math.exp(-0.02 * month), 1.7);
  });

  it('move by the sizes that were seen, and keep what they became', () => {
    for (const price of monthOf(prices, 24).slice(0, 2_000))
      expect(Math.log2(price)).toBeCloseTo(Math.round(Math.log2(price)), 9);
    for (let path = 0; path < 500; path++)
      for (let month = 2; month <= 24; month++)
        expect(monthOf(prices, month)[path]).toBeLessThanOrEqual(monthOf(prices, month - 1)[path] ?? 0);
  });

  it('rise as often as is said', () => {
    const rising = pricePaths(
      { ...jumps, shareOfRises: 0.25 },
      { months: 1, paths: 200_000 },
      randomStream('up'),
    );
    const moved = rising.filter((price) => price !== 1);
    expect(moved.filter((price) => price > 1).length / moved.length).toBeCloseTo(0.25, 1);
  });
});

describe('spot prices', () => {
  it('go either way by what was seen: the middle stays', () => {
    const prices = pricePaths(spot, { months: 12, paths }, randomStream('spot'));
    const { p10, p50, p90 } = percentilesOf(monthOf(prices, 12));
    expect(p50).toBeCloseTo(1, 1);
    expect(Math.log(p90)).toBeCloseTo(-Math.log(p10), 1);
    expect(p90).toBeGreaterThan(1.2);
  });

  it('never cost more than on demand', () => {
    const prices = pricePaths(spot, { months: 12, paths, ceiling: 1.15 }, randomStream('spot'));
    expect(Math.max(...prices.subarray(0, paths))).toBeLessThanOrEqual(1.15);
    expect(percentilesOf(monthOf(prices, 12)).p90).toBe(1.15);
  });
});

describe('a price of which nothing is known', () => {
  it('stays', () => {
    const prices = pricePaths(
      { kind: 'constant', because: 'x' },
      { months: 3, paths: 4 },
      randomStream('any'),
    );
    expect([...prices]).toEqual(Array.from({ length: 12 }, () => 1));
  });
});

it('prices of one seed are the same', () => {
  const drawn = () => pricePaths(spot, { months: 6, paths: 50 }, randomStream('same'));
  expect(drawn()).toEqual(drawn());
});
