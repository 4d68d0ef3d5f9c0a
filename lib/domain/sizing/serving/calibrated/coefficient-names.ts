import { AppError } from '#lib/errors.ts';

export const servingEngines = ['trtllm', 'sglang', 'vllm'] as const;
export type ServingEngine = (typeof servingEngines)[number];

/** Generations that were measured. */
export type PartGeneration = 'hopper' | 'blackwell' | 'other';

/**
 * What a coefficient is before any measurement: a value from the literature or a guess of the right order, and how far
 * from it the measurements may pull (standard deviation of its logarithm). Factors of an engine start at 1.
 */
export type Prior = { readonly start: number; readonly spread: number };

/** Time per output token. Shares are of the data sheet's rate; `of` an engine multiplies the shared value. */
export const stepPriors = {
  'bandwidth-share': { start: 0.8, spread: 0.3 },
  'cache-bandwidth-share': { start: 0.6, spread: 0.4 },
  'dense-compute-share': { start: 0.7, spread: 0.4 },
  'expert-compute-share': { start: 0.3, spread: 0.5 },
  /** How sharply memory and arithmetic overlap: 0 adds them, a large value takes the longer. */
  overlap: { start: 1, spread: 0.4 },
  'exchange-ms': { start: 0.008, spread: 0.5 },
  'link-share': { start: 0.5, spread: 0.4 },
  'layer-ms': { start: 0.045, spread: 0.5 },
  'layer of trtllm': { start: 1, spread: 0.3 },
  'layer of sglang': { start: 1, spread: 0.3 },
  'layer of vllm': { start: 1, spread: 0.3 },
  'expert-layer-ms': { start: 0.025, spread: 0.7 },
  'sparse-layer-ms': { start: 0.05, spread: 0.7 },
  'step-ms': { start: 0.5, spread: 0.5 },
  'sequence-ms': { start: 0.015, spread: 0.7 },
  'sequence of trtllm': { start: 1, spread: 0.4 },
  'sequence of sglang': { start: 1, spread: 0.4 },
  'sequence of vllm': { start: 1, spread: 0.4 },
  'prompt-dense-share': { start: 0.6, spread: 0.3 },
  'prompt of trtllm': { start: 1, spread: 0.2 },
  'prompt of sglang': { start: 1, spread: 0.2 },
  'prompt of vllm': { start: 1, spread: 0.2 },
  'prompt-expert-share': { start: 0.25, spread: 0.4 },
  'prompt-burst-share': { start: 0.6, spread: 0.4 },
  'cache of trtllm': { start: 0.6, spread: 0.2 },
  'cache of sglang': { start: 0.7, spread: 0.2 },
  'cache of vllm': { start: 0.6, spread: 0.2 },
  'integer-weights': { start: 1.8, spread: 0.4 },
  'integer of hopper': { start: 1, spread: 0.3 },
  'integer of blackwell': { start: 1, spread: 0.3 },
} as const satisfies Readonly<Record<string, Prior>>;

/** Time to first token. */
export const firstTokenPriors = {
  'first-ms': { start: 40, spread: 0.7 },
  'first of trtllm': { start: 1, spread: 0.5 },
  'first of sglang': { start: 1, spread: 0.5 },
  'first of vllm': { start: 1, spread: 0.5 },
  'first-layers': { start: 3, spread: 0.7 },
  'first-steps': { start: 2, spread: 0.7 },
  'first-dense-share': { start: 0.6, spread: 0.3 },
  'reading of trtllm': { start: 1, spread: 0.2 },
  'reading of sglang': { start: 1, spread: 0.2 },
  'reading of vllm': { start: 1, spread: 0.2 },
  'first-expert-share': { start: 0.3, spread: 0.4 },
  'queue-share': { start: 0.12, spread: 0.5 },
  'queue of trtllm': { start: 1, spread: 0.4 },
  'queue of sglang': { start: 1, spread: 0.4 },
  'queue of vllm': { start: 1, spread: 0.4 },
  'queue-burst-share': { start: 0.5, spread: 0.5 },
  'room-wait-share': { start: 0.8, spread: 0.3 },
} as const satisfies Readonly<Record<string, Prior>>;

/** What separate pools change; fitted last, on their few rows alone. */
export const poolPriors = {
  'pools-step': { start: 1, spread: 0.3 },
  'pools-handoff-ms': { start: 100, spread: 1 },
  'pools-queue-share': { start: 0.12, spread: 1 },
} as const satisfies Readonly<Record<string, Prior>>;

export const servingPriors = { ...stepPriors, ...firstTokenPriors, ...poolPriors };
export type CoefficientName = keyof typeof servingPriors;

export const coefficientNames: readonly CoefficientName[] =
  Object.keys(servingPriors).filter(isCoefficientName);

/** All coefficients of the serving model. Positive. */
export type ServingCoefficients = Readonly<Record<CoefficientName, number>>;

/** Builds all coefficients from a function of their name. */
export function mapCoefficients(valueOf: (name: CoefficientName) => number): ServingCoefficients {
  const made: Partial<Record<CoefficientName, number>> = {};
  for (const name of coefficientNames) made[name] = valueOf(name);
  if (!isComplete(made)) throw new AppError('internal', 'A coefficient of the serving model has no value');
  return made;
}

/** An engine's factor of a shared coefficient; 1 for an engine that was never measured. */
export function engineFactor(
  coefficients: ServingCoefficients,
  what: 'layer' | 'sequence' | 'prompt' | 'first' | 'reading' | 'queue',
  engine: ServingEngine | null,
): number {
  return engine === null ? 1 : coefficients[`${what} of ${engine}`];
}

/** How many times slower experts with integer weights are read and multiplied on a generation; 1 without such weights. */
export function integerFactor(
  coefficients: ServingCoefficients,
  { integerWeights, generation }: { integerWeights: boolean; generation: PartGeneration },
): number {
  if (!integerWeights) return 1;
  const shared = coefficients['integer-weights'];
  return generation === 'other' ? shared : shared * coefficients[`integer of ${generation}`];
}

function isCoefficientName(name: string): name is CoefficientName {
  return Object.hasOwn(servingPriors, name);
}

function isComplete(values: Partial<Record<CoefficientName, number>>): values is ServingCoefficients {
  return coefficientNames.every((name) => values[name] !== undefined);
}
