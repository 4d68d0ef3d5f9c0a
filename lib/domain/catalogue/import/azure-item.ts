import { z } from 'zod';

/**
 * The fields of an item of the Azure Retail Prices API (2023-01-01-preview) that tell its price. Prices are per unit of
 * measure, except that a reservation has the price of its whole term beside the unit `1 Hour`
 * (learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices).
 */
export const azureItem = z.object({
  currencyCode: z.string(),
  retailPrice: z.number(),
  unitPrice: z.number(),
  armRegionName: z.string(),
  armSkuName: z.string(),
  productName: z.string(),
  skuName: z.string(),
  meterName: z.string(),
  type: z.string(),
  unitOfMeasure: z.string(),
  serviceName: z.string().nullish(),
  reservationTerm: z.string().nullish(),
  tierMinimumUnits: z.number().nullish(),
  effectiveStartDate: z.iso.datetime({ offset: true }).nullish(),
  effectiveEndDate: z.iso.datetime({ offset: true }).nullish(),
  savingsPlan: z
    .array(z.object({ retailPrice: z.number(), unitPrice: z.number(), term: z.string() }))
    .nullish(),
});
export type AzureItem = z.infer<typeof azureItem>;

/**
 * Why an item is of no use here although nothing is wrong with it; undefined for a Linux machine rented by the hour or reserved.
 * `day` is the day of the list, as `YYYY-MM-DD`.
 */
export function whyLeftOut(item: AzureItem, day: string): string | undefined {
  const { serviceName = null, productName, skuName, meterName, type } = item;
  const names = `${productName} ${skuName} ${meterName}`;
  if (serviceName !== null && serviceName !== 'Virtual Machines') return 'not a virtual machine';
  if (/cloud ?services/i.test(productName)) return 'Cloud Services, not a virtual machine';
  if (/dedicated host|dedicatedhost/i.test(names)) return 'a dedicated host';
  if (/windows/i.test(names)) return 'Windows';
  if (/low priority/i.test(names)) return 'low priority: spot replaced it';
  if (/expired/i.test(names)) return 'marked as expired';
  if (type !== 'Consumption' && type !== 'Reservation') return `of type ${type.slice(0, 40)}`;
  if (item.armRegionName === '' || item.armSkuName === '') return 'without a region or a machine';
  if (item.effectiveStartDate?.slice(0, 10) !== undefined && item.effectiveStartDate.slice(0, 10) > day)
    return 'not in force yet on the day of the list';
  if (item.effectiveEndDate?.slice(0, 10) !== undefined && item.effectiveEndDate.slice(0, 10) < day)
    return 'no longer in force on the day of the list';
  return undefined;
}

/** Whether the item is a price of capacity that Azure may take back. */
export function isSpot({ skuName, meterName }: AzureItem): boolean {
  return /\bspot\b/i.test(`${skuName} ${meterName}`);
}
