import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import type { LlmServingWorkload } from '../assessment/assessment.ts';
import { assessmentOf, said, serving } from '../analysis/clients.fixture.ts';
import { computeBase } from '../analysis/compute-base.ts';
import { figureOf, ledgerOf } from '../figure/ledger.ts';
import type { Option } from '../options/option.ts';
import { type Forecast, forecastOption, type ForecastInputs } from './forecast-option.ts';
import { historyOf } from './price-history.fixture.ts';
import type { RareJumps } from './price-process.ts';
import { priceSeries } from './price-series.ts';

const [catalogue, evidence] = await Promise.all([readCatalogue(), readEvidence()]);
const series = priceSeries(evidence.priceHistory, catalogue.compute);

function clientWith(answers: LlmServingWorkload['answers'] = {}) {
  const assessment = assessmentOf({ workloads: [serving(60_000, answers)] });
  const { figures, needs } = computeBase(assessment, catalogue);
  const inputs: ForecastInputs = { assessment, catalogue, series, ledger: ledgerOf(figures) };
  const options = needs[0]?.options ?? [];
  return {
    inputs,
    options,
    optionBy: (design: Partial<Pick<Option['design'], 'provider' | 'purchase'>>): Option => {
      const found = options.find(
        (option) =>
          option.design.purchase === design.purchase &&
          (design.provider === undefined || option.design.provider === design.provider),
      );
      if (found === undefined) throw new Error(`no option ${JSON.stringify(design)}`);
      return found;
    },
  };
}

function forecastOf(inputs: ForecastInputs, option: Option, paths = 2_000): Forecast {
  const forecast = forecastOption(inputs, option, { paths });
  if (forecast === undefined) throw new Error('no forecast');
  return forecast;
}

/** A list price that doubles or halves about every third month. */
const restlessList: RareJumps = {
  kind: 'rare-jumps',
  jumpsPerMonth: 0.3,
  shareOfRises: 0.5,
  sizesByDay: [[Math.log(2)]],
  learnedFrom: { clouds: [], series: 0, months: 0, changes: 0, days: 0, from: '', until: '' },
};

const growth = { loadGrowthPerYear: { ...said, value: 80, unit: 'percent' } } as const;
const idsOf = ({ scenarios }: Forecast) => scenarios.map(({ id }) => id);
const scenarioOf = ({ scenarios }: Forecast, wanted: string) => {
  const found = scenarios.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`no ${wanted}`);
  return found;
};

describe('the forecast of an option', () => {
  it('starts with no change: the figure of today with its band, every month', () => {
    const { inputs, options } = clientWith();
    let forecast = 0;
    for (const option of options) {
      const made = forecastOption(inputs, option, { paths: 500 });
      if (made === undefined) continue;
      forecast += 1;
      const cost = figureOf(inputs.ledger, made.cost);
      const [first] = made.scenarios;
      expect(first?.id).toBe('no-change');
      expect(first?.months.length).toBe(36);
      for (const { p50 } of first?.months ?? []) expect(p50).toBe(cost.value);
      expect(first?.total.p50).toBeCloseTo(cost.value * 36, 4);
    }
    expect(forecast).toBeGreaterThan(5);
  });

  it('has no growth where the client said nothing of it', () => {
    const { inputs, optionBy } = clientWith();
    const rented = forecastOf(inputs, optionBy({ provider: 'aws', purchase: 'ondemand' }));
    expect(idsOf(rented)).toEqual(['no-change', 'prices-move']);
    expect(rented.said).toContain('How the load grows is not said, so it stays as it is.');
    const byToken = forecastOf(inputs, optionBy({ purchase: 'per-token' }));
    expect(idsOf(byToken)).toEqual(['no-change']);
    expect(byToken.said.join(' ')).toMatch(/Token prices have no history/);
  });

  it('has every way of growth that the answers allow, named with the answers it rests on', () => {
    const { inputs, optionBy } = clientWith({
      ...growth,
      dataGrowthPerYear: { ...said, value: 30, unit: 'percent' },
    });
    const forecast = forecastOf(inputs, optionBy({ provider: 'gcp', purchase: 'ondemand' }));
    expect(idsOf(forecast)).toEqual([
      'no-change',
      'prices-move',
      'data-grows',
      'growth-linear',
      'growth-exponential',
    ]);
    expect(scenarioOf(forecast, 'growth-linear').restsOn).toEqual([
      'answer.workloads.notes.loadGrowthPerYear',
      'answer.workloads.notes.dataGrowthPerYear',
    ]);
    const last = (id: string) => scenarioOf(forecast, id).months[35]?.p50 ?? Number.NaN;
    expect(last('data-grows')).toBeGreaterThan(last('prices-move'));
    expect(last('growth-exponential')).toBeGreaterThan(last('growth-linear'));
    expect(last('growth-linear')).toBeGreaterThan(last('data-grows'));
  });

  it('has bands in order, and totals that lie within the sums of their ends', () => {
    const { inputs, options } = clientWith(growth);
    fc.assert(
      fc.property(fc.constantFrom(...options.filter(({ monthly }) => monthly !== undefined)), (option) => {
        for (const { months, total } of forecastOf(inputs, option, 400).scenarios) {
          for (const { p10, p50, p90 } of [...months, total]) {
            expect(p10).toBeGreaterThanOrEqual(0);
            expect(p10).toBeLessThanOrEqual(p50);
            expect(p50).toBeLessThanOrEqual(p90);
          }
          const sum = (of: 'p10' | 'p90') => months.reduce((all, month) => all + month[of], 0);
          expect(total.p50).toBeGreaterThanOrEqual(sum('p10') * (1 - 1e-9));
          expect(total.p50).toBeLessThanOrEqual(sum('p90') * (1 + 1e-9));
        }
      }),
      { seed: 29, numRuns: 15 },
    );
  });

  it('never costs less month by month for a client who grows faster', () => {
    const at = (percent: number) => {
      const { inputs, optionBy } = clientWith({
        loadGrowthPerYear: { ...said, value: percent, unit: 'percent' },
      });
      return scenarioOf(
        forecastOf(inputs, optionBy({ provider: 'aws', purchase: 'ondemand' })),
        'growth-linear',
      );
    };
    const [slow, fast] = [at(20), at(200)];
    for (const [month, { p10, p50, p90 }] of fast.months.entries()) {
      const slower = slow.months[month];
      expect(p10).toBeGreaterThanOrEqual((slower?.p10 ?? Infinity) * (1 - 1e-9));
      expect(p50).toBeGreaterThanOrEqual((slower?.p50 ?? Infinity) * (1 - 1e-9));
      expect(p90).toBeGreaterThanOrEqual((slower?.p90 ?? Infinity) * (1 - 1e-9));
    }
  });

  it('is wider the less the client is sure of the growth', () => {
    const widthWith = (low: number, high: number) => {
      const loadGrowthPerYear = { state: 'range', low, high, unit: 'percent', basis: 'stated' } as const;
      const { inputs, optionBy } = clientWith({ loadGrowthPerYear });
      const { months } = scenarioOf(
        forecastOf(inputs, optionBy({ purchase: 'per-token' })),
        'growth-exponential',
      );
      return (months[35]?.p90 ?? Number.NaN) - (months[35]?.p10 ?? Number.NaN);
    };
    expect(widthWith(50, 200)).toBeGreaterThan(1.05 * widthWith(99, 101));
  });

  it('keeps the price of a commitment for its term, and renews it at the list price of the day', () => {
    const assessment = assessmentOf({
      workloads: [
        {
          id: 'portal',
          name: 'Portal',
          kind: 'general',
          answers: { vcpus: { ...said, value: 400, unit: 'items' } },
        },
      ],
    });
    const { figures, needs } = computeBase(assessment, catalogue);
    const restless = historyOf(restlessList, { kind: '1y', machines: 20, months: 40 });
    const inputs = { assessment, catalogue, series: restless, ledger: ledgerOf(figures) };
    const option = needs[0]?.options.find(({ design }) => design.purchase === '1y');
    if (option === undefined) throw new Error('no commitment');
    const { months } = scenarioOf(forecastOf(inputs, option, 10_240), 'prices-move');
    const constantFrom = (from: number, to: number) =>
      new Set(months.slice(from - 1, to).map(({ p90 }) => p90)).size === 1;
    expect([constantFrom(1, 11), constantFrom(12, 23), constantFrom(24, 35)]).toEqual([true, true, true]);
    const at = (month: number) => months[month - 1]?.p90 ?? Number.NaN;
    expect(at(12)).toBeGreaterThan(1.2 * at(11));
    expect(at(24)).toBeGreaterThan(1.05 * at(23));
  });

  it('lets list prices of accelerators fall in the long run, as they did', () => {
    const { inputs, optionBy } = clientWith();
    const { months } = scenarioOf(
      forecastOf(inputs, optionBy({ provider: 'aws', purchase: 'ondemand' }), 10_240),
      'prices-move',
    );
    expect(months[35]?.p10).toBeLessThan((months[0]?.p10 ?? 0) * 0.995);
  });

  it('is the same every time, and another one for another seed', () => {
    const { inputs, optionBy } = clientWith(growth);
    const option = optionBy({ provider: 'aws', purchase: 'ondemand' });
    const made = (seed: string) => forecastOption(inputs, option, { paths: 1_000, seed });
    expect(made('a')).toEqual(made('a'));
    expect(made('b')).not.toEqual(made('a'));
  });

  it('is not there where no monthly part could be priced', () => {
    const { inputs, options } = clientWith();
    const [option] = options;
    if (option === undefined) throw new Error('no option');
    expect(forecastOption(inputs, { ...option, monthly: undefined })).toBeUndefined();
  });
});
