import { describe, expect, it } from 'vitest';
import { exampleNames, readExample } from '../../../test/assessment/examples.ts';
import { allAnswers, answerAt, describeAnswer, fieldAt } from './describe-answer.ts';

function textAt(example: string, path: string): string {
  const assessment = readExample(example);
  const field = fieldAt(assessment, path);
  const answer = answerAt(assessment, path);
  return field === undefined || answer === undefined ? 'nothing there' : describeAnswer(field, answer);
}

describe('describeAnswer', () => {
  it.each([
    ['clinical-notes', 'workloads.notes.inputTokens', '3,000 to 12,000 tokens (stated)'],
    ['clinical-notes', 'workloads.notes.pilotModel', 'unknown: asked, the client does not know'],
    ['clinical-notes', 'workloads.notes.modelParameters', '70 billion parameters (believed)'],
    ['clinical-notes', 'answers.clouds', 'Microsoft Azure, Own data centre (stated)'],
    ['clinical-notes', 'answers.ownAccountsRequired', 'yes (stated)'],
    ['support-saas', 'workloads.assistant.firstTokenTime', '1 second (stated)'],
    ['support-saas', 'commitments.google-cloud.term', '1 year (stated)'],
    ['support-saas', 'answers.willRunGpus', 'no (stated)'],
    ['fraud-bank', 'commitments.aws.used', '55 % (measured)'],
    ['fraud-bank', 'commitments.aws.amount', '$1,200,000 per year (stated)'],
    ['fraud-bank', 'workloads.card-fraud.peakRequestsPerSecond', '1,900 per second (measured)'],
    ['fraud-bank', 'workloads.card-fraud.availability', '99.99 % (53 minutes down a year) (stated)'],
    ['foundation-lab', 'answers.carbonPrice', '€120 once (stated)'],
    ['city-public', 'workloads.archive-recognition.items', '4 million (stated)'],
  ])('%s, %s: %s', (example, path, text) => {
    expect(textAt(example, path)).toBe(text);
  });

  it('says of a question that does not fit that it does not', () => {
    const field = fieldAt(readExample('city-public'), 'answers.revenue');
    expect(field && describeAnswer(field, { state: 'not-applicable' })).toBe('does not apply');
  });
});

describe('paths', () => {
  it.each(exampleNames)('find every answer of %s again', (name) => {
    const assessment = readExample(name);
    const answers = allAnswers(assessment);
    expect(answers.length).toBeGreaterThan(20);
    for (const { path, answer, field } of answers) {
      expect(answerAt(assessment, path)).toBe(answer);
      expect(fieldAt(assessment, path)).toBe(field);
    }
  });

  it.each([
    '',
    '.',
    'answers',
    'answers.',
    'answers.constructor',
    'answers.__proto__',
    'workloads.notes.nothing',
    'workloads.gone.inputTokens',
    'title',
  ])('find nothing at %j', (path) => {
    expect(fieldAt(readExample('clinical-notes'), path)).toBeUndefined();
    expect(answerAt(readExample('clinical-notes'), path)).toBeUndefined();
  });
});
