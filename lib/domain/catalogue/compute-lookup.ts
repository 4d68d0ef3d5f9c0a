import type { Catalogue } from './catalogue.ts';
import type { Cloud, ComputePrice, GpuCloudPrice, SpotAdvice } from './prices.ts';

/** The row of this machine in this region; undefined when it is not listed or is quarantined. */
export function computePrice(
  catalogue: Catalogue,
  cloud: Cloud,
  sku: string,
  region: string,
): ComputePrice | undefined {
  return computeIn(catalogue, cloud, region).find((row) => row.sku === sku);
}

/** Every machine with a sound row in this region; empty when the catalogue has no prices there. */
export function computeIn(catalogue: Catalogue, cloud: Cloud, region: string): readonly ComputePrice[] {
  return catalogue.index.computeByRegion.get(`${cloud}/${region}`) ?? [];
}

/** Regions of a cloud for which there are machine prices. */
export function pricedRegions(catalogue: Catalogue, cloud: Cloud): string[] {
  const prefix = `${cloud}/`;
  return [...catalogue.index.computeByRegion.keys()]
    .filter((place) => place.startsWith(prefix))
    .map((place) => place.slice(prefix.length));
}

/** Machines of smaller GPU clouds with this GPU. */
export function gpuCloudPrices(catalogue: Catalogue, gpuModel: string): readonly GpuCloudPrice[] {
  return catalogue.gpuClouds.filter((row) => row.gpuModel === gpuModel);
}

/** What AWS says of this spot pool; undefined when it says nothing. */
export function spotAdvice(catalogue: Catalogue, sku: string, region: string): SpotAdvice | undefined {
  return catalogue.spotAdvice.find((row) => row.sku === sku && row.region === region);
}
