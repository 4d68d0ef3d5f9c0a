import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { LlmServingWorkload } from '../assessment/assessment.ts';
import { assessmentOf, said, serving } from '../analysis/clients.fixture.ts';
import { computeBase } from '../analysis/compute-base.ts';
import { ledgerOf } from '../figure/ledger.ts';
import { loadFactorAt } from './growth.ts';
import { growthScenarios } from './growth-scenarios.ts';

const catalogue = await readCatalogue();

function outlook(answers: LlmServingWorkload['answers']) {
  const assessment = assessmentOf({ workloads: [serving(1_000, answers)] });
  return growthScenarios(assessment, ledgerOf(computeBase(assessment, catalogue).figures), 'notes');
}

const later = {
  laterLoadFactor: { ...said, value: 3, unit: 'items' },
  laterLoadIn: { ...said, value: 18, unit: 'months' },
} as const;

describe('what the answers say about growth', () => {
  it('is nothing where nothing was said, and that is said', () => {
    const { scenarios, said: sentences } = outlook({});
    expect(scenarios).toEqual([]);
    expect(sentences).toEqual(['How the load grows is not said, so it stays as it is.']);
  });

  it('is nothing either where the client was asked and does not know', () => {
    expect(outlook({ loadGrowthPerYear: { state: 'unknown' } }).scenarios).toEqual([]);
  });

  it('reads a growth per year both ways that people mean it', () => {
    const { scenarios, said: sentences } = outlook({
      loadGrowthPerYear: { ...said, value: 50, unit: 'percent' },
    });
    expect(scenarios.map(({ id }) => id)).toEqual(['growth-linear', 'growth-exponential']);
    const after3Years = scenarios.map(({ growthBy }) =>
      loadFactorAt(
        growthBy((figure) => figure.value),
        36,
      ),
    );
    expect(after3Years).toEqual([2.5, expect.closeTo(3.375, 9)]);
    expect(sentences).toEqual([]);
  });

  it('lets a later load come as a step or along an S-curve at the stated time', () => {
    const { scenarios } = outlook(later);
    expect(scenarios.map(({ id }) => id)).toEqual(['growth-step', 'growth-logistic']);
    for (const { growthBy, restsOn } of scenarios) {
      const growth = growthBy((figure) => figure.value);
      expect([loadFactorAt(growth, 0), loadFactorAt(growth, 18)]).toEqual([expect.closeTo(1, 9), 3]);
      expect(restsOn).toEqual(['laterLoadFactor', 'laterLoadIn'].map((id) => `answer.workloads.notes.${id}`));
    }
  });

  it('invents no time for a later load', () => {
    const { scenarios, said: sentences } = outlook({ laterLoadFactor: later.laterLoadFactor });
    expect(scenarios).toEqual([]);
    expect(sentences[0]).toMatch(/^When the larger load/);
  });

  it('invents no swing for a seasonal load', () => {
    const { said: sentences } = outlook({ ...later, loadPattern: { ...said, value: 'seasonal' } });
    expect(sentences.join(' ')).toMatch(/seasons/);
  });

  it('has no digit in its sentences, since a sentence shows no figure', () => {
    const all = [outlook({}), outlook(later), outlook({ loadPattern: { ...said, value: 'seasonal' } })];
    for (const { scenarios, said: sentences } of all)
      for (const text of [...sentences, ...scenarios.map(({ label }) => label)])
        expect(text).not.toMatch(/\d/);
  });
});
