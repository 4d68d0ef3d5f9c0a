import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band, Figure } from './figure.ts';
import { LedgerBuilder } from './ledger-builder.ts';
import { hashLedger, ledgerOf } from './ledger.ts';

function leaf(builder: LedgerBuilder, id: string, value: number, band?: Band): Figure {
  return builder.leaf({
    id,
    kind: 'assumed',
    assumption: id,
    label: id,
    unit: 'usd',
    value,
    ...(band && { band }),
  });
}

const total = (id: string) => ({ id, label: id, unit: 'usd' }) as const;

function width(figure: Figure): number {
  return figure.band === undefined ? 0 : figure.band.p90 - figure.band.p10;
}

describe('a computed figure', () => {
  it('has the base case as value, so that totals add', () => {
    const builder = new LedgerBuilder();
    const parts = [leaf(builder, 'a', 100, { p10: 50, p90: 400 }), leaf(builder, 'b', 50)];
    expect(builder.compute(total('sum'), 'sum', parts).value).toBe(150);
  });

  it('can be written like another one, by its formula over other inputs', () => {
    const builder = new LedgerBuilder();
    const [whole, part, less] = [leaf(builder, 'a', 100), leaf(builder, 'b', 50), leaf(builder, 'c', 20)];
    const today = builder.compute(total('rest'), 'difference', { whole, part });
    if (today.kind !== 'computed') throw new Error('not computed');
    const later = builder.computeLike(total('later'), today, [whole, less]);
    expect(later).toMatchObject({ id: 'later', formula: 'difference', inputs: ['a', 'c'], value: 80 });
    expect(() => builder.computeLike(total('later'), today, [whole, less])).toThrow(/Two figures/);
  });

  it('has no band when nothing it rests on varies', () => {
    const builder = new LedgerBuilder();
    expect(
      builder.compute(total('sum'), 'sum', [leaf(builder, 'a', 1), leaf(builder, 'b', 2)]).band,
    ).toBeUndefined();
  });

  it('keeps the band of a single leaf', () => {
    const builder = new LedgerBuilder();
    const { band } = builder.compute(total('sum'), 'sum', [leaf(builder, 'a', 100, { p10: 60, p90: 200 })]);
    expect(band?.p10).toBeCloseTo(60, -1);
    expect(band?.p90).toBeCloseTo(200, -1);
  });

  it('varies less than its parts suggest when they are independent: bands do not add', () => {
    const builder = new LedgerBuilder();
    const parts = Array.from({ length: 8 }, (_, index) =>
      leaf(builder, `part-${index}`, 100, { p10: 60, p90: 160 }),
    );
    expect(width(builder.compute(total('sum'), 'sum', parts))).toBeLessThan(8 * 100 * 0.7);
  });

  it('knows that two totals share a driver: their difference is narrower than that of two independent ones', () => {
    const builder = new LedgerBuilder();
    const rate = leaf(builder, 'rate', 1, { p10: 0.5, p90: 2 });
    const other = leaf(builder, 'other-rate', 1, { p10: 0.5, p90: 2 });
    const amount = leaf(builder, 'amount', 100);
    const times = (id: string, factor: Figure) => builder.compute(total(id), 'product', { amount, factor });
    const [a, b, c] = [times('a', rate), times('b', rate), times('c', other)];
    const shared = builder.compute(total('shared'), 'difference', { whole: a, part: b });
    const independent = builder.compute(total('independent'), 'difference', { whole: a, part: c });
    expect(shared.band).toBeUndefined();
    expect(width(independent)).toBeGreaterThan(100);
  });

  it('does not vary when it is a decision', () => {
    const builder = new LedgerBuilder();
    const gpus = builder.compute(total('gpus'), 'gpus-for-deadline', {
      gpuHours: leaf(builder, 'hours', 1_000, { p10: 500, p90: 2_000 }),
      deadline: leaf(builder, 'deadline', 360_000),
      computingShare: leaf(builder, 'share', 0.5),
      gpusOfMachine: leaf(builder, 'gpus-of-machine', 8),
    });
    expect(gpus).toMatchObject({ value: 24 });
    expect(gpus.band).toBeUndefined();
  });

  it('does not exist when it is not a number', () => {
    const builder = new LedgerBuilder();
    const args = { amount: leaf(builder, 'a', 1), divisor: leaf(builder, 'zero', 0) };
    expect(() => builder.compute(total('quotient'), 'quotient', args)).toThrow(/quotient is Infinity/);
  });

  it('cannot take the id of another', () => {
    const builder = new LedgerBuilder();
    const a = leaf(builder, 'a', 1);
    builder.compute(total('sum'), 'sum', [a]);
    expect(() => builder.compute(total('sum'), 'sum', [a, a])).toThrow(/Two figures/);
  });

  it('has the same band in whatever order the ledger is written', () => {
    const reference = bandWrittenIn(['a', 'b', 'c', 'd']);
    expect(reference).toBeDefined();
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (order) => {
        expect(bandWrittenIn(order)).toEqual(reference);
      }),
    );
  });
});

function bandWrittenIn(order: readonly string[]): Band | undefined {
  const builder = new LedgerBuilder();
  for (const id of order) leaf(builder, id, 10, { p10: 5, p90: 30 });
  const parts = ['a', 'b', 'c', 'd'].flatMap((id) => builder.get(id) ?? []);
  return builder.compute(total('sum'), 'sum', parts).band;
}

describe('a builder over a ledger', () => {
  it('adds to it and samples what it rests on', () => {
    const first = new LedgerBuilder();
    const a = leaf(first, 'a', 100, { p10: 50, p90: 200 });
    const twice = first.compute(total('twice'), 'sum', [a, a]);
    const second = new LedgerBuilder(first.ledger());
    const back = second.compute(total('back'), 'difference', { whole: twice, part: a });
    expect(second.added().map(({ id }) => id)).toEqual(['back']);
    expect(back.band?.p90).toBeCloseTo(200, -1);
    expect([...second.ledger().keys()]).toEqual(['a', 'twice', 'back']);
  });

  it('leaves the bands out when it only tries a design', () => {
    const sketch = new LedgerBuilder(new Map(), { bands: 'left-out' });
    const sum = sketch.compute(total('sum'), 'sum', [leaf(sketch, 'a', 100, { p10: 50, p90: 200 })]);
    expect(sum).toMatchObject({ value: 100 });
    expect(sum.band).toBeUndefined();
  });
});

describe('draws', () => {
  it('never are negative where the band is not', () => {
    const builder = new LedgerBuilder();
    const from = leaf(builder, 'from-zero', 5, { p10: 0, p90: 10 });
    const least = builder.compute(total('product'), 'product', {
      amount: from,
      factor: leaf(builder, 'one', 1),
    });
    expect(least.band?.p10).toBeGreaterThanOrEqual(0);
  });
});

describe('the hash of a ledger', () => {
  const figures = (): Figure[] => {
    const builder = new LedgerBuilder();
    const a = leaf(builder, 'a', 0.1, { p10: 0.05, p90: 0.3 });
    const b = leaf(builder, 'b', 0.2);
    return [a, b, builder.compute(total('sum'), 'sum', [a, b])];
  };

  it('is the same in any order and does not see what lies beyond twelve digits', () => {
    const hash = hashLedger(ledgerOf(figures()));
    expect(hashLedger(ledgerOf(figures().toReversed()))).toBe(hash);
    const nudged = figures().map((figure) => ({ ...figure, value: figure.value * (1 + 1e-15) }));
    expect(hashLedger(ledgerOf(nudged))).toBe(hash);
  });

  it('changes with a value or a unit', () => {
    const hash = hashLedger(ledgerOf(figures()));
    const changed = (change: { value: number } | { unit: 'eur' }) =>
      hashLedger(
        ledgerOf(figures().map((figure): Figure => (figure.id === 'b' ? { ...figure, ...change } : figure))),
      );
    expect(changed({ value: 0.21 })).not.toBe(hash);
    expect(changed({ unit: 'eur' })).not.toBe(hash);
  });
});
