import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Figure, FigureId } from '../figure/figure.ts';
import { hashLedger, type Ledger, ledgerOf } from '../figure/ledger.ts';
import { formulas } from '../formulas.ts';
import type { Option } from '../options/option.ts';
import type { BaseAnalysis } from '../run/run.ts';
import { assessmentOf, said, serving } from './clients.fixture.ts';
import { computeBase } from './compute-base.ts';

const catalogue = await readCatalogue();

const bank = assessmentOf({
  answers: {
    residency: { ...said, value: ['eu'] },
    countries: { ...said, value: ['ie'] },
    budgetRunning: { ...said, value: 10_000, currency: 'EUR', period: 'per-month' },
    carbonPrice: { ...said, value: 120, currency: 'EUR', period: 'once' },
  },
  workloads: [
    serving(20_000),
    {
      id: 'web',
      name: 'Web',
      kind: 'general',
      answers: {
        vcpus: { ...said, value: 24, unit: 'items' },
        memory: { ...said, value: 96, unit: 'GiB' },
        availability: { ...said, value: '99.99' },
      },
    },
  ],
  commitments: [
    {
      id: 'aws',
      name: 'AWS',
      answers: {
        provider: { ...said, value: 'aws' },
        amount: { ...said, value: 120_000, currency: 'USD', period: 'per-year' },
        used: { ...said, value: 55, unit: 'percent' },
      },
    },
  ],
});

function figureIn(ledger: Ledger, id: FigureId | undefined): Figure {
  const figure = id === undefined ? undefined : ledger.get(id);
  if (figure === undefined) throw new Error(`no figure ${id}`);
  return figure;
}

function optionsOf({ needs }: BaseAnalysis): Option[] {
  return needs.flatMap(({ options }) => options);
}

describe('an assessment with nothing but a title', () => {
  it('gives no need, no figure and nothing missing', () => {
    expect(computeBase(assessmentOf({}), catalogue)).toEqual({ figures: [], needs: [], missing: [] });
  });

  it.each([
    'llm-serving',
    'retrieval',
    'training',
    'fine-tuning',
    'classical-inference',
    'batch',
    'edge-inference',
    'general',
  ] as const)('gives a %s need without figures about the client, and says what is missing', (kind) => {
    const workloads = [{ id: 'x', name: 'X', kind, answers: {} }];
    const { needs, figures } = computeBase(assessmentOf({ workloads }), catalogue);
    expect(needs.map(({ id }) => id)).toEqual(['x']);
    expect(
      needs.flatMap(({ missing, options }) => [...missing, ...options.flatMap((o) => o.missing)]),
    ).not.toEqual([]);
    expect(figures.filter(({ id }) => id.startsWith('answer.') || id.startsWith('load.'))).toEqual([]);
  });
});

describe('the base ledger', () => {
  const analysis = computeBase(bank, catalogue);
  const ledger = ledgerOf(analysis.figures);

  it('is the same for the same input', () => {
    expect(hashLedger(ledgerOf(computeBase(bank, catalogue).figures))).toBe(hashLedger(ledger));
  });

  it('holds every figure that it names, in needs, formulas and prose', () => {
    const named = optionsOf(analysis).flatMap(({ monthly, yearly, once, design, parts, checks }) => [
      ...[monthly, yearly, once, design.machines].filter((id) => id !== undefined),
      ...parts.flatMap((part) => [part.monthly, part.once].filter((id) => id !== undefined)),
      ...checks.flatMap(({ because }) =>
        [...because.matchAll(/\{\{fig:([^}]+)\}\}/g)].map(([, id]) => id ?? ''),
      ),
    ]);
    const inputs = analysis.figures.flatMap((figure) => (figure.kind === 'computed' ? figure.inputs : []));
    expect([...named, ...inputs].filter((id) => !ledger.has(id))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it('has every computed value by its formula, with finite numbers and bands', () => {
    const computed = analysis.figures.filter((figure) => figure.kind === 'computed');
    const wrong = computed.filter(({ formula, inputs, value }) => {
      const again = formulas[formula].evaluate(...inputs.map((id) => figureIn(ledger, id).value));
      return Math.abs(again - value) > 1e-9 * Math.max(1, Math.abs(value));
    });
    expect(wrong).toEqual([]);
    expect(analysis.figures.filter(({ value, band }) => !isSound(value, band))).toEqual([]);
  });

  it('has totals that are the sums of their parts, and years of twelve months', () => {
    for (const option of optionsOf(analysis)) {
      const sum = option.parts.reduce(
        (total, { monthly }) => total + (monthly ? figureIn(ledger, monthly).value : 0),
        0,
      );
      if (option.monthly === undefined) continue;
      expect(figureIn(ledger, option.monthly).value).toBeCloseTo(sum, 6);
      expect(figureIn(ledger, option.yearly).value).toBeCloseTo(12 * sum, 5);
    }
  });

  it('never takes an hourly price for a monthly one', () => {
    const months = analysis.figures.flatMap((figure) => {
      if (figure.kind !== 'computed' || !figure.formula.startsWith('machines-per-month')) return [];
      const [price, hours, machines, factor] = figure.inputs.map((id) => figureIn(ledger, id));
      const named = hours?.id === 'assumption.month.hours';
      return named
        ? [figure.value / ((price?.value ?? 0) * (machines?.value ?? 0) * (factor?.value ?? 1))]
        : [0];
    });
    expect(months.length).toBeGreaterThan(5);
    for (const hours of months) expect(hours).toBeCloseTo(730, 6);
  });

  it('adds only amounts of one currency and period', () => {
    const mixed = analysis.figures.filter((figure) => {
      if (figure.kind !== 'computed' || figure.formula !== 'sum') return false;
      return new Set(figure.inputs.map((id) => moneyOf(figureIn(ledger, id).unit))).size !== 1;
    });
    expect(mixed).toEqual([]);
  });

  it('converts the budget by the exchange rate before it is compared', () => {
    const budget = figureIn(ledger, 'whole.budget.monthly-usd');
    expect(budget.value).toBeCloseTo(10_000 * figureIn(ledger, 'assumption.fx.eur-usd').value, 6);
    expect(figureIn(ledger, 'answer.answers.budgetRunning')).toMatchObject({
      unit: 'eur-per-month',
      value: 10_000,
    });
  });

  it('saves by a commitment no more than is unused, and no more than is spent', () => {
    const unused = figureIn(ledger, 'commitment.aws.unused.monthly').value;
    expect(unused).toBeCloseTo(4_500, 6);
    const covered = optionsOf(analysis).filter(({ parts }) => parts.some(({ key }) => key === 'commitment'));
    expect(covered.length).toBeGreaterThan(0);
    for (const option of covered) {
      const saving = -figureIn(ledger, `cost.${option.id}.commitment.monthly`).value;
      expect(saving).toBeGreaterThan(0);
      expect(saving).toBeLessThanOrEqual(unused);
      expect(figureIn(ledger, `cost.${option.id}.bills.monthly`).value).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it('keeps every region where the data must stay', () => {
    const rented = optionsOf(analysis).filter(
      ({ design, service }) => design.region && service !== 'token-api',
    );
    expect(rented.length).toBeGreaterThan(5);
    for (const { design } of rented) {
      const row = catalogue.regions.find(
        ({ region, cloud }) => region === design.region && cloud === design.provider,
      );
      expect(row?.inEea).toBe(true);
    }
  });

  it('has a second region where one may not stop it', () => {
    const web = analysis.needs.find(({ id }) => id === 'web')?.options ?? [];
    expect(web.length).toBeGreaterThan(2);
    for (const option of web) {
      const second = option.parts.some(({ key }) => key === 'redundancy');
      const told = option.missing.some(({ what }) => what === 'Second region');
      expect(second || told).toBe(true);
      const availability = option.checks.find(({ constraint }) => constraint === 'availability');
      expect(availability?.verdict).toBe(second ? 'met' : 'not-met');
    }
  });

  it('marks what rests on a regional ratio as a proxy', () => {
    const proxies = optionsOf(analysis).filter(({ proxy }) => proxy);
    expect(proxies.length).toBeGreaterThan(0);
    expect(proxies.every(({ design }) => design.provider === 'aws' && design.purchase === 'ondemand')).toBe(
      true,
    );
  });

  it('prices a commitment only where a row does', () => {
    const committed = optionsOf(analysis).filter(
      ({ design }) => design.purchase === '1y' || design.purchase === '3y',
    );
    expect(new Set(committed.map(({ design }) => design.provider))).toEqual(new Set(['gcp']));
  });

  it('writes no number into prose that is not a figure or an identifier', () => {
    for (const { checks, missing } of optionsOf(analysis)) {
      for (const text of [...checks.map(({ because }) => because), ...missing.map(({ because }) => because)])
        expect(
          text.replaceAll(/\{\{[^}]*\}\}/g, '').replaceAll(/\b[a-z]+-[a-z]+-?\d+\b|\b[a-z]+\d\b/g, ''),
        ).not.toMatch(/\d/);
    }
  });
});

function moneyOf(unit: string): string {
  return unit.startsWith('usd-per-year') ? 'usd' : unit;
}

function isSound(value: number, band: Figure['band']): boolean {
  if (!Number.isFinite(value)) return false;
  return (
    band === undefined || (Number.isFinite(band.p10) && Number.isFinite(band.p90) && band.p10 <= band.p90)
  );
}
