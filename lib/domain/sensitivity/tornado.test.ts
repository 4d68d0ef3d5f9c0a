import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '../figure/figure.ts';
import { LedgerBuilder } from '../figure/ledger-builder.ts';
import { tornado } from './tornado.ts';

type Amount = { value: number; band: Band | undefined };

/** `cost` = first + second × third. */
function costOf(amounts: readonly [Amount, Amount, Amount]) {
  const ledger = new LedgerBuilder();
  const [first, second, third] = amounts.map(({ value, band }, at) =>
    ledger.leaf({
      id: `input.${at}`,
      kind: 'assumed',
      assumption: `a${at}`,
      label: `Input ${at}`,
      unit: 'usd',
      value,
      band,
    }),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error('three inputs');
  const product = ledger.compute({ id: 'product', label: 'Product', unit: 'usd' }, 'product', {
    amount: second,
    factor: third,
  });
  ledger.compute({ id: 'cost', label: 'Cost', unit: 'usd' }, 'sum', [first, product]);
  return ledger.ledger();
}

const amount = fc
  .record({
    value: fc.double({ min: 1, max: 1e6, noNaN: true }),
    down: fc.double({ min: 0.1, max: 1, noNaN: true }),
    up: fc.double({ min: 1, max: 10, noNaN: true }),
    exact: fc.boolean(),
  })
  .map(({ value, down, up, exact }): Amount => ({
    value,
    band: exact ? undefined : { p10: value * down, p90: value * up },
  }));

describe('the tornado of a figure', () => {
  it('moves each input alone to its p10 and p90 and puts the widest swing first', () => {
    const ledger = costOf([
      { value: 100, band: { p10: 90, p90: 120 } },
      { value: 10, band: { p10: 5, p90: 30 } },
      { value: 4, band: { p10: 2, p90: 4 } },
    ]);
    const bars = tornado(ledger, 'cost').bars.map(({ input, atP10, atP90, swing }) => [
      input.id,
      atP10,
      atP90,
      swing,
    ]);
    expect(bars).toEqual([
      ['input.1', 120, 220, 100],
      ['input.0', 130, 160, 30],
      ['input.2', 120, 140, 20],
    ]);
  });

  it('leaves out what is known exactly, for any amounts, and is ordered', () => {
    fc.assert(
      fc.property(amount, amount, amount, (first, second, third) => {
        const { figure, bars, notComputable } = tornado(costOf([first, second, third]), 'cost');
        const banded = [first, second, third].filter(({ band }) => band !== undefined).length;
        expect(bars.length).toBe(banded);
        expect(notComputable).toEqual([]);
        const swings = bars.map(({ swing }) => swing);
        expect(swings).toEqual(swings.toSorted((a, b) => b - a));
        for (const { atP10, atP90 } of bars) {
          expect(atP10).toBeLessThanOrEqual(figure.value * (1 + 1e-12));
          expect(atP90).toBeGreaterThanOrEqual(figure.value * (1 - 1e-12));
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('names an input at one end of which there is no number', () => {
    const ledger = new LedgerBuilder();
    const leaf = (id: string, value: number, band?: Band) =>
      ledger.leaf({ id, kind: 'assumed', assumption: id, label: id, unit: 'count', value, band });
    ledger.compute({ id: 'share', label: 'Share', unit: 'ratio' }, 'quotient', {
      amount: leaf('amount', 6, { p10: 4, p90: 9 }),
      divisor: leaf('divisor', 2, { p10: 0, p90: 3 }),
    });
    const { bars, notComputable } = tornado(ledger.ledger(), 'share');
    expect(bars.map(({ input }) => input.id)).toEqual(['amount']);
    expect(notComputable).toEqual(['divisor']);
  });
});
