import { describe, expect, it } from 'vitest';
import { deadlineMs } from './duration.ts';

describe('the end of a wait', () => {
  it.each([
    ['1s', 1000],
    ['2h30m10s', 9_010_000],
    ['1w1d', 691_200_000],
    ['0s', 0],
  ])('is %s after its start', (text, spanMs) => {
    expect(deadlineMs(text, 5)).toBe(5 + spanMs);
  });

  it('is the date itself when one is given', () => {
    expect(deadlineMs('2026-01-02T03:04:05.000Z', 5)).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  });

  it.each(['', 'soon', '5 apples', 'm'])('is not known for "%s"', (text) => {
    expect(deadlineMs(text, 0)).toBeUndefined();
  });
});
