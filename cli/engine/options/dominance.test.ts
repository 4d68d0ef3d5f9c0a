import { describe, expect, it } from 'vitest';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import type { Option, Verdict } from '#lib/domain/options/option.ts';
import { dominatedBy } from './dominance.ts';

type Case = { usd: number; kg?: number; residency?: Verdict; missing?: string; proxy?: boolean };

describe('an option is beaten', () => {
  it('by one that is cheaper and no worse in anything else', () => {
    expect(beaten({ dear: { usd: 20 }, cheap: { usd: 10 } })).toEqual({ dear: 'cheap' });
  });

  it('by one that emits less at the same cost', () => {
    expect(beaten({ coal: { usd: 10, kg: 9 }, hydro: { usd: 10, kg: 1 } })).toEqual({ coal: 'hydro' });
  });
});

describe('an option is not beaten', () => {
  it.each<[string, Record<string, Case>]>([
    ['by its equal', { a: { usd: 10 }, b: { usd: 10 } }],
    ['when it emits less', { a: { usd: 20, kg: 1 }, b: { usd: 10, kg: 9 } }],
    [
      'when it keeps a constraint that the cheaper breaks',
      { a: { usd: 20, residency: 'met' }, b: { usd: 10, residency: 'not-met' } },
    ],
    [
      'when the cheaper lacks another part of its price',
      { a: { usd: 20 }, b: { usd: 10, missing: 'Storage' } },
    ],
    ['when nobody knows what the cheaper emits', { a: { usd: 20, kg: 1 }, b: { usd: 10 } }],
    ['when the cheaper price is only a ratio', { a: { usd: 20 }, b: { usd: 10, proxy: true } }],
  ])('%s', (_when, cases) => {
    expect(beaten(cases)).toEqual({});
  });
});

function beaten(cases: Record<string, Case>): Record<string, string> {
  const figures = Object.entries(cases).flatMap(([id, { usd, kg }]): Figure[] => [
    figure(`cost.${id}`, usd),
    ...(kg === undefined ? [] : [figure(`carbon.${id}.monthly`, kg)]),
  ]);
  const found = dominatedBy(
    Object.entries(cases).map(([id, one]) => option(id, one)),
    ledgerOf(figures),
  );
  return Object.fromEntries([...found].map(([id, by]) => [id, by.id]));
}

function figure(id: string, value: number): Figure {
  return { id, label: id, unit: 'usd-per-month', value, kind: 'stated', answer: 'answers.budgetRunning' };
}

function option(id: string, { residency = 'met', missing, proxy = false }: Case): Option {
  return {
    id,
    need: 'need',
    service: 'gpu-cloud',
    title: id,
    design: { provider: 'aws', purchase: 'ondemand' },
    parts: [],
    monthly: `cost.${id}`,
    missing: missing === undefined ? [] : [{ what: missing, because: 'no row' }],
    checks: [{ constraint: 'residency', verdict: residency, because: '' }],
    proxy,
  };
}
