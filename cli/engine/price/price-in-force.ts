import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { citation } from '#lib/domain/catalogue/citation.ts';
import { computePrice } from '#lib/domain/catalogue/compute-lookup.ts';
import { clouds, type ComputePrice, type PricePoint } from '#lib/domain/catalogue/prices.ts';
import { isPrice, selectablePrice } from '#lib/domain/catalogue/selectable-price.ts';
import { type PriceBook, seriesKey } from './price-book.ts';
import type { PriceAnswer, Purchase } from './price-answer.ts';

/**
 * How long the last observation stands when the next one shows another price or does not exist. List prices are steps of
 * months and years, and a step is dated by the two lists around it, which are up to two months apart.
 */
const carriedDays = 31;

/** One dated sight of a price. */
type Sight = {
  readonly day: string;
  readonly usd: number;
  readonly row: ComputePrice | PricePoint;
  readonly methodChange: string | null;
};

/**
 * The price in force on a day: the last one seen on or before it. Refused when none had been seen yet, and when it is older than
 * 31 days while the next list shows another price or there is no next list, since nobody then knows the day of the step.
 */
export function priceInForce(book: PriceBook, purchase: Purchase, date: string): PriceAnswer {
  const sights = sightsOf(book, purchase);
  const last = sights.findLast(({ day }) => day <= date);
  const next = sights.find(({ day }) => day > date);
  const { sku, region, kind } = purchase;
  const what = `${kind} price of ${sku} in ${region}`;
  if (sights.length === 0) return { refused: `no dated ${what} is known` };
  if (last === undefined) return { refused: `the ${what} was first seen on ${next?.day}` };
  if (next?.usd !== last.usd && daysBetween(last.day, date) > carriedDays)
    return {
      refused:
        next === undefined
          ? `the ${what} was last seen on ${last.day}`
          : `the ${what} went from USD ${last.usd} to ${next.usd} on an unknown day between ${last.day} and ${next.day}`,
    };
  return {
    usd_per_hour: last.usd,
    as_of: last.day,
    source: sourceOfSight(book.catalogue, last),
    basis: 'row',
    ...noteOf(sights, date),
  };
}

/** All sights, oldest first: the history, and the row of the newest list. */
function sightsOf({ catalogue, history }: PriceBook, purchase: Purchase): Sight[] {
  const sights: Sight[] = (history.get(seriesKey(purchase)) ?? []).flatMap((row) =>
    isPrice(row.usdPerHour)
      ? [{ day: row.asOf, usd: row.usdPerHour, row, methodChange: row.methodChange }]
      : [],
  );
  const cloud = clouds.find((one) => one === purchase.cloud);
  const row = cloud && computePrice(catalogue, cloud, purchase.sku, purchase.region);
  const usd = row && selectablePrice(row, purchase.kind);
  if (row === undefined || usd === undefined || row.asOf === null) return sights;
  const newest = sights.at(-1)?.day ?? '';
  return newest >= row.asOf ? sights : [...sights, { day: row.asOf, usd, row, methodChange: null }];
}

function sourceOfSight(catalogue: Catalogue, { day, row }: Sight): string {
  return citation(catalogue, { source: row.source, region: row.region, asOf: day });
}

function noteOf(sights: readonly Sight[], date: string): { note?: string } {
  const later = sights.find(({ day, methodChange }) => day > date && methodChange !== null);
  if (later === undefined) return {};
  return {
    note: `Not comparable with prices from ${later.day}: ${later.methodChange}.`,
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
