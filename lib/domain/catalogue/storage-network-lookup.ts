import type { Catalogue } from './catalogue.ts';
import type { Cloud } from './prices.ts';
import { isPrice } from './selectable-price.ts';
import type { StorageNetworkPrice, StorageNetworkService } from './storage-network-price.ts';

/** Prices of a service in a region, all items and tiers; empty when unknown. A price that cannot be one is left out. */
export function storageNetworkPrices(
  catalogue: Catalogue,
  cloud: Cloud,
  region: string,
  service: StorageNetworkService,
): readonly StorageNetworkPrice[] {
  const inRegion = catalogue.index.storageNetworkByRegion.get(`${cloud}/${region}`) ?? [];
  return inRegion.filter((row) => row.service === service && isPrice(row.usd));
}
