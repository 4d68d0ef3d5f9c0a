import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, serving } from '../analysis/clients.fixture.ts';
import { computeBase } from '../analysis/compute-base.ts';
import { leavesOf } from '../figure/explain.ts';
import { figureOf, ledgerOf } from '../figure/ledger.ts';
import { figureFunction } from './figure-function.ts';

const catalogue = await readCatalogue();

function ledgerAt(requestsPerDay: number) {
  const { figures } = computeBase(assessmentOf({ workloads: [serving(requestsPerDay)] }), catalogue);
  return ledgerOf(figures);
}

const ledger = ledgerAt(40_000);

describe('a figure as a function of what it rests on', () => {
  it('is the figure itself at the values of the ledger, for every figure and all its leaves', () => {
    const computed = [...ledger.values()].filter(({ kind }) => kind === 'computed');
    expect(computed.length).toBeGreaterThan(100);
    for (const { id, value } of computed) {
      const leaves = leavesOf(ledger, id);
      const valueAt = figureFunction(
        ledger,
        id,
        leaves.map((leaf) => leaf.id),
      );
      expect(valueAt(leaves.map((leaf) => leaf.value))).toBe(value);
    }
  });

  it('agrees with an engine that computes everything again, at any load of the same design', () => {
    const target = [...ledger.keys()].find((id) => /gpu-cloud.*\.compute\.monthly$/.test(id)) ?? '';
    const valueAt = figureFunction(ledger, target, ['answer.workloads.notes.requestsPerDay']);
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 400_000 }), (load) => {
        const again = ledgerAt(load);
        const usdPerHour = (of: typeof ledger) =>
          leavesOf(of, target)
            .filter(({ unit }) => unit === 'usd-per-hour')
            .map(({ id }) => id);
        if (usdPerHour(again).join(' ') !== usdPerHour(ledger).join(' ')) return;
        expect(valueAt([load])).toBeCloseTo(figureOf(again, target).value, 6);
        compared += 1;
      }),
      { numRuns: 12, seed: 7 },
    );
    expect(compared).toBeGreaterThan(2);
  });

  it('stays the same when a figure is varied on which it does not rest', () => {
    const cost = [...ledger.keys()].find((id) => /token-api.*\.monthly$/.test(id)) ?? '';
    const unrelated = 'answer.workloads.notes.dataStored';
    expect(leavesOf(ledger, cost).map(({ id }) => id)).not.toContain(unrelated);
    expect(figureFunction(ledger, cost, [unrelated])([1e9])).toBe(figureOf(ledger, cost).value);
  });

  it('keeps the choices of the design on request, and else makes them again', () => {
    const gpus = [...ledger.values()].find(
      (figure) => figure.kind === 'computed' && figure.formula === 'gpus-that-hold',
    );
    const id = gpus?.id ?? '';
    const memory = leavesOf(ledger, id).find(({ unit }) => unit === 'gib' || unit === 'gb');
    const tiny = [(memory?.value ?? Number.NaN) / 16];
    expect(figureFunction(ledger, id, [memory?.id ?? ''])(tiny)).toBeGreaterThan(gpus?.value ?? Infinity);
    expect(figureFunction(ledger, id, [memory?.id ?? ''], { decisions: 'kept' })(tiny)).toBe(gpus?.value);
  });

  it('takes a computed figure as a variable, and refuses ids that are not there', () => {
    const total = [...ledger.values()].find(({ id }) => id.endsWith('.first-year'));
    if (total?.kind !== 'computed') throw new Error('no total');
    const [first = ''] = total.inputs;
    const rest = total.value - figureOf(ledger, first).value;
    expect(figureFunction(ledger, total.id, [first])([100])).toBeCloseTo(rest + 100, 8);
    expect(() => figureFunction(ledger, 'cost.of-nothing', [])).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
    expect(() => figureFunction(ledger, total.id, ['answer.of-nobody'])).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  it('has no number where the formulas have none', () => {
    const count = [...ledger.values()].find(
      (figure) => figure.kind === 'computed' && figure.formula === 'units-for-load',
    );
    if (count?.kind !== 'computed') throw new Error('no count');
    expect(figureFunction(ledger, count.id, [count.inputs[1] ?? ''])([0])).toBe(Infinity);
  });
});
