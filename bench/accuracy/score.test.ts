import { describe, expect, it } from 'vitest';
import { bandScoreOf, median, scoreOf } from './score.ts';

describe('a score', () => {
  it('counts errors as ratios, in both directions alike', () => {
    const score = scoreOf([
      { measured: 10, p50: 10 },
      { measured: 10, p50: 14 },
      { measured: 14, p50: 10 },
      { measured: 10, p50: 19 },
      { measured: 10, p50: 30 },
    ]);
    expect(score).toEqual({ rows: 5, medianError: expect.closeTo(0.4, 9), within1_5: 0.6, within2: 0.8 });
  });

  it('of a band is its coverage, by row and by group, its width, and its penalty outside', () => {
    const row = { p10: 1, p50: 2, p90: Math.E };
    const score = bandScoreOf([
      { ...row, group: 'a', measured: 2 },
      { ...row, group: 'a', measured: 1 },
      { ...row, group: 'b', measured: Math.E ** 1.5 },
    ]);
    expect(score.coverage).toBeCloseTo(2 / 3, 9);
    expect(score.groupCoverage).toBeCloseTo(0.5, 9);
    expect(score.medianWidth).toBeCloseTo(Math.E, 9);
    expect(score.intervalScore).toBeCloseTo((1 + 1 + 6) / 3, 9);
  });
});

it('a median is the middle value or the mean of the two', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
});
