import { assert, double, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idealFit } from './fitted.fixture.ts';
import { catalogueOf, computeRow, regionalRow } from './test-rows.ts';

const rows = [
  computeRow(),
  computeRow({ sku: 'm6i.large', vcpu: 2, memoryGib: 8, usdPerHourOnDemand: 0.096 }),
];

describe('the version of a catalogue', () => {
  it('is a SHA-256', () => {
    expect(catalogueOf({ compute: rows }).version).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of rows or columns', () => {
    const shuffled = rows.toReversed().map((row) => {
      const columns = Object.fromEntries(Object.entries(row).toReversed());
      return { ...columns, ...row };
    });
    expect(catalogueOf({ compute: shuffled }).version).toBe(catalogueOf({ compute: rows }).version);
  });

  it('changes with any single cell', () => {
    const before = catalogueOf({ compute: rows }).version;
    assert(
      property(double({ min: 0.01, max: 100, noNaN: true }), (usd) => {
        pre(usd !== 0.192);
        const changed = [computeRow({ usdPerHourOnDemand: usd }), ...rows.slice(1)];
        expect(catalogueOf({ compute: changed }).version).not.toBe(before);
      }),
    );
  });

  it('changes with any coefficient of the fitted models', () => {
    const utilisation = { ...idealFit.training.utilisation, base: -1.1 };
    const refitted = { ...idealFit, training: { ...idealFit.training, utilisation } };
    expect(catalogueOf({ fitted: refitted }).version).not.toBe(catalogueOf({}).version);
  });

  it('tells unknown from any value, also in a row that is quarantined', () => {
    const unknown = catalogueOf({ regional: [regionalRow({ ratioToUsEast1: null })] });
    const zero = catalogueOf({ regional: [regionalRow({ ratioToUsEast1: 0 })] });
    const negative = catalogueOf({ regional: [regionalRow({ ratioToUsEast1: -1 })] });
    expect(zero.quarantined).toHaveLength(1);
    expect(negative.quarantined).toHaveLength(1);
    expect(new Set([unknown.version, zero.version, negative.version]).size).toBe(3);
  });
});
