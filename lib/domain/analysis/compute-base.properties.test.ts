import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Figure } from '../figure/figure.ts';
import { figureOf, ledgerOf } from '../figure/ledger.ts';
import { assessmentOf, said, serving } from './clients.fixture.ts';
import { computeBase } from './compute-base.ts';

const catalogue = await readCatalogue();

function isSound(value: number, band: Figure['band']): boolean {
  if (!Number.isFinite(value)) return false;
  return (
    band === undefined || (Number.isFinite(band.p10) && Number.isFinite(band.p90) && band.p10 <= band.p90)
  );
}

/** Monthly cost by option and machine type: the same design at two loads has the same key. */
function costsAt(requestsPerDay: number): Map<string, number> {
  const analysis = computeBase(assessmentOf({ workloads: [serving(requestsPerDay)] }), catalogue);
  const ledger = ledgerOf(analysis.figures);
  const options = analysis.needs.flatMap((need) => need.options);
  return new Map(
    options.map(({ id, design, monthly }) => [`${id} ${design.sku}`, figureOf(ledger, monthly ?? '').value]),
  );
}

describe('more load', () => {
  it('never costs less at the same design', () => {
    const loads = fc.tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(loads, ([load, more]) => {
        const greater = costsAt(load + more);
        const cheaper = [...costsAt(load)].filter(
          ([design, cost]) => (greater.get(design) ?? cost) < cost - 1e-6,
        );
        expect(cheaper).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(costsAt(2_000_000).size).toBeGreaterThan(5);
  });
});

describe('answers at the edge', () => {
  it('of any size, unknown or zero, never stop the engine', () => {
    const number = fc.oneof(
      fc.constant({ state: 'unknown' as const }),
      fc.constant({ ...said, value: 0, unit: 'tokens' }),
      fc.constant({ ...said, value: 1e12, unit: 'tokens' }),
      fc.record({
        state: fc.constant('range' as const),
        low: fc.constant(0),
        high: fc.double({ min: 0, max: 1e9, noNaN: true }),
        unit: fc.constant('tokens'),
        basis: fc.constant('believed' as const),
      }),
    );
    let runs = 0;
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (inputTokens, outputTokens, requests) => {
          const workload = serving(requests, { inputTokens, outputTokens });
          const { figures } = computeBase(assessmentOf({ workloads: [workload] }), catalogue);
          expect(figures.filter(({ value, band }) => !isSound(value, band))).toEqual([]);
          runs += 1;
        },
      ),
      { numRuns: 40 },
    );
    expect(runs).toBeGreaterThan(0);
  });
});
