import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessmentJson } from '../../../test/assessment/arbitrary-assessment.ts';
import { parseAssessment } from './parse-assessment.ts';

const empty = {
  format: 'infra-mind/assessment@1',
  title: 'A client',
  answers: {},
  workloads: [],
  commitments: [],
  hardware: [],
};
const serving = { id: 'notes', name: 'Notes', kind: 'llm-serving', answers: {} };
const tokens = { state: 'value', value: 3_000, unit: 'tokens', basis: 'stated' };

function problemsOf(json: unknown): Record<string, string> {
  const parsed = parseAssessment(json);
  return parsed.ok ? {} : Object.fromEntries(parsed.problems.map(({ field, reason }) => [field, reason]));
}

function withInputTokens(answer: unknown): unknown {
  return { ...empty, workloads: [{ ...serving, answers: { inputTokens: answer } }] };
}

function clouds(value: string[]): unknown {
  return { ...empty, answers: { clouds: { state: 'value', value, basis: 'stated' } } };
}

describe('parseAssessment', () => {
  it('asks for nothing but a title', () => {
    expect(parseAssessment(empty)).toEqual({ ok: true, assessment: empty });
    expect(problemsOf({ ...empty, title: undefined })).toEqual({ title: 'is missing; must be text' });
    expect(problemsOf({ ...empty, title: '  ' })).toEqual({ title: 'must not be empty' });
  });

  it('fills in, converts and drops nothing', () => {
    fc.assert(
      fc.property(arbitraryAssessmentJson, (json) => {
        const sent = JSON.stringify(json);
        const parsed = parseAssessment(JSON.parse(sent));
        expect(parsed).toEqual({ ok: true, assessment: JSON.parse(sent) });
        expect(JSON.stringify(parsed.ok ? parsed.assessment : undefined)).toBe(sent);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [
      'a unit of another dimension',
      { ...tokens, unit: 'GB' },
      'unit',
      'must be one of tokens, thousand-tokens',
    ],
    ['a number as text', { ...tokens, value: '3000' }, 'value', 'must be a finite number'],
    ['NaN', { ...tokens, value: Number.NaN }, 'value', 'must be a finite number'],
    ['infinity', { ...tokens, value: Number.POSITIVE_INFINITY }, 'value', 'must be a finite number'],
    [
      'more than the question allows',
      { ...tokens, value: 1e16 },
      'value',
      'must be at most 1,000,000,000,000,000 tokens',
    ],
    [
      'more than it allows, in a larger unit',
      { ...tokens, value: 2e3, unit: 'trillion-tokens' },
      'value',
      'must be at most 1,000,000,000,000,000 tokens',
    ],
    ['less than it allows', { ...tokens, value: -1 }, 'value', 'must be at least 0 tokens'],
    [
      'no basis',
      { state: 'value', value: 1, unit: 'tokens' },
      'basis',
      'must be one of measured, stated, believed',
    ],
    [
      'a state of its own',
      { state: 'maybe' },
      'state',
      'must be one of value, range, unknown, not-applicable',
    ],
    ['a value beside unknown', { state: 'unknown', value: 3 }, 'value', 'is not part of the format here'],
    [
      'an over-long quote',
      { ...tokens, quote: 'x'.repeat(2_001) },
      'quote',
      'must be at most 2,000 characters long',
    ],
  ])('refuses %s and names field and reason', (_what, answer, key, reason) => {
    const problems = problemsOf(withInputTokens(answer));
    expect(Object.keys(problems)).toEqual([`workloads.notes.inputTokens.${key}`]);
    expect(Object.values(problems)[0]).toContain(reason);
  });

  it('refuses a range whose low end is above its high end', () => {
    const range = { state: 'range', low: 5, high: 2, unit: 'tokens', basis: 'stated' };
    expect(problemsOf(withInputTokens(range))).toEqual({
      'workloads.notes.inputTokens.low': 'must not be above the high end',
    });
  });

  it('refuses a number for a question of whole numbers', () => {
    const employees = { state: 'value', value: 2.5, unit: 'items', basis: 'stated' };
    expect(problemsOf({ ...empty, answers: { employees } })).toEqual({
      'answers.employees.value': 'must be a whole number',
    });
    expect(problemsOf({ ...empty, answers: { employees: { ...employees, unit: 'thousand' } } })).toEqual({});
  });

  it('refuses an option that is not on the list, and one that is named twice', () => {
    expect(problemsOf(clouds(['aws', 'amazon']))['answers.clouds.value[1]']).toContain(
      'must be one of aws, azure',
    );
    expect(problemsOf(clouds(['aws', 'aws']))).toEqual({
      'answers.clouds.value': 'must name each option once',
    });
    expect(problemsOf(clouds([]))).toEqual({ 'answers.clouds.value': 'must be at least 1 entries long' });
  });

  it('refuses a question that is not asked, and says which one is', () => {
    const problems = problemsOf({
      ...empty,
      workloads: [{ ...serving, answers: { inputToken: tokens, colour: tokens } }],
    });
    expect(problems).toEqual({
      'workloads.notes.inputToken': 'is not a question that is asked here; inputTokens is',
      'workloads.notes.colour': 'is not a question that is asked here',
    });
  });

  it('refuses money in a period that the question does not know', () => {
    const budgetOnce = { state: 'value', value: 5, currency: 'EUR', period: 'per-month', basis: 'stated' };
    expect(problemsOf({ ...empty, answers: { budgetOnce } })).toEqual({
      'answers.budgetOnce.period': 'must be once',
    });
  });

  it('refuses another format, an unknown kind of workload, bad ids and ids used twice', () => {
    expect(problemsOf({ ...empty, format: 'infra-mind/assessment@2' })).toEqual({
      format: 'must be infra-mind/assessment@1',
    });
    expect(Object.keys(problemsOf({ ...empty, workloads: [{ ...serving, kind: 'magic' }] }))).toEqual([
      'workloads.notes.kind',
    ]);
    expect(Object.keys(problemsOf({ ...empty, workloads: [{ ...serving, id: 'No tes' }] }))).toEqual([
      'workloads[0].id',
    ]);
    expect(problemsOf({ ...empty, workloads: [serving, serving] })).toEqual({
      'workloads.notes.id': 'must not be used twice',
    });
  });

  it('refuses more than 100 workloads', () => {
    const workloads = Array.from({ length: 101 }, (_, at) => ({ ...serving, id: `w${at}` }));
    expect(problemsOf({ ...empty, workloads })).toEqual({ workloads: 'must be at most 100 entries long' });
    expect(problemsOf({ ...empty, workloads: workloads.slice(1) })).toEqual({});
  });

  it('names a hundred problems at most', () => {
    const answers = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`q${at}`, 1]));
    const workloads = Array.from({ length: 20 }, (_, at) => ({ ...serving, id: `w${at}`, answers }));
    const parsed = parseAssessment({ ...empty, workloads });
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(100);
  });
});

describe('parseAssessment on hostile input', () => {
  it('answers anything at all with problems, never with a crash', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 5, withNullPrototype: true, withBigInt: true }), (json) => {
        expect(parseAssessment(json).ok).toBe(false);
      }),
    );
  });

  it('refuses keys that reach into prototypes', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const json: unknown = JSON.parse(
        `{"format":"infra-mind/assessment@1","answers":{"${key}":{"state":"unknown"}}}`,
      );
      expect(problemsOf(json)).toEqual({ assessment: `holds a key that is not allowed, ${key}` });
    }
    expect(Object.hasOwn(Object.prototype, 'state')).toBe(false);
  });

  it('refuses nesting as deep as a file can hold', () => {
    const deep = 100_000;
    let json: unknown = 1;
    for (let depth = 0; depth < deep; depth += 1) json = [json];
    expect(problemsOf({ ...empty, answers: json })).toEqual({
      assessment: 'is nested more than 12 levels deep',
    });
  });

  it('refuses a text of ten megabytes without repeating it', () => {
    const parsed = parseAssessment({ ...empty, title: 'x'.repeat(10_000_000), ['k'.repeat(10_000_000)]: 1 });
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed).length).toBeLessThan(1_000);
  });

  it('refuses a file of a million values', () => {
    const json = { ...empty, workloads: Array.from({ length: 1_000_000 }, () => 0) };
    expect(problemsOf(json)).toEqual({ assessment: 'holds more than 200,000 values' });
    const thousand = Array.from({ length: 1_000 }, () => 0);
    const spread = { ...empty, workloads: Array.from({ length: 1_000 }, () => thousand) };
    expect(problemsOf(spread)).toEqual({ assessment: 'holds more than 200,000 values' });
  });
});
