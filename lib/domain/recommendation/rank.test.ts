import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../assessment/assessment.ts';
import type { Figure } from '../figure/figure.ts';
import { ledgerOf } from '../figure/ledger.ts';
import type { Option } from '../options/option.ts';
import type { MergedDraft } from './merge-drafts.ts';
import { defaultWeights, rankRecommendations, type Weights } from './rank.ts';
import { criteria, horizons, type Level, levels } from './recommendation.ts';

const assessment: Assessment = {
  format: 'infra-mind/assessment@1',
  title: 'A client',
  answers: { countries: { state: 'value', value: ['de'], basis: 'stated' } },
  workloads: [],
  commitments: [],
  hardware: [],
};

function option(id: string, more: Partial<Option> = {}): Option {
  return {
    id,
    need: 'chat',
    service: 'token-api',
    title: id,
    design: { provider: 'Mistral', purchase: 'per-token' },
    parts: [],
    monthly: `cost.${id}.monthly`,
    missing: [],
    checks: [],
    proxy: false,
    ...more,
  };
}

function price(id: string, value: number): Figure {
  return {
    id: `cost.${id}.monthly`,
    kind: 'assumed',
    assumption: 'x',
    label: id,
    unit: 'usd-per-month',
    value,
  };
}

function draft(key: string, more: Partial<MergedDraft> = {}): MergedDraft {
  return {
    key,
    need: 'chat',
    category: 'serving',
    title: key,
    summary: '',
    benefit: { level: 'medium', because: '' },
    effort: { level: 'medium', because: '' },
    risk: { level: 'medium', because: '' },
    horizon: 'next',
    steps: [],
    prerequisites: [],
    risks: [],
    evidence: [],
    specialists: ['cto'],
    ...more,
  };
}

function rank(
  drafts: MergedDraft[],
  options: Option[] = [],
  prices: Figure[] = [],
  weights: Weights = defaultWeights,
) {
  const needs = [{ id: 'chat', title: 'Chat', options, missing: [] }];
  return rankRecommendations(drafts, { assessment, ledger: ledgerOf(prices), needs }, weights);
}

function valueOn(
  criterion: (typeof criteria)[number],
  key: string,
  ranked: ReturnType<typeof rank>,
): number | undefined {
  return ranked.find((each) => each.key === key)?.score.criteria.find((each) => each.criterion === criterion)
    ?.value;
}

const level = fc.constantFrom<Level>(...levels);
const anyDraft = fc.record({
  benefit: level,
  effort: level,
  risk: level,
  horizon: fc.constantFrom(
    ...Object.keys(horizons).filter((key) => key === 'now' || key === 'next' || key === 'later'),
  ),
});

function drafted(
  key: string,
  {
    benefit,
    effort,
    risk,
    horizon,
  }: { benefit: Level; effort: Level; risk: Level; horizon: 'now' | 'next' | 'later' },
) {
  return draft(key, {
    benefit: { level: benefit, because: '' },
    effort: { level: effort, because: '' },
    risk: { level: risk, because: '' },
    horizon,
  });
}

describe('the weights', () => {
  it('sum to one', () => {
    expect(Object.values(defaultWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });
});

describe('a ranking', () => {
  it('numbers from one, best first, and explains each criterion', () => {
    const ranked = rank([draft('chat/a', { benefit: { level: 'low', because: '' } }), draft('chat/b')]);
    expect(ranked.map(({ rank: place, key }) => `${place} ${key}`)).toEqual(['1 chat/b', '2 chat/a']);
    expect(ranked[0]?.score.criteria.map(({ criterion }) => criterion)).toEqual([...criteria]);
  });

  it('does not depend on the order of what is ranked', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { minLength: 2, maxLength: 6 }), (sketches) => {
        const drafts = sketches.map((sketch, index) => drafted(`chat/${index}`, sketch));
        expect(rank(drafts.toReversed()).map(({ key }) => key)).toEqual(rank(drafts).map(({ key }) => key));
      }),
    );
  });

  it('never puts a recommendation lower for more evidence', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { minLength: 2, maxLength: 6 }), (sketches) => {
        const drafts = sketches.map((sketch, index) => drafted(`chat/${index}`, sketch));
        const placeOf = (of: MergedDraft[]) =>
          rank(of).find(({ key }) => key === 'chat/0')?.rank ?? Number.NaN;
        const supported = drafts.map((each, index) =>
          index === 0
            ? { ...each, evidence: [{ kind: 'answer' as const, answer: 'answers.countries' }] }
            : each,
        );
        expect(placeOf(supported)).toBeLessThanOrEqual(placeOf(drafts));
      }),
    );
  });

  it('follows the weights that are given', () => {
    const drafts = [
      draft('chat/quick', { effort: { level: 'low', because: '' }, benefit: { level: 'low', because: '' } }),
      draft('chat/large', {
        effort: { level: 'high', because: '' },
        benefit: { level: 'high', because: '' },
      }),
    ];
    const only = (criterion: keyof Weights): Weights => ({
      benefit: 0,
      cost: 0,
      risk: 0,
      urgency: 0,
      effort: 0,
      evidence: 0,
      [criterion]: 1,
    });
    expect(rank(drafts, [], [], only('effort'))[0]?.key).toBe('chat/quick');
    expect(rank(drafts, [], [], only('benefit'))[0]?.key).toBe('chat/large');
  });
});

describe('cost', () => {
  const of = (id: string) => draft(`chat/token-api/${id}`, { option: id });

  it('never puts the cheaper of comparable options lower', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 6 }), (amounts) => {
        const ids = amounts.map((_, index) => `o${index}`);
        const ranked = rank(
          ids.map(of),
          ids.map((id) => option(id)),
          ids.map((id, index) => price(id, amounts[index] ?? 0)),
        );
        const costs = ranked.map(({ option: id }) => amounts[ids.indexOf(id ?? '')] ?? Number.NaN);
        expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      }),
    );
  });

  it('says nothing between options that lack different parts', () => {
    const lacking = option('b', { missing: [{ what: 'Egress', because: '' }] });
    const ranked = rank([of('a'), of('b')], [option('a'), lacking], [price('a', 100), price('b', 1)]);
    expect(valueOn('cost', 'chat/token-api/b', ranked)).toBe(0.5);
    expect(valueOn('cost', 'chat/token-api/a', ranked)).toBe(0.5);
  });

  it('is no advantage of a price that rests on a ratio', () => {
    const ranked = rank(
      [of('a'), of('b')],
      [option('a'), option('b', { proxy: true })],
      [price('a', 100), price('b', 1)],
    );
    expect(valueOn('cost', 'chat/token-api/b', ranked)).toBe(0.5);
  });
});
