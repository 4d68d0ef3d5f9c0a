import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../../analysis/clients.fixture.ts';
import { computeBase } from '../../analysis/compute-base.ts';
import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import type { FigureId } from '../../figure/figure.ts';
import { figureOf, ledgerOf } from '../../figure/ledger.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Option } from '../../options/option.ts';
import { pairsToCompare, writeBuildOrBuy } from './build-or-buy.ts';
import { costCurves } from './curves.ts';
import { buildOrBuyFormulas } from './formulas.ts';

const catalogue = await readCatalogue();

function clientWith(workload: LlmServingWorkload) {
  const assessment = assessmentOf({
    answers: { clouds: { ...said, value: ['own-data-centre'] } },
    workloads: [workload],
  });
  const { figures, needs } = computeBase(assessment, catalogue);
  const base = ledgerOf(figures);
  const ledger = new LedgerBuilder(base);
  const options = needs.flatMap((need) => need.options);
  const pairs = pairsToCompare({ ledger }, options);
  return {
    options,
    pairs: pairs.map(({ buy, build }) => ({
      buy,
      build,
      result: writeBuildOrBuy({ assessment, catalogue, ledger }, buy, build),
    })),
    valueOf: (id: FigureId | undefined) => figureOf(ledger.ledger(), id ?? '').value,
    bandOf: (id: FigureId | undefined) => figureOf(ledger.ledger(), id ?? '').band,
    /** Monthly cost of an option at a volume, by the formulas of the base ledger. */
    costAt: (option: Option, requests: number) => {
      const now = base.get('load.notes.requests-per-month')?.value ?? Number.NaN;
      const factor = requests / now;
      const [curve] = costCurves(base, workload, [option], { from: factor, to: factor * 2, points: 2 });
      return curve?.points[0]?.usdPerMonth ?? Number.NaN;
    },
  };
}

const loads = fc.integer({ min: 2_000, max: 3_000_000 });

describe('the break-even of tokens and machines', () => {
  it('is where the ledger itself says that they cost the same, whole machines and all', () => {
    let found = 0;
    fc.assert(
      fc.property(loads, (requestsPerDay) => {
        const client = clientWith(serving(requestsPerDay));
        expect(client.pairs.map(({ build }) => build.service)).toEqual(['gpu-cloud', 'own-hardware']);
        for (const { buy, build, result } of client.pairs) {
          if (result?.first === undefined) continue;
          found += 1;
          const volume = client.valueOf(result.first);
          const gap = (requests: number) => client.costAt(buy, requests) - client.costAt(build, requests);
          expect(Math.abs(gap(volume)) / client.costAt(buy, volume)).toBeLessThan(1e-6);
          for (const share of [0.05, 0.3, 0.6, 0.9, 0.999]) expect(gap(volume * share)).toBeLessThan(0);
        }
      }),
      { seed: 7, numRuns: 12 },
    );
    expect(found).toBeGreaterThan(6);
  });

  it('lasts from a volume on at which another machine no longer undoes it', () => {
    const client = clientWith(serving(60_000));
    for (const { buy, build, result } of client.pairs) {
      const [first, lasting] = [client.valueOf(result?.first), client.valueOf(result?.lasting)];
      expect(lasting).toBeGreaterThanOrEqual(first * (1 - 1e-9));
      for (let more = 1.001; more < 20; more *= 1.07)
        expect(client.costAt(buy, lasting * more) - client.costAt(build, lasting * more)).toBeGreaterThan(0);
    }
  });

  it('does not depend on the present volume, where the design is the same', () => {
    const at = (requestsPerDay: number) => {
      const { pairs, valueOf } = clientWith(serving(requestsPerDay));
      return pairs.map(
        ({ build, result }) => [`${build.id} ${build.design.sku}`, valueOf(result?.first)] as const,
      );
    };
    const later = new Map(at(70_000));
    let same = 0;
    for (const [design, volume] of at(60_000)) {
      const other = later.get(design);
      if (other === undefined) continue;
      same += 1;
      expect(volume / other).toBeCloseTo(1, 3);
    }
    expect(same).toBeGreaterThan(0);
  });

  it('has a band, wide as people, caching and utilisation make it', () => {
    const client = clientWith(serving(60_000));
    for (const { result } of client.pairs) {
      const band = client.bandOf(result?.first);
      const value = client.valueOf(result?.first);
      expect(band?.p10).toBeLessThan(value);
      expect(band?.p90).toBeGreaterThan(value);
      expect(client.valueOf(result?.overVolume)).toBeCloseTo(
        value / client.valueOf(result?.requestsPerMonth),
        9,
      );
    }
  });

  it('is not told where machines never cost less, however large the volume', () => {
    const peakRequestsPerSecond = { ...said, value: 200, unit: 'per-second' } as const;
    const client = clientWith(serving(60_000, { peakRequestsPerSecond }));
    const dear = client.pairs.filter(({ result }) => result?.first === undefined);
    expect(dear.length).toBeGreaterThan(0);
    for (const { buy, build, result } of dear) {
      expect(result?.said.join(' ')).toMatch(/At no volume/);
      for (let volume = 1e4; volume < 1e10; volume *= 1.3)
        expect(client.costAt(buy, volume)).toBeLessThan(client.costAt(build, volume));
    }
  });

  it('is not told without a known load', () => {
    const { pairs } = clientWith({ ...serving(1), answers: {} });
    expect(pairs.every(({ result }) => result === undefined)).toBe(true);
  });
});

describe('the formula of the break-even', () => {
  const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const terms = fc.tuple(
    amount(5_000),
    amount(2),
    amount(20_000),
    amount(0.5),
    fc.double({ min: 10, max: 5_000, noNaN: true }),
    fc.double({ min: 100, max: 50_000, noNaN: true }),
    fc.constant(1_000),
  );
  const { 'first-break-even': first, 'lasting-break-even': lasting } = buildOrBuyFormulas;
  const most = 10_000 * 1_000;

  /** Machines less tokens, searched step by step. */
  function gapAt(values: readonly number[], volume: number): number {
    const [buyFixed = 0, buyEach = 0, buildFixed = 0, buildEach = 0, machine = 0, carries = 1] = values;
    const machines = Math.max(1, Math.ceil(volume / carries - 1e-9));
    return buyFixed + buyEach * volume - buildFixed - buildEach * volume - machine * machines;
  }

  it('is the first volume at which machines are no dearer, by a search through every step', () => {
    fc.assert(
      fc.property(terms, (values) => {
        const found = first.evaluate(...values);
        const carries = values[5];
        // Within a step machines gain at its end, so the ends of all steps below are the volumes to try.
        for (let step = 1; step * carries < Math.min(found, 400 * carries) * (1 - 1e-9); step++)
          expect(gapAt(values, step * carries)).toBeLessThan(1e-6);
        expect(found >= most || found === 0 || gapAt(values, found) > -1e-4).toBe(true);
      }),
      { seed: 19, numRuns: 500 },
    );
  });

  it('lasts where no step beyond it makes machines dearer again', () => {
    fc.assert(
      fc.property(terms, (values) => {
        const found = lasting.evaluate(...values);
        expect(found).toBeGreaterThanOrEqual(first.evaluate(...values) * (1 - 1e-9));
        if (found >= most) return;
        const carries = values[5];
        const from = Math.ceil(found / carries);
        for (let step = from; step < from + 50; step++)
          expect(gapAt(values, step * carries + 1e-3)).toBeGreaterThan(-1e-2);
      }),
      { seed: 19, numRuns: 500 },
    );
  });
});

describe('the curves', () => {
  const workload = serving(60_000);
  const { options } = clientWith(workload);
  const base = ledgerOf(
    computeBase(
      assessmentOf({ answers: { clouds: { ...said, value: ['own-data-centre'] } }, workloads: [workload] }),
      catalogue,
    ).figures,
  );
  const curves = costCurves(base, workload, options);

  it('pass through the figures of the ledger at the present volume', () => {
    expect(curves.length).toBe(options.length);
    for (const [at, { points }] of curves.entries()) {
      const monthly = base.get(options[at]?.monthly ?? '')?.value ?? Number.NaN;
      expect(points[24]?.usdPerMonth).toBeCloseTo(monthly, 6);
    }
  });

  it('never fall, come in steps of whole machines, and keep their bands around them', () => {
    for (const { points, machines } of curves) {
      for (const [at, { usdPerMonth, band }] of points.entries()) {
        expect(usdPerMonth).toBeGreaterThanOrEqual((points[at - 1]?.usdPerMonth ?? 0) * (1 - 1e-9));
        expect(band.p10).toBeLessThanOrEqual(band.p90);
      }
      for (const count of machines ?? []) expect(count).toBe(Math.round(count));
    }
    const rented = curves.filter(({ machines }) => machines !== undefined);
    expect(rented.length).toBeGreaterThan(3);
    for (const { machines } of rented) expect(machines?.at(-1)).toBeGreaterThan(machines?.[0] ?? Infinity);
  });

  it('are empty without a load', () => {
    expect(costCurves(new Map(), workload, options)).toEqual([]);
  });
});
