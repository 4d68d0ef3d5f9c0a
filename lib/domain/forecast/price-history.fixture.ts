import type { PricePoint } from '../catalogue/prices.ts';
import { dayAfter } from './fit-prices.ts';
import type { PriceProcess } from './price-process.ts';
import { pricePaths } from './price-paths.ts';
import { type PriceSeries, priceSeries } from './price-series.ts';
import { randomStream } from './random-stream.ts';

// Price histories for the tests of this folder.

type Point = { asOf: string; usdPerHour: number; methodChange?: string };
type Machine = Partial<Pick<PricePoint, 'cloud' | 'sku' | 'region' | 'kind'>>;

/** Observations of one machine. */
export function observations(machine: Machine, points: readonly Point[]): PricePoint[] {
  const place = {
    cloud: 'gcp',
    sku: 'n2-standard-8',
    region: 'us-central1',
    kind: 'ondemand',
    ...machine,
  } as const;
  return points.map(({ asOf, usdPerHour, methodChange = null }) => ({
    ...place,
    id: `price-history:${place.cloud}/${place.sku}/${place.region}/${place.kind}/${asOf}`,
    asOf,
    usdPerHour,
    methodChange,
    sourceCommit: 'abc',
    source: 'list',
  }));
}

/** Machines of one cloud whose prices follow a process, each by itself, observed every month. */
export function historyOf(
  process: PriceProcess,
  { kind, machines, months }: { kind: PricePoint['kind']; machines: number; months: number },
): PriceSeries[] {
  const prices = pricePaths(process, { months, paths: machines }, randomStream('history'));
  const points = Array.from({ length: machines }, (_, machine) =>
    observations(
      { sku: `n2-standard-${machine}`, kind },
      Array.from({ length: months + 1 }, (__, month) => ({
        asOf: dayAfter('2020-01-01', month),
        usdPerHour: month === 0 ? 1 : (prices[(month - 1) * machines + machine] ?? Number.NaN),
      })),
    ),
  );
  return priceSeries(points.flat(), []);
}
