import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { hashLedger, ledgerOf } from '#lib/domain/figure/ledger.ts';
import { AppError } from '#lib/errors.ts';
import { optionsOfAssessment } from './options/options-of-assessment.ts';
import { sizeOfAssessment } from './size-of-assessment.ts';

const empty = {
  format: 'infra-mind/assessment@1',
  title: 'Empty',
  answers: {},
  workloads: [],
  commitments: [],
  hardware: [],
};
function servingOf(answers: Record<string, { value: number; unit: string }>) {
  const given = Object.entries(answers).map(([fieldId, answer]) => [
    fieldId,
    { state: 'value', ...answer, basis: 'stated' },
  ]);
  const workload = { id: 'chat', name: 'Chat', kind: 'llm-serving', answers: Object.fromEntries(given) };
  return { ...empty, workloads: [workload] };
}

let catalogue: Catalogue;
let example: string;
beforeAll(async () => {
  catalogue = await readCatalogue();
  example = await readFile('examples/support-saas.json', 'utf8');
});

describe('size', () => {
  it('gives the ledger that the analysis computes, with its hash', () => {
    const parsed = parseAssessmentText(example);
    if (!parsed.ok) throw new Error('the example is not valid');
    const { figures } = computeBase(parsed.assessment, catalogue);
    const answer = sizeOfAssessment(catalogue, example);
    expect(answer.hash).toBe(hashLedger(ledgerOf(figures)));
    expect(answer.figures).toEqual(figures);
    expect(answer.versions.catalogue).toBe(catalogue.version);
  });

  it('gives no figure and no need for an assessment without answers', () => {
    expect(sizeOfAssessment(catalogue, JSON.stringify(empty)).figures).toEqual([]);
  });

  it('takes null for an answer that was not given', () => {
    const withNull = JSON.stringify({ ...empty, client: null, answers: { employees: null } });
    expect(sizeOfAssessment(catalogue, withNull)).toEqual(sizeOfAssessment(catalogue, JSON.stringify(empty)));
  });

  it.each([
    ['a negative load', servingOf({ requestsPerDay: { value: -1, unit: 'per-day' } })],
    [
      'a load of text',
      { ...empty, answers: { employees: { state: 'value', value: 'NaN', unit: 'count', basis: 'stated' } } },
    ],
    [
      'a load beyond numbers',
      JSON.stringify(servingOf({ requestsPerDay: { value: 7, unit: 'per-day' } })).replace(':7,', ':1e999,'),
    ],
    ['an unknown question', { ...empty, answers: { favouriteColour: { state: 'unknown' } } }],
    ['no title', { ...empty, title: null }],
    ['a key written twice', JSON.stringify(empty).replace('{', '{"title":"Other",')],
  ])('refuses %s by field', (_what, hostile) => {
    const text = typeof hostile === 'string' ? hostile : JSON.stringify(hostile);
    const error = thrown(() => sizeOfAssessment(catalogue, text));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'invalid-input',
      problems: expect.arrayContaining([expect.anything()]),
    });
  });

  it.each([
    [1e12, 'items'],
    [1e6, 'million'],
    [12, 'billion'],
  ])('refuses %d %s users: there are not so many people', (value, unit) => {
    const text = JSON.stringify(servingOf({ activeUsers: { value, unit } }));
    expect(thrown(() => sizeOfAssessment(catalogue, text))).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'workloads.chat.activeUsers' }],
    });
  });

  it('computes with a load of a million million requests, without a figure that is no number', () => {
    const load = servingOf({
      requestsPerDay: { value: 1e12, unit: 'per-day' },
      inputTokens: { value: 3000, unit: 'tokens' },
      outputTokens: { value: 500, unit: 'tokens' },
    });
    const { figures } = sizeOfAssessment(catalogue, JSON.stringify(load));
    expect(figures.length).toBeGreaterThan(3);
    expect(figures.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
  });

  it('tells which answers contradict each other', () => {
    const load = servingOf({
      peakRequestsPerSecond: { value: 1, unit: 'per-second' },
      requestsPerDay: { value: 100_000, unit: 'per-day' },
    });
    expect(sizeOfAssessment(catalogue, JSON.stringify(load)).contradictions).toMatchObject([
      { paths: ['workloads.chat.peakRequestsPerSecond', 'workloads.chat.requestsPerDay'] },
    ]);
  });
});

describe('options', () => {
  it('give each need its options with costs, checks and their place on the front', () => {
    const { needs, ledger } = optionsOfAssessment(catalogue, example);
    expect(ledger).toBe(sizeOfAssessment(catalogue, example).hash);
    for (const { options } of needs) {
      expect(options.length).toBeGreaterThan(0);
      expect(options.some(({ front }) => front)).toBe(true);
      for (const option of options) {
        expect(option.front).toBe(option.dominated_by === null);
        expect(options.map(({ id }) => id)).toContain(option.dominated_by ?? option.id);
        for (const { because } of option.checks) expect(because).not.toMatch(/\{\{|^$/);
      }
    }
  });

  it('give each language model its front over everything there is to rent, in the names of the contract', () => {
    const need = optionsOfAssessment(catalogue, example).needs.find(({ fronts }) => fronts.length > 0);
    for (const { model, candidates, designs } of need?.fronts ?? []) {
      expect(catalogue.models.map(({ name }) => name)).toContain(model);
      expect(designs.reduce((sum, design) => sum + design.stands_for, 0)).toBe(candidates);
      const costs = designs.map(({ usd_per_month }) => usd_per_month);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      for (const design of designs) {
        expect(design.answer_seconds).toBeGreaterThan(0);
        expect(design.machines).toBeGreaterThan(0);
      }
    }
    expect(need?.fronts.length).toBeGreaterThan(0);
  });

  it('have no front where nothing is known of the load', () => {
    const { needs } = optionsOfAssessment(catalogue, JSON.stringify(servingOf({})));
    expect(needs.map(({ id, fronts }) => [id, fronts])).toEqual([['chat', []]]);
  });
});

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
