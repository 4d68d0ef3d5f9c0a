import type { Assessment, Workload } from '../assessment/assessment.ts';
import { readValue } from '../assessment/read-answer.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cloud } from '../catalogue/prices.ts';
import type { Region } from '../catalogue/region.ts';

/** Regions in which a cloud may be priced. `because` says what chose them. */
export type Places = {
  regions: readonly Region[];
  home?: Region | undefined;
  because: 'residency' | 'countries' | 'unstated';
};

/**
 * Regions of a cloud that the client's residency allows; without residency, those of the countries where the client is;
 * without either, the region whose list price the providers quote first. Government regions only under FedRAMP or FISMA.
 */
export function placesOf(
  assessment: Assessment,
  catalogue: Catalogue,
  cloud: Cloud,
  residency: readonly string[],
): Places {
  const all = catalogue.regions.filter((region) => region.cloud === cloud && isOpenTo(assessment, region));
  if (residency.length > 0) return within(assessment, all, residency, 'residency');
  const countries = readValue(assessment.answers.countries) ?? [];
  if (countries.length > 0) return within(assessment, all, countries, 'countries');
  const home = homeOf(assessment, all);
  const quoted = home ?? all.find(({ region }) => region === quotedFirst[cloud]);
  return { regions: quoted === undefined ? [] : [quoted], home, because: 'unstated' };
}

/** Every region of a cloud that the client may use: within its residency where it has one, else anywhere. */
export function allowedRegions(
  assessment: Assessment,
  catalogue: Catalogue,
  cloud: Cloud,
  residency: readonly string[],
): Region[] {
  return catalogue.regions.filter(
    (region) =>
      region.cloud === cloud &&
      isOpenTo(assessment, region) &&
      (residency.length === 0 || residency.some((place) => liesIn(region, place))),
  );
}

/** Where the data of a workload must stay: its own rule before that of the client; empty when nothing is said. */
export function residencyOf(assessment: Assessment, workload: Workload): readonly string[] {
  return readValue(workload.answers.residency) ?? readValue(assessment.answers.residency) ?? [];
}

/** Whether a region lies in a place of the residency vocabulary. */
export function liesIn(region: Region, place: string): boolean {
  if (place === 'eu') return region.inEea;
  return region.countryCode === (place === 'uk' ? 'GB' : place.toUpperCase());
}

const quotedFirst = { aws: 'us-east-1', azure: 'eastus', gcp: 'us-central1' } as const satisfies Record<
  Cloud,
  string
>;

function within(
  assessment: Assessment,
  all: readonly Region[],
  places: readonly string[],
  because: 'residency' | 'countries',
): Places {
  const regions = all.filter((region) => places.some((place) => liesIn(region, place)));
  return { regions, home: homeOf(assessment, regions), because };
}

/** The client writes its region as the provider does, or as a sentence that contains it. */
function homeOf(assessment: Assessment, regions: readonly Region[]): Region | undefined {
  const written = readValue(assessment.answers.cloudRegion)?.toLowerCase();
  if (written === undefined) return undefined;
  return (
    regions.find(({ region }) => region === written) ??
    regions.find(
      ({ region, displayName }) => written.includes(region) || written === displayName.toLowerCase(),
    )
  );
}

function isOpenTo(assessment: Assessment, { sovereign }: Region): boolean {
  if (sovereign === null || sovereign === 'eu-sovereign') return true;
  const frameworks = readValue(assessment.answers.frameworks) ?? [];
  return sovereign === 'us-gov' && (frameworks.includes('fedramp') || frameworks.includes('fisma'));
}
