import { describe, expect, it } from 'vitest';
import { strayNumbers } from './stray-numbers.ts';

const vocabulary = ['$12,000 per month', '12', 'gpt-5-mini', '$1,900 to $11,000', 'meta-llama/Llama-3.3-70B'];

describe('the numbers that no vocabulary knows', () => {
  it.each([
    'It costs $12,000 per month on gpt-5-mini.',
    'Between $1,900 to\n$11,000, for meta-llama/-\nLlama-3.3-\n70B.',
    'Twelve is 12.',
    'No digit at all.',
  ])('are none in %j', (text) => {
    expect(strayNumbers(text, vocabulary)).toEqual([]);
  });

  it.each([
    ['It costs $12,500 per month.', 1],
    ['It costs $12,000 per year.', 1],
    ['Add 120 to 12.5.', 2],
    ['gpt-5-minimal and gpt-5-mini', 1],
  ])('are found in %j', (text, count) => {
    expect(strayNumbers(text, vocabulary)).toHaveLength(count);
  });
});
