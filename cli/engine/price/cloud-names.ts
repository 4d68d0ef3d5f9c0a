import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { foldName } from '#lib/domain/catalogue/fold-name.ts';
import type { PricePoint } from '#lib/domain/catalogue/prices.ts';

/** SKUs and regions of one cloud, each as the provider spells it, by its lower-case spelling. */
export type CloudNames = {
  readonly cloud: string;
  readonly skus: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, string>;
};

/** What is known of each cloud, by folded name or alias. */
export type Clouds = ReadonlyMap<string, CloudNames>;

const aliases: Readonly<Record<string, readonly string[]>> = {
  aws: ['Amazon', 'Amazon Web Services'],
  azure: ['Microsoft', 'Microsoft Azure'],
  gcp: ['Google', 'Google Cloud', 'Google Cloud Platform'],
};

/**
 * Every name of a machine or a region that any table holds, also where no price stands beside it: such a name is known, and
 * its price is refused instead of called a mistake.
 */
export function cloudNames(catalogue: Catalogue, history: readonly PricePoint[]): Clouds {
  const found = new Map<string, { skus: Map<string, string>; regions: Map<string, string> }>();
  const note = (cloud: string, sku: string | undefined, region: string) => {
    const names = found.get(cloud) ?? { skus: new Map<string, string>(), regions: new Map<string, string>() };
    found.set(cloud, names);
    if (sku !== undefined) names.skus.set(sku.toLowerCase(), sku);
    names.regions.set(region.toLowerCase(), region);
  };
  for (const { cloud, region } of catalogue.regions) note(cloud, undefined, region);
  for (const { cloud, sku, region } of [...catalogue.compute, ...history]) note(cloud, sku, region);
  for (const { sku, region } of [...catalogue.regional, ...catalogue.spotAdvice]) note('aws', sku, region);
  for (const { provider, sku, region } of catalogue.gpuClouds) note(provider, sku, region);
  for (const { row } of catalogue.quarantined)
    note('cloud' in row ? row.cloud : 'provider' in row ? row.provider : 'aws', row.sku, row.region);
  return new Map(
    [...found].flatMap(([cloud, names]) =>
      [cloud, ...(aliases[cloud] ?? [])].map((name) => [foldName(name), { cloud, ...names }] as const),
    ),
  );
}
