import type { PurchaseKind } from '../prices.ts';
import type { IsoDate } from '../provenance.ts';
import { every, type EntryScope, type Overlay, type OverlayEntry } from './overlay.ts';

/** The entries of an overlay, arranged by the machines they are about. */
export type EntryIndex = {
  /** Entries that name one machine; key `aws/m6i.xlarge`. */
  readonly byMachine: ReadonlyMap<string, readonly OverlayEntry[]>;
  /** Entries for a beginning of machine names; key: the cloud. */
  readonly byCloud: ReadonlyMap<string, readonly OverlayEntry[]>;
};

/** Arranges the entries in force on a day. */
export function entriesInForce({ entries }: Overlay, date: IsoDate): EntryIndex {
  const begun = entries.filter(({ validFrom }) => validFrom <= date);
  return {
    byMachine: Map.groupBy(
      begun.filter(({ sku }) => !sku.endsWith(every)),
      ({ cloud, sku }) => `${cloud}/${sku}`,
    ),
    byCloud: Map.groupBy(
      begun.filter(({ sku }) => sku.endsWith(every)),
      ({ cloud }) => cloud,
    ),
  };
}

/**
 * The entry that decides the price of a machine bought in one way; undefined when none is about it. The more exact entry
 * wins: first in the machine, then in the region, then in the purchase; between equals the later one.
 */
export function entryFor(
  { byMachine, byCloud }: EntryIndex,
  machine: { readonly cloud: string; readonly sku: string; readonly region: string },
  kind: PurchaseKind,
): OverlayEntry | undefined {
  const candidates = [
    ...(byMachine.get(`${machine.cloud}/${machine.sku}`) ?? []),
    ...(byCloud.get(machine.cloud) ?? []).filter((entry) => namesMachine(entry, machine.sku)),
  ].filter(
    (entry) =>
      (entry.region === every || entry.region === machine.region) &&
      (entry.kind === every || entry.kind === kind),
  );
  return candidates.toSorted(moreExactFirst)[0];
}

/** Whether the machine is one that the entry is about, wherever and however it is bought. */
export function namesMachine({ sku: named }: EntryScope, sku: string): boolean {
  return named.endsWith(every) ? sku.startsWith(named.slice(0, -every.length)) : named === sku;
}

function moreExactFirst(a: OverlayEntry, b: OverlayEntry): number {
  return (
    exactness(b.sku) - exactness(a.sku) ||
    exactness(b.region) - exactness(a.region) ||
    exactness(b.kind) - exactness(a.kind) ||
    (a.validFrom < b.validFrom ? 1 : -1)
  );
}

/** Length of the part that is spelt out; a whole name is more exact than any beginning of one. */
function exactness(named: string): number {
  return named.endsWith(every) ? named.length - every.length : Number.MAX_SAFE_INTEGER;
}
