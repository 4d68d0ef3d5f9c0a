import type { PurchaseKind, RegionalPrice } from '../prices.ts';
import { isPrice } from '../selectable-price.ts';
import { entryFor, type EntryIndex } from './entry-in-force.ts';
import { every, type OverlayEntry } from './overlay.ts';
import { type Cite, overlaidPrice } from './overlaid-machine.ts';

/**
 * The AWS regional row as the entries in force say; the same row when none is about it. Its ratio prices the other sizes of the
 * family from their us-east-1 price, which is overlaid as well: a discount on the whole family moves the ratio by what it
 * differs between the two regions. Once the price of single sizes in us-east-1 is negotiated, no ratio carries to other
 * regions any more, and it becomes unknown.
 */
export function overlaidRegional(row: RegionalPrice, entries: EntryIndex, cite: Cite): RegionalPrice {
  const onDemand = movedPrice(row, row.usdPerHourOnDemand, 'ondemand', entries);
  const spot = movedPrice(row, row.usdPerHourSpotMedian, 'spot', entries);
  const ratio = movedRatio(row, entries);
  if (onDemand === undefined && spot === undefined && ratio === row.ratioToUsEast1) return row;
  return {
    ...row,
    usdPerHourOnDemand: onDemand ?? row.usdPerHourOnDemand,
    usdPerHourSpotMedian: spot ?? row.usdPerHourSpotMedian,
    ratioToUsEast1: ratio,
    source: cite(row.source, false).id,
  };
}

function movedPrice(
  row: RegionalPrice,
  listed: number | null,
  kind: PurchaseKind,
  entries: EntryIndex,
): number | undefined {
  const entry = entryFor(entries, { ...row, cloud: 'aws' }, kind);
  return entry && overlaidPrice(entry, listed !== null && isPrice(listed) ? listed : undefined);
}

function movedRatio(row: RegionalPrice, entries: EntryIndex): number | null {
  const { family, region, ratioToUsEast1: ratio } = row;
  if (ratio === null) return null;
  if (namesSingleSizes(entries, family)) return null;
  const here = shareLeft(entries, family, region);
  const there = shareLeft(entries, family, 'us-east-1');
  return here === there ? ratio : (ratio * here) / there;
}

/** Whether an entry is about some sizes of the family on demand in us-east-1, and not about all. */
function namesSingleSizes({ byMachine, byCloud }: EntryIndex, family: string): boolean {
  const prefix = `${family}.`;
  const movesBase = ({ region, kind }: OverlayEntry) =>
    (region === every || region === 'us-east-1') && (kind === every || kind === 'ondemand');
  for (const [machine, about] of byMachine)
    if (machine.startsWith(`aws/${prefix}`) && about.some(movesBase)) return true;
  return (byCloud.get('aws') ?? []).some(
    (entry) => entry.sku.startsWith(prefix) && entry.sku !== `${prefix}${every}` && movesBase(entry),
  );
}

/** What a discount on the whole family leaves of its on-demand price in a region, 1 without one. */
function shareLeft(entries: EntryIndex, family: string, region: string): number {
  const entry = entryFor(entries, { cloud: 'aws', sku: `${family}.`, region }, 'ondemand');
  return entry === undefined ? 1 : (overlaidPrice(entry, 1) ?? 1);
}
