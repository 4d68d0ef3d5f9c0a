import type { Catalogue } from '../catalogue.ts';
import { computeIn, computePrice } from '../compute-lookup.ts';
import type { Cloud, ComputePrice } from '../prices.ts';
import type { EntryIndex } from './entry-in-force.ts';
import { machineShapes } from './machine-shape.ts';
import { every, type Overlay, type OverlayEntry } from './overlay.ts';

/**
 * Rows, still without prices, for machines that an overlay prices in regions where the catalogue has no sound row: the shape is
 * that of the same machine elsewhere. Machines of unknown shape are left out.
 */
export function unlistedMachines(
  catalogue: Catalogue,
  overlay: Overlay,
  { byMachine }: EntryIndex,
): ComputePrice[] {
  const shapeOf = machineShapes(catalogue);
  const rows = new Map<string, ComputePrice>();
  for (const entry of [...byMachine.values()].flat()) {
    const { cloud, sku, region } = entry;
    const id = `compute:${cloud}/${sku}/${region}` as const;
    if (rows.has(id) || !addsMachine(catalogue, entry)) continue;
    const shape = shapeOf(cloud, sku);
    if (shape === undefined) continue;
    rows.set(id, { id, cloud, sku, region, ...shape, ...unpriced, source: overlay.source.id, asOf: null });
  }
  return [...rows.values()];
}

/** Whether a price for this machine there would make a row of its own. */
export function addsMachine(catalogue: Catalogue, entry: OverlayEntry): boolean {
  return (
    'usdPerHour' in entry &&
    entry.region !== every &&
    listsMachines(catalogue, entry.cloud, entry.region) &&
    computePrice(catalogue, entry.cloud, entry.sku, entry.region) === undefined
  );
}

/**
 * AWS regions other than us-east-1 and the GovCloud are priced by one size per family: a single row of its own there would
 * read as if that were all the region has.
 */
export function listsMachines(catalogue: Catalogue, cloud: Cloud, region: string): boolean {
  return cloud !== 'aws' || computeIn(catalogue, cloud, region).length > 0;
}

const unpriced = {
  usdPerHourOnDemand: null,
  usdPerHourSpot: null,
  usdPerHour1y: null,
  usdPerHour3y: null,
} as const;
