import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { parseAssessment } from '../assessment/parse-assessment.ts';
import { hashLedger, ledgerOf } from '../figure/ledger.ts';
import { computeBase } from './compute-base.ts';
import { costDepth } from './cost-depth.ts';

const catalogue = await readCatalogue();

async function analyse(example: string) {
  const file = new URL(`../../../examples/${example}.json`, import.meta.url);
  const parsed = parseAssessment(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { assessment } = parsed;
  const { figures, needs } = computeBase(assessment, catalogue);
  const inputs = { assessment, catalogue, ledger: ledgerOf(figures) };
  return {
    inputs,
    depths: needs.map((need) => ({ need, ...costDepth(inputs, need, { horizons: [36] }) })),
  };
}

describe.each(['clinical-notes', 'support-saas', 'city-public', 'fraud-bank', 'foundation-lab'])(
  'the depth of costs of %s',
  async (example) => {
    const { inputs, depths } = await analyse(example);

    it('adds sound figures to the base, and changes none of it', () => {
      const before = hashLedger(inputs.ledger);
      for (const { figures } of depths) {
        const all = ledgerOf([...inputs.ledger.values(), ...figures]);
        const inputsOf = figures.flatMap((figure) => (figure.kind === 'computed' ? figure.inputs : []));
        expect(inputsOf.filter((id) => !all.has(id))).toEqual([]);
        const unsound = figures.filter(
          ({ value, band }) =>
            !Number.isFinite(value) ||
            (band !== undefined &&
              !(Number.isFinite(band.p10) && band.p10 <= band.p90 && band.p90 < Infinity)),
        );
        expect(unsound).toEqual([]);
      }
      expect(hashLedger(inputs.ledger)).toBe(before);
    });

    it('has a total for every option with a price', () => {
      for (const { need, tco } of depths) {
        const priced = need.options.filter(({ parts }) => parts.length > 0);
        expect(tco.map(({ option }) => option)).toEqual(priced.map(({ id }) => id));
      }
    });

    it('names only figures that exist', () => {
      for (const { figures, tco, commitments, buildOrBuy } of depths) {
        const all = ledgerOf([...inputs.ledger.values(), ...figures]);
        const named = [
          ...tco.flatMap(({ months, totals }) => [...months, ...totals.map(({ total }) => total)]),
          ...commitments.flatMap(({ plans }) =>
            plans.plans.flatMap(({ monthly, saving }) => [monthly, saving]),
          ),
          ...buildOrBuy.flatMap(({ first, lasting, requestsOfMachine }) =>
            [first, lasting, requestsOfMachine].filter((id) => id !== undefined),
          ),
        ];
        expect(named.filter((id) => !all.has(id))).toEqual([]);
      }
    });
  },
);

describe('the hospital group', async () => {
  const { depths } = await analyse('clinical-notes');
  const [notes] = depths;

  it('would need many times its volume before its own machines cost less than tokens', () => {
    const [rented] = notes?.buildOrBuy ?? [];
    const figure = (id: string | undefined) => notes?.figures.find((one) => one.id === id)?.value;
    expect(rented?.curves.length).toBe(2);
    expect(rented?.first === undefined || (figure(rented.overVolume) ?? 0) > 5).toBe(true);
  });

  it('sees the doubling that the other services may bring', () => {
    expect(notes?.tco[0]?.growth).toBe('growth-step');
    const [first, last] = [0, 35].map((at) => {
      const id = notes?.tco[0]?.months[at];
      return notes?.figures.find((one) => one.id === id)?.value ?? Number.NaN;
    });
    expect(last).toBeGreaterThan(first ?? Infinity);
  });
});
