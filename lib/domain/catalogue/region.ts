import type { Cloud } from './prices.ts';
import type { Row } from './provenance.ts';

export type Region = Row<'regions'> & {
  readonly cloud: Cloud;
  readonly region: string;
  readonly displayName: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly country: string;
  readonly continent: string;
  readonly inEu: boolean;
  readonly inEea: boolean;
  /** Article 45 decisions, from general knowledge: check before advice. Location is not legal control (CLOUD Act). */
  readonly gdprAdequacy: 'member' | 'yes' | 'partial' | 'no';
  readonly sovereign: 'china' | 'eu-sovereign' | 'us-gov' | null;
  /** Of a city, not of a data centre. */
  readonly latitude: number;
  readonly longitude: number;
};

/** Carbon and water of one region in one year. */
export type CarbonFactor = Row<'carbon'> & {
  readonly cloud: Cloud;
  readonly region: string;
  readonly location: string;
  readonly year: number;
  readonly basis: 'reported' | 'estimate';
  /** Location based. */
  readonly gridGramsCo2PerKwh: number | null;
  readonly marketGramsCo2PerKwh: number | null;
  readonly carbonFreeEnergyPercent: number | null;
  /** Google matches by the hour, AWS and Azure by yearly certificates: the two are not to be compared. */
  readonly carbonFreeEnergyBasis: 'hourly-matched' | 'yearly-certificates' | null;
  readonly powerUsageEffectiveness: number | null;
  readonly waterLitresPerKwh: number | null;
};
