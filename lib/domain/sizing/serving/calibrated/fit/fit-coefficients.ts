import {
  type CoefficientName,
  firstTokenPriors,
  mapCoefficients,
  poolPriors,
  type Prior,
  type ServingCoefficients,
  servingPriors,
  stepPriors,
} from '../coefficient-names.ts';
import { type Latencies, onePoolLatencies, separatePoolLatencies } from '../latencies.ts';
import { leastSquares, type Problem } from './least-squares.ts';
import { groupWeights, type UsableObservation } from './observation.ts';

/**
 * Coefficients fitted to measurements in three stages, each on what the earlier ones leave fixed: time per output token
 * and time to first token of one pool, then what separate pools change. Errors are logarithms of predicted over measured.
 * Time to first token has rows that are off by ten times (first requests compile kernels), hence its heavier tails.
 */
export function fitCoefficients(observations: readonly UsableObservation[]): ServingCoefficients {
  const onePool = observations.filter(({ measurement }) => measurement.mode === 'agg');
  const pools = observations.filter(({ measurement }) => measurement.mode === 'disagg');
  const step = fitStage(startingCoefficients(), stepPriors, onePool, stepErrors, 'soft');
  const first = fitStage(step, firstTokenPriors, onePool, firstTokenErrors, 'cauchy');
  if (pools.length === 0) return first;
  return fitStage(first, poolPriors, pools, bothErrors, 'cauchy');
}

/** The coefficients before any measurement. */
export function startingCoefficients(): ServingCoefficients {
  return mapCoefficients((name) => servingPriors[name].start);
}

/** Median latencies that the coefficients give an observation. */
export function latenciesOf(
  { measurement, read }: UsableObservation,
  coefficients: ServingCoefficients,
): Latencies {
  return measurement.mode === 'agg'
    ? onePoolLatencies(read.decode, coefficients)
    : separatePoolLatencies(read.decode, read.prefill, coefficients);
}

type Errors = (observation: UsableObservation, coefficients: ServingCoefficients) => number[];

const stepErrors: Errors = (observation, coefficients) => {
  const { timePerOutputTokenMs } = latenciesOf(observation, coefficients);
  return [Math.log(timePerOutputTokenMs / observation.measurement.timePerOutputTokenMs)];
};

const firstTokenErrors: Errors = (observation, coefficients) => {
  const { timeToFirstTokenMs } = latenciesOf(observation, coefficients);
  return [Math.log(timeToFirstTokenMs / observation.measurement.timeToFirstTokenMs)];
};

const bothErrors: Errors = (observation, coefficients) => [
  ...stepErrors(observation, coefficients),
  ...firstTokenErrors(observation, coefficients),
];

/** Fits the named coefficients and leaves the others as they are. */
function fitStage(
  from: ServingCoefficients,
  priors: Readonly<Partial<Record<CoefficientName, Prior>>>,
  observations: readonly UsableObservation[],
  errorsOf: Errors,
  loss: Problem['loss'],
): ServingCoefficients {
  const fitted = Object.entries(priors);
  const places = new Map<string, number>(fitted.map(([name], at) => [name, at]));
  const centre = fitted.map(([, { start }]) => Math.log(start));
  const at = (point: readonly number[]): ServingCoefficients =>
    mapCoefficients((name) => {
      const place = places.get(name);
      return place === undefined ? from[name] : Math.exp(point[place] ?? 0);
    });
  const perRow = errorsOf === bothErrors ? 2 : 1;
  const point = leastSquares(
    {
      errors: (tried) => {
        const coefficients = at(tried);
        const errors = new Float64Array(observations.length * perRow);
        let row = 0;
        for (const observation of observations) {
          for (const error of errorsOf(observation, coefficients)) errors[row++] = error;
        }
        return errors;
      },
      weights: Float64Array.from(
        [...groupWeights(observations)].flatMap((weight) => Array<number>(perRow).fill(weight)),
      ),
      centre,
      spread: fitted.map(([, { spread }]) => spread),
      scale: loss === 'soft' ? 0.15 : 0.25,
      loss,
    },
    centre,
    40,
  );
  return at(point);
}
