import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { observations } from './price-history.fixture.ts';
import { knownOn, logChangeBetween, priceSeries } from './price-series.ts';

const cut = [
  { asOf: '2024-01-01', usdPerHour: 2 },
  { asOf: '2024-02-01', usdPerHour: 2 },
  { asOf: '2024-03-01', usdPerHour: 1.5 },
  { asOf: '2024-04-01', usdPerHour: 1.8 },
];

describe('the history of a price', () => {
  it('is its changes, on the day on which each was first seen', () => {
    const [series] = priceSeries(observations({}, cut.toReversed()), []);
    expect(series?.steps.map(({ asOf }) => asOf)).toEqual(['2024-03-01', '2024-04-01']);
    expect(series).toMatchObject({ first: '2024-01-01', last: '2024-04-01', usdPerHour: 1.8 });
    if (series === undefined) throw new Error('no series');
    expect(Math.exp(logChangeBetween(series, '2024-02-01', '2024-03-31'))).toBeCloseTo(0.75, 12);
  });

  it('as known on an earlier day holds nothing that came later', () => {
    const [series] = priceSeries(observations({}, cut), []);
    const known = series && knownOn(series, '2024-03-15');
    expect(known?.steps.map(({ asOf }) => asOf)).toEqual(['2024-03-01']);
    expect(known?.usdPerHour).toBeCloseTo(1.5, 12);
    expect(known?.last).toBe('2024-03-15');
    expect(series && knownOn(series, '2023-12-31')).toBeUndefined();
  });

  it('does not count a change of method, nor anything of that cloud on that day', () => {
    const method = observations({ sku: 'a2-ultragpu-1g' }, [
      { asOf: '2024-02-01', usdPerHour: 4 },
      { asOf: '2024-03-01', usdPerHour: 5, methodChange: 'counts the disk from here' },
    ]);
    const other = observations({ sku: 'e2-standard-8', kind: '1y' }, cut);
    const elsewhere = observations({ cloud: 'aws', sku: 'm5.xlarge' }, cut);
    const steps = priceSeries([...method, ...other, ...elsewhere], []).map((one) => [
      one.sku,
      one.steps.length,
    ]);
    expect(steps).toEqual([
      ['a2-ultragpu-1g', 0],
      ['e2-standard-8', 1],
      ['m5.xlarge', 2],
    ]);
  });

  it('does not count a fall to a third that is taken back within weeks, but one that stays', () => {
    const error = [
      { asOf: '2024-01-01', usdPerHour: 3 },
      { asOf: '2024-02-01', usdPerHour: 0.7 },
      { asOf: '2024-02-20', usdPerHour: 3 },
    ];
    const stays = [...error.slice(0, 2), { asOf: '2024-06-01', usdPerHour: 3 }];
    const countOf = (points: typeof error) => priceSeries(observations({}, points), [])[0]?.steps.length;
    expect(countOf(error)).toBe(0);
    expect(countOf(stays)).toBe(2);
  });

  it('tells machines with accelerators from plain ones by the catalogue', () => {
    const history = [...observations({ sku: 'g2-standard-4' }, cut), ...observations({}, cut)];
    const classes = priceSeries(history, [{ cloud: 'gcp', sku: 'g2-standard-4', gpuModel: 'L4' }]);
    expect(classes.map(({ machine }) => machine)).toEqual(['accelerated', 'general']);
  });

  it('of the catalogue has the AWS cuts of June 2025 and none of the known changes of method', async () => {
    const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
    const series = priceSeries(priceHistory, catalogue.compute);
    const stepsOf = (sku: string) =>
      series.filter((one) => one.sku === sku && one.kind !== 'spot').flatMap(({ steps }) => steps);
    expect(stepsOf('p5.48xlarge').map(({ asOf }) => asOf)).toEqual(['2025-06-23']);
    expect(stepsOf('a3-highgpu-8g')).toEqual([]);
    expect(stepsOf('a2-ultragpu-1g')).toEqual([]);
    expect(stepsOf('a2-highgpu-1g')).toEqual([]);
  });
});
