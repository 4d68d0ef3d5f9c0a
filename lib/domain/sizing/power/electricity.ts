import { readValue } from '../../assessment/read-answer.ts';
import type { AssumptionId } from '../../catalogue/assumption.ts';
import type { CarbonFactor, Region } from '../../catalogue/region.ts';
import { gridIntensity } from '../../catalogue/region-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Engine } from '../../figure/leaves/engine.ts';

/** Where own machines stand, by a region of any cloud in the same country; undefined when no country is known. */
export function countryOfOwnMachines(engine: Engine, hardwareId?: string): Region | undefined {
  const { assessment, catalogue } = engine;
  const group = assessment.hardware.find(({ id }) => id === hardwareId);
  const written = group === undefined ? undefined : readValue(group.answers.country);
  const [first] = readValue(assessment.answers.countries) ?? [];
  const code = first === 'uk' ? 'GB' : first?.toUpperCase();
  return catalogue.regions.find(
    ({ country, countryCode }) =>
      (written === undefined ? countryCode === code : country === written) && countryCode !== '',
  );
}

/** The price of a kWh in that country. */
export function tariff(engine: Engine, place: Region | undefined): Figure {
  return assumed(engine, tariffOf(place));
}

/** The carbon factor of that country's grid: the reported one of a cloud region that stands in it. */
export function gridOf(engine: Engine, place: Region | undefined): CarbonFactor | undefined {
  if (place === undefined) return undefined;
  for (const { cloud, region, countryCode } of engine.catalogue.regions) {
    const factor =
      countryCode === place.countryCode ? gridIntensity(engine.catalogue, cloud, region) : undefined;
    if (factor !== undefined) return factor;
  }
  return undefined;
}

function tariffOf(place: Region | undefined): AssumptionId {
  if (place?.inEu === true) return 'electricity.eu-usd-per-kwh';
  if (place?.countryCode === 'GB') return 'electricity.gb-usd-per-kwh';
  if (place?.countryCode === 'US') return 'electricity.us-usd-per-kwh';
  return place?.countryCode === 'JP' ? 'electricity.jp-usd-per-kwh' : 'electricity.other-usd-per-kwh';
}
