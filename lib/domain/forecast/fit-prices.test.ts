import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { fitPrice, type PriceOf } from './fit-prices.ts';
import { historyOf, observations } from './price-history.fixture.ts';
import type { RareJumps } from './price-process.ts';
import { type PriceSeries, priceSeries } from './price-series.ts';

const [catalogue, evidence] = await Promise.all([readCatalogue(), readEvidence()]);
const real = priceSeries(evidence.priceHistory, catalogue.compute);
const general: PriceOf = { kind: 'ondemand', machine: 'general', cloud: 'gcp' };
const today = '2026-07-30';

function jumpsOf(series: readonly PriceSeries[], of: PriceOf, until = today): RareJumps {
  const process = fitPrice(series, of, until);
  if (process.kind !== 'rare-jumps') throw new Error(process.kind);
  return process;
}

describe('a fitted list price', () => {
  const truth: RareJumps = {
    kind: 'rare-jumps',
    jumpsPerMonth: 0.03,
    shareOfRises: 0.3,
    sizesByDay: [[0.1], [0.5]],
    learnedFrom: { clouds: [], series: 0, months: 0, changes: 0, days: 0, from: '', until: '' },
  };
  const series = historyOf(truth, { kind: 'ondemand', machines: 200, months: 48 });

  it('finds the rate, the directions and the sizes of a history made by known ones', () => {
    const fitted = jumpsOf(series, general);
    expect(fitted.jumpsPerMonth).toBeGreaterThan(0.027);
    expect(fitted.jumpsPerMonth).toBeLessThan(0.033);
    expect(fitted.shareOfRises).toBeCloseTo(0.3, 1);
    const sizes = fitted.sizesByDay.flat();
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.filter((size) => Math.abs(size - 0.5) < 1e-9).length / sizes.length).toBeGreaterThan(0.4);
  });

  it('knows nothing of what came after the day it is fitted on', () => {
    const early = jumpsOf(series, general, '2021-06-01');
    const cutOff = series.map((one) => ({
      ...one,
      last: '2021-06-01',
      steps: one.steps.filter(({ asOf }) => asOf <= '2021-06-01'),
    }));
    expect(early).toEqual(jumpsOf(cutOff, general, '2021-06-01'));
    expect(early.learnedFrom.until).toBe('2021-06-01');
  });

  it('never calls a jump impossible that was not seen yet, and stays below what was watched for', () => {
    const aws = jumpsOf(real, { kind: 'ondemand', machine: 'general', cloud: 'aws' });
    expect(aws.jumpsPerMonth).toBeGreaterThan(0);
    expect(aws.jumpsPerMonth * 148).toBeLessThan(1);
    expect(aws.shareOfRises).toBeGreaterThan(0);
  });

  it('of AWS accelerators has more jumps than that of plain AWS machines, and larger ones', () => {
    const [accelerated, plain] = (['accelerated', 'general'] as const).map((machine) =>
      jumpsOf(real, { kind: 'ondemand', machine, cloud: 'aws' }),
    );
    expect(accelerated?.jumpsPerMonth).toBeGreaterThan(2 * (plain?.jumpsPerMonth ?? Infinity));
    expect(Math.max(...(accelerated?.sizesByDay.flat() ?? []))).toBeCloseTo(Math.log(98.32 / 55.04), 2);
    expect(Math.max(...(plain?.sizesByDay.flat() ?? [Infinity]))).toBeLessThan(0.06);
  });

  it('is constant, with the reason, where there is no history', () => {
    expect(fitPrice(real, { ...general, kind: '1y' }, '2021-01-01')).toMatchObject({ kind: 'constant' });
    const still = observations({}, [
      { asOf: '2024-01-01', usdPerHour: 2 },
      { asOf: '2025-01-01', usdPerHour: 2 },
    ]);
    expect(fitPrice(priceSeries(still, []), general, today).kind).toBe('constant');
  });
});

describe('a fitted spot price', () => {
  it('is learned from Google alone, and says so to other clouds', () => {
    const process = fitPrice(real, { kind: 'spot', machine: 'general', cloud: 'aws' }, today);
    expect(process).toMatchObject({ kind: 'resampled', learnedFrom: { clouds: ['gcp'] } });
  });

  it('keeps the changes of every month: together they are the change that was seen', () => {
    const points = [
      { asOf: '2024-01-01', usdPerHour: 1 },
      { asOf: '2024-02-15', usdPerHour: 1.2 },
      { asOf: '2024-05-01', usdPerHour: 0.9 },
      { asOf: '2024-07-01', usdPerHour: 0.9 },
    ];
    const process = fitPrice(
      priceSeries(observations({ kind: 'spot' }, points), []),
      { ...general, kind: 'spot' },
      today,
    );
    if (process.kind !== 'resampled') throw new Error(process.kind);
    const [changes] = process.monthlyChanges;
    expect(changes?.length).toBe(5);
    expect(changes?.reduce((sum, change) => sum + change, 0)).toBeCloseTo(Math.log(0.9), 9);
  });
});
