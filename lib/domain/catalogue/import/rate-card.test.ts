import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { catalogueOf, computeRow, regionalRow, regionRow } from '../test-rows.ts';
import { rateCardColumns, readRateCard } from './rate-card.ts';

const catalogue = catalogueOf({
  compute: [
    computeRow(),
    computeRow({ sku: 'm6i.2xlarge', vcpu: 8, memoryGib: 32, usdPerHourOnDemand: 0.384 }),
    computeRow({ cloud: 'azure', sku: 'Standard_D4s_v5', region: 'westeurope' }),
  ],
  regional: [regionalRow()],
  regions: [
    regionRow('polandcentral', 'PL', true, true),
    { ...regionRow('eu-west-1', 'IE', true, true), cloud: 'aws', id: 'regions:aws/eu-west-1' },
  ],
});

const sound = 'aws,m6i.xlarge,us-east-1,ondemand,0.15,,2026-02-01';

describe('a rate card', () => {
  it('gives a price for a machine and a discount for a group', () => {
    const { entries, refused } = read([sound, 'azure,*,*,*,,12.5,2026-01-01']);
    expect(refused).toEqual([]);
    expect(entries).toMatchObject([
      { line: 2, cloud: 'aws', sku: 'm6i.xlarge', kind: 'ondemand', usdPerHour: 0.15 },
      { line: 3, cloud: 'azure', sku: '*', kind: '*', discountPercent: 12.5 },
    ]);
  });

  it('may have its columns in any order and without the one that is not used', () => {
    const { entries } = readRateCard(
      ['valid_from', 'SKU ', 'region', 'kind', 'cloud', 'usd_hour'],
      [{ line: 2, cells: ['2026-02-01', 'm6i.xlarge', 'us-east-1', 'spot', 'aws', '0.05'] }],
      catalogue,
    );
    expect(entries).toMatchObject([{ usdPerHour: 0.05, kind: 'spot', validFrom: '2026-02-01' }]);
  });

  it.each([
    ['a formula', 'aws,=HYPERLINK("x"),us-east-1,ondemand,0.15,,2026-02-01', 'is a formula'],
    ['a formula behind a space', 'aws,m6i.xlarge,us-east-1,ondemand, =1+1,,2026-02-01', 'is a formula'],
    ['a command behind a minus', "aws,m6i.xlarge,us-east-1,ondemand,-cmd|'x',,2026-02-01", 'is a formula'],
    ['a negative price', 'aws,m6i.xlarge,us-east-1,ondemand,-1,,2026-02-01', 'above 0'],
    ['a price of nothing', 'aws,m6i.xlarge,us-east-1,ondemand,0,,2026-02-01', 'above 0'],
    [
      'a monthly price taken for an hourly one',
      'aws,m6i.xlarge,us-east-1,ondemand,14000,,2026-02-01',
      'at most',
    ],
    ['a decimal comma', 'aws,m6i.xlarge,us-east-1,ondemand,"0;15",,2026-02-01', 'decimal point'],
    ['a currency', 'aws,m6i.xlarge,us-east-1,ondemand,$0.15,,2026-02-01', 'currency'],
    ['no number', 'aws,m6i.xlarge,us-east-1,ondemand,NaN,,2026-02-01', 'not a number'],
    ['the whole list price off', 'aws,m6i.xlarge,us-east-1,ondemand,,100,2026-02-01', 'below 100'],
    ['both amounts', 'aws,m6i.xlarge,us-east-1,ondemand,0.15,10,2026-02-01', 'both'],
    ['no amount', 'aws,m6i.xlarge,us-east-1,ondemand,,,2026-02-01', 'neither'],
    ['another cloud', 'ibm,m6i.xlarge,us-east-1,ondemand,0.15,,2026-02-01', 'not one of aws'],
    ['an unknown machine', 'aws,m9z.xlarge,us-east-1,ondemand,0.15,,2026-02-01', 'no machine m9z.xlarge'],
    ['an unknown region', 'aws,m6i.xlarge,mars-1,ondemand,0.15,,2026-02-01', 'no region mars-1'],
    ['an unknown purchase', 'aws,m6i.xlarge,us-east-1,monthly,0.15,,2026-02-01', 'kind is'],
    ['a day that is none', 'aws,m6i.xlarge,us-east-1,ondemand,0.15,,2026-02-30', 'not a day'],
    ['a day of the other order', 'aws,m6i.xlarge,us-east-1,ondemand,0.15,,01.02.2026', 'not a day'],
    ['a price for a group', 'aws,m6i.*,us-east-1,ondemand,0.15,,2026-02-01', 'one machine in one region'],
    ['a price for every region', 'aws,m6i.xlarge,*,ondemand,0.15,,2026-02-01', 'one machine in one region'],
    ['half a region', 'aws,m6i.xlarge,us-*,ondemand,,10,2026-02-01', 'one region'],
    [
      'a share off a price that no list says',
      'aws,m6i.xlarge,us-east-1,3y,,10,2026-02-01',
      'no list has a 3y price',
    ],
    [
      'another size in an AWS region known by one',
      'aws,m6i.2xlarge,eu-west-1,ondemand,0.4,,2026-02-01',
      'one size of the family',
    ],
    ['too few cells', 'aws,m6i.xlarge', '2 cells for 7'],
    ['broken encoding', 'aws,m6i\uFFFD,us-east-1,ondemand,0.15,,2026-02-01', 'UTF-8'],
  ])('refuses %s by line and reason and keeps the rest', (_what, line, reason) => {
    const { entries, refused } = read([line, sound]);
    expect(refused).toMatchObject([{ line: 2, reason: expect.stringContaining(reason) }]);
    expect(entries).toHaveLength(1);
  });

  it('takes the size that stands for its family in an AWS region', () => {
    expect(read(['aws,m6i.xlarge,eu-west-1,ondemand,0.18,,2026-02-01']).refused).toEqual([]);
  });

  it('takes a machine in a region where only its shape is known', () => {
    expect(read(['azure,Standard_D4s_v5,polandcentral,ondemand,0.18,,2026-02-01']).refused).toEqual([]);
  });

  it('refuses the second row about one price and day, and names the first', () => {
    const { entries, refused } = read([sound, sound.replace('0.15', '0.16')]);
    expect(entries).toHaveLength(1);
    expect(refused).toEqual([{ line: 3, reason: 'is about the same price and day as line 2' }]);
  });

  it.each([
    [['cloud', 'sku', 'region', 'kind', 'usd_hour'], 'no column valid_from'],
    [['cloud', 'sku', 'region', 'kind', 'valid_from'], 'neither usd_hour nor'],
    [[...rateCardColumns, 'note'], 'a rate card does not have'],
    [[...rateCardColumns, 'sku'], 'twice'],
    [[], 'no column cloud'],
  ])('is refused as a whole for the header %j', (header, reason) => {
    expect(() => readRateCard(header, [], catalogue)).toThrow(AppError);
    expect(() => readRateCard(header, [], catalogue)).toThrow(reason);
  });

  it('takes or refuses every row whatever its cells hold, and never both', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'aws',
        'm6i.xlarge',
        'm6i.*',
        'us-east-1',
        '*',
        'ondemand',
        '0.1',
        '10',
        '2026-02-01',
        '',
      ),
    );
    const records = fc.array(fc.array(cell, { minLength: 6, maxLength: 8 }), { maxLength: 6 });
    fc.assert(
      fc.property(records, (rows) => {
        const { entries, refused } = readRateCard(
          rateCardColumns,
          rows.map((cells, index) => ({ line: index + 2, cells })),
          catalogue,
        );
        const lines = [...entries, ...refused].map(({ line }) => line).toSorted((a, b) => a - b);
        expect(lines).toEqual(rows.map((_cells, index) => index + 2));
      }),
      { numRuns: 300 },
    );
  });
});

function read(lines: readonly string[]) {
  const records = lines.map((text, index) => ({
    line: index + 2,
    cells: text.split(',').map((cell) => cell.replaceAll('"', '').replace(';', ',')),
  }));
  return readRateCard(rateCardColumns, records, catalogue);
}
