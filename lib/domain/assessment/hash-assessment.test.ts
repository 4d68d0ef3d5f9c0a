import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessmentJson } from '../../../test/assessment/arbitrary-assessment.ts';
import { exampleNames, readExample } from '../../../test/assessment/examples.ts';
import type { Assessment } from './assessment.ts';
import { changeAnswer } from './change-answer.ts';
import { hashAssessment } from './hash-assessment.ts';
import { parseAssessment } from './parse-assessment.ts';

function parsed(json: unknown): Assessment {
  const result = parseAssessment(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.assessment;
}

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inside]) => [key, withKeysReversed(inside)]),
  );
}

describe('hashAssessment', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(arbitraryAssessmentJson, (json) => {
        expect(hashAssessment(parsed(withKeysReversed(json)))).toBe(hashAssessment(parsed(json)));
      }),
      { numRuns: 15 },
    );
  });

  it('changes with every answer, to the last digit', () => {
    const [name = ''] = exampleNames;
    const before = readExample(name);
    const hashes = [0.1, 0.1 + Number.EPSILON, undefined].map((value) => {
      const answer =
        value === undefined ? undefined : { state: 'value', value, unit: 'months', basis: 'stated' };
      const changed = changeAnswer(before, 'answers.timeline', answer);
      return changed.ok ? hashAssessment(changed.assessment) : 'refused';
    });
    expect(new Set(hashes).size).toBe(3);
    expect(hashes).not.toContain('refused');
  });
});
