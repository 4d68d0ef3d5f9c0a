import type { FittedTraining } from './fitted-training.ts';

/** Logarithmic distance of a size from 50 billion parameters. */
export function sizeInput(parameters: number): number {
  return Math.log(parameters / 50e9);
}

/**
 * Median utilisation of a run: share of the data sheet's dense 16-bit rate that reaches 6ND. A generation without runs
 * has the mean of all.
 */
export function utilisationAt(
  { base, size, generations }: FittedTraining['utilisation'],
  generation: string,
  parameters: number,
): number {
  return Math.exp(base + (generations[generation] ?? 0) + size * sizeInput(parameters));
}
