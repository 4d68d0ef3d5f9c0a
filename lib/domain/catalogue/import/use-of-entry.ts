import { awsFamily } from '../compute-series.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ComputePrice, PurchaseKind, RegionalPrice } from '../prices.ts';
import { purchaseKinds } from '../prices.ts';
import { isPrice, selectablePrice } from '../selectable-price.ts';
import { namesMachine } from './entry-in-force.ts';
import { machineShapes } from './machine-shape.ts';
import { every, type DiscountEntry, type OverlayEntry, type PriceEntry } from './overlay.ts';
import { listsMachines } from './unlisted-machines.ts';

/** Tells why an entry would move no price of the catalogue; undefined when it would. */
export function entryJudge(catalogue: Catalogue): (entry: OverlayEntry) => string | undefined {
  const machines = Map.groupBy(catalogue.compute, ({ cloud, sku }) => `${cloud}/${sku}`);
  const byCloud = Map.groupBy(catalogue.compute, ({ cloud }) => cloud);
  const regions = new Set(
    [...catalogue.regions, ...catalogue.compute].map(({ cloud, region }) => `${cloud}/${region}`),
  );
  const shapeOf = machineShapes(catalogue);
  return (entry) => {
    const { cloud, sku, region } = entry;
    if (region !== every && !regions.has(`${cloud}/${region}`)) return `${cloud} has no region ${region}`;
    const known = sku.endsWith(every)
      ? (byCloud.get(cloud) ?? []).filter((row) => namesMachine(entry, row.sku))
      : (machines.get(`${cloud}/${sku}`) ?? []);
    const regional = cloud === 'aws' ? catalogue.regional.filter((row) => isAboutRegional(entry, row)) : [];
    if (known.length + regional.length === 0 && (sku.endsWith(every) || shapeOf(cloud, sku) === undefined))
      return `no machine ${sku} of ${cloud} is known`;
    return 'usdPerHour' in entry
      ? whyNoPrice(catalogue, entry, known, regional)
      : whyNoDiscount(entry, known, regional);
  };
}

function whyNoPrice(
  catalogue: Catalogue,
  { cloud, sku, region, kind }: PriceEntry,
  known: readonly ComputePrice[],
  regional: readonly RegionalPrice[],
): string | undefined {
  if (sku.endsWith(every) || region === every || kind === every)
    return 'a price is that of one machine in one region, bought in one way';
  if (known.some((row) => row.region === region) || listsMachines(catalogue, cloud, region)) return undefined;
  const rowThere = regional.some((row) => row.sku === sku && row.region === region);
  if (rowThere && (kind === 'ondemand' || kind === 'spot')) return undefined;
  return `the catalogue prices ${awsFamily(sku)} in ${region} through one size of the family: only that one, on demand or spot, can have a price of its own there`;
}

function whyNoDiscount(
  entry: DiscountEntry,
  known: readonly ComputePrice[],
  regional: readonly RegionalPrice[],
): string | undefined {
  const kinds = purchaseKinds.filter((kind) => entry.kind === every || entry.kind === kind);
  const listed =
    known.some(
      (row) => isThere(entry, row) && kinds.some((kind) => selectablePrice(row, kind) !== undefined),
    ) || regional.some((row) => isThere(entry, row) && kinds.some((kind) => hasRegionalPrice(row, kind)));
  if (listed) return undefined;
  const how = entry.kind === every ? 'price' : `${entry.kind} price`;
  return `no list has a ${how} of ${entry.sku} in ${entry.region === every ? 'any region' : entry.region} to take a share off`;
}

function isThere({ region }: OverlayEntry, row: { readonly region: string }): boolean {
  return region === every || region === row.region;
}

/** The row is of the machine itself, or its family is meant as a whole. */
function isAboutRegional(entry: OverlayEntry, row: RegionalPrice): boolean {
  return (
    namesMachine(entry, row.sku) && (!entry.sku.endsWith(every) || namesMachine(entry, `${row.family}.`))
  );
}

function hasRegionalPrice(row: RegionalPrice, kind: PurchaseKind): boolean {
  if (kind === 'spot') return row.usdPerHourSpotMedian !== null && isPrice(row.usdPerHourSpotMedian);
  return kind === 'ondemand' && row.usdPerHourOnDemand !== null && isPrice(row.usdPerHourOnDemand);
}
