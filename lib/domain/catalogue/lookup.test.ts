import { describe, expect, it } from 'vitest';
import { assumption, sustainedUseFactor } from './assumption-lookup.ts';
import { citation, sourceOf } from './citation.ts';
import { computeIn, computePrice, gpuCloudPrices, pricedRegions, spotAdvice } from './compute-lookup.ts';
import { control, controls, frameworkOf } from './control-lookup.ts';
import { gridIntensity, powerUsage, region, regionsOf } from './region-lookup.ts';
import { storageNetworkPrices } from './storage-network-lookup.ts';
import {
  carbonRow,
  catalogueOf,
  computeRow,
  engineerAssumption,
  natRow,
  regionalRow,
  regionRow,
  tokenPriceRow,
} from './test-rows.ts';
import { tokenPrice, tokenPrices } from './token-price-lookup.ts';

describe('what the catalogue does not know', () => {
  const empty = catalogueOf({});

  it('stays undefined or empty, never zero', () => {
    expect(computePrice(empty, 'aws', 'm6i.xlarge', 'us-east-1')).toBeUndefined();
    expect(computeIn(empty, 'aws', 'us-east-1')).toEqual([]);
    expect(pricedRegions(empty, 'gcp')).toEqual([]);
    expect(gpuCloudPrices(empty, 'H200')).toEqual([]);
    expect(spotAdvice(empty, 'g6.xlarge', 'us-east-1')).toBeUndefined();
    expect(storageNetworkPrices(empty, 'azure', 'westeurope', 'egress_internet')).toEqual([]);
    expect(tokenPrices(empty, 'Anthropic')).toEqual([]);
    expect(tokenPrice(empty, 'Anthropic', 'claude')).toBeUndefined();
    expect(region(empty, 'aws', 'eu-west-1')).toBeUndefined();
    expect(regionsOf(empty, 'aws', 'eu')).toEqual([]);
    expect(gridIntensity(empty, 'aws', 'eu-west-1')).toBeUndefined();
    expect(powerUsage(empty, 'aws', 'eu-west-1')).toBeUndefined();
    expect(controls(empty, 'gdpr')).toEqual([]);
    expect(control(empty, 'gdpr', '32')).toBeUndefined();
    expect(frameworkOf(empty, 'gdpr')).toBeUndefined();
  });
});

describe('what stands beside a figure', () => {
  const catalogue = catalogueOf({ compute: [computeRow()], regional: [regionalRow()] });

  it('names source, region and day', () => {
    expect(citation(catalogue, computeRow())).toBe('AWS list price, us-east-1, 2026-07-20');
  });

  it('says so when the day is unknown', () => {
    expect(citation(catalogue, regionalRow())).toBe(
      'AWS list price by region, eu-west-1, snapshot of about 2026, exact day unknown',
    );
  });

  it('refuses a row of another catalogue', () => {
    expect(() => sourceOf(catalogue, { source: 'elsewhere', asOf: null })).toThrow('no source elsewhere');
  });
});

describe('an assumption', () => {
  it('is the row of its id', () => {
    expect(assumption(catalogueOf({}), 'people.engineer-usd-per-month')).toEqual(engineerAssumption);
  });

  it('is an error when the catalogue was not checked', () => {
    expect(() => assumption(catalogueOf({ assumptions: [] }), 'month.hours')).toThrow(
      'no assumption month.hours',
    );
  });
});

describe('the sustained-use factor of a Google machine', () => {
  const factors = (['gcp.sustained-use-factor.n2', 'gcp.sustained-use-factor.n1'] as const).map((id) => ({
    ...engineerAssumption,
    id,
  }));
  const catalogue = catalogueOf({ assumptions: factors });

  it.each([
    ['n2-standard-8', 'gcp.sustained-use-factor.n2'],
    ['n1-highmem-4', 'gcp.sustained-use-factor.n1'],
    ['n2d-standard-8', undefined],
    ['c3-standard-8', undefined],
  ])('of %s is %s', (sku, id) => {
    expect(sustainedUseFactor(catalogue, sku)?.id).toBe(id);
  });
});

describe('prices that cannot be one', () => {
  it('are left out of storage and network', () => {
    const catalogue = catalogueOf({ storageNetwork: [natRow('gateway', 0.044), natRow('free', 0)] });
    expect(storageNetworkPrices(catalogue, 'gcp', 'us-central1', 'nat').map((found) => found.item)).toEqual([
      'gateway',
    ]);
    expect(storageNetworkPrices(catalogue, 'gcp', 'us-central1', 'public_ip')).toEqual([]);
  });

  it('are left out of token prices', () => {
    const rows = [
      tokenPriceRow('sound', 1, 4),
      tokenPriceRow('input only', 1, null),
      tokenPriceRow('free input', 0, 4),
      tokenPriceRow('free output', 1, 0),
    ];
    const found = tokenPrices(catalogueOf({ tokenPrices: rows }), 'some ai');
    expect(found.map((price) => price.model)).toEqual(['sound', 'input only']);
  });
});

describe('regions', () => {
  it('are in the EU, in the EEA or in a country', () => {
    const rows = [
      regionRow('sweden', 'SE', true, true),
      regionRow('norway', 'NO', false, true),
      regionRow('uk', 'GB', false, false),
    ];
    const catalogue = catalogueOf({ regions: rows });
    const codes = (place: Parameters<typeof regionsOf>[2]) =>
      regionsOf(catalogue, 'azure', place).map((found) => found.region);
    expect(codes('eu')).toEqual(['sweden']);
    expect(codes('eea')).toEqual(['sweden', 'norway']);
    expect(codes({ country: 'gb' })).toEqual(['uk']);
  });

  it('have the intensity and efficiency of the latest year, reported before estimated', () => {
    const catalogue = catalogueOf({
      carbon: [
        carbonRow(2022, 'reported', { gridGramsCo2PerKwh: 300, powerUsageEffectiveness: 1.2 }),
        carbonRow(2024, 'reported', { gridGramsCo2PerKwh: 250 }),
        carbonRow(2023, 'reported', { gridGramsCo2PerKwh: 280 }),
        carbonRow(2025, 'estimate', { gridGramsCo2PerKwh: 780, powerUsageEffectiveness: 1.1 }),
      ],
    });
    expect(gridIntensity(catalogue, 'aws', 'x')?.year).toBe(2024);
    expect(powerUsage(catalogue, 'aws', 'x')?.year).toBe(2022);
  });
});
