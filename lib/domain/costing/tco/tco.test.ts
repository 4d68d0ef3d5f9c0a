import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../../analysis/clients.fixture.ts';
import { computeBase } from '../../analysis/compute-base.ts';
import type { Assessment, Workload } from '../../assessment/assessment.ts';
import type { FigureId } from '../../figure/figure.ts';
import { figureOf, ledgerOf } from '../../figure/ledger.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import { costResponse } from '../../forecast/cost-response.ts';
import { costDrivers } from '../../forecast/drivers.ts';
import { formulas } from '../../formulas.ts';
import type { Option } from '../../options/option.ts';
import { type Tco, type TcoTerms, writeTco } from './tco.ts';

const catalogue = await readCatalogue();

function clientWith(workload: Workload, parts: Partial<Assessment> = {}) {
  const assessment = assessmentOf({ ...parts, workloads: [workload] });
  const { figures, needs } = computeBase(assessment, catalogue);
  const options = needs.flatMap((need) => need.options);
  const base = ledgerOf(figures);
  return {
    options,
    optionBy: (design: Partial<Option['design']>): Option => {
      const found = options.find((option) =>
        Object.entries(design).every(([key, value]) =>
          Object.entries(option.design).some(([k, v]) => k === key && v === value),
        ),
      );
      if (found === undefined) throw new Error(`no option ${JSON.stringify(design)}`);
      return found;
    },
    base,
    tcoOf: (option: Option, terms: TcoTerms = { horizons: [36] }) => {
      const ledger = new LedgerBuilder(base);
      const tco = writeTco({ assessment, ledger }, option, terms);
      if (tco === undefined) throw new Error(`${option.id} has no cost`);
      const valueOf = (id: FigureId | undefined) => figureOf(ledger.ledger(), id ?? '').value;
      return { tco, ledger, valueOf, months: tco.months.map(valueOf) };
    },
  };
}

const percent = (value: number) => ({ ...said, value, unit: 'percent' as const });
const months = (value: number) => ({ ...said, value, unit: 'months' as const });
const growing = serving(60_000, { loadGrowthPerYear: percent(80), dataGrowthPerYear: percent(40) });
const portal = (answers: Extract<Workload, { kind: 'general' }>['answers'] = {}): Workload => ({
  id: 'portal',
  name: 'Portal',
  kind: 'general',
  answers: {
    vcpus: { ...said, value: 400, unit: 'items' },
    dataStored: { ...said, value: 5, unit: 'TB' },
    egressPerMonth: { ...said, value: 3, unit: 'TB' },
    ...answers,
  },
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function partsOf(tco: Tco, valueOf: (id: FigureId) => number, horizon: number): number[] {
  const total = tco.totals.find((one) => one.months === horizon);
  return total?.parts.map((part) => valueOf(part.total)) ?? [];
}

describe('the total cost of an option', () => {
  it('is the sum of its months, and of its parts, over every horizon', () => {
    const answers = { clouds: { ...said, value: ['own-data-centre' as const] } };
    const client = clientWith(growing, { answers });
    expect(new Set(client.options.map(({ service }) => service)).size).toBe(3);
    for (const option of client.options) {
      const { tco, valueOf, months: series } = client.tcoOf(option, { horizons: [60, 12, 36] });
      expect(tco.totals.map((total) => total.months)).toEqual([12, 36, 60]);
      for (const { months: horizon, total } of tco.totals) {
        expect(valueOf(total) / sum(series.slice(0, horizon))).toBeCloseTo(1, 12);
        expect(valueOf(total) / sum(partsOf(tco, valueOf, horizon))).toBeCloseTo(1, 12);
      }
      expect(series.length).toBe(60);
    }
  });

  it('is today, month after month, where nothing was said to change', () => {
    const client = clientWith(serving(60_000));
    for (const option of client.options) {
      const { tco, months: series } = client.tcoOf(option);
      const monthly = figureOf(client.base, option.monthly ?? '').value;
      expect(tco.growth).toBe('none');
      expect(tco.said).toContain('How the load grows is not said, so it stays as it is.');
      for (const month of series) expect(month).toBeCloseTo(monthly, 6);
    }
  });

  it('follows the load that was said: what the ledger itself says of a larger load', () => {
    const client = clientWith(growing);
    const option = client.optionBy({ provider: 'aws', purchase: 'ondemand' });
    const cost = figureOf(client.base, option.monthly ?? '');
    const response = costResponse(client.base, cost, costDrivers(client.base, cost.id, growing));
    for (const [growth, factorAt] of [
      ['growth-linear', (month: number) => 1 + (0.8 * month) / 12],
      ['growth-exponential', (month: number) => 1.8 ** (month / 12)],
    ] as const) {
      const { months: series } = client.tcoOf(option, { horizons: [36], growth });
      for (const month of [1, 7, 24, 36])
        expect(series[month - 1]).toBeCloseTo(response(factorAt(month), 1 + (0.4 * month) / 12, 1), 4);
    }
    expect(client.tcoOf(option).tco.growth).toBe('growth-linear');
    expect(client.tcoOf(option, { horizons: [36], growth: 'none' }).tco.growth).toBe('none');
  });

  it('never costs less for more load, in any month', () => {
    const load = fc.tuple(fc.integer({ min: 100, max: 200_000 }), fc.integer({ min: 0, max: 300 }));
    const more = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(load, more, ([requests, growth], [moreRequests, moreGrowth]) => {
        const at = (perDay: number, perYear: number) =>
          clientWith(serving(perDay, { loadGrowthPerYear: percent(perYear) }));
        const [less, greater] = [at(requests, growth), at(requests + moreRequests, growth + moreGrowth)];
        for (const option of less.options) {
          const same = greater.options.find(
            ({ id, design }) => id === option.id && design.sku === option.design.sku,
          );
          if (same === undefined) continue;
          const dearer = greater.tcoOf(same, { horizons: [24] }).months;
          for (const [place, cost] of less.tcoOf(option, { horizons: [24] }).months.entries())
            expect(dearer[place]).toBeGreaterThanOrEqual(cost * (1 - 1e-9));
        }
      }),
      { seed: 3, numRuns: 4 },
    );
  });

  it('is in US dollars throughout: no figure adds an amount in another currency', () => {
    const budgetRunning = { ...said, value: 10_000, currency: 'EUR', period: 'per-month' } as const;
    const client = clientWith(growing, { answers: { budgetRunning } });
    const { ledger } = client.tcoOf(client.options[0] ?? client.optionBy({}));
    const sums = ledger.added().filter((figure) => figure.kind === 'computed' && figure.unit === 'usd');
    expect(sums.length).toBeGreaterThan(30);
    for (const figure of sums)
      for (const id of figure.kind === 'computed' ? figure.inputs : [])
        expect(figureOf(ledger.ledger(), id).unit).toMatch(/^usd(-per-month)?$|^months$/);
    const [first] = client.options;
    if (first === undefined) throw new Error('no option');
    const inEuro = { ...first, parts: [{ key: 'x', label: 'X', monthly: 'answer.answers.budgetRunning' }] };
    expect(() => client.tcoOf(inEuro)).toThrow(/eur-per-month/);
  });

  it('has bands, and every figure of it by its formula', () => {
    const client = clientWith(growing);
    const { tco, ledger } = client.tcoOf(client.optionBy({ purchase: 'ondemand' }));
    const known = ledger.ledger();
    const total = figureOf(known, tco.totals[0]?.total ?? '');
    expect(total.band?.p90).toBeGreaterThan(total.band?.p10 ?? Infinity);
    for (const figure of ledger.added()) {
      if (figure.kind !== 'computed') continue;
      const { evaluate }: { evaluate: (...values: number[]) => number } = formulas[figure.formula];
      expect(evaluate(...figure.inputs.map((id) => figureOf(known, id).value))).toBe(figure.value);
    }
  });

  it('counts bought machines by depreciation, never by their purchase as well', () => {
    const client = clientWith(serving(60_000), {
      answers: { clouds: { ...said, value: ['own-data-centre'] } },
    });
    const own = client.optionBy({ purchase: 'owned' });
    expect(own.parts.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['purchase', 'depreciation', 'power']),
    );
    const { tco } = client.tcoOf(own);
    expect(tco.parts.map(({ key }) => key)).not.toContain('purchase');
    expect(tco.said).toContain('Bought machines count by their depreciation, not by their purchase.');
  });

  it('has one-off costs in the first month alone', () => {
    const client = clientWith({
      id: 'tuning',
      name: 'Tuning',
      kind: 'batch',
      answers: { work: { ...said, value: 'ocr' }, items: { ...said, value: 2_000_000, unit: 'items' } },
    });
    const [option] = client.options;
    if (option === undefined) throw new Error('no option');
    const { valueOf, months: series, tco } = client.tcoOf(option);
    const once = sum(tco.parts.flatMap((part) => (part.once === undefined ? [] : [valueOf(part.once)])));
    expect(once).toBeGreaterThan(0);
    expect((series[0] ?? 0) - (series[1] ?? 0)).toBeCloseTo(once, 6);
    expect(valueOf(tco.totals[0]?.total)).toBeCloseTo(sum(series), 6);
  });

  it.each([11, 61, 12.5, Number.NaN])('refuses a horizon of %s months', (horizon) => {
    const client = clientWith(serving(10));
    expect(() => client.tcoOf(client.optionBy({ purchase: 'ondemand' }), { horizons: [horizon] })).toThrow(
      /horizon/,
    );
  });
});

describe('commitments over time', () => {
  it('stay paid for their term when the load falls, and may be smaller when they are renewed', () => {
    const client = clientWith(portal({ loadGrowthPerYear: percent(-40) }));
    const partIn = (purchase: '1y' | 'ondemand') => {
      const { tco, valueOf } = client.tcoOf(client.optionBy({ provider: 'gcp', purchase }));
      return tco.parts.find(({ key }) => key === 'compute')?.months?.map(valueOf) ?? [];
    };
    const committed = partIn('1y');
    const scaled = partIn('ondemand');
    expect(new Set(committed.slice(0, 12)).size).toBe(1);
    expect(committed[20]).toBeLessThan(committed[0] ?? 0);
    expect(scaled[11]).toBeLessThan(scaled[0] ?? 0);
  });

  it('bind beyond the horizon: what is left of the term is told, and is not in the total', () => {
    const client = clientWith(portal());
    const option = client.optionBy({ provider: 'gcp', purchase: '3y' });
    const { tco, valueOf } = client.tcoOf(option, { horizons: [24, 36] });
    const perMonth = figureOf(client.base, `cost.${option.id}.compute.monthly`).value;
    const [early, whole] = tco.totals;
    expect(valueOf(early?.boundAfter)).toBeCloseTo(12 * perMonth, 6);
    expect(valueOf(whole?.boundAfter)).toBe(0);
    const free = client.tcoOf(client.optionBy({ provider: 'gcp', purchase: 'ondemand' }));
    expect(free.tco.totals[0]?.boundAfter).toBeUndefined();
  });

  it('of the client cover the bill until they end', () => {
    const commitment = {
      provider: { ...said, value: 'aws' as const },
      amount: { ...said, value: 24_000, currency: 'USD' as const, period: 'per-year' as const },
      used: percent(50),
    };
    const client = (answers: object) =>
      clientWith(portal(), { commitments: [{ id: 'c', name: 'C', answers: { ...commitment, ...answers } }] });
    const ending = client({ endsIn: months(18) });
    const option = ending.optionBy({ provider: 'aws', purchase: 'ondemand' });
    const { months: series } = ending.tcoOf(option);
    expect(series[17]).toBeCloseTo(figureOf(ending.base, option.monthly ?? '').value, 6);
    expect((series[18] ?? 0) - (series[17] ?? 0)).toBeCloseTo(1_000, 6);
    const open = client({});
    const { tco, months: covered } = open.tcoOf(open.optionBy({ provider: 'aws', purchase: 'ondemand' }));
    expect(new Set(covered.map((cost) => cost.toFixed(6))).size).toBe(1);
    expect(tco.said.join(' ')).toMatch(/When the commitment .* ends is not said/);
  });
});
