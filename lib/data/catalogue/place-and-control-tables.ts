import { z } from 'zod';
import { frameworkIds } from '#lib/domain/catalogue/control.ts';
import { clouds } from '#lib/domain/catalogue/prices.ts';
import { amountOrUnknown, number, numberOrUnknown, provenance, table, text, textOrUnknown } from './table.ts';

const cloud = z.enum(clouds);
const frameworkId = z.enum(frameworkIds);

export const regionTable = table(
  'regions',
  z.strictObject({
    cloud,
    region: text,
    displayName: text,
    countryCode: z.string().regex(/^[A-Z]{2}$/),
    country: text,
    continent: text,
    inEu: z.boolean(),
    inEea: z.boolean(),
    gdprAdequacy: z.enum(['member', 'yes', 'partial', 'no']),
    sovereign: z.enum(['china', 'eu-sovereign', 'us-gov']).nullable(),
    latitude: number,
    longitude: number,
    ...provenance,
  }),
  (row) => `${row.cloud}/${row.region}`,
);

/** Zeros are facts here: certificates can cover all emissions, a grid can report none, cooling can use no water. */
export const carbonTable = table(
  'carbon',
  z.strictObject({
    cloud,
    region: text,
    location: text,
    year: z.number().int(),
    basis: z.enum(['reported', 'estimate']),
    gridGramsCo2PerKwh: numberOrUnknown,
    marketGramsCo2PerKwh: numberOrUnknown,
    carbonFreeEnergyPercent: numberOrUnknown,
    carbonFreeEnergyBasis: z.enum(['hourly-matched', 'yearly-certificates']).nullable(),
    powerUsageEffectiveness: amountOrUnknown,
    waterLitresPerKwh: numberOrUnknown,
    ...provenance,
  }),
  (row) => `${row.cloud}/${row.region}/${row.year}/${row.basis}`,
);

export const framework = z.strictObject({
  id: frameworkId,
  label: text,
  wording: z.enum(['official text', 'official title', 'own paraphrase']),
  note: textOrUnknown,
});

export const controlTable = table(
  'controls',
  z.strictObject({
    framework: frameworkId,
    control: text,
    title: text,
    extra: z.record(z.string(), text),
    ...provenance,
  }),
  (row) => `${row.framework}/${row.control}`,
);

export const crosswalkTable = table(
  'crosswalk',
  z.strictObject({
    framework: frameworkId,
    control: text,
    csfSubcategory: text,
    relation: text,
    ...provenance,
  }),
  (row) => `${row.framework}/${row.control}/${row.csfSubcategory}`,
);
