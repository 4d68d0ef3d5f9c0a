import type { ComputePrice, RegionalPrice } from './prices.ts';
import { isPrice } from './selectable-price.ts';

/** Ratios are listed with four decimals and the two lists are of different days. */
const ratioTolerance = 0.01;

/** Reasons against a regional row: its ratio does not follow from its price and the us-east-1 list price. */
export function doubtRegional(row: RegionalPrice, usEast1: ComputePrice | undefined): string[] {
  const { usdPerHourOnDemand: usd, ratioToUsEast1: ratio } = row;
  const reasons: string[] = [];
  if (usd !== null && !isPrice(usd)) reasons.push(`${usd} is not a price`);
  if (ratio !== null && !isPrice(ratio)) reasons.push(`${ratio} is not a ratio of two prices`);
  const base = usEast1?.usdPerHourOnDemand ?? null;
  if (reasons.length > 0 || usd === null || ratio === null || base === null) return reasons;
  const implied = usd / base;
  return Math.abs(implied / ratio - 1) <= ratioTolerance
    ? []
    : [`ratio ${ratio}, but its price is ${implied.toFixed(4)} times the us-east-1 list price`];
}
