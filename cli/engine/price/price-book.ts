import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { PricePoint, PurchaseKind } from '#lib/domain/catalogue/prices.ts';
import { type Clouds, cloudNames } from './cloud-names.ts';

/** The catalogue and the dated observations, arranged for asking prices one by one. */
export type PriceBook = {
  readonly catalogue: Catalogue;
  readonly clouds: Clouds;
  /** Observations of one price, oldest first; key as `seriesKey`. */
  readonly history: ReadonlyMap<string, readonly PricePoint[]>;
};

/** Arranges a catalogue and its price history. */
export function priceBook(catalogue: Catalogue, history: readonly PricePoint[]): PriceBook {
  const series = Map.groupBy(
    history.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)),
    seriesKey,
  );
  return { catalogue, clouds: cloudNames(catalogue, history), history: series };
}

/** What makes observations those of one price. */
export function seriesKey(at: {
  readonly cloud: string;
  readonly sku: string;
  readonly region: string;
  readonly kind: PurchaseKind;
}): string {
  return `${at.cloud}/${at.sku}/${at.region}/${at.kind}`;
}
