import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { backTestPrices } from './back-test.ts';
import { dayAfter } from './fit-prices.ts';
import { historyOf } from './price-history.fixture.ts';
import type { LearnedFrom, RareJumps, Resampled } from './price-process.ts';
import { priceSeries } from './price-series.ts';

const learnedFrom: LearnedFrom = {
  clouds: [],
  series: 0,
  months: 0,
  changes: 0,
  days: 0,
  from: '',
  until: '',
};
const monthly = (first: string, count: number) =>
  Array.from({ length: count }, (_, month) => dayAfter(first, month));

describe('forecast bands against a history made by a known process', () => {
  it('cover what they claim where prices jump often', () => {
    const jumps: RareJumps = {
      kind: 'rare-jumps',
      jumpsPerMonth: 0.15,
      shareOfRises: 0.5,
      sizesByDay: [[0.05], [0.2], [0.4]],
      learnedFrom,
    };
    const series = historyOf(jumps, { kind: 'ondemand', machines: 150, months: 72 });
    const coverage = backTestPrices(series, {
      from: monthly('2023-01-01', 6),
      monthsAhead: [3, 12, 24],
      seed: 'test',
    });
    expect(coverage.map(({ monthsAhead }) => monthsAhead)).toEqual([3, 12, 24]);
    for (const { inside, claimed, below, above } of coverage) {
      expect(Math.abs(inside - claimed)).toBeLessThan(0.06);
      expect(inside + below + above).toBeCloseTo(1, 9);
      expect(claimed).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('cover four in five where prices move all the time', () => {
    const spot: Resampled = {
      kind: 'resampled',
      monthlyChanges: [Float64Array.of(0.1, -0.02, 0.05, 0.2, -0.1, 0.03, 0.01)],
      stretchMonths: 6,
      learnedFrom,
    };
    const series = historyOf(spot, { kind: 'spot', machines: 150, months: 72 });
    const coverage = backTestPrices(series, {
      from: monthly('2023-01-01', 6),
      monthsAhead: [3, 12, 24],
      seed: 'test',
    });
    for (const { inside } of coverage) expect(Math.abs(inside - 0.8)).toBeLessThan(0.08);
  });

  it('are found too narrow when prices become wilder than they ever were', () => {
    const wild: Resampled = {
      kind: 'resampled',
      monthlyChanges: [Float64Array.of(0.3, -0.2, 0.25, -0.4)],
      stretchMonths: 1,
      learnedFrom,
    };
    const series = historyOf(wild, { kind: 'spot', machines: 60, months: 72 }).map((one) => ({
      ...one,
      steps: one.steps.map(({ asOf, logChange }) => ({
        asOf,
        logChange: asOf < '2023-01-01' ? logChange / 10 : logChange,
      })),
    }));
    const [found] = backTestPrices(series, { from: ['2023-01-01'], monthsAhead: [6], seed: 'test' });
    expect(found?.claimed).toBeCloseTo(0.8, 1);
    expect(found?.inside).toBeLessThan(0.5);
  });
});

describe('forecast bands against the price history of the catalogue', async () => {
  const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
  const series = priceSeries(priceHistory, catalogue.compute);
  const from = monthly('2023-11-01', 32);
  const coverage = backTestPrices(series, { from, monthsAhead: [3, 6, 12, 18], seed: 'test' });

  // Machines of a cloud move together, so hundreds of cases from two or three price cuts scatter far more widely than
  // independent ones would: the tolerance is on the shares, not a binomial one.
  it.each(coverage)(
    'cover what they claim: $kind, $machine, $monthsAhead months',
    ({ inside, claimed, cases }) => {
      expect(cases).toBeGreaterThan(50);
      expect(inside).toBeGreaterThan(claimed - 0.1);
      expect(inside).toBeGreaterThan(0.75);
    },
  );

  it('judge a price only where the history reaches', () => {
    expect(backTestPrices(series, { from: ['2026-07-29'], monthsAhead: [3], seed: 'test' })).toEqual([]);
  });
});
