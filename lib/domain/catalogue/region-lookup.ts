import type { Catalogue } from './catalogue.ts';
import type { Cloud } from './prices.ts';
import type { CarbonFactor, Region } from './region.ts';

/** Where a region has to be: in a country (ISO 3166-1 alpha-2), in the EU, or in the EEA. */
export type Place = { readonly country: string } | 'eu' | 'eea';

/** The region; undefined when unknown. */
export function region(catalogue: Catalogue, cloud: Cloud, code: string): Region | undefined {
  return catalogue.regions.find((row) => row.cloud === cloud && row.region === code);
}

/** Regions of a cloud in a place. The place of the data is not who controls it: operators fall under their home law. */
export function regionsOf(catalogue: Catalogue, cloud: Cloud, place: Place): readonly Region[] {
  return catalogue.regions.filter((row) => row.cloud === cloud && isIn(row, place));
}

/** Reported grid intensity of the latest year; undefined when no year was reported. */
export function gridIntensity(catalogue: Catalogue, cloud: Cloud, code: string): CarbonFactor | undefined {
  return latest(catalogue, cloud, code, (row) => row.basis === 'reported' && row.gridGramsCo2PerKwh !== null);
}

/** Power usage effectiveness of the latest year, reported before estimated; undefined when unknown. */
export function powerUsage(catalogue: Catalogue, cloud: Cloud, code: string): CarbonFactor | undefined {
  return (
    latest(catalogue, cloud, code, (row) => row.basis === 'reported' && hasPowerUsage(row)) ??
    latest(catalogue, cloud, code, hasPowerUsage)
  );
}

function hasPowerUsage(row: CarbonFactor): boolean {
  return row.powerUsageEffectiveness !== null;
}

function latest(
  catalogue: Catalogue,
  cloud: Cloud,
  code: string,
  wanted: (row: CarbonFactor) => boolean,
): CarbonFactor | undefined {
  return catalogue.carbon
    .filter((row) => row.cloud === cloud && row.region === code && wanted(row))
    .toSorted((a, b) => b.year - a.year)[0];
}

function isIn(row: Region, place: Place): boolean {
  if (place === 'eu') return row.inEu;
  if (place === 'eea') return row.inEea;
  return row.countryCode === place.country.toUpperCase();
}
