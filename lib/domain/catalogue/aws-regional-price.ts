import type { Catalogue } from './catalogue.ts';
import { computePrice } from './compute-lookup.ts';
import { awsFamily } from './compute-series.ts';
import type { ComputePrice, RegionalPrice } from './prices.ts';
import { isPrice, selectablePrice } from './selectable-price.ts';

/** An AWS on-demand price, how it was found, and the rows it rests on. */
export type AwsRegionalPrice =
  | { readonly kind: 'listed'; readonly usdPerHour: number; readonly row: ComputePrice | RegionalPrice }
  | {
      readonly kind: 'listed-by-ratio';
      readonly usdPerHour: number;
      readonly ratio: number;
      /** The us-east-1 list price that is scaled. */
      readonly base: ComputePrice;
      /** The row of another size of the family, which gives the ratio. */
      readonly ratioRow: RegionalPrice;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * On-demand price of an AWS machine in a region. Where the list has no row: the us-east-1 price times the regional
 * ratio of the family, which AWS keeps equal across sizes. That is a proxy for on demand alone; spot has no such ratio.
 */
export function awsRegionalPrice(catalogue: Catalogue, sku: string, region: string): AwsRegionalPrice {
  const listed = computePrice(catalogue, 'aws', sku, region);
  const listedUsd = listed && selectablePrice(listed, 'ondemand');
  if (listed !== undefined && listedUsd !== undefined)
    return { kind: 'listed', usdPerHour: listedUsd, row: listed };

  const family = awsFamily(sku);
  const ratioRow = catalogue.regional.find((row) => row.family === family && row.region === region);
  if (ratioRow === undefined) return unknown(`no price of the ${family} family is known in ${region}`);
  const { usdPerHourOnDemand: usd, ratioToUsEast1: ratio } = ratioRow;
  if (ratioRow.sku === sku && usd !== null && isPrice(usd))
    return { kind: 'listed', usdPerHour: usd, row: ratioRow };

  const base = computePrice(catalogue, 'aws', sku, 'us-east-1');
  const baseUsd = base && selectablePrice(base, 'ondemand');
  if (base === undefined || baseUsd === undefined) return unknown(`no us-east-1 price of ${sku} is known`);
  if (ratio === null)
    return unknown(`the ${family} family has a price in ${region} but no ratio to us-east-1`);
  return { kind: 'listed-by-ratio', usdPerHour: baseUsd * ratio, ratio, base, ratioRow };
}

function unknown(reason: string): AwsRegionalPrice {
  return { kind: 'unknown', reason };
}
