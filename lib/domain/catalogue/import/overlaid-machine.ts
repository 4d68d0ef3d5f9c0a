import type { ComputePrice, PurchaseKind } from '../prices.ts';
import { purchaseKinds } from '../prices.ts';
import type { Source, SourceId } from '../provenance.ts';
import { selectablePrice } from '../selectable-price.ts';
import { entryFor, type EntryIndex } from './entry-in-force.ts';
import type { OverlayEntry } from './overlay.ts';

/** Gives the source of a moved row of this list. `whole`: the overlay says every price of it, the list none. */
export type Cite = (list: SourceId, whole: boolean) => Source;

/** The row with its prices as the entries in force say; the same row when none is about it. */
export function overlaidMachine(row: ComputePrice, entries: EntryIndex, cite: Cite): ComputePrice {
  const moved = new Map<PurchaseKind, { usd: number; entry: OverlayEntry }>();
  let whole = true;
  for (const kind of purchaseKinds) {
    const list = selectablePrice(row, kind);
    const entry = entryFor(entries, row, kind);
    const usd = entry && overlaidPrice(entry, list);
    if (entry !== undefined && usd !== undefined) moved.set(kind, { usd, entry });
    whole &&= list === undefined || (usd !== undefined && entry !== undefined && 'usdPerHour' in entry);
  }
  if (moved.size === 0) return row;
  const source = cite(row.source, whole);
  const begun = [...moved.values()].map(({ entry }) => entry.validFrom).toSorted();
  return {
    ...row,
    usdPerHourOnDemand: moved.get('ondemand')?.usd ?? row.usdPerHourOnDemand,
    usdPerHourSpot: moved.get('spot')?.usd ?? row.usdPerHourSpot,
    usdPerHour1y: moved.get('1y')?.usd ?? row.usdPerHour1y,
    usdPerHour3y: moved.get('3y')?.usd ?? row.usdPerHour3y,
    source: source.id,
    asOf: whole ? (source.asOf ?? begun.at(-1) ?? row.asOf) : row.asOf,
  };
}

/** USD per hour as the entry says; undefined for a share off a price that no list says. */
export function overlaidPrice(entry: OverlayEntry, list: number | undefined): number | undefined {
  if ('usdPerHour' in entry) return entry.usdPerHour;
  return list === undefined ? undefined : list * (1 - entry.discountPercent / 100);
}
