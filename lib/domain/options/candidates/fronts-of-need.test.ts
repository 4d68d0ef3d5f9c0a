import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../../analysis/clients.fixture.ts';
import { computeBase } from '../../analysis/compute-base.ts';
import type { Assessment, Workload } from '../../assessment/assessment.ts';
import { computePrice } from '../../catalogue/compute-lookup.ts';
import { selectablePrice } from '../../catalogue/selectable-price.ts';
import { ledgerOf } from '../../figure/ledger.ts';
import { allowedOffers } from './allowed-offers.ts';
import { candidateDesigns } from './candidate-designs.ts';
import { designTerms } from './design-terms.ts';
import { type FrontDesign, frontsOfNeed, type NeedFront } from './fronts-of-need.ts';

const catalogue = await readCatalogue();

const web: Workload = {
  id: 'web',
  name: 'Web',
  kind: 'general',
  answers: { vcpus: { ...said, value: 100, unit: 'items' }, memory: { ...said, value: 400, unit: 'GB' } },
};

function frontsOf(workload: Workload, answers: Assessment['answers'] = {}): NeedFront[] {
  const assessment = assessmentOf({ answers, workloads: [workload] });
  const ledger = ledgerOf(computeBase(assessment, catalogue).figures);
  return frontsOfNeed({ assessment, catalogue, ledger }, workload);
}

function designsOf(fronts: readonly NeedFront[]): FrontDesign[] {
  return fronts.flatMap(({ designs }) => designs);
}

describe('the front of a need', () => {
  it('keeps to where the data must stay', () => {
    const designs = designsOf(frontsOf(web, { residency: { ...said, value: ['de'] } }));
    expect(designs.length).toBeGreaterThan(2);
    for (const { cloud, region } of designs) {
      const row = catalogue.regions.find((one) => one.cloud === cloud && one.region === region);
      expect(row?.countryCode).toBe('DE');
    }
  });

  it('buys only in ways that procurement accepts', () => {
    const kinds = (fronts: readonly NeedFront[]) =>
      new Set(designsOf(fronts).map(({ purchase }) => purchase));
    expect(kinds(frontsOf(web)).has('spot')).toBe(true);
    expect(kinds(frontsOf(web, { paymentModel: { ...said, value: ['pay-as-you-go'] } }))).toEqual(
      new Set(['ondemand']),
    );
  });

  it('prices by rows: machines x hours of a month x the price listed for that way of buying', () => {
    const priced = designsOf(frontsOf(web)).filter(({ proxy }) => !proxy);
    expect(priced.length).toBeGreaterThan(3);
    for (const { cloud, sku, region, purchase, machines, usdPerMonth } of priced) {
      const row = computePrice(catalogue, cloud, sku, region);
      const perHour = row && selectablePrice(row, purchase);
      const factor = usdPerMonth / ((perHour ?? Number.NaN) * 730 * machines);
      expect(sku.startsWith('n2-') && purchase === 'ondemand' ? 0.8 : 1).toBeCloseTo(factor, 9);
    }
  });

  it('prices machines of AWS elsewhere by the ratio of their family, and says so', () => {
    const assessment = assessmentOf({ answers: { residency: { ...said, value: ['ie'] } }, workloads: [web] });
    const offers = allowedOffers(assessment, catalogue, web).filter(({ ratio }) => ratio !== undefined);
    const designs = candidateDesigns(
      offers,
      () => [{ machines: 3 }],
      designTerms(catalogue, { mostSpare: 0 }),
    );
    expect(designs.size).toBe(offers.length);
    for (const [at, { usdPerHour }] of offers.entries())
      expect(designs.cost[at]).toBeCloseTo(3 * 730 * usdPerHour, 6);
    expect(designs.latency).toBeUndefined();
  });

  it('holds dear and cheap designs: what costs more is cleaner, quicker or fails less', () => {
    const designs = designsOf(frontsOf(web));
    for (const [at, design] of designs.entries())
      for (const cheaper of designs.slice(0, at)) {
        const cleaner =
          (design.kilogramsCo2ePerMonth === undefined) !== (cheaper.kilogramsCo2ePerMonth === undefined) ||
          (design.kilogramsCo2ePerMonth ?? 0) < (cheaper.kilogramsCo2ePerMonth ?? 0);
        expect(cleaner || design.unavailableShare < cheaper.unavailableShare).toBe(true);
      }
    expect(designs.every(({ answerSeconds }) => answerSeconds === undefined)).toBe(true);
  });

  it('has one front per language model, with times that keep what was stated', () => {
    const workload = serving(60_000, { totalTime: { ...said, value: 30, unit: 's' } });
    const fronts = frontsOf(workload);
    expect(fronts.map(({ model }) => model)).toEqual(['Qwen/Qwen3-32B', 'Qwen/Qwen3-8B']);
    for (const { answerSeconds, machines } of designsOf(fronts)) {
      expect(answerSeconds).toBeLessThanOrEqual(30);
      expect(machines).toBeGreaterThanOrEqual(1);
    }
    const stands = fronts.map(({ designs }) => designs.reduce((sum, { standsFor }) => sum + standsFor, 0));
    expect(stands).toEqual(fronts.map(({ candidates }) => candidates));
  });

  it('serves a model only on machines that hold a whole replica of it', () => {
    const workload = serving(60_000);
    const assessment = assessmentOf({ workloads: [workload] });
    const ledger = ledgerOf(computeBase(assessment, catalogue).figures);
    for (const { model, designs } of frontsOfNeed({ assessment, catalogue, ledger }, workload)) {
      const weightsGb = (catalogue.models.find(({ name }) => name === model)?.parametersTotal ?? NaN) / 1e9;
      expect(designs.length).toBeGreaterThan(0);
      for (const { cloud, sku, region } of designs) {
        const row =
          computePrice(catalogue, cloud, sku, region) ?? computePrice(catalogue, cloud, sku, 'us-east-1');
        const part = catalogue.accelerators.find(({ model: name }) => name === row?.gpuModel);
        expect((part?.memoryGb ?? NaN) * (row?.gpuCount ?? NaN)).toBeGreaterThan(weightsGb);
      }
    }
  });

  it('leaves out machines that miss a stated time even with one request at once', () => {
    const slowest = (fronts: readonly NeedFront[]) =>
      Math.max(...designsOf(fronts).map(({ answerSeconds }) => answerSeconds ?? NaN));
    const limit = 4;
    expect(slowest(frontsOf(serving(60_000)))).toBeGreaterThan(limit);
    const quick = frontsOf(serving(60_000, { totalTime: { ...said, value: limit, unit: 's' } }));
    expect(designsOf(quick).length).toBeGreaterThan(0);
    expect(slowest(quick)).toBeLessThanOrEqual(limit);
    expect(frontsOf(serving(60_000, { firstTokenTime: { ...said, value: 1e-6, unit: 's' } }))).toEqual([]);
  });

  it('is empty where the load is unknown or no region is allowed', () => {
    expect(frontsOf({ ...web, answers: {} })).toEqual([]);
    expect(frontsOf({ ...serving(1), answers: {} })).toEqual([]);
  });
});
