import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basis } from '../assessment/answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Figure } from '../figure/figure.ts';
import { ledgerOf } from '../figure/ledger.ts';
import type { Evidence } from './claim.ts';
import { confidenceIn } from './confidence.ts';

const fields = ['developers', 'mlEngineers', 'platformEngineers', 'dataScientists'] as const;

function answered(bases: readonly Basis[]): Assessment {
  return {
    format: 'infra-mind/assessment@1',
    title: 'A client',
    answers: Object.fromEntries(
      bases.map((basis, index) => [
        fields[index] ?? 'developers',
        { state: 'value', value: 1, unit: 'items', basis },
      ]),
    ),
    workloads: [],
    commitments: [],
    hardware: [],
  };
}

const figures: Figure[] = [0, 0.1, 1, 20].map((spread, index) => ({
  id: `f${index}`,
  kind: 'assumed',
  assumption: 'x',
  label: 'A figure',
  unit: 'count',
  value: 10,
  ...(spread > 0 && { band: { p10: 10 - Math.min(9, spread * 10), p90: 10 + spread * 10 } }),
}));
const ledger = ledgerOf(figures);
const assessment = answered(['measured', 'stated', 'believed']);

const held = fc.constantFrom<Evidence>(
  ...(['developers', 'mlEngineers', 'platformEngineers'] as const).map((field) => ({
    kind: 'answer' as const,
    answer: `answers.${field}`,
  })),
  ...figures.map(({ id }) => ({ kind: 'figure' as const, figure: id })),
  { kind: 'control', framework: 'gdpr', control: '32' },
);
const any = fc.oneof(held, fc.constant<Evidence>({ kind: 'unanswered', answer: 'answers.dataScientists' }));

describe('confidence', () => {
  it('is nothing without evidence', () => {
    expect(confidenceIn([], assessment, ledger).value).toBe(0);
  });

  it('is never lowered by more evidence', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), held, (evidence, more) => {
        const before = confidenceIn(evidence, assessment, ledger).value;
        expect(confidenceIn([...evidence, more], assessment, ledger).value).toBeGreaterThanOrEqual(
          before - 1e-12,
        );
      }),
    );
  });

  it('is never raised by one more open question', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (evidence) => {
        const open: Evidence = { kind: 'unanswered', answer: 'answers.dataScientists' };
        const before = confidenceIn(evidence, assessment, ledger).value;
        expect(confidenceIn([...evidence, open], assessment, ledger).value).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('is never lowered by a better basis of an answer', () => {
    const bases: readonly Basis[] = ['believed', 'stated', 'measured'];
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), fc.integer({ min: 0, max: 1 }), (others, index) => {
        const evidence: Evidence[] = [...others, { kind: 'answer', answer: 'answers.developers' }];
        const confidenceBy = (basis: Basis | undefined) => {
          expect(basis).toBeDefined();
          return confidenceIn(evidence, answered([basis ?? 'believed', 'stated', 'believed']), ledger).value;
        };
        expect(confidenceBy(bases[index + 1])).toBeGreaterThanOrEqual(confidenceBy(bases[index]));
      }),
    );
  });

  it('falls with the width of the band of a figure', () => {
    const values = figures.map(
      ({ id }) => confidenceIn([{ kind: 'figure', figure: id }], assessment, ledger).value,
    );
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
  });

  it('stays below certainty', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (evidence) => {
        const { value } = confidenceIn(evidence, assessment, ledger);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
      }),
    );
  });

  it('counts an answer that the client could not give as an open question', () => {
    const unknown: Assessment = { ...assessment, answers: { developers: { state: 'unknown' } } };
    const { value, because } = confidenceIn(
      [
        { kind: 'answer', answer: 'answers.developers' },
        { kind: 'control', framework: 'gdpr', control: '32' },
      ],
      unknown,
      ledger,
    );
    expect(because).toContain('1 open question that would settle it');
    expect(value).toBeCloseTo((0.7 * 0.9) / 2);
  });
});
