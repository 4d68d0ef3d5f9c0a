import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswer, arbitraryAssessmentJson } from '../../../test/assessment/arbitrary-assessment.ts';
import { readExample } from '../../../test/assessment/examples.ts';
import { changeAnswer, changeHeading } from './change-answer.ts';
import { answerAt } from './describe-answer.ts';
import { parseAssessment } from './parse-assessment.ts';
import { questionnairesOf, questionsIn } from './questions.ts';

describe('changeAnswer', () => {
  it('sets exactly one answer, and takes it back again', () => {
    const anyChange = arbitraryAssessmentJson.chain((json) => {
      const parsed = parseAssessment(json);
      if (!parsed.ok) throw new Error('The generator made an assessment that does not parse.');
      const questions = questionnairesOf(parsed.assessment).flatMap(questionsIn);
      return fc.constantFrom(...questions).chain((question) =>
        fc.record({
          before: fc.constant(parsed.assessment),
          question: fc.constant(question),
          answer: arbitraryAnswer(question.field),
        }),
      );
    });
    fc.assert(
      fc.property(anyChange, ({ before, question, answer }) => {
        const frozen = JSON.stringify(before);
        const changed = changeAnswer(before, question.path, answer);
        if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
        expect(answerAt(changed.assessment, question.path)).toEqual(answer);
        const back = changeAnswer(changed.assessment, question.path, question.answer);
        expect(back).toEqual({ ok: true, assessment: before });
        expect(JSON.stringify(before)).toBe(frozen);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses an answer that does not fit, with its path', () => {
    const changed = changeAnswer(readExample('clinical-notes'), 'workloads.notes.inputTokens', {
      state: 'value',
      value: 3,
      unit: 'GB',
      basis: 'stated',
    });
    expect(changed.ok ? [] : changed.problems.map(({ field }) => field)).toEqual([
      'workloads.notes.inputTokens.unit',
    ]);
  });

  it('refuses a path where nothing is asked', () => {
    for (const path of ['answers.__proto__', 'workloads.gone.inputTokens', 'title', '']) {
      expect(changeAnswer(readExample('clinical-notes'), path, { state: 'unknown' })).toEqual({
        ok: false,
        problems: [{ field: path, reason: 'is not a question that is asked here' }],
      });
    }
  });
});

describe('changeHeading', () => {
  it('sets title and client, and takes the client away', () => {
    const before = readExample('clinical-notes');
    const named = changeHeading(before, { title: 'Notes', client: 'Hospitals' });
    expect(named).toEqual({ ok: true, assessment: { ...before, title: 'Notes', client: 'Hospitals' } });
    const unnamed = changeHeading(before, { title: 'Notes', client: undefined });
    expect(unnamed.ok && Object.hasOwn(unnamed.assessment, 'client')).toBe(false);
    expect(changeHeading(before, { title: '', client: undefined }).ok).toBe(false);
  });
});
