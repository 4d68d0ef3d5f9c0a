import { describe, expect, it } from 'vitest';
import type { Assessment } from '../assessment/assessment.ts';
import { ledgerOf } from '../figure/ledger.ts';
import type { SpecialistResult } from '../run/run.ts';
import type { SpecialistName } from '../run/specialist-name.ts';
import type { ClaimDraft } from './claim.ts';
import { meetClaims } from './meet-claims.ts';

const assessment: Assessment = {
  format: 'infra-mind/assessment@1',
  title: 'A client',
  answers: { countries: { state: 'value', value: ['de'], basis: 'stated' } },
  workloads: [],
  commitments: [],
  hardware: [],
};

function result(name: SpecialistName, claims: ClaimDraft[], questions: string[] = []): SpecialistResult {
  return {
    name,
    findings: {
      figures: [],
      statements: [],
      claims,
      recommendations: [],
      questions: questions.map((answer) => ({ answer, question: `${name} asks`, because: '' })),
    },
    brief: [],
    author: { provider: '', model: '' },
    removals: [],
  };
}

function regions(position: 'one-region' | 'two-regions', need: string): ClaimDraft {
  return {
    subject: 'regions',
    position,
    need,
    statement: position,
    evidence: [{ kind: 'answer', answer: 'answers.countries' }],
  };
}

function meet(...results: SpecialistResult[]) {
  return meetClaims(results, assessment, ledgerOf([]));
}

describe('claims that meet', () => {
  it('are a dissent when they differ on a subject of the same need, and all of them are kept', () => {
    const review = meet(
      result('cto', [regions('one-region', 'chat')]),
      result('infrastructure', [regions('two-regions', 'chat')]),
    );
    expect(review.dissents).toEqual([
      { subject: 'regions', need: 'chat', claims: ['cto.1', 'infrastructure.1'] },
    ]);
    expect(review.claims.map(({ position }) => position)).toEqual(['one-region', 'two-regions']);
  });

  it('are no dissent when they agree, or when they speak of different needs', () => {
    expect(
      meet(
        result('cto', [regions('one-region', 'chat')]),
        result('compliance', [regions('one-region', 'chat')]),
      ).dissents,
    ).toEqual([]);
    expect(
      meet(
        result('cto', [regions('one-region', 'chat')]),
        result('compliance', [regions('two-regions', 'search')]),
      ).dissents,
    ).toEqual([]);
  });

  it('each have a confidence computed from their evidence', () => {
    const [claim] = meet(result('cto', [regions('one-region', 'chat')])).claims;
    expect(claim?.confidence.value).toBeCloseTo(0.7 * 0.85);
  });
});

describe('questions for the client', () => {
  it('are asked once, by whoever asked first', () => {
    const { questions } = meet(
      result('cto', [], ['answers.goals']),
      result('compliance', [], ['answers.goals', 'answers.residency']),
    );
    expect(questions.map(({ answer, specialist }) => `${specialist}: ${answer}`)).toEqual([
      'cto: answers.goals',
      'compliance: answers.residency',
    ]);
  });
});
