import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf, computeRow, regionRow } from '../test-rows.ts';
import { readAzureRetail } from './azure-retail.ts';

const catalogue = catalogueOf({
  compute: [
    computeRow({ cloud: 'azure', sku: 'Standard_D4s_v5', region: 'westeurope', usdPerHourOnDemand: 0.23 }),
  ],
  regions: [regionRow('polandcentral', 'PL', true, true)],
});
const day = '2026-11-20';

const item = {
  currencyCode: 'USD',
  tierMinimumUnits: 0,
  retailPrice: 0.24,
  unitPrice: 0.24,
  armRegionName: 'westeurope',
  armSkuName: 'Standard_D4s_v5',
  location: 'EU West',
  effectiveStartDate: '2026-09-01T00:00:00Z',
  productName: 'Virtual Machines Dsv5 Series',
  skuName: 'Standard_D4s_v5',
  meterName: 'D4s v5',
  serviceName: 'Virtual Machines',
  unitOfMeasure: '1 Hour',
  type: 'Consumption',
};
const reservation = {
  ...item,
  type: 'Reservation',
  reservationTerm: '1 Year',
  retailPrice: 1314,
  unitPrice: 1314,
};

describe('the Azure retail price list', () => {
  it('gives the price on demand from the day it is in force', () => {
    expect(read(item).entries).toEqual([
      {
        line: 1,
        cloud: 'azure',
        sku: 'Standard_D4s_v5',
        region: 'westeurope',
        kind: 'ondemand',
        validFrom: '2026-09-01',
        usdPerHour: 0.24,
        commitment: null,
      },
    ]);
  });

  it('spreads a reservation, listed for its whole term, over the hours of the term', () => {
    const threeYears = { ...reservation, reservationTerm: '3 Years', retailPrice: 2628, unitPrice: 2628 };
    expect(read(reservation, threeYears).entries).toMatchObject([
      { kind: '1y', usdPerHour: 0.15, commitment: 'reservation' },
      { kind: '3y', usdPerHour: 0.1, commitment: 'reservation' },
    ]);
  });

  it('takes savings plans for commitments that have no reservation', () => {
    const plans = [
      { retailPrice: 0.18, unitPrice: 0.18, term: '1 Year' },
      { retailPrice: 0.12, unitPrice: 0.12, term: '3 Years' },
    ];
    expect(read({ ...item, savingsPlan: plans }, reservation).entries).toMatchObject([
      { kind: 'ondemand' },
      { kind: '1y', usdPerHour: 0.15, commitment: 'reservation' },
      { kind: '3y', usdPerHour: 0.12, commitment: 'savings-plan' },
    ]);
  });

  it('keeps spot apart from on demand', () => {
    const spot = {
      ...item,
      skuName: 'D4s v5 Spot',
      meterName: 'D4s v5 Spot',
      retailPrice: 0.05,
      unitPrice: 0.05,
    };
    expect(read(item, spot).entries).toMatchObject([
      { kind: 'ondemand', usdPerHour: 0.24 },
      { kind: 'spot', usdPerHour: 0.05 },
    ]);
  });

  it('takes a region where the machine has no row yet', () => {
    expect(read({ ...item, armRegionName: 'polandcentral' }).entries).toHaveLength(1);
  });

  it.each([
    ['Windows', { productName: 'Virtual Machines Dsv5 Series Windows' }],
    ['low priority', { skuName: 'D4s v5 Low Priority' }],
    ['Cloud Services', { productName: 'Dsv5 Series Cloud Services' }],
    ['a dedicated host', { productName: 'Dsv5 Series Dedicated Host' }],
    ['DevTestConsumption', { type: 'DevTestConsumption' }],
    ['not a virtual machine', { serviceName: 'Storage' }],
    ['not in force yet', { effectiveStartDate: '2027-01-01T00:00:00Z' }],
    ['no longer in force', { effectiveEndDate: '2026-01-31T00:00:00Z' }],
    ['does not know the shape', { armSkuName: 'Standard_X1' }],
    ['region that the catalogue does not know', { armRegionName: 'attatlanta1' }],
    ['another time than one', { type: 'Reservation', reservationTerm: '5 Years' }],
  ])('leaves out, and counts, what is %s', (reason, change) => {
    const { entries, refused, leftOut } = read({ ...item, ...change });
    expect([entries, refused]).toEqual([[], []]);
    expect(leftOut).toMatchObject([{ rows: 1, because: expect.stringContaining(reason) }]);
  });

  it.each([
    ['another currency', { currencyCode: 'EUR' }, 'EUR'],
    ['a price of nothing', { retailPrice: 0, unitPrice: 0 }, 'not a price'],
    ['a negative price', { retailPrice: -1, unitPrice: -1 }, 'not a price'],
    ['a price by the month', { unitOfMeasure: '1/Month' }, 'not per hour'],
    ['two prices that differ', { unitPrice: 0.2 }, 'unit price 0.2'],
    ['a price as text', { retailPrice: '0.24' }, 'retailPrice'],
    ['a reservation without a term', { type: 'Reservation' }, 'term ""'],
    ['consumption with a term', { reservationTerm: '1 Year' }, 'term of a reservation'],
    [
      'a savings plan dearer than on demand',
      { savingsPlan: [{ retailPrice: 1, unitPrice: 1, term: '1 Year' }] },
      'dearer',
    ],
  ])('refuses %s by number and reason', (_what, change, reason) => {
    const { entries, refused } = read({ ...item, ...change });
    expect(entries).toEqual([]);
    expect(refused).toMatchObject([{ line: 1, reason: expect.stringContaining(reason) }]);
  });

  it('refuses both of two unlike prices, and takes two alike once', () => {
    const other = { ...item, retailPrice: 0.3, unitPrice: 0.3 };
    expect(read(item, other)).toMatchObject({ entries: [], refused: [{ line: 1 }, { line: 2 }] });
    expect(read(item, item).entries).toHaveLength(1);
  });

  it('refuses a reservation that is dearer than on demand, or hardly that of the whole term', () => {
    const hourly = { ...reservation, retailPrice: 0.15, unitPrice: 0.15 };
    const dear = { ...reservation, retailPrice: 9000, unitPrice: 9000 };
    expect(read(item, hourly).refused).toMatchObject([
      { line: 2, reason: expect.stringContaining('whole term') },
    ]);
    expect(read(item, dear).refused).toMatchObject([{ line: 2, reason: expect.stringContaining('dearer') }]);
  });

  it('takes, leaves out or refuses whatever stands among its items', () => {
    const change = fc.record(
      {
        retailPrice: fc.oneof(fc.double(), fc.string()),
        unitOfMeasure: fc.string(),
        type: fc.constantFrom('Consumption', 'Reservation', 'x'),
        reservationTerm: fc.constantFrom('1 Year', '5 Years', 'x', null),
        skuName: fc.string(),
        effectiveStartDate: fc.constantFrom('2026-01-01T00:00:00Z', 'yesterday', null),
        savingsPlan: fc.oneof(
          fc.anything(),
          fc.constant([{ retailPrice: 0.1, unitPrice: 0.1, term: '1 Year' }]),
        ),
      },
      { requiredKeys: [] },
    );
    const items = fc.array(
      fc.oneof(
        fc.anything(),
        change.map((changed) => ({ ...item, ...changed })),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(items, (some) => {
        const { entries, refused } = readAzureRetail(some, catalogue, day);
        for (const { usdPerHour } of entries) expect(usdPerHour).toBeGreaterThan(0);
        for (const { line, reason } of refused) expect([line <= some.length, reason]).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });
});

function read(...items: unknown[]) {
  return readAzureRetail(items, catalogue, day);
}
