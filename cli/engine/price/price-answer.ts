import type { PurchaseKind } from '#lib/domain/catalogue/prices.ts';

/** A machine, where, and how it is bought, in the spelling of the catalogue. */
export type Purchase = {
  readonly cloud: string;
  readonly sku: string;
  readonly region: string;
  readonly kind: PurchaseKind;
};

/** USD per hour of the whole machine with its date and source, or why the catalogue cannot say it. */
export type PriceAnswer =
  | {
      readonly usd_per_hour: number;
      /** Day of the list or of the observation; null when the source does not say, then `source` tells why. */
      readonly as_of: string | null;
      readonly source: string;
      /** `ratio`: the us-east-1 price times the listed ratio of the family; else a row of its own. */
      readonly basis: 'row' | 'ratio';
      readonly note?: string;
    }
  | { readonly refused: string };
