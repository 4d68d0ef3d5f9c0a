import type { IsoDate } from '../catalogue/provenance.ts';
import type { Cloud, ComputePrice, PricePoint, PurchaseKind } from '../catalogue/prices.ts';
import { isPrice } from '../catalogue/selectable-price.ts';

/** Prices of machines with accelerators are cut at other times than those of plain machines. */
export type MachineClass = 'accelerated' | 'general';

/** One change of a list price: the natural logarithm of the price over the one before it, on the day it was first seen. */
export type PriceStep = { asOf: IsoDate; logChange: number };

/** The list price of one machine over time, as its changes; steps that are no change of the price are left out. */
export type PriceSeries = {
  cloud: Cloud;
  kind: PurchaseKind;
  machine: MachineClass;
  sku: string;
  region: string;
  first: IsoDate;
  last: IsoDate;
  /** USD per hour at the last observation. */
  usdPerHour: number;
  steps: PriceStep[];
};

/**
 * The price history as series of changes. Three kinds of steps are not counted, since there the list changed and not the
 * price: steps marked as a change of method, every step of a cloud on a day on which any of its prices is so marked, and a
 * step of more than three times that is undone by one of more than three times within sixty days.
 *
 * `compute` tells which machines have accelerators; a machine that it does not list counts as a plain one.
 */
export function priceSeries(
  history: readonly PricePoint[],
  compute: readonly Pick<ComputePrice, 'cloud' | 'sku' | 'gpuModel'>[],
): PriceSeries[] {
  const accelerated = new Set(
    compute.filter(({ gpuModel }) => gpuModel !== null).map(({ cloud, sku }) => `${cloud}/${sku}`),
  );
  const methodDays = new Set(
    history.filter(({ methodChange }) => methodChange !== null).map(({ cloud, asOf }) => `${cloud}/${asOf}`),
  );
  const sound = history.filter(({ usdPerHour }) => isPrice(usdPerHour));
  const bySeries = Map.groupBy(sound, ({ cloud, sku, region, kind }) => [cloud, sku, region, kind].join('/'));
  return [...bySeries.values()].flatMap((points) => {
    const ordered = points.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { cloud, sku, region, kind } = first;
    const steps = stepsOf(ordered).filter(({ asOf }) => !methodDays.has(`${cloud}/${asOf}`));
    return {
      cloud,
      kind,
      machine: accelerated.has(`${cloud}/${sku}`) ? 'accelerated' : 'general',
      sku,
      region,
      first: first.asOf,
      last: last.asOf,
      usdPerHour: last.usdPerHour,
      steps: withoutErrors(steps),
    };
  });
}

/** The logarithm of the price on `to` over the one on `from`: the sum of the changes seen after `from`, up to `to`. */
export function logChangeBetween({ steps }: PriceSeries, from: IsoDate, to: IsoDate): number {
  return steps.reduce((sum, { asOf, logChange }) => (asOf > from && asOf <= to ? sum + logChange : sum), 0);
}

/** The series as it was known on a day; undefined when it had not begun. The price is that of the day. */
export function knownOn(series: PriceSeries, day: IsoDate): PriceSeries | undefined {
  if (series.first > day) return undefined;
  if (series.last <= day) return series;
  return {
    ...series,
    last: day,
    usdPerHour: series.usdPerHour * Math.exp(-logChangeBetween(series, day, series.last)),
    steps: series.steps.filter(({ asOf }) => asOf <= day),
  };
}

function stepsOf(points: readonly PricePoint[]): PriceStep[] {
  return points.slice(1).flatMap((point, at) => {
    const before = points[at]?.usdPerHour ?? point.usdPerHour;
    return point.usdPerHour === before
      ? []
      : [{ asOf: point.asOf, logChange: Math.log(point.usdPerHour / before) }];
  });
}

/** More than this factor is what the catalogue doubts in a price against its own history. */
const farLog = Math.log(3);
const undoneWithinDays = 60;

function withoutErrors(steps: readonly PriceStep[]): PriceStep[] {
  const undoes = (step: PriceStep | undefined, other: PriceStep | undefined): boolean =>
    step !== undefined &&
    other !== undefined &&
    Math.min(Math.abs(step.logChange), Math.abs(other.logChange)) > farLog &&
    step.logChange > 0 !== other.logChange > 0 &&
    daysBetween(step.asOf, other.asOf) <= undoneWithinDays;
  return steps.filter((step, at) => !undoes(step, steps[at + 1]) && !undoes(steps[at - 1], step));
}

/** Days from one ISO day to a later one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
