import { AppError } from '#lib/errors.ts';
import type { PurchaseKind } from '../prices.ts';
import { isPrice } from '../selectable-price.ts';
import { type AzureItem, isSpot } from './azure-item.ts';
import type { PriceEntry } from './overlay.ts';

/** One price of one item. USD per hour. */
export type AzurePrice = Pick<PriceEntry, 'usdPerHour' | 'commitment'> & { readonly kind: PurchaseKind };

const hoursPerYear = 8760;
const terms = new Map<string, { kind: PurchaseKind; hours: number }>([
  ['1 Year', { kind: '1y', hours: hoursPerYear }],
  ['3 Years', { kind: '3y', hours: 3 * hoursPerYear }],
]);

/**
 * The prices that an item of a Linux machine says: on demand or spot with the savings plans beside it, or a reservation spread
 * over the hours of its term. Throws `invalid-input` with the reason when a price cannot be taken as it stands. Terms of other
 * lengths (five years) have no place in the catalogue and give no price.
 */
export function azurePrices(item: AzureItem): AzurePrice[] {
  const usd = priceIn(item, item);
  if (item.unitOfMeasure !== '1 Hour')
    throw refused(`is priced per ${item.unitOfMeasure.slice(0, 40)}, not per hour`);
  if ((item.tierMinimumUnits ?? 0) > 0) throw refused('is a price above a volume only');
  if (item.type === 'Reservation') return reservation(item, usd);
  if ((item.reservationTerm ?? null) !== null)
    throw refused('is consumption and has the term of a reservation');
  if (isSpot(item)) return [{ kind: 'spot', usdPerHour: usd, commitment: null }];
  return [{ kind: 'ondemand', usdPerHour: usd, commitment: null }, ...savingsPlans(item, usd)];
}

function reservation(item: AzureItem, usdPerTerm: number): AzurePrice[] {
  if (isSpot(item)) throw refused('is a reservation of spot capacity');
  const name = item.reservationTerm ?? '';
  const term = terms.get(name);
  if (term !== undefined)
    return [{ kind: term.kind, usdPerHour: usdPerTerm / term.hours, commitment: 'reservation' }];
  if (/^\d+ Years?$/.test(name)) return [];
  throw refused(`is a reservation with the term ${JSON.stringify(name.slice(0, 40))}`);
}

function savingsPlans(item: AzureItem, onDemand: number): AzurePrice[] {
  return (item.savingsPlan ?? []).flatMap((plan): AzurePrice[] => {
    const term = terms.get(plan.term);
    if (term === undefined) return [];
    const usdPerHour = priceIn(item, plan);
    if (usdPerHour > onDemand) throw refused(`has a savings plan of ${plan.term} dearer than on demand`);
    return [{ kind: term.kind, usdPerHour, commitment: 'savings-plan' }];
  });
}

function priceIn(
  { currencyCode }: AzureItem,
  { retailPrice, unitPrice }: { readonly retailPrice: number; readonly unitPrice: number },
): number {
  if (currencyCode !== 'USD')
    throw refused(
      `is in ${currencyCode.slice(0, 10)}: only US dollars are list prices, others are converted by Microsoft`,
    );
  if (!isPrice(retailPrice)) throw refused(`costs ${retailPrice}, which is not a price`);
  if (retailPrice !== unitPrice)
    throw refused(`has the retail price ${retailPrice} and the unit price ${unitPrice}`);
  return retailPrice;
}

function refused(reason: string): AppError {
  return new AppError('invalid-input', reason);
}
