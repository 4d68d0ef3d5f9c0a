import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessmentJson } from '../../test/assessment/arbitrary-assessment.ts';
import { allAnswers } from '#lib/domain/assessment/describe-answer.ts';
import type { Field } from '#lib/domain/assessment/field.ts';
import { parseAssessment } from '#lib/domain/assessment/parse-assessment.ts';
import { questions } from '#lib/domain/assessment/questions.ts';
import { answerOf, type Draft, draftOf } from './draft.ts';
import { sameAnswer } from './same-answer.ts';

function field(id: string): Field {
  const found = questions.answers[id];
  if (found === undefined) throw new Error(`There is no question ${id}.`);
  return found;
}

function typed(id: string, change: Partial<Draft>): ReturnType<typeof answerOf> {
  return answerOf(field(id), { ...draftOf(field(id), undefined), ...change });
}

describe('what stands in the inputs', () => {
  it('gives back any stored answer unchanged', () => {
    fc.assert(
      fc.property(arbitraryAssessmentJson, (json) => {
        const parsed = parseAssessment(json);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        for (const { field: asked, answer } of allAnswers(parsed.assessment)) {
          const reading = answerOf(asked, draftOf(asked, answer));
          const again = reading.kind === 'answer' ? reading.answer : undefined;
          const { quote, ...rest } = answer;
          expect(sameAnswer(again, quote === '' ? { ...rest } : answer)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing before anything is typed, whatever is asked', () => {
    const readings = Object.entries(questions.answers).map(
      ([id, asked]) => `${id}: ${answerOf(asked, draftOf(asked, undefined)).kind}`,
    );
    expect(readings.filter((reading) => !reading.endsWith(': nothing'))).toEqual([]);
  });

  it('is an answer in the unit that was chosen, never a converted one', () => {
    expect(typed('employees', { text: '1.2', unit: 'thousand' })).toEqual({
      kind: 'answer',
      answer: { state: 'value', value: 1.2, unit: 'thousand', basis: 'stated' },
    });
  });

  it('has no currency and no period until somebody chose them', () => {
    expect(typed('cloudSpend', { text: '100' })).toEqual({
      kind: 'incomplete',
      problems: [
        { part: 'currency', reason: 'Choose the currency.' },
        { part: 'period', reason: 'Choose how often it falls due.' },
      ],
    });
  });

  it('needs both ends of a range', () => {
    expect(typed('employees', { mode: 'range', text: '10' })).toEqual({
      kind: 'incomplete',
      problems: [{ part: 'high', reason: 'Give the high end of the range.' }],
    });
  });

  it('does not keep a quote without an answer to quote for', () => {
    expect(typed('goals', { quote: 'we want it all' }).kind).toBe('incomplete');
    expect(typed('goals', { mode: 'unknown', quote: 'no idea' })).toEqual({
      kind: 'answer',
      answer: { state: 'unknown', quote: 'no idea' },
    });
  });

  it('says no when no was chosen, and nothing when nothing was', () => {
    expect(typed('severalCloudsAccepted', { text: 'no' })).toEqual({
      kind: 'answer',
      answer: { state: 'value', value: false, basis: 'stated' },
    });
    expect(typed('severalCloudsAccepted', {})).toEqual({ kind: 'nothing' });
  });
});
