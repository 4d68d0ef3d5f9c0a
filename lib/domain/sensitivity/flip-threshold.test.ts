import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../analysis/clients.fixture.ts';
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

  it('is not searched for what has no band, nor for a need that is not there', () => {
    const inputs = { assessment: assessmentOf({ workloads: [serving(500)] }), catalogue };
    expect(flipThreshold(inputs, 'notes', load)).toBeUndefined();
    expect(flipThreshold(inputs, 'nowhere', 'assumption.people.engineer-usd-per-month')).toBeUndefined();
    expect(() => flipThreshold(inputs, 'notes', 'answer.of-nobody')).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });
});
