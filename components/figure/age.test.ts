import { describe, expect, it } from 'vitest';
import { ageInWords } from './age.tsx';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('the age of a date', () => {
  it.each([
    ['2026-11-24', 'today'],
    ['2026-11-04', '20 days ago'],
    ['2026-07', '5 months ago'],
    ['2023-05-01', '4 years ago'],
    ['2027-01-01', 'today'],
  ])('%s is %s', (asOf, words) => expect(ageInWords(asOf, now)).toBe(words));

  it('is not told of a text that is no date', () => expect(ageInWords('date unknown', now)).toBeUndefined());
});
