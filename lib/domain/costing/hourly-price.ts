import { sustainedUseFactor } from '../catalogue/assumption-lookup.ts';
import type { PurchaseKind } from '../catalogue/prices.ts';
import { selectablePrice } from '../catalogue/selectable-price.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import { listed } from '../figure/leaves/catalogued.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import type { Offer } from '../options/market.ts';

const purchaseLabels = {
  ondemand: 'on demand',
  spot: 'spot',
  '1y': 'one year committed',
  '3y': 'three years committed',
} as const satisfies Record<PurchaseKind, string>;

/**
 * USD per hour of a machine bought this way; undefined when no row says it. An AWS region without a row of this size has
 * the us-east-1 price times the listed ratio of its family, on demand only.
 */
export function hourlyPrice(engine: Engine, offer: Offer, purchase: PurchaseKind): Figure | undefined {
  const what = `${offer.sku}, ${purchaseLabels[purchase]}`;
  const value = listedPrice(offer, purchase);
  if (value === undefined) return undefined;
  const base = listed(engine, offer.row, { column: purchase, label: what, unit: 'usd-per-hour', value });
  if (offer.ratio === undefined) return base;
  const regionalRatio = listed(engine, offer.ratio.row, {
    column: 'ratio',
    label: `Price of this family in ${offer.region} relative to us-east-1`,
    unit: 'ratio',
    value: offer.ratio.value,
  });
  const id = `price.aws/${offer.sku}/${offer.region}.${purchase}`;
  return (
    engine.ledger.get(id) ??
    engine.ledger.compute({ id, label: `${what}, ${offer.region}`, unit: 'usd-per-hour' }, 'regional-price', {
      usdPerHourInUsEast1: base,
      regionalRatio,
    })
  );
}

/** Whether a row says what this machine costs bought this way. */
export function hasPrice(offer: Offer, purchase: PurchaseKind): boolean {
  return listedPrice(offer, purchase) !== undefined;
}

/** The factor on a full month on demand that Google grants N1 and N2; undefined for all else. */
export function sustainedUse(engine: Engine, offer: Offer, purchase: PurchaseKind): Figure | undefined {
  if (offer.cloud !== 'gcp' || purchase !== 'ondemand') return undefined;
  const row = sustainedUseFactor(engine.catalogue, offer.sku);
  return row === undefined ? undefined : assumed(engine, row.id);
}

/** USD per hour that a row lists, before any regional ratio; undefined when it has no price for this way of buying. */
export function listedPrice(offer: Offer, purchase: PurchaseKind): number | undefined {
  if ('usdPerHourSpot' in offer.row)
    return offer.ratio === undefined || purchase === 'ondemand'
      ? selectablePrice(offer.row, purchase)
      : undefined;
  return purchase === 'ondemand' ? offer.usdPerHour : undefined;
}
