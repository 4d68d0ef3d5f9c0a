import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../analysis/clients.fixture.ts';
import { parseAssessment } from '../assessment/parse-assessment.ts';
import { computeBase } from '../analysis/compute-base.ts';
import { ledgerOf } from '../figure/ledger.ts';
import { chooseOption } from '../options/choose-option.ts';
import { flipThreshold } from './flip-threshold.ts';

const catalogue = await readCatalogue();

/** A measured load between two ends. */
function clientWith(low: number, high: number) {
  const requestsPerDay = { state: 'range', low, high, unit: 'per-day', basis: 'measured' } as const;
  const openModelUse = serving(1, { requestsPerDay, availability: { ...said, value: 'best-effort' } });
  return assessmentOf({ workloads: [openModelUse] });
}

const load = 'answer.workloads.notes.requestsPerDay';

/** The choice at a load that is as uncertain as one from `low` to `high`. */
function chosenAt(requestsPerDay: number, low: number, high: number): string | undefined {
  const width = Math.sqrt(high / low);
  const assessment = clientWith(requestsPerDay / width, requestsPerDay * width);
  const { figures, needs } = computeBase(assessment, catalogue);
  return needs[0] && chooseOption(needs[0], { ledger: ledgerOf(figures), assessment })?.option.id;
}

describe('the threshold at which a recommendation flips', () => {
  it('is where the choice on either side of it differs', () => {
    const found = flipThreshold({ assessment: clientWith(2_000, 2_000_000), catalogue }, 'notes', load);
    if (found?.verdict !== 'flips') throw new Error(`no flip: ${JSON.stringify(found)}`);
    expect(found.flips.length).toBeGreaterThan(0);
    for (const { at, side, option } of found.flips) {
      expect(at).toBeGreaterThanOrEqual(found.searched.from);
      expect(at).toBeLessThanOrEqual(found.searched.to);
      const inwards = side === 'above' ? 0.97 : 1.03;
      expect(chosenAt(at, 2_000, 2_000_000)).toBe(option);
      expect(chosenAt(at * inwards, 2_000, 2_000_000)).toBe(found.chosen);
    }
  }, 60_000);

  it('does not flip where nothing in the range changes the choice', () => {
    const found = flipThreshold({ assessment: clientWith(100, 104), catalogue }, 'notes', load);
    expect(found?.verdict).toBe('does-not-flip');
    expect(found?.chosen).toBe(chosenAt(Math.sqrt(100 * 104), 100, 104));
  }, 60_000);

  it('moves an assumption as well as an answer, and leaves the catalogue as it was', () => {
    const assessment = clientWith(2_000, 2_000_000);
    const before = catalogue.index.assumptions.get('people.engineer-usd-per-month')?.value;
    const found = flipThreshold(
      { assessment, catalogue },
      'notes',
      'assumption.people.engineer-usd-per-month',
    );
    expect(found?.searched.from).toBeLessThan(before ?? 0);
    expect(found?.searched.to).toBeGreaterThan(before ?? Infinity);
    expect(catalogue.index.assumptions.get('people.engineer-usd-per-month')?.value).toBe(before);
  }, 60_000);

  it('is searched in a given range for an answer that is exact', () => {
    const inputs = { assessment: clientWith(60_000, 60_000), catalogue };
    const found = flipThreshold(inputs, 'notes', load, { from: 600, to: 6_000_000 });
    if (found?.verdict !== 'flips') throw new Error(`no flip: ${JSON.stringify(found)}`);
    const [nearest] = found.flips;
    expect(chosenAt(nearest?.at ?? 0, 1, 1)).toBe(nearest?.option);
    expect(found.searched.from).toBeLessThan(60_000);
  }, 60_000);

  it('is not searched for what has no band, nor for a need that is not there', () => {
    const inputs = { assessment: assessmentOf({ workloads: [serving(500)] }), catalogue };
    expect(flipThreshold(inputs, 'notes', load)).toBeUndefined();
    expect(flipThreshold(inputs, 'nowhere', 'assumption.people.engineer-usd-per-month')).toBeUndefined();
    expect(() => flipThreshold(inputs, 'notes', 'answer.of-nobody')).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  it.each(['support-saas', 'foundation-lab', 'fraud-bank', 'clinical-notes', 'city-public'])(
    'may leave the other needs of %s out: the choice for one rests on no other',
    async (example) => {
      const file = new URL(`../../../examples/${example}.json`, import.meta.url);
      const parsed = parseAssessment(JSON.parse(await readFile(file, 'utf8')));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const { assessment } = parsed;
      const together = computeBase(assessment, catalogue);
      for (const need of together.needs) {
        const workloads = assessment.workloads.filter(({ id }) => id === need.id);
        const alone = computeBase({ ...assessment, workloads }, catalogue);
        expect(alone.needs[0]?.options).toEqual(need.options);
      }
    },
  );
});
