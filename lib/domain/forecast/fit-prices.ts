import type { Cloud, PurchaseKind } from '../catalogue/prices.ts';
import type { IsoDate } from '../catalogue/provenance.ts';
import type { ConstantPrice, LearnedFrom, PriceProcess, RareJumps } from './price-process.ts';
import {
  daysBetween,
  knownOn,
  logChangeBetween,
  type MachineClass,
  type PriceSeries,
  type PriceStep,
} from './price-series.ts';

/** Which price: how it is bought, of which kind of machine, from which cloud. */
export type PriceOf = { kind: PurchaseKind; machine: MachineClass; cloud: Cloud };

/** Days of an average month. */
export const daysPerMonth = 365.25 / 12;

/**
 * How a price moves, learned from the history up to a day. List prices and commitments: rare jumps. Spot: stretches of
 * monthly changes drawn again; only Google's spot prices have a history, and another cloud's are said to move as they do
 * (`learnedFrom.clouds`). Constant, with the reason, where there is nothing to learn from.
 */
export function fitPrice(series: readonly PriceSeries[], of: PriceOf, until: IsoDate): PriceProcess {
  const known = series
    .filter(({ kind }) => kind === of.kind)
    .flatMap((one) => knownOn(one, until) ?? [])
    .filter((one) => monthsOf(one) > 0);
  return of.kind === 'spot' ? resampled(known) : rareJumps(known, of);
}

const noHistory: ConstantPrice = {
  kind: 'constant',
  because: 'Of such prices there is no history to learn from, so they stay as they are.',
};

/**
 * How much the other clouds say about one cloud's rate, as months of its own history: ten machine-years. A cloud observed
 * for longer speaks for itself, one with little history is taken to be like the rest.
 */
const monthsOfTheRest = 120;

/**
 * Jumps per machine and month of this cloud, drawn towards the rate of all clouds for this kind of machine; with half a
 * jump more than was seen, so that what never happened so far is not called impossible (Jeffreys' prior for a rate).
 * Half a rise more than was seen, in the same way, for the share of rises. Sizes are those of all clouds, since one cloud
 * has seen a handful.
 */
function rareJumps(ofKind: readonly PriceSeries[], { cloud, machine }: PriceOf): RareJumps | ConstantPrice {
  const alike = ofKind.filter((one) => one.machine === machine);
  const steps = alike.flatMap((one) => one.steps);
  const sizesFrom = steps.length > 0 ? steps : ofKind.flatMap((one) => one.steps);
  if (alike.length === 0 || sizesFrom.length === 0) return noHistory;
  const rateOfAll = (steps.length + 0.5) / totalMonths(alike);
  const own = alike.filter((one) => one.cloud === cloud);
  const ownJumps = own.flatMap((one) => one.steps).length;
  const rises = sizesFrom.filter(({ logChange }) => logChange > 0).length;
  return {
    kind: 'rare-jumps',
    jumpsPerMonth: (ownJumps + rateOfAll * monthsOfTheRest) / (totalMonths(own) + monthsOfTheRest),
    shareOfRises: (rises + 0.5) / (sizesFrom.length + 1),
    sizesByDay: sizesByDay(sizesFrom),
    learnedFrom: learnedFrom(alike),
  };
}

/** Machines whose price changes on one day change by one decision. */
function sizesByDay(steps: readonly PriceStep[]): number[][] {
  const byDay = Map.groupBy(steps, ({ asOf }) => asOf);
  return [...byDay.values()].map((day) => day.map(({ logChange }) => Math.abs(logChange)));
}

/** Half a year: long enough to keep runs of changes in one direction together, short enough to be seen several times. */
const stretchMonths = 6;
/** A series with fewer monthly changes says nothing about stretches. */
const fewestMonths = 3;

function resampled(spot: readonly PriceSeries[]): PriceProcess {
  const monthlyChanges = spot.map(monthlyChangesOf).filter(({ length }) => length >= fewestMonths);
  if (monthlyChanges.length === 0) return noHistory;
  return { kind: 'resampled', monthlyChanges, stretchMonths, learnedFrom: learnedFrom(spot) };
}

/** The changes over whole months that end on the last day observed, oldest first. */
function monthlyChangesOf(series: PriceSeries): Float64Array {
  const months = Math.floor(monthsOf(series));
  return Float64Array.from({ length: months }, (_, month) =>
    logChangeBetween(
      series,
      dayBefore(series.last, months - month),
      dayBefore(series.last, months - month - 1),
    ),
  );
}

function dayBefore(day: IsoDate, months: number): IsoDate {
  return dayAfter(day, -months);
}

/** The ISO day so many average months after a day. */
export function dayAfter(day: IsoDate, months: number): IsoDate {
  return new Date(Date.parse(day) + months * daysPerMonth * 86_400_000).toISOString().slice(0, 10);
}

function monthsOf({ first, last }: PriceSeries): number {
  return daysBetween(first, last) / daysPerMonth;
}

function totalMonths(series: readonly PriceSeries[]): number {
  return series.reduce((sum, one) => sum + monthsOf(one), 0);
}

function learnedFrom(series: readonly PriceSeries[]): LearnedFrom {
  const days = series.flatMap(({ steps }) => steps.map(({ asOf }) => asOf));
  return {
    clouds: [...new Set(series.map(({ cloud }) => cloud))].toSorted(),
    series: series.length,
    months: totalMonths(series),
    changes: days.length,
    days: new Set(days).size,
    from: series.map(({ first }) => first).toSorted()[0] ?? '',
    until:
      series
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? '',
  };
}
