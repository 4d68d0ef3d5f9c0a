import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { catalogueOf, computeRow, regionalRow } from '#lib/domain/catalogue/test-rows.ts';
import type { PricePoint } from '#lib/domain/catalogue/prices.ts';
import { AppError } from '#lib/errors.ts';
import { type PriceBook, priceBook } from './price-book.ts';
import { priceOf } from './price-of.ts';

const machine = { cloud: 'aws', sku: 'm6i.xlarge', region: 'us-east-1', kind: 'ondemand' } as const;

function seen(asOf: string, usdPerHour: number, methodChange: string | null = null): PricePoint {
  const id = `price-history:aws/m6i.xlarge/us-east-1/ondemand/${asOf}` as const;
  return { id, ...machine, usdPerHour, asOf, methodChange, sourceCommit: 'abc', source: 'list' };
}

describe('a price of today', () => {
  const catalogue = catalogueOf({
    compute: [
      computeRow(),
      computeRow({ sku: 'm6i.4xlarge', vcpu: 16, memoryGib: 64, usdPerHourOnDemand: 0.768 }),
    ],
    regional: [regionalRow()],
  });
  const book = priceBook(catalogue, []);

  it('comes with the day and the source of its row', () => {
    expect(priceOf(book, machine)).toEqual({
      usd_per_hour: 0.192,
      as_of: '2026-07-20',
      source: 'AWS list price, us-east-1, 2026-07-20',
      basis: 'row',
    });
  });

  it('is found in any spelling of its cloud, machine and purchase', () => {
    const spelt = { cloud: 'Amazon Web Services', sku: 'M6I.XLARGE', region: 'US-EAST-1', kind: 'On-Demand' };
    expect(priceOf(book, spelt)).toEqual(priceOf(book, machine));
  });

  it('is found for a whole row of the price table', () => {
    expect(priceOf(book, { ...machine, vcpu: 4, mem_gib: 16, usd_hour_spot: 0.1 })).toEqual(
      priceOf(book, machine),
    );
  });

  it('of another size elsewhere is the ratio of the family, and says so', () => {
    const answer = priceOf(book, { ...machine, sku: 'm6i.4xlarge', region: 'eu-west-1' });
    expect(answer).toMatchObject({ basis: 'ratio' });
    expect('usd_per_hour' in answer && answer.usd_per_hour).toBeCloseTo(0.768 * 1.1, 10);
  });

  it.each(['spot', '1y', '3y'])('is refused, not invented, for %s where no row says it', (kind) => {
    expect(priceOf(book, { ...machine, kind })).toHaveProperty('refused');
  });

  it.each([
    ['cloud', { cloud: 'moon' }, 'not-found'],
    ['sku', { sku: 'm6i.nano' }, 'not-found'],
    ['region', { region: 'mars-1' }, 'not-found'],
    ['kind', { kind: 'monthly' }, 'invalid-input'],
    ['date', { date: '2026-02-30' }, 'invalid-input'],
    ['date', { date: 20260720 }, 'invalid-input'],
    ['sku', { sku: undefined }, 'invalid-input'],
    ['dat', { dat: '2026-01-01' }, 'invalid-input'],
  ])('names %s when it is wrong', (field, wrong, code) => {
    const error = thrown(() => priceOf(book, { ...machine, ...wrong }));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, problems: [{ field }] });
  });

  it('of a row that is set aside is refused with the reason', () => {
    const dear = computeRow({ usdPerHourSpot: 9 });
    expect(priceOf(priceBook(catalogueOf({ compute: [dear] }), []), machine)).toMatchObject({
      refused: expect.stringContaining('dearer than on demand'),
    });
  });
});

describe('a price on a day', () => {
  const history = [
    seen('2025-01-10', 0.2),
    seen('2025-01-20', 0.2),
    seen('2025-06-01', 0.2),
    seen('2025-09-01', 0.192),
  ];
  const book = priceBook(catalogueOf({ compute: [computeRow()] }), history);
  const on = (date: string) => priceOf(book, { ...machine, date });

  it('is the last one seen, with the day it was seen', () => {
    expect(on('2025-01-15')).toMatchObject({ usd_per_hour: 0.2, as_of: '2025-01-10' });
    expect(on('2025-01-20')).toMatchObject({ usd_per_hour: 0.2, as_of: '2025-01-20' });
  });

  it('stands through months in which the next list shows the same', () => {
    expect(on('2025-05-01')).toMatchObject({ usd_per_hour: 0.2, as_of: '2025-01-20' });
    expect(on('2026-03-01')).toMatchObject({ usd_per_hour: 0.192, as_of: '2025-09-01' });
  });

  it('is refused in the long gap in which it changed', () => {
    expect(on('2025-06-20')).toMatchObject({ usd_per_hour: 0.2 });
    expect(on('2025-08-01')).toMatchObject({ refused: expect.stringContaining('from USD 0.2 to 0.192') });
  });

  it('is refused before the first list and long after the last', () => {
    expect(on('2025-01-09')).toMatchObject({ refused: expect.stringContaining('first seen on 2025-01-10') });
    expect(on('2026-07-25')).toMatchObject({ usd_per_hour: 0.192, as_of: '2026-07-20' });
    expect(on('2030-01-01')).toMatchObject({ refused: expect.stringContaining('last seen on 2026-07-20') });
  });

  it('says when the source has counted differently since', () => {
    const counted = priceBook(catalogueOf({}), [
      seen('2024-05-17', 87.83),
      seen('2024-05-21', 88.49, 'counts the disk'),
    ]);
    expect(priceOf(counted, { ...machine, date: '2024-05-18' })).toMatchObject({
      note: 'Not comparable with prices from 2024-05-21: counts the disk.',
    });
    expect(priceOf(counted, { ...machine, date: '2024-05-22' })).not.toHaveProperty('note');
  });

  it('is a price that was seen no later, whatever the day', () => {
    const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const answer = on(date);
        if ('refused' in answer) return;
        expect(answer.as_of !== null && answer.as_of <= date).toBe(true);
        expect([0.2, 0.192]).toContain(answer.usd_per_hour);
      }),
    );
  });
});

describe('the prices that ship', () => {
  let book: PriceBook;
  beforeAll(async () => {
    const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
    book = priceBook(catalogue, priceHistory);
  });

  it('give every selectable machine its own price', () => {
    for (const row of book.catalogue.compute) {
      const { cloud, sku, region, usdPerHourOnDemand } = row;
      const answer = priceOf(book, { cloud, sku, region, kind: 'ondemand' });
      const expected =
        usdPerHourOnDemand === null
          ? { refused: `no ondemand price of ${sku} is known at ${cloud}` }
          : { usd_per_hour: usdPerHourOnDemand, as_of: row.asOf };
      expect(answer).toMatchObject(expected);
    }
  });

  it('give every dated observation back on its day', () => {
    for (const { cloud, sku, region, kind, usdPerHour, asOf } of [...book.history.values()].flat())
      expect(priceOf(book, { cloud, sku, region, kind, date: asOf })).toMatchObject({
        usd_per_hour: usdPerHour,
        as_of: asOf,
      });
  });

  it('are numbers above zero or refused with a reason, never an error, for known names', () => {
    const { aws } = Object.fromEntries([...book.clouds].map(([name, names]) => [name, names]));
    if (aws === undefined) throw new Error('the catalogue knows no AWS');
    fc.assert(
      fc.property(
        fc.constantFrom(...aws.skus.values()),
        fc.constantFrom(...aws.regions.values()),
        fc.constantFrom('ondemand', 'spot', '1y', '3y'),
        (sku, region, kind) => {
          const answer = priceOf(book, { cloud: 'aws', sku, region, kind });
          expect('refused' in answer ? answer.refused !== '' : answer.usd_per_hour > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
