import type { HourlyPrices, PurchaseKind } from './prices.ts';

const column = {
  ondemand: 'usdPerHourOnDemand',
  spot: 'usdPerHourSpot',
  '1y': 'usdPerHour1y',
  '3y': 'usdPerHour3y',
} as const satisfies Record<PurchaseKind, keyof HourlyPrices>;

/** USD per hour of the whole machine bought this way; undefined when the row has no price for it that can be true. */
export function selectablePrice(row: HourlyPrices, kind: PurchaseKind): number | undefined {
  const listed = row[column[kind]];
  return listed !== null && isPrice(listed) ? listed : undefined;
}

/** A number can be a list price when it is finite and above zero: nothing here is free. */
export function isPrice(usd: number): boolean {
  return Number.isFinite(usd) && usd > 0;
}
