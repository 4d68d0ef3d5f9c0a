import type { ComputePrice, PricePoint, PurchaseKind } from './prices.ts';
import { purchaseKinds } from './prices.ts';
import { isPrice, selectablePrice } from './selectable-price.ts';

/** A listed price that is far from what the same list said before. Selectable, but shown with the doubt. */
export type OffHistory = {
  readonly row: ComputePrice;
  readonly kind: PurchaseKind;
  readonly usdPerHour: number;
  /** The last earlier observation. */
  readonly previous: PricePoint;
  /** Listed price over the earlier one. */
  readonly ratio: number;
};

/** More than this factor up or down since the last observation is doubted; the largest real cut seen was 44 %. */
const farFactor = 3;

/** Prices more than three times above or below their last observation before the day of the row. */
export function offHistory(rows: readonly ComputePrice[], history: readonly PricePoint[]): OffHistory[] {
  const series = Map.groupBy(history, (point) => seriesKey(point, point.kind));
  return rows.flatMap((row) =>
    purchaseKinds.flatMap((kind): OffHistory[] => {
      const usdPerHour = selectablePrice(row, kind);
      const previous = lastBefore(series.get(seriesKey(row, kind)) ?? [], row.asOf);
      if (usdPerHour === undefined || previous === undefined) return [];
      const ratio = usdPerHour / previous.usdPerHour;
      return ratio > farFactor || ratio < 1 / farFactor ? [{ row, kind, usdPerHour, previous, ratio }] : [];
    }),
  );
}

function seriesKey(
  at: { readonly cloud: string; readonly sku: string; readonly region: string },
  kind: PurchaseKind,
) {
  return `${at.cloud}/${at.sku}/${at.region}/${kind}`;
}

function lastBefore(points: readonly PricePoint[], day: string | null): PricePoint | undefined {
  return points
    .filter((point) => isPrice(point.usdPerHour) && (day === null || point.asOf < day))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
}
