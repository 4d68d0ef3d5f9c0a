import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessmentJson } from '../../../test/assessment/arbitrary-assessment.ts';
import { exampleNames, readExample } from '../../../test/assessment/examples.ts';
import type { Assessment } from './assessment.ts';
import { changeAnswer } from './change-answer.ts';
import { completeness } from './completeness.ts';
import { allAnswers } from './describe-answer.ts';
import { parseAssessment } from './parse-assessment.ts';

const empty: Assessment = {
  format: 'infra-mind/assessment@1',
  title: 'A client',
  answers: {},
  workloads: [],
  commitments: [],
  hardware: [],
};

function after(assessment: Assessment, path: string, answer: unknown): Assessment {
  const changed = changeAnswer(assessment, path, answer);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.assessment;
}

describe('completeness', () => {
  it('is nothing for a title alone, and names what to ask first', () => {
    const { share, open, knownUnknowns } = completeness(empty);
    expect(share).toBe(0);
    expect(knownUnknowns).toEqual([]);
    expect(open[0]?.path).toBe('workloads');
    expect(open[1]?.weight).toBe(3);
    expect(open.at(-1)?.weight).toBe(1);
  });

  it('stays at a half while there is nothing to be run', () => {
    const answered = completeness(empty)
      .open.filter(({ path }) => path !== 'workloads')
      .reduce((assessment, { path }) => after(assessment, path, { state: 'not-applicable' }), empty);
    expect(completeness(answered).share).toBe(0.5);
  });

  it.each(exampleNames)('never falls when one more question of %s is answered', (name) => {
    const assessment = readExample(name);
    const { share, open } = completeness(assessment);
    const notRising = open.filter(
      ({ path }) => completeness(after(assessment, path, { state: 'unknown' })).share <= share,
    );
    expect(notRising).toEqual([]);
  });

  it('counts what the client does not know as dealt with, and lists it', () => {
    const asked = after(empty, 'answers.industry', { state: 'unknown' });
    const { share, knownUnknowns, open } = completeness(asked);
    expect(share).toBeGreaterThan(0);
    expect(knownUnknowns).toEqual([
      { path: 'answers.industry', label: 'Industry', weight: 3, state: 'unknown' },
    ]);
    expect(open.map(({ path }) => path)).not.toContain('answers.industry');
  });

  it('does not ask for requests per day when users and requests of a user are known', () => {
    const openPaths = completeness(readExample('support-saas')).open.map(({ path }) => path);
    expect(openPaths).not.toContain('workloads.assistant.requestsPerDay');
    const usersAlone = completeness(readExample('foundation-lab')).open.map(({ path }) => path);
    expect(usersAlone).toContain('workloads.researchers.requestsPerDay');
  });

  it('counts every question once: answered, settled or open', () => {
    fc.assert(
      fc.property(arbitraryAssessmentJson, (json) => {
        const parsed = parseAssessment(json);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const { share, bySection, open, knownUnknowns } = completeness(parsed.assessment);
        const asked = bySection.reduce((sum, section) => sum + section.asked, 0);
        const answered = bySection.reduce((sum, section) => sum + section.answered, 0);
        expect(asked - answered).toBe(open.length);
        expect(answered).toBeGreaterThanOrEqual(allAnswers(parsed.assessment).length);
        expect(knownUnknowns.length).toBe(
          allAnswers(parsed.assessment).filter(({ answer }) => !('basis' in answer)).length,
        );
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });
});
