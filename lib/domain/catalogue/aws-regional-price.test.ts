import { describe, expect, it } from 'vitest';
import { awsRegionalPrice } from './aws-regional-price.ts';
import { catalogueOf, computeRow, regionalRow } from './test-rows.ts';

const base = computeRow({ sku: 'm6i.4xlarge', vcpu: 16, memoryGib: 64, usdPerHourOnDemand: 0.768 });
const ratioRow = regionalRow();
const catalogue = catalogueOf({ compute: [computeRow(), base], regional: [ratioRow] });

describe('the AWS price of a machine in a region', () => {
  it('is the list price where there is one', () => {
    expect(awsRegionalPrice(catalogue, 'm6i.4xlarge', 'us-east-1')).toEqual({
      kind: 'listed',
      usdPerHour: 0.768,
      row: base,
    });
  });

  it('is the regional list price for the size that has a regional row', () => {
    expect(awsRegionalPrice(catalogue, 'm6i.xlarge', 'eu-west-1')).toEqual({
      kind: 'listed',
      usdPerHour: 0.2112,
      row: ratioRow,
    });
  });

  it('is the us-east-1 price times the ratio of the family for other sizes, and names both rows', () => {
    const found = awsRegionalPrice(catalogue, 'm6i.4xlarge', 'eu-west-1');
    expect(found).toMatchObject({ kind: 'listed-by-ratio', ratio: 1.1, base, ratioRow });
    expect(found.kind === 'listed-by-ratio' && found.usdPerHour).toBeCloseTo(0.8448, 10);
  });

  it('is unknown, with the reason, for a family without a row in the region', () => {
    expect(awsRegionalPrice(catalogue, 'c7i.large', 'eu-west-1')).toEqual({
      kind: 'unknown',
      reason: 'no price of the c7i family is known in eu-west-1',
    });
  });

  it('is unknown for a size that us-east-1 does not list', () => {
    expect(awsRegionalPrice(catalogue, 'm6i.metal', 'eu-west-1')).toEqual({
      kind: 'unknown',
      reason: 'no us-east-1 price of m6i.metal is known',
    });
  });

  it('is unknown where the family has a price but no ratio', () => {
    const withoutRatio = catalogueOf({ compute: [base], regional: [regionalRow({ ratioToUsEast1: null })] });
    expect(awsRegionalPrice(withoutRatio, 'm6i.4xlarge', 'eu-west-1')).toMatchObject({ kind: 'unknown' });
  });
});
