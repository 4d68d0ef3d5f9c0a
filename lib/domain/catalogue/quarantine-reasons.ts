import type { Accelerator } from './accelerator.ts';
import { foldName } from './fold-name.ts';
import type { HourlyPrices } from './prices.ts';
import { purchaseKinds } from './prices.ts';
import { isPrice, selectablePrice } from './selectable-price.ts';

/** Vendors label 192 GB where 180 are usable; what differs by more than this is another part. */
const memoryTolerance = 0.1;

type Accelerated = {
  readonly gpuModel: string | null;
  readonly gpuCount: number | null;
  readonly gpuMemoryGibEach: number | null;
};

/** What is wrong among the prices of one row: a price that cannot be one, or a commitment dearer than no commitment. */
export function priceContradictions(row: HourlyPrices): string[] {
  const reasons: string[] = [];
  const listed = [row.usdPerHourOnDemand, row.usdPerHourSpot, row.usdPerHour1y, row.usdPerHour3y];
  for (const usd of listed) if (usd !== null && !isPrice(usd)) reasons.push(`${usd} is not a price`);
  const onDemand = selectablePrice(row, 'ondemand');
  for (const kind of purchaseKinds) {
    const usd = selectablePrice(row, kind);
    if (onDemand !== undefined && usd !== undefined && usd > onDemand * 1.001) {
      reasons.push(`${kind} at USD ${usd} per hour is dearer than on demand at ${onDemand}`);
    }
  }
  const oneYear = selectablePrice(row, '1y');
  const threeYears = selectablePrice(row, '3y');
  if (oneYear !== undefined && threeYears !== undefined && threeYears > oneYear * 1.001) {
    reasons.push(`three years at USD ${threeYears} per hour are dearer than one year at ${oneYear}`);
  }
  return reasons;
}

/** How the row's GPU contradicts the accelerator table or itself; undefined when it does not. */
export function contradictsAccelerator(
  row: Accelerated,
  accelerators: ReadonlyMap<string, Accelerator>,
): string | undefined {
  if (row.gpuModel === null) {
    return row.gpuCount === null ? undefined : `${row.gpuCount} GPUs of an unnamed model`;
  }
  if (row.gpuCount !== null && !(row.gpuCount > 0)) return `${row.gpuCount} GPUs of ${row.gpuModel}`;
  const known = accelerators.get(foldName(row.gpuModel));
  if (known === undefined || row.gpuMemoryGibEach === null) return undefined;
  const difference = Math.abs(row.gpuMemoryGibEach - known.memoryGb) / known.memoryGb;
  return difference <= memoryTolerance
    ? undefined
    : `${row.gpuModel} with ${row.gpuMemoryGibEach} GiB, but the part has ${known.memoryGb} GB`;
}
