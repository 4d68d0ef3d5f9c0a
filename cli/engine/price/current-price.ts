import { awsRegionalPrice } from '#lib/domain/catalogue/aws-regional-price.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { citation } from '#lib/domain/catalogue/citation.ts';
import { computePrice } from '#lib/domain/catalogue/compute-lookup.ts';
import { awsFamily } from '#lib/domain/catalogue/compute-series.ts';
import { type Cloud, clouds, type HourlyPrices } from '#lib/domain/catalogue/prices.ts';
import type { Provenance } from '#lib/domain/catalogue/provenance.ts';
import { isPrice, selectablePrice } from '#lib/domain/catalogue/selectable-price.ts';
import type { PriceBook } from './price-book.ts';
import type { PriceAnswer, Purchase } from './price-answer.ts';

/** The price of the newest list, of a row of its own where there is one. */
export function currentPrice({ catalogue }: PriceBook, purchase: Purchase): PriceAnswer {
  const cloud = clouds.find((one) => one === purchase.cloud);
  if (cloud === undefined) return gpuCloudPrice(catalogue, purchase);
  const row = computePrice(catalogue, cloud, purchase.sku, purchase.region);
  const usd = row && selectablePrice(row, purchase.kind);
  if (row !== undefined && usd !== undefined) return listed(catalogue, row, usd);
  if (cloud === 'aws' && purchase.kind === 'ondemand') return awsElsewhere(catalogue, purchase);
  if (cloud === 'aws' && purchase.kind === 'spot') return awsSpot(catalogue, purchase);
  return refuse(catalogue, cloud, purchase, row);
}

function gpuCloudPrice(catalogue: Catalogue, { cloud, sku, region, kind }: Purchase): PriceAnswer {
  const rows = catalogue.gpuClouds.filter((one) => one.provider === cloud && one.sku === sku);
  const row = rows.find((one) => one.region === region) ?? rows.find((one) => one.region === 'any');
  if (row === undefined) return { refused: `${cloud} lists ${sku} in other regions, not in ${region}` };
  const usd = selectablePrice(row, kind);
  return usd === undefined
    ? { refused: `no ${kind} price of ${sku} is known at ${cloud}` }
    : listed(catalogue, row, usd);
}

function awsElsewhere(catalogue: Catalogue, purchase: Purchase): PriceAnswer {
  const price = awsRegionalPrice(catalogue, purchase.sku, purchase.region);
  if (price.kind === 'listed') return listed(catalogue, price.row, price.usdPerHour);
  if (price.kind === 'unknown') return { refused: quarantineOf(catalogue, purchase) ?? price.reason };
  return {
    usd_per_hour: price.usdPerHour,
    as_of: price.base.asOf,
    source: `${citation(catalogue, price.base)}, times the ratio ${price.ratio} of the ${awsFamily(purchase.sku)} family in ${purchase.region} (${citation(catalogue, price.ratioRow)})`,
    basis: 'ratio',
  };
}

/** Spot has no regional ratio, so only the size that was looked at has a price. */
function awsSpot(catalogue: Catalogue, { sku, region }: Purchase): PriceAnswer {
  const row = catalogue.regional.find((one) => one.sku === sku && one.region === region);
  const usd = row?.usdPerHourSpotMedian ?? null;
  if (row === undefined || usd === null || !isPrice(usd))
    return { refused: `no spot price of ${sku} is known in ${region}` };
  return {
    ...listed(catalogue, row, usd),
    note: 'Median over the zones that showed a spot price at one moment.',
  };
}

function refuse(
  catalogue: Catalogue,
  cloud: Cloud,
  purchase: Purchase,
  row: HourlyPrices | undefined,
): PriceAnswer {
  const { sku, region, kind } = purchase;
  const doubt = quarantineOf(catalogue, purchase);
  if (doubt !== undefined) return { refused: doubt };
  return {
    refused:
      row === undefined
        ? `no price of ${sku} is listed in ${region}`
        : `no ${kind} price of ${sku} is known at ${cloud}`,
  };
}

function quarantineOf(catalogue: Catalogue, { cloud, sku, region }: Purchase): string | undefined {
  const found = catalogue.quarantined.find(({ row }) => row.id === `compute:${cloud}/${sku}/${region}`);
  return found && `the row of ${sku} in ${region} is set aside: ${found.reasons.join('; ')}`;
}

function listed(
  catalogue: Catalogue,
  row: Provenance & { readonly region: string },
  usdPerHour: number,
): Extract<PriceAnswer, { usd_per_hour: number }> {
  return { usd_per_hour: usdPerHour, as_of: row.asOf, source: citation(catalogue, row), basis: 'row' };
}
