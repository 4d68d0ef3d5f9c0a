import type { Accelerator } from './accelerator.ts';
import { seriesOf } from './compute-series.ts';
import type { ComputePrice } from './prices.ts';
import { contradictsAccelerator, priceContradictions } from './quarantine-reasons.ts';

/** Azure adds this to a machine's price for a Windows licence, USD per vCPU and hour (D and E series, list price). */
const azureWindowsUsdPerVcpuHour = 0.046;
/** A size may be this much dearer or cheaper than its series, per vCPU and per GiB alike, before the row is doubted. */
const seriesSpread = 1.5;

/** Reasons against each row, by row id; a row without a reason is absent. */
export function doubtCompute(
  rows: readonly ComputePrice[],
  accelerators: ReadonlyMap<string, Accelerator>,
): Map<string, string[]> {
  const doubts = new Map<string, string[]>();
  const doubt = (row: ComputePrice, reason: string) => {
    const reasons = doubts.get(row.id);
    if (reasons === undefined) doubts.set(row.id, [reason]);
    else reasons.push(reason);
  };
  for (const row of rows) {
    for (const reason of priceContradictions(row)) doubt(row, reason);
    const againstAccelerator = contradictsAccelerator(row, accelerators);
    if (againstAccelerator !== undefined) doubt(row, againstAccelerator);
  }
  for (const sameSku of Map.groupBy(rows, (row) => `${row.cloud}/${row.sku}`).values()) {
    doubtShapes(sameSku, doubt);
  }
  const perSeries = Map.groupBy(rows, (row) => `${row.cloud}/${row.region}/${seriesOf(row.cloud, row.sku)}`);
  for (const series of perSeries.values()) {
    for (const row of series) if (hasWindowsLicence(row, series)) doubt(row, windowsReason);
    doubtSeriesPrices(
      series.filter((row) => !doubts.has(row.id)),
      doubt,
    );
  }
  return doubts;
}

type Doubt = (row: ComputePrice, reason: string) => void;

/** One sku has one shape wherever it is sold. The shape most regions show stands; without a majority none does. */
function doubtShapes(sameSku: readonly ComputePrice[], doubt: Doubt): void {
  const byShape = Map.groupBy(sameSku, (row) =>
    JSON.stringify([row.vcpu, row.memoryGib, row.gpuModel, row.gpuCount, row.gpuMemoryGibEach]),
  );
  if (byShape.size === 1) return;
  for (const [shape, rows] of byShape) {
    if (rows.length * 2 > sameSku.length) continue;
    for (const row of rows) doubt(row, `shape ${shape} differs from the same machine in other regions`);
  }
}

const windowsReason = 'the price includes a Windows licence: USD 0.046 per vCPU and hour above its series';

/** The row costs exactly the licence more per vCPU than the cheapest size of its series. */
function hasWindowsLicence(row: ComputePrice, series: readonly ComputePrice[]): boolean {
  if (row.cloud !== 'azure' || row.gpuModel !== null) return false;
  const own = usdPerVcpuHour(row);
  const cheapest = Math.min(...series.map((sibling) => usdPerVcpuHour(sibling) ?? Number.POSITIVE_INFINITY));
  if (own === undefined || !Number.isFinite(cheapest)) return false;
  // Half a thousandth of a dollar is the rounding of the smallest listed size.
  return Math.abs(own - cheapest - azureWindowsUsdPerVcpuHour) <= 0.0006;
}

/** Dearer or cheaper than the median of its series per vCPU and per GiB: burstable sizes differ in one, errors in both. */
function doubtSeriesPrices(series: readonly ComputePrice[], doubt: Doubt): void {
  if (series.length < 3) return;
  const perVcpu = median(series.map(usdPerVcpuHour));
  const perGib = median(series.map(usdPerGibHour));
  if (perVcpu === undefined || perGib === undefined) return;
  for (const row of series) {
    const ratios = [(usdPerVcpuHour(row) ?? perVcpu) / perVcpu, (usdPerGibHour(row) ?? perGib) / perGib];
    const dear = Math.min(...ratios);
    const cheap = Math.max(...ratios);
    if (dear > seriesSpread) doubt(row, `${dear.toFixed(2)} times the price of its series for its size`);
    else if (cheap < 1 / seriesSpread)
      doubt(row, `${cheap.toFixed(2)} times the price of its series for its size`);
  }
}

function usdPerVcpuHour(row: ComputePrice): number | undefined {
  return per(row, row.vcpu);
}

function usdPerGibHour(row: ComputePrice): number | undefined {
  return per(row, row.memoryGib);
}

/** GPU machines are left out: their price follows the GPU, not vCPU and memory. */
function per(row: ComputePrice, amount: number | null): number | undefined {
  if (row.gpuModel !== null || amount === null || amount <= 0 || row.usdPerHourOnDemand === null)
    return undefined;
  return row.usdPerHourOnDemand / amount;
}

function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.floor((known.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
