import type { IsoDate } from '../catalogue/provenance.ts';
import type { PurchaseKind } from '../catalogue/prices.ts';
import { dayAfter, fitPrice, type PriceOf } from './fit-prices.ts';
import { percentilesOf } from './percentiles.ts';
import { pricePaths } from './price-paths.ts';
import type { PriceProcess } from './price-process.ts';
import { knownOn, logChangeBetween, type MachineClass, type PriceSeries } from './price-series.ts';
import { randomStream } from './random-stream.ts';

/**
 * How often a price that came later lay inside the 80 % band that was forecast without knowing it, by kind of purchase,
 * kind of machine and months ahead. `claimed` is the share that the forecast itself put inside its bands: more than 0.8
 * where most paths stay at one price, since a band cannot cut such a price in two. Machines move together, so `days`, the
 * separate days from which was forecast, says better than `cases` how much was tried.
 */
export type Coverage = {
  kind: PurchaseKind;
  machine: MachineClass;
  monthsAhead: number;
  cases: number;
  days: number;
  inside: number;
  below: number;
  above: number;
  claimed: number;
};

/** What to forecast from and how far; `seed` makes the bands the same every time. */
export type BackTest = { from: readonly IsoDate[]; monthsAhead: readonly number[]; seed: string };

/** Relative difference up to which a price still counts as the edge of a band. */
const rounding = 1e-9;
const pathsPerBand = 4_000;

/**
 * Forecasts every price from each day by what was known on that day, and judges the bands by what came after. A price is
 * judged only where the history reaches the day ahead, and where there was something to learn from. Shares are 0 to 1.
 */
export function backTestPrices(series: readonly PriceSeries[], test: BackTest): Coverage[] {
  const judged = test.from.flatMap((day) => {
    const simulate = simulationsOn(series, day, test);
    const ceilingOf = spotCeilingsOn(series, day);
    return series.flatMap((one) => {
      const known = knownOn(one, day);
      const ahead = known && simulate(known);
      if (known === undefined || ahead === undefined) return [];
      return ahead
        .filter(({ monthsAhead }) => dayAfter(day, monthsAhead) <= one.last)
        .map((at) => judge(one, day, at, ceilingOf(known)));
    });
  });
  const groups = Map.groupBy(judged, ({ kind, machine, monthsAhead }) => `${kind}/${machine}/${monthsAhead}`);
  return [...groups.values()].flatMap(coverageOf).toSorted(byKindThenMonths);
}

/** Simulated prices relative to the day's, in ascending order, and their band before any ceiling. */
type Simulated = { monthsAhead: number; sorted: Float64Array; p10: number; p90: number };

/** The simulations of a price; undefined where nothing could be learned. Those of one cloud, kind and machine are one. */
function simulationsOn(
  series: readonly PriceSeries[],
  day: IsoDate,
  { monthsAhead, seed }: BackTest,
): (of: PriceOf) => Simulated[] | undefined {
  const done = new Map<string, Simulated[] | undefined>();
  return (of) => {
    const key = `${of.kind}/${of.machine}/${of.cloud}`;
    if (!done.has(key))
      done.set(key, simulatedBy(fitPrice(series, of, day), monthsAhead, `${seed}/${day}/${key}`));
    return done.get(key);
  };
}

function simulatedBy(
  process: PriceProcess,
  monthsAhead: readonly number[],
  seed: string,
): Simulated[] | undefined {
  if (process.kind === 'constant') return undefined;
  const months = Math.max(...monthsAhead);
  const prices = pricePaths(process, { months, paths: pathsPerBand }, randomStream(seed));
  return monthsAhead.map((ahead) => {
    const ofMonth = prices.subarray((ahead - 1) * pathsPerBand, ahead * pathsPerBand);
    const { p10, p90 } = percentilesOf(ofMonth);
    return { monthsAhead: ahead, sorted: ofMonth.toSorted(), p10, p90 };
  });
}

/** How many times its price on the day a spot price can reach: nobody pays more than on demand. */
function spotCeilingsOn(series: readonly PriceSeries[], day: IsoDate): (known: PriceSeries) => number {
  const placeOf = ({ cloud, sku, region }: PriceSeries): string => `${cloud}/${sku}/${region}`;
  const onDemand = new Map(
    series
      .filter(({ kind }) => kind === 'ondemand')
      .map((one) => [placeOf(one), knownOn(one, day)?.usdPerHour] as const),
  );
  return (known) => {
    const dearest = known.kind === 'spot' ? onDemand.get(placeOf(known)) : undefined;
    return dearest === undefined ? Infinity : Math.max(1, dearest / known.usdPerHour);
  };
}

type Judged = Pick<Coverage, 'kind' | 'machine' | 'monthsAhead' | 'claimed'> & {
  day: IsoDate;
  where: 'inside' | 'below' | 'above';
};

function judge(
  one: PriceSeries,
  day: IsoDate,
  { monthsAhead, sorted, p10, p90 }: Simulated,
  ceiling: number,
): Judged {
  const low = Math.min(p10, ceiling) * (1 - rounding);
  const high = Math.min(p90, ceiling) * (1 + rounding);
  const price = Math.exp(logChangeBetween(one, day, dayAfter(day, monthsAhead)));
  const { kind, machine } = one;
  const beyond = price < low ? 'below' : 'above';
  const where = price >= low && price <= high ? 'inside' : beyond;
  const upTo = p90 >= ceiling ? sorted.length : sorted.findLastIndex((simulation) => simulation <= high) + 1;
  const from = sorted.findIndex((simulation) => simulation >= low);
  return { kind, machine, monthsAhead, day, where, claimed: (upTo - from) / sorted.length };
}

function coverageOf(judged: readonly Judged[]): Coverage[] {
  const [first] = judged;
  if (first === undefined) return [];
  const share = (where: Judged['where']): number =>
    judged.filter((one) => one.where === where).length / judged.length;
  return [
    {
      kind: first.kind,
      machine: first.machine,
      monthsAhead: first.monthsAhead,
      cases: judged.length,
      days: new Set(judged.map(({ day }) => day)).size,
      inside: share('inside'),
      below: share('below'),
      above: share('above'),
      claimed: judged.reduce((sum, { claimed }) => sum + claimed, 0) / judged.length,
    },
  ];
}

function byKindThenMonths(a: Coverage, b: Coverage): number {
  const name = ({ kind, machine }: Coverage): string => `${kind}/${machine}`;
  if (name(a) !== name(b)) return name(a) < name(b) ? -1 : 1;
  return a.monthsAhead - b.monthsAhead;
}
