import type { ServingCoefficients } from '../coefficient-names.ts';
import type { Latencies } from '../latencies.ts';
import { fitCoefficients, latenciesOf } from './fit-coefficients.ts';
import type { Observation, UsableObservation } from './observation.ts';

/** What a fit that has not seen the observation's group says about it. */
export type LeftOut = {
  readonly observation: UsableObservation;
  readonly latencies: Latencies;
  /** log (measured / predicted). */
  readonly tokenError: number;
  readonly firstTokenError: number;
};

export type GroupOf = (observation: Observation) => string;

/** For each group, coefficients fitted to all observations of other groups. */
export function fitsWithoutGroup(
  observations: readonly UsableObservation[],
  groupOf: GroupOf = ({ group }) => group,
): ReadonlyMap<string, ServingCoefficients> {
  const groups = [...new Set(observations.map(groupOf))];
  return new Map(
    groups.map((group) => [group, fitCoefficients(observations.filter((other) => groupOf(other) !== group))]),
  );
}

/** The errors of each observation by the fit without its group, in the order of the observations. */
export function leaveOut(
  observations: readonly UsableObservation[],
  fits: ReadonlyMap<string, ServingCoefficients>,
  groupOf: GroupOf = ({ group }) => group,
): LeftOut[] {
  return observations.flatMap((observation) => {
    const coefficients = fits.get(groupOf(observation));
    if (coefficients === undefined) return [];
    const latencies = latenciesOf(observation, coefficients);
    const { timePerOutputTokenMs, timeToFirstTokenMs } = observation.measurement;
    return [
      {
        observation,
        latencies,
        tokenError: Math.log(timePerOutputTokenMs / latencies.timePerOutputTokenMs),
        firstTokenError: Math.log(timeToFirstTokenMs / latencies.timeToFirstTokenMs),
      },
    ];
  });
}
