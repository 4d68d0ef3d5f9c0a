import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../../analysis/clients.fixture.ts';
import { computeBase } from '../../analysis/compute-base.ts';
import type { Assessment, Workload } from '../../assessment/assessment.ts';
import type { FigureId } from '../../figure/figure.ts';
import { figureOf, type Ledger, ledgerOf } from '../../figure/ledger.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Option } from '../../options/option.ts';
import { commitmentClaim } from './commitment-claim.ts';
import { type CommitmentPlans, writeCommitmentPlans } from './commitment-plan.ts';

const catalogue = await readCatalogue();

type Planned = { option: Option; plans: CommitmentPlans; ledger: Ledger; valueOf: (id: FigureId) => number };

/** The plans of every option of a client that has any. */
function plannedFor(workload: Workload, parts: Partial<Assessment> = {}): Planned[] {
  const assessment = assessmentOf({ ...parts, workloads: [workload] });
  const { figures, needs } = computeBase(assessment, catalogue);
  const base = ledgerOf(figures);
  const builder = new LedgerBuilder(base);
  return needs
    .flatMap(({ options }) => options)
    .flatMap((option) => {
      const plans = writeCommitmentPlans({ assessment, catalogue, ledger: builder }, option);
      if (plans === undefined) return [];
      const ledger = builder.ledger();
      return [{ option, plans, ledger, valueOf: (id: FigureId) => figureOf(ledger, id).value }];
    });
}

function onGoogle(planned: readonly Planned[]): Planned {
  const found = planned.find(({ option }) => option.design.provider === 'gcp');
  if (found === undefined) throw new Error('no machines of Google');
  return found;
}

const perSecond = (value: number) => ({ ...said, value, unit: 'per-second' as const });
const percent = (value: number) => ({ ...said, value, unit: 'percent' as const });
const items = (value: number) => ({ ...said, value, unit: 'items' as const });

const portal = (average: number, peak: number, answers: object = {}): Workload => ({
  id: 'portal',
  name: 'Portal',
  kind: 'general',
  answers: {
    vcpus: items(600),
    averageRequestsPerSecond: perSecond(average),
    peakRequestsPerSecond: perSecond(peak),
    ...answers,
  },
});

const loads = fc
  .tuple(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 1, max: 20, noNaN: true }))
  .map(([average, peakiness]) => portal(average, average * peakiness));
/** Office hours of any length, with weekends that are like other days or quieter. */
const offices = fc
  .tuple(
    fc.integer({ min: 2, max: 22 }),
    fc.integer({ min: 60, max: 98 }),
    fc.integer({ min: 0, max: 2_000_000 }),
  )
  .map(([hours, share, weekend]) =>
    serving(2_000_000, {
      busyHoursPerDay: items(hours),
      busyShareOfDay: percent(share),
      requestsPerWeekendDay: { ...said, value: weekend, unit: 'per-day' },
    }),
  );
const seed = 13;

describe('a commitment plan', () => {
  it('is the cheapest number of machines to commit, of all numbers there are', () => {
    fc.assert(
      fc.property(fc.oneof(loads, offices), (workload) => {
        const { plans, valueOf, ledger } = onGoogle(plannedFor(workload));
        const levels = plans.levels.map(({ machines, hours }) => ({
          machines: valueOf(machines),
          hours: valueOf(hours),
        }));
        const most = Math.max(...levels.map(({ machines }) => machines));
        expect(plans.plans.map(({ term }) => term)).toEqual(['1y', '3y']);
        for (const plan of plans.plans) {
          const priceOf = (figure: string, at: number) => {
            const computed = figureOf(ledger, figure);
            return valueOf(computed.kind === 'computed' ? (computed.inputs[at] ?? '') : '');
          };
          const onDemand = priceOf(plan.onDemandOnly, 1);
          const committed = priceOf(plan.unused, 1);
          const costOf = (count: number) =>
            count * 730 * committed +
            levels.reduce(
              (sum, { machines, hours }) => sum + Math.max(0, machines - count) * hours * onDemand,
              0,
            );
          const costs = Array.from({ length: most + 1 }, (_, count) => costOf(count));
          expect(valueOf(plan.monthly) / Math.min(...costs)).toBeCloseTo(1, 9);
          expect(valueOf(plan.monthly)).toBeCloseTo(costOf(valueOf(plan.committed)), 6);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('never saves more than is spent, nor less than nothing, and counts what stands idle', () => {
    fc.assert(
      fc.property(loads, (workload) => {
        for (const { plans, valueOf } of plannedFor(workload))
          for (const { saving, onDemandOnly, monthly, unused } of plans.plans) {
            expect(valueOf(saving)).toBeGreaterThanOrEqual(0);
            expect(valueOf(saving)).toBeLessThan(valueOf(onDemandOnly));
            expect(valueOf(saving) + valueOf(monthly)).toBeCloseTo(valueOf(onDemandOnly), 6);
            expect(valueOf(unused)).toBeGreaterThanOrEqual(0);
            expect(valueOf(unused)).toBeLessThanOrEqual(valueOf(monthly));
          }
      }),
      { seed, numRuns: 20 },
    );
  });

  it('commits everything under a steady load, and the quiet hours alone under a peaked one', () => {
    const [steady, peaked] = [portal(100, 100), portal(100, 1_000)].map((workload) =>
      onGoogle(plannedFor(workload)),
    );
    const [all, some] = [steady, peaked].map((planned) => {
      const plan = planned?.plans.plans[0];
      const levels = planned?.plans.levels.map(({ machines }) => planned.valueOf(machines)) ?? [];
      return { committed: planned?.valueOf(plan?.committed ?? ''), most: levels[0], least: levels.at(-1) };
    });
    expect(all?.committed).toBe(all?.most);
    expect(some?.committed).toBe(some?.least);
    expect(some?.least).toBeLessThan(some?.most ?? 0);
  });

  it('has the hours of a month, by what was said of busy hours and weekends', () => {
    const busy = { busyHoursPerDay: items(9), busyShareOfDay: percent(90) };
    const withWeekend = { requestsPerWeekendDay: { ...said, value: 50_000, unit: 'per-day' as const } };
    const hoursOf = (workload: Workload) => {
      const { plans, valueOf } = onGoogle(plannedFor(workload));
      return new Map(plans.levels.map(({ key, hours }) => [key, valueOf(hours)]));
    };
    const daily = hoursOf(serving(600_000, busy));
    expect(daily.get('busy')).toBeCloseTo((9 * 365) / 12, 9);
    const weekly = hoursOf(serving(600_000, { ...busy, ...withWeekend }));
    expect([...weekly.keys()].toSorted()).toEqual(['busy', 'busy-weekend', 'quiet', 'quiet-weekend']);
    for (const hours of [daily, weekly, hoursOf(serving(600_000))])
      expect([...hours.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(730, 9);
  });

  it('says after how many months of use a term is repaid: before its end', () => {
    const { plans, valueOf } = onGoogle(plannedFor(portal(100, 150)));
    const [oneYear, threeYears] = plans.plans.map(({ repaidAfter }) => valueOf(repaidAfter ?? ''));
    expect(oneYear).toBeGreaterThan(6);
    expect(oneYear).toBeLessThan(12);
    expect(threeYears).toBeLessThan(36);
  });

  it('is not made without a committed price of the machine, or without a known load', () => {
    const elsewhere = plannedFor(portal(100, 150)).filter(({ option }) => option.design.provider !== 'gcp');
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { plans } of elsewhere) {
      expect(plans.plans).toEqual([]);
      expect(plans.said).toContain('The catalogue has no committed price of this machine.');
    }
    const unknown: Workload = { id: 'x', name: 'X', kind: 'general', answers: { vcpus: items(64) } };
    expect(plannedFor(unknown)).toEqual([]);
  });
});

describe('the claim about committing', () => {
  const claimFor = (workload: Workload, parts: Partial<Assessment> = {}, provider = 'gcp') => {
    const planned = plannedFor(workload, parts).find(({ option }) => option.design.provider === provider);
    if (planned === undefined) throw new Error(`no machines of ${provider}`);
    return { claim: commitmentClaim(planned.ledger, planned.option, planned.plans), ledger: planned.ledger };
  };

  it('is for the term that saves most, and for the short one when the load will fall', () => {
    expect(claimFor(portal(100, 150)).claim.position).toBe('commit-3y');
    const falling = portal(100, 150, { loadGrowthPerYear: percent(-30) });
    expect(claimFor(falling).claim.position).toBe('commit-1y');
  });

  it('puts what is committed already first', () => {
    const answers = {
      provider: { ...said, value: 'gcp' as const },
      amount: { ...said, value: 50_000, currency: 'USD' as const, period: 'per-year' as const },
      used: percent(20),
    };
    const commitments = [{ id: 'c', name: 'C', answers }];
    expect(claimFor(portal(100, 150), { commitments }).claim.position).toBe('use-existing');
  });

  it('is for none where no row prices one', () => {
    expect(claimFor(portal(100, 150), {}, 'azure').claim.position).toBe('none-yet');
  });

  it('rests on figures that exist, and writes no number of its own', () => {
    const { claim, ledger } = claimFor(portal(100, 150));
    expect(claim.evidence.length).toBeGreaterThan(2);
    for (const evidence of claim.evidence)
      expect(evidence.kind === 'figure' && ledger.has(evidence.figure)).toBe(true);
    const cited = [...claim.statement.matchAll(/\{\{fig:([^}]+)\}\}/g)].map(([, id]) => id ?? '');
    expect(cited.every((id) => ledger.has(id))).toBe(true);
    expect(claim.statement.replaceAll(/\{\{[^}]*\}\}/g, '')).not.toMatch(/\d/);
  });
});
