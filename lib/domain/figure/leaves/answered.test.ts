import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { NumberAnswer } from '../../assessment/answer.ts';
import { assessmentFormat } from '../../assessment/assessment.ts';
import { workloadFields } from '../../assessment/fields/workloads.ts';
import { LedgerBuilder } from '../ledger-builder.ts';
import { answeredMoney, answeredNumber } from './answered.ts';
import type { Engine } from './engine.ts';

const catalogue = await readCatalogue();

function engine(): Engine {
  const assessment = {
    format: assessmentFormat,
    title: 'A',
    answers: {},
    workloads: [],
    commitments: [],
    hardware: [],
  } as const;
  return {
    assessment: { ...assessment, workloads: [], commitments: [], hardware: [] },
    catalogue,
    ledger: new LedgerBuilder(),
  };
}

function figure(answer: NumberAnswer) {
  return answeredNumber(
    engine(),
    'workloads.a.inputTokens',
    workloadFields['llm-serving'].inputTokens,
    answer,
  );
}

describe('a number that the client gave', () => {
  it('is stated, in the unit of the engine, and exact', () => {
    const said = figure({ state: 'value', value: 3, unit: 'thousand-tokens', basis: 'stated' });
    expect(said).toMatchObject({
      id: 'answer.workloads.a.inputTokens',
      kind: 'stated',
      unit: 'tokens',
      value: 3_000,
    });
    expect(said?.band).toBeUndefined();
  });

  it('is the geometric middle of a range, with the range as band', () => {
    expect(
      figure({ state: 'range', low: 3_000, high: 12_000, unit: 'tokens', basis: 'stated' }),
    ).toMatchObject({
      value: 6_000,
      band: { p10: 3_000, p90: 12_000 },
    });
  });

  it('is the arithmetic middle of a range from zero', () => {
    expect(figure({ state: 'range', low: 0, high: 10, unit: 'tokens', basis: 'stated' })?.value).toBe(5);
  });

  it('is less sure when it is only believed', () => {
    const believed = figure({ state: 'value', value: 100, unit: 'tokens', basis: 'believed' });
    expect(believed?.value).toBe(100);
    expect(believed?.band?.p10).toBeLessThan(100);
    expect(believed?.band?.p90).toBeGreaterThan(100);
  });

  it('is not there when the client does not know it', () => {
    expect(figure({ state: 'unknown' })).toBeUndefined();
    expect(figure({ state: 'not-applicable' })).toBeUndefined();
  });
});

describe('an amount of money', () => {
  it('stays in its own currency and period', () => {
    const answer = {
      state: 'value',
      value: 90_000,
      currency: 'EUR',
      period: 'once',
      basis: 'stated',
    } as const;
    expect(answeredMoney(engine(), 'answers.budgetOnce', 'Budget', answer)).toMatchObject({
      unit: 'eur',
      value: 90_000,
    });
    const yearly = { ...answer, period: 'per-year' } as const;
    expect(answeredMoney(engine(), 'answers.budgetRunning', 'Budget', yearly)).toMatchObject({
      unit: 'eur-per-year',
    });
  });
});
