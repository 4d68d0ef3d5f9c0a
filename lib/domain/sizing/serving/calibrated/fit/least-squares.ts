/** A least-squares problem over logarithms of coefficients. */
export type Problem = {
  /** Errors at a point, one per observation. */
  readonly errors: (point: readonly number[]) => Float64Array;
  readonly weights: Float64Array;
  /** Mean and standard deviation of each coordinate before any observation. */
  readonly centre: readonly number[];
  readonly spread: readonly number[];
  /** Error beyond which an observation counts less, and how fast its influence falls. */
  readonly scale: number;
  readonly loss: 'soft' | 'cauchy';
};

/**
 * The point that minimises the weighted robust errors plus the distance from the centre in standard deviations:
 * Levenberg (1944) and Marquardt (1963) with iteratively reweighted observations (Holland and Welsch, 1977) and a
 * numeric Jacobian. `soft` is 2 (sqrt(1 + z^2) - 1), `cauchy` log(1 + z^2). Deterministic.
 */
export function leastSquares(problem: Problem, start: readonly number[], mostSteps: number): number[] {
  let point = [...start];
  let errors = problem.errors(point);
  let cost = costOf(problem, errors, point);
  let damping = 1e-2;
  for (let step = 0; step < mostSteps; step++) {
    const { matrix, gradient } = normalEquations(problem, errors, point);
    const better = improve(problem, point, cost, matrix, gradient, damping);
    if (better === undefined) break;
    const settled = cost - better.cost < 1e-4 * cost;
    ({ point, errors, cost } = better);
    damping = Math.max(better.damping / 5, 1e-7);
    if (settled) break;
  }
  return point;
}

function improve(
  problem: Problem,
  point: readonly number[],
  cost: number,
  matrix: readonly Float64Array[],
  gradient: Float64Array,
  damping: number,
) {
  for (let attempt = 0, by = damping; attempt < 10; attempt++, by *= 5) {
    const move = solve(
      matrix.map((row, at) => row.map((cell, column) => (column === at ? cell * (1 + by) : cell))),
      gradient.map((value) => -value),
    );
    const next = point.map((value, at) => value + (move[at] ?? 0));
    const errors = problem.errors(next);
    const nextCost = costOf(problem, errors, next);
    if (nextCost < cost) return { point: next, errors, cost: nextCost, damping: by };
  }
  return undefined;
}

function costOf(problem: Problem, errors: Float64Array, point: readonly number[]): number {
  let cost = 0;
  for (const [at, error] of errors.entries()) {
    const squared = (error / problem.scale) ** 2;
    const loss = problem.loss === 'cauchy' ? Math.log1p(squared) : 2 * (Math.sqrt(1 + squared) - 1);
    cost += (problem.weights[at] ?? 0) * loss;
  }
  for (const [at, value] of point.entries()) cost += fromCentre(problem, at, value) ** 2;
  return cost;
}

function normalEquations(problem: Problem, errors: Float64Array, point: readonly number[]) {
  const slopes = point.map((value, at) => {
    const moved = problem.errors(point.with(at, value + slopeStep));
    return moved.map((error, row) => (error - (errors[row] ?? 0)) / slopeStep);
  });
  const influence = errors.map((error, at) => {
    const squared = (error / problem.scale) ** 2;
    const falls = problem.loss === 'cauchy' ? 1 / (1 + squared) : 1 / Math.sqrt(1 + squared);
    return ((problem.weights[at] ?? 0) * falls) / problem.scale ** 2;
  });
  const matrix = slopes.map((row, at) => {
    const weighted = row.map((slope, column) => slope * (influence[column] ?? 0));
    const products = Float64Array.from(slopes, (other) => dot(weighted, other));
    products[at] = (products[at] ?? 0) + 1 / (problem.spread[at] ?? 1) ** 2;
    return products;
  });
  const pulled = errors.map((error, at) => error * (influence[at] ?? 0));
  const gradient = Float64Array.from(
    slopes,
    (slope, at) => dot(slope, pulled) + fromCentre(problem, at, point[at] ?? 0) / (problem.spread[at] ?? 1),
  );
  return { matrix, gradient };
}

const slopeStep = 1e-5;

function fromCentre(problem: Problem, at: number, value: number): number {
  return (value - (problem.centre[at] ?? 0)) / (problem.spread[at] ?? 1);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Solves a symmetric positive definite system by Cholesky's decomposition. */
export function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map(() => new Float64Array(size));
  const cell = (row: number, column: number) => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]?.[column] ?? 0;
      for (let at = 0; at < column; at++) rest -= cell(row, at) * cell(column, at);
      const target = lower[row];
      if (target)
        target[column] = row === column ? Math.sqrt(Math.max(rest, 1e-300)) : rest / cell(column, column);
    }
  }
  const middle = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let rest = right[row] ?? 0;
    for (let at = 0; at < row; at++) rest -= cell(row, at) * (middle[at] ?? 0);
    middle[row] = rest / cell(row, row);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = middle[row] ?? 0;
    for (let at = row + 1; at < size; at++) rest -= cell(at, row) * (solution[at] ?? 0);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}
