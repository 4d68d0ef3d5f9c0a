import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares, type Problem, solve } from './least-squares.ts';

const steps = Array.from({ length: 40 }, (_, at) => at / 10);

/** Data y = a exp(-b x), fitted in logarithms of a and b. */
function decay(a: number, b: number, change: (value: number, at: number) => number): Problem {
  const measured = steps.map((x, at) => change(a * Math.exp(-b * x), at));
  return {
    errors: (point) => {
      const [logA = 0, logB = 0] = point;
      return Float64Array.from(steps, (x, at) => logA - Math.exp(logB) * x - Math.log(measured[at] ?? 1));
    },
    weights: new Float64Array(steps.length).fill(1),
    centre: [0, 0],
    spread: [10, 10],
    scale: 0.1,
    loss: 'cauchy',
  };
}

describe('robust least squares', () => {
  it('finds the coefficients that made the data', () => {
    const [logA = 0, logB = 0] = leastSquares(
      decay(3, 0.7, (value) => value),
      [0, 0],
      60,
    );
    expect([Math.exp(logA), Math.exp(logB)]).toEqual([expect.closeTo(3, 2), expect.closeTo(0.7, 2)]);
  });

  it('is hardly moved by a few rows that are off by ten times', () => {
    const problem = decay(3, 0.7, (value, at) => (at % 10 === 0 ? value * 10 : value));
    const [logA = 0, logB = 0] = leastSquares(problem, [0, 0], 60);
    expect([Math.exp(logA), Math.exp(logB)]).toEqual([expect.closeTo(3, 1), expect.closeTo(0.7, 1)]);
  });

  it('stays near the centre where the data say nothing', () => {
    const silent: Problem = { ...decay(3, 0.7, (value) => value), weights: new Float64Array(steps.length) };
    const point = leastSquares({ ...silent, centre: [0.4, -0.2] }, [0, 0], 60);
    expect(point).toEqual([expect.closeTo(0.4, 3), expect.closeTo(-0.2, 3)]);
  });
});

it('solves symmetric positive definite systems', () => {
  const entry = fc.double({ min: -2, max: 2, noNaN: true });
  const row = fc.tuple(entry, entry, entry);
  fc.assert(
    fc.property(fc.tuple(row, row, row), row, (root, right) => {
      const matrix = root.map((a, i) =>
        Float64Array.from(root, (b, j) =>
          a.reduce((sum, cell, at) => sum + cell * (b[at] ?? 0), i === j ? 1 : 0),
        ),
      );
      const solution = solve(matrix, Float64Array.from(right));
      for (const [at, line] of matrix.entries()) {
        const product = line.reduce((sum, cell, column) => sum + cell * (solution[column] ?? 0), 0);
        expect(product).toBeCloseTo(right[at] ?? 0, 6);
      }
    }),
  );
});
