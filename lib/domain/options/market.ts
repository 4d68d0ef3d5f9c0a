import type { Assessment } from '../assessment/assessment.ts';
import { awsRegionalPrice } from '../catalogue/aws-regional-price.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { computeIn } from '../catalogue/compute-lookup.ts';
import { awsFamily } from '../catalogue/compute-series.ts';
import type { Cloud, ComputePrice, RegionalPrice } from '../catalogue/prices.ts';
import { clouds } from '../catalogue/prices.ts';
import { selectablePrice } from '../catalogue/selectable-price.ts';
import { type Places, placesOf } from './places.ts';

/** A machine with a price on demand in an allowed region. */
export type Offer = {
  cloud: Cloud;
  region: string;
  sku: string;
  vcpu: number | null;
  memoryGib: number | null;
  gpuModel: string | null;
  gpuCount: number | null;
  usdPerHour: number;
  /** The row of the price; that of us-east-1 when `ratio` scales it. */
  row: ComputePrice | RegionalPrice;
  /** The AWS regional ratio of the family, where the region has no row of this size. */
  ratio?: { value: number; row: RegionalPrice } | undefined;
};

/** Everything that may be rented for this client. */
export type Market = {
  places: Readonly<Record<Cloud, Places>>;
  offers: readonly Offer[];
};

/** The offers of all clouds in the regions that the client's answers allow. */
export function marketOf(assessment: Assessment, catalogue: Catalogue, residency: readonly string[]): Market {
  const places = {
    aws: placesOf(assessment, catalogue, 'aws', residency),
    azure: placesOf(assessment, catalogue, 'azure', residency),
    gcp: placesOf(assessment, catalogue, 'gcp', residency),
  };
  const offers = clouds.flatMap((cloud) =>
    places[cloud].regions.flatMap(({ region }) => offersIn(catalogue, cloud, region)),
  );
  return { places, offers };
}

/** Every machine with a price on demand in a region: listed there, or for AWS by the ratio of its family. */
export function offersIn(catalogue: Catalogue, cloud: Cloud, region: string): Offer[] {
  return cloud === 'aws' && computeIn(catalogue, cloud, region).length === 0
    ? regionalOffers(catalogue, region)
    : listedOffers(catalogue, cloud, region);
}

/** One offer per cloud and machine: that of the home region, else the cheapest of the allowed regions. */
export function bestPlaced(market: Market, offers: readonly Offer[]): Offer[] {
  const best = new Map<string, Offer>();
  for (const offer of offers) {
    const key = `${offer.cloud}/${offer.sku}`;
    const held = best.get(key);
    if (held === undefined || isBetterPlaced(market, offer, held)) best.set(key, offer);
  }
  return [...best.values()];
}

function isBetterPlaced(market: Market, offer: Offer, held: Offer): boolean {
  const home = market.places[offer.cloud].home?.region;
  if (held.region === home) return false;
  return offer.region === home || offer.usdPerHour < held.usdPerHour;
}

function listedOffers(catalogue: Catalogue, cloud: Cloud, region: string): Offer[] {
  return computeIn(catalogue, cloud, region).flatMap((row): Offer[] => {
    const usdPerHour = selectablePrice(row, 'ondemand');
    return usdPerHour === undefined ? [] : [{ ...shapeOf(row), region, usdPerHour, row }];
  });
}

/** AWS outside us-east-1: one size per family is listed, and prices of a family scale with its size. */
function regionalOffers(catalogue: Catalogue, region: string): Offer[] {
  const families = new Set(catalogue.regional.flatMap((row) => (row.region === region ? [row.family] : [])));
  return computeIn(catalogue, 'aws', 'us-east-1').flatMap((shape): Offer[] => {
    if (!families.has(awsFamily(shape.sku))) return [];
    const price = awsRegionalPrice(catalogue, shape.sku, region);
    if (price.kind === 'unknown') return [];
    const { usdPerHour } = price;
    if (price.kind === 'listed') return [{ ...shapeOf(shape), region, usdPerHour, row: price.row }];
    const ratio = { value: price.ratio, row: price.ratioRow };
    return [{ ...shapeOf(shape), region, usdPerHour, row: price.base, ratio }];
  });
}

function shapeOf({ cloud, sku, vcpu, memoryGib, gpuModel, gpuCount }: ComputePrice) {
  return { cloud, sku, vcpu, memoryGib, gpuModel, gpuCount };
}
