import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, readNumberText } from './number-text.ts';

describe('numbers as people type them', () => {
  it.each([
    ['12500', 12_500],
    [' 12,500.5 ', 12_500.5],
    ['12 500', 12_500],
    ['1,250,000', 1_250_000],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['1e9', 1e9],
  ])('read %j as %d', (text, value) => {
    expect(readNumberText(text)).toBe(value);
  });

  it.each(['', '1,5', '12,50', '1,2500', '1.250,5', '12k', 'about 5', '1e999', '0x10', '--1', '5 000 00'])(
    'are not guessed from %j',
    (text) => {
      expect(readNumberText(text)).toBeUndefined();
    },
  );

  it('come back from their own text to the last digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumberText(numberText(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });
});
