import type { Assessment, Workload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { clouds, type PurchaseKind, purchaseKinds } from '../../catalogue/prices.ts';
import { type Offer, offersIn } from '../market.ts';
import { allowedRegions, residencyOf } from '../places.ts';

/** Every machine that may be rented where the data of a workload may be; anywhere when nothing is said of that. */
export function allowedOffers(assessment: Assessment, catalogue: Catalogue, workload: Workload): Offer[] {
  const residency = residencyOf(assessment, workload);
  return clouds.flatMap((cloud) =>
    allowedRegions(assessment, catalogue, cloud, residency).flatMap(({ region }) =>
      offersIn(catalogue, cloud, region),
    ),
  );
}

/** Ways of buying machines that procurement accepts: all of them when nothing is said, on demand always. */
export function allowedPurchases({ answers }: Assessment): PurchaseKind[] {
  const accepted = readValue(answers.paymentModel);
  if (accepted === undefined) return [...purchaseKinds];
  return purchaseKinds.filter((purchase) => {
    if (purchase === 'ondemand') return true;
    return accepted.includes(purchase === 'spot' ? 'spot' : 'committed');
  });
}
