import { foldName } from '#lib/domain/catalogue/fold-name.ts';
import { type PurchaseKind, purchaseKinds } from '#lib/domain/catalogue/prices.ts';
import { badField, type Input, onlyFields, optionalDay, text, unknownName } from '../fields.ts';
import type { CloudNames } from './cloud-names.ts';
import { currentPrice } from './current-price.ts';
import { priceInForce } from './price-in-force.ts';
import type { PriceAnswer } from './price-answer.ts';
import type { PriceBook } from './price-book.ts';

const asked = ['cloud', 'provider', 'sku', 'region', 'kind', 'date', 'as_of'];
/** Other columns of the price tables: a whole row may be sent, what else it says does not change the price. */
const described = ['vcpu', 'mem_gib', 'gpu_model', 'gpu_count', 'gpu_mem_gib_each', 'local_disk_gib'];
const sent = [
  'id',
  'row_id',
  'network_gbps',
  'family',
  'source',
  'source_commit',
  'usd_hour',
  'ratio_to_us_east_1',
];
const prices = ['usd_hour_ondemand', 'usd_hour_spot', 'usd_hour_1y', 'usd_hour_3y', 'usd_hour_spot_median'];
const fields = new Set([...asked, ...described, ...sent, ...prices]);

/**
 * The price that a line asks for: the newest list, or with `date` the price in force on that day. Throws `invalid-input` for
 * fields that are missing or wrong, `not-found` for names that no table knows; known names without a price are refused.
 */
export function priceOf(book: PriceBook, input: Input): PriceAnswer {
  onlyFields(input, fields);
  const cloud = cloudOf(book, input);
  const purchase = {
    cloud: cloud.cloud,
    sku: nameOf(cloud.skus, 'sku', input),
    region: regionOf(cloud, input),
    kind: kindOf(input),
  };
  const date = optionalDay(input, 'date') ?? optionalDay(input, 'as_of');
  return date === undefined ? currentPrice(book, purchase) : priceInForce(book, purchase, date);
}

function cloudOf({ clouds }: PriceBook, input: Input): CloudNames {
  const field = input['cloud'] === undefined && input['provider'] !== undefined ? 'provider' : 'cloud';
  const name = text(input, field);
  const found = clouds.get(foldName(name));
  if (found === undefined) throw unknownName(field, name);
  return found;
}

function nameOf(names: ReadonlyMap<string, string>, field: string, input: Input): string {
  const name = text(input, field);
  const found = names.get(name.toLowerCase());
  if (found === undefined) throw unknownName(field, name);
  return found;
}

/** Smaller clouds list one price for all their regions, whose names the catalogue does not hold. */
function regionOf({ regions }: CloudNames, input: Input): string {
  const anywhere = regions.get('any');
  const name = text(input, 'region');
  return regions.get(name.toLowerCase()) ?? anywhere ?? nameOf(regions, 'region', input);
}

function kindOf(input: Input): PurchaseKind {
  const name = foldName(text(input, 'kind'));
  const kind = purchaseKinds.find((known) => known === name);
  if (kind === undefined) throw badField('kind', `must be one of ${purchaseKinds.join(', ')}`);
  return kind;
}
