import { createHash } from 'node:crypto';
import { canonicalJson } from '../../figure/ledger.ts';
import type { Cloud, PurchaseKind } from '../prices.ts';
import type { IsoDate, Source } from '../provenance.ts';

export const overlayFormat = 'infra-mind/price-overlay@1';

/** In place of a region or a purchase: every one. At the end of a machine's name: whatever follows. */
export const every = '*';

/** Which machines a row of a price file is about, and from which day on. */
export type EntryScope = {
  /** Line of a CSV file, the header being line 1; number of the item in a JSON file, the first being 1. */
  readonly line: number;
  readonly cloud: Cloud;
  /** A machine, or the beginning of its name followed by `*`: `m6i.*`, `Standard_E*`, `*`. */
  readonly sku: string;
  /** A region, or `*`. */
  readonly region: string;
  readonly kind: PurchaseKind | typeof every;
  readonly validFrom: IsoDate;
};

/** A price of the client's own, or one of a newer list. USD per hour of the whole machine. */
export type PriceEntry = EntryScope & {
  readonly usdPerHour: number;
  /** How a commitment is bought, where a list knows several ways. */
  readonly commitment: 'reservation' | 'savings-plan' | null;
};

/** A share off the list price, above 0 and below 100. */
export type DiscountEntry = EntryScope & { readonly discountPercent: number };
export type OverlayEntry = PriceEntry | DiscountEntry;

/** Rows that a file holds and the catalogue has no use for, by reason: other products, other systems. */
export type LeftOut = { readonly because: string; readonly rows: number };

/** A row that cannot be taken as it stands. */
export type Refusal = { readonly line: number; readonly reason: string };

/**
 * Prices over the list: a client's rate card, or a newer list of a provider. It changes no file of the catalogue;
 * `applyOverlay` puts it over one. `version` is the hash of everything that moves a price.
 */
export type Overlay = {
  readonly format: typeof overlayFormat;
  readonly version: string;
  readonly source: Source;
  readonly entries: readonly OverlayEntry[];
};

/** The overlay of these entries, versioned. The order of the entries does not matter. */
export function overlayOf(source: Source, entries: readonly OverlayEntry[]): Overlay {
  const lines = entries.map(({ line: _line, ...moves }) => canonicalJson(moves)).toSorted();
  const version = createHash('sha256')
    .update(`${canonicalJson({ format: overlayFormat, source })}\n${lines.join('\n')}`)
    .digest('hex');
  return { format: overlayFormat, version, source, entries };
}
