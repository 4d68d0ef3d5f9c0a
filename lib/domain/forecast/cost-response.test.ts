import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, serving } from '../analysis/clients.fixture.ts';
import { computeBase } from '../analysis/compute-base.ts';
import { figureOf, ledgerOf } from '../figure/ledger.ts';
import { costResponse, tabulatedCost } from './cost-response.ts';
import { costDrivers } from './drivers.ts';

const catalogue = await readCatalogue();
const assessment = assessmentOf({ workloads: [serving(60_000)] });
const { figures, needs } = computeBase(assessment, catalogue);
const ledger = ledgerOf(figures);

function costOf(service: string) {
  const option = needs[0]?.options.find((one) => one.service === service && one.monthly !== undefined);
  const [workload] = assessment.workloads;
  if (option?.monthly === undefined || workload === undefined) throw new Error(`no ${service}`);
  const cost = figureOf(ledger, option.monthly);
  const drivers = costDrivers(ledger, cost.id, workload);
  return { cost, drivers, response: costResponse(ledger, cost, drivers) };
}

const rented = costOf('gpu-cloud');
const byToken = costOf('token-api');
const load = fc.double({ min: 0.05, max: 40, noNaN: true });
const price = fc.double({ min: 0.3, max: 1.4, noNaN: true });
const seed = 23;

describe('how a cost answers to load and prices', () => {
  it.each([rented, byToken])('is the cost of the ledger today: $cost.label', ({ cost, response }) => {
    expect(response(1, 1, 1)).toBe(cost.value);
  });

  it('never costs less for more load, or for dearer machines', () => {
    fc.assert(
      fc.property(load, price, fc.double({ min: 1, max: 5, noNaN: true }), (factor, usd, more) => {
        for (const { response } of [rented, byToken]) {
          const now = response(factor, 1, usd);
          expect(response(factor * more, 1, usd)).toBeGreaterThanOrEqual(now - 1e-6);
          expect(response(factor, 1, usd * more)).toBeGreaterThanOrEqual(now - 1e-6);
          expect(response(factor, more, usd)).toBeGreaterThanOrEqual(now - 1e-6);
        }
      }),
      { seed },
    );
  });

  it('rents whole machines: ten times the load takes more of them, a little more may take none', () => {
    expect(rented.drivers.load.length).toBeGreaterThan(0);
    expect(rented.drivers.machinePrices.length).toBeGreaterThan(0);
    expect(rented.response(10, 1, 1)).toBeGreaterThan(2 * rented.cost.value - 20_000);
    expect(rented.response(1.0001, 1, 1)).toBeCloseTo(rented.cost.value, 0);
  });

  it('does not answer to machine prices where nothing is rented by the hour', () => {
    expect(byToken.drivers.machinePrices).toEqual([]);
    expect(byToken.response(1, 1, 5)).toBe(byToken.cost.value);
  });
});

describe('the table of a cost', () => {
  const reach = { load: { lowest: 0.05, highest: 40 }, price: { lowest: 0.3, highest: 1.4 } };

  it('is exact today', () => {
    expect(tabulatedCost(rented.response, 1, reach)(1)(1)).toBe(rented.cost.value);
  });

  it('follows a smooth cost everywhere, and one in steps to the next step', () => {
    const tokens = tabulatedCost(byToken.response, 1, reach);
    const machines = tabulatedCost(rented.response, 1, reach);
    const interval = (40 / 0.05) ** (1 / 96);
    fc.assert(
      fc.property(load, price, (factor, usd) => {
        const exact = byToken.response(factor, 1, usd);
        expect(Math.abs(tokens(factor)(usd) / exact - 1)).toBeLessThan(0.002);
        const cheapest = rented.response(factor / interval, 1, usd);
        const dearest = rented.response(factor * interval, 1, usd);
        expect(machines(factor)(usd)).toBeGreaterThanOrEqual(cheapest * (1 - 1e-9));
        expect(machines(factor)(usd)).toBeLessThanOrEqual(dearest * (1 + 1e-9));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is one point where nothing moves', () => {
    const still = { lowest: 1, highest: 1 };
    expect(tabulatedCost(rented.response, 1, { load: still, price: still })(1)(1)).toBe(rented.cost.value);
  });
});
