import { describe, expect, it } from 'vitest';
import { assumption } from './assumption-lookup.ts';
import { citation, sourceOf } from './citation.ts';
import { computeIn, computePrice, gpuCloudPrices, pricedRegions, spotAdvice } from './compute-lookup.ts';
import { control, controls, frameworkOf } from './control-lookup.ts';
import { gridIntensity, powerUsage, region, regionsOf } from './region-lookup.ts';
import { storageNetworkPrices } from './storage-network-lookup.ts';
import { catalogueOf, computeRow, engineerAssumption, regionalRow } from './test-rows.ts';
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
