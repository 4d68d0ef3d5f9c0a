import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsRegionalPrice } from '../aws-regional-price.ts';
import type { Catalogue } from '../catalogue.ts';
import { citation } from '../citation.ts';
import { computePrice } from '../compute-lookup.ts';
import { type Cloud, purchaseKinds } from '../prices.ts';
import type { Source } from '../provenance.ts';
import { catalogueOf, computeRow, listSource, regionalRow } from '../test-rows.ts';
import { applyOverlay } from './apply-overlay.ts';
import { type DiscountEntry, type OverlayEntry, overlayOf, type PriceEntry } from './overlay.ts';

const today = '2026-11-24';
const card: Source = {
  ...listSource,
  id: 'card',
  label: 'Contract of 2026',
  asOf: null,
  asOfNote: 'from the day of the card',
};
const large = { sku: 'm6i.4xlarge', vcpu: 16, memoryGib: 64, usdPerHourOnDemand: 0.768 };
const list = catalogueOf({
  compute: [
    computeRow(),
    computeRow(large),
    computeRow({
      cloud: 'gcp',
      sku: 'n2-standard-4',
      region: 'europe-west4',
      usdPerHour1y: 0.12,
      usdPerHour3y: 0.09,
      asOf: '2026-07-30',
    }),
    computeRow({ cloud: 'azure', sku: 'Standard_D4s_v5', region: 'westeurope' }),
  ],
  regional: [regionalRow({ usdPerHourSpotMedian: 0.08 })],
});

describe('a discount', () => {
  it('takes its share off every price it covers and leaves the others', () => {
    const after = over(discount({ cloud: 'gcp', sku: 'n2-*', kind: '1y', discountPercent: 10 }));
    expect(row(after, 'gcp', 'n2-standard-4', 'europe-west4')).toMatchObject({
      usdPerHourOnDemand: 0.192,
      usdPerHour1y: expect.closeTo(0.108, 12),
      usdPerHour3y: 0.09,
    });
    expect(row(after, 'azure', 'Standard_D4s_v5', 'westeurope')).toBe(
      row(list, 'azure', 'Standard_D4s_v5', 'westeurope'),
    );
  });

  it('never makes a price of one that is unknown', () => {
    const after = over(discount({ cloud: 'azure', sku: '*', kind: '*' }));
    expect(row(after, 'azure', 'Standard_D4s_v5', 'westeurope')).toMatchObject({
      usdPerHour1y: null,
      usdPerHourSpot: null,
    });
  });

  it('reaches AWS regions through the ratio once, not twice', () => {
    const after = over(discount({ sku: '*', kind: '*', discountPercent: 20 }));
    expect(usdIn(after, 'm6i.4xlarge', 'eu-west-1')).toBeCloseTo(0.768 * 1.1 * 0.8, 10);
    expect(usdIn(after, 'm6i.xlarge', 'eu-west-1')).toBeCloseTo(0.2112 * 0.8, 10);
  });

  it('in one AWS region moves all sizes there and none elsewhere', () => {
    const after = over(discount({ sku: 'm6i.*', region: 'eu-west-1', discountPercent: 25 }));
    expect(usdIn(after, 'm6i.4xlarge', 'eu-west-1')).toBeCloseTo(0.768 * 1.1 * 0.75, 10);
    expect(usdIn(after, 'm6i.4xlarge', 'us-east-1')).toBe(0.768);
  });

  it('in us-east-1 alone leaves the other regions at list price', () => {
    const after = over(discount({ sku: 'm6i.*', region: 'us-east-1', discountPercent: 50 }));
    expect(usdIn(after, 'm6i.4xlarge', 'us-east-1')).toBeCloseTo(0.384, 10);
    expect(usdIn(after, 'm6i.4xlarge', 'eu-west-1')).toBeCloseTo(0.768 * 1.1, 10);
  });
});

describe('a negotiated price', () => {
  it('replaces the list price and is cited as the list with the card', () => {
    const after = over(
      price({ cloud: 'gcp', sku: 'n2-standard-4', region: 'europe-west4', usdPerHour: 0.15 }),
    );
    const moved = row(after, 'gcp', 'n2-standard-4', 'europe-west4');
    expect(moved).toMatchObject({ usdPerHourOnDemand: 0.15, usdPerHour1y: 0.12, asOf: '2026-07-30' });
    expect(moved && citation(after, moved)).toBe(
      'AWS list price with Contract of 2026, europe-west4, 2026-07-30',
    );
  });

  it('of everything that is listed is cited as the card with its day', () => {
    const after = over(
      price({ cloud: 'azure', sku: 'Standard_D4s_v5', region: 'westeurope', usdPerHour: 0.15 }),
    );
    const moved = row(after, 'azure', 'Standard_D4s_v5', 'westeurope');
    expect(moved && citation(after, moved)).toBe('Contract of 2026, westeurope, 2026-02-01');
  });

  it('in us-east-1 is not carried to other regions by a ratio: there the price becomes unknown', () => {
    const after = over(price({ sku: 'm6i.4xlarge', region: 'us-east-1', usdPerHour: 0.5 }));
    expect(usdIn(after, 'm6i.4xlarge', 'us-east-1')).toBe(0.5);
    expect(awsRegionalPrice(after, 'm6i.4xlarge', 'eu-west-1').kind).toBe('unknown');
    expect(usdIn(after, 'm6i.xlarge', 'eu-west-1')).toBe(0.2112);
  });

  it('adds a region where only the machine is known, with the shape it has elsewhere', () => {
    const after = over(
      price({ cloud: 'azure', sku: 'Standard_D4s_v5', region: 'polandcentral', usdPerHour: 0.2 }),
    );
    expect(row(after, 'azure', 'Standard_D4s_v5', 'polandcentral')).toMatchObject({
      vcpu: 4,
      memoryGib: 16,
      usdPerHourOnDemand: 0.2,
      usdPerHour3y: null,
      source: 'card',
    });
  });

  it('brings back a machine that was set aside for its price', () => {
    const dear = computeRow({
      cloud: 'azure',
      sku: 'Standard_E4_v5',
      region: 'westeurope',
      usdPerHourSpot: 9,
    });
    const before = catalogueOf({ compute: [dear] });
    expect(before.quarantined).toHaveLength(1);
    const entry = price({ cloud: 'azure', sku: 'Standard_E4_v5', region: 'westeurope', usdPerHour: 0.2 });
    const after = applyOverlay(before, overlayOf(card, [entry]), today);
    expect(row(after, 'azure', 'Standard_E4_v5', 'westeurope')).toMatchObject({
      usdPerHourOnDemand: 0.2,
      usdPerHourSpot: null,
    });
    expect(after.quarantined).toEqual([]);
  });
});

describe('of several entries', () => {
  it.each<[string, OverlayEntry[], number]>([
    ['the one for the machine', [discount({ sku: '*' }), price({ usdPerHour: 0.1 })], 0.1],
    [
      'the longer beginning of a name',
      [discount({ sku: '*', discountPercent: 50 }), discount({ sku: 'm6*', discountPercent: 10 })],
      0.1728,
    ],
    [
      'the one for the region',
      [discount({ discountPercent: 50 }), discount({ region: 'us-east-1', discountPercent: 10 })],
      0.1728,
    ],
    [
      'the one for the purchase',
      [discount({ kind: '*', discountPercent: 50 }), discount({ discountPercent: 10 })],
      0.1728,
    ],
    [
      'the later one',
      [discount({ discountPercent: 50 }), discount({ discountPercent: 10, validFrom: '2026-03-01' })],
      0.1728,
    ],
    [
      'none that begins later than the day',
      [discount({ discountPercent: 10 }), discount({ discountPercent: 50, validFrom: '2027-01-01' })],
      0.1728,
    ],
  ])('%s decides, in any order', (_which, entries, usd) => {
    for (const ordered of [entries, entries.toReversed()])
      expect(usdIn(over(...ordered), 'm6i.xlarge', 'us-east-1')).toBeCloseTo(usd, 10);
  });
});

describe('the version', () => {
  it('is another one for another price, another day in force or another list, and the same in any order', () => {
    const entries = [
      discount({ discountPercent: 10 }),
      discount({ discountPercent: 50, validFrom: '2027-01-01' }),
    ];
    const versions = [
      list.version,
      over(...entries).version,
      applyOverlay(list, overlayOf(card, entries), '2027-06-01').version,
      over(discount({ discountPercent: 11 })).version,
      applyOverlay(catalogueOf({ compute: [computeRow()] }), overlayOf(card, entries), today).version,
    ];
    expect(new Set(versions).size).toBe(versions.length);
    expect(over(...entries.toReversed()).version).toBe(over(...entries).version);
    expect(applyOverlay(list, overlayOf(card, entries), '2026-12-24').version).toBe(over(...entries).version);
  });
});

describe('any overlay', () => {
  const entries = fc.array(
    fc.oneof(
      fc.record({
        line: fc.integer({ min: 2, max: 99 }),
        cloud: fc.constantFrom<Cloud>('aws', 'azure', 'gcp'),
        sku: fc.constantFrom('*', 'm6i.*', 'm6i.4*', 'm6i.xlarge', 'n2-*', 'Standard_D4s_v5'),
        region: fc.constantFrom('*', 'us-east-1', 'eu-west-1', 'westeurope'),
        kind: fc.constantFrom('*' as const, ...purchaseKinds),
        validFrom: fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01'),
        discountPercent: fc.double({ min: 0.1, max: 99.9, noNaN: true }),
      }),
      fc.record({
        line: fc.integer({ min: 2, max: 99 }),
        cloud: fc.constantFrom<Cloud>('aws', 'azure', 'gcp'),
        sku: fc.constantFrom('m6i.xlarge', 'm6i.4xlarge', 'n2-standard-4', 'Standard_D4s_v5'),
        region: fc.constantFrom('us-east-1', 'eu-west-1', 'westeurope', 'europe-west4'),
        kind: fc.constantFrom(...purchaseKinds),
        validFrom: fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01'),
        usdPerHour: fc.double({ min: 0.001, max: 500, noNaN: true }),
        commitment: fc.constant(null),
      }),
    ),
    { maxLength: 6 },
  );

  it('leaves the catalogue it is put over as it was, and every price above zero', () => {
    const before = JSON.stringify([list.compute, list.regional]);
    fc.assert(
      fc.property(entries, (some) => {
        const after = over(...some);
        expect(JSON.stringify([list.compute, list.regional])).toBe(before);
        for (const { usdPerHourOnDemand, source } of after.compute) {
          expect(usdPerHourOnDemand ?? 1).toBeGreaterThan(0);
          expect(after.index.sources.has(source)).toBe(true);
        }
      }),
    );
  });

  it('of discounts alone never makes anything dearer', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const after = over(...some.filter((entry) => 'discountPercent' in entry));
        for (const { cloud, sku, region, usdPerHourOnDemand } of list.compute)
          expect(row(after, cloud, sku, region)?.usdPerHourOnDemand ?? 0).toBeLessThanOrEqual(
            usdPerHourOnDemand ?? 0,
          );
        for (const sku of ['m6i.xlarge', 'm6i.4xlarge']) {
          const dearest = usdIn(list, sku, 'eu-west-1') ?? 0;
          expect(usdIn(after, sku, 'eu-west-1') ?? 0).toBeLessThanOrEqual(dearest * (1 + 1e-12));
        }
      }),
    );
  });
});

function over(...entries: OverlayEntry[]): Catalogue {
  return applyOverlay(list, overlayOf(card, entries), today);
}

function discount(change: Partial<DiscountEntry> = {}): DiscountEntry {
  const scope = {
    line: 2,
    cloud: 'aws',
    sku: 'm6i.*',
    region: '*',
    kind: 'ondemand',
    validFrom: '2026-02-01',
  } as const;
  return { ...scope, discountPercent: 30, ...change };
}

function price(change: Partial<PriceEntry> = {}): PriceEntry {
  const scope = { line: 2, cloud: 'aws', sku: 'm6i.xlarge', region: 'us-east-1', kind: 'ondemand' } as const;
  return { ...scope, validFrom: '2026-02-01', usdPerHour: 0.1, commitment: null, ...change };
}

function row(catalogue: Catalogue, cloud: Cloud, sku: string, region: string) {
  return computePrice(catalogue, cloud, sku, region);
}

function usdIn(catalogue: Catalogue, sku: string, region: string): number | undefined {
  const found = awsRegionalPrice(catalogue, sku, region);
  return found.kind === 'unknown' ? undefined : found.usdPerHour;
}
