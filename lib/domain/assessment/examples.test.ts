import { describe, expect, it } from 'vitest';
import { exampleNames, readExample, readNotes } from '../../../test/assessment/examples.ts';
import { contradictions } from './contradictions.ts';
import { allAnswers, answerAt } from './describe-answer.ts';

describe('the examples', () => {
  it('are the five cases', () => {
    expect(exampleNames).toEqual([
      'city-public',
      'clinical-notes',
      'foundation-lab',
      'fraud-bank',
      'support-saas',
    ]);
  });

  it.each(exampleNames)('%s parses, and contradicts itself nowhere', (name) => {
    expect(contradictions(readExample(name))).toEqual([]);
  });

  it.each(exampleNames)('%s rests on the words of its notes, answer by answer', (name) => {
    const notes = readNotes(name);
    const strange = allAnswers(readExample(name)).filter(
      ({ answer: { quote } }) => !notes.includes(quote ?? ''),
    );
    expect(strange).toEqual([]);
  });

  it.each(exampleNames)('%s leaves next to nothing without a quote', (name) => {
    const bare = allAnswers(readExample(name)).filter(({ answer }) => answer.quote === undefined);
    // The bank names its clouds in two sentences that do not stand together.
    expect(bare.map(({ path }) => path)).toEqual(name === 'fraud-bank' ? ['answers.clouds'] : []);
  });

  it('tell a belief from a statement, and what nobody knows from what nobody asked', () => {
    const notes = readExample('clinical-notes');
    expect(answerAt(notes, 'workloads.notes.modelParameters')).toMatchObject({
      value: 70,
      basis: 'believed',
    });
    expect(answerAt(notes, 'workloads.notes.pilotModel')?.state).toBe('unknown');
    expect(answerAt(notes, 'answers.mlEngineers')).toBeUndefined();
    expect(answerAt(readExample('support-saas'), 'answers.mlEngineers')).toMatchObject({
      state: 'value',
      value: 0,
    });
  });
});
