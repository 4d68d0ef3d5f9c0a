import { newestDate } from '#lib/domain/catalogue/newest-date.ts';
import {
  fitsWithoutGroup,
  type GroupOf,
  leaveOut,
} from '#lib/domain/sizing/serving/calibrated/fit/leave-out.ts';
import { fitBands, measuredRange } from '#lib/domain/sizing/serving/calibrated/fit/fit-serving.ts';
import { isUsable, type Observation } from '#lib/domain/sizing/serving/calibrated/fit/observation.ts';
import type { FittedServing } from '#lib/domain/sizing/serving/calibrated/fitted-serving.ts';
import { predictServing } from '#lib/domain/sizing/serving/calibrated/predict-serving.ts';
import type { Refusal, ServingPrediction } from '#lib/domain/sizing/serving/calibrated/setup.ts';

/** A measurement and what the product would have answered had it never seen the measurement's group. */
export type JudgedServing = {
  readonly observation: Observation;
  readonly group: string;
  readonly answer: ServingPrediction | Refusal;
};

/**
 * Predicts every measurement by a model from which its whole group was left out: coefficients, bands and the range of
 * what was measured. The bands of a group rest on the errors of the other groups.
 */
export function judgeServing(
  observations: readonly Observation[],
  groupOf: GroupOf = ({ group }) => group,
): JudgedServing[] {
  const usable = observations.filter(isUsable);
  const fits = fitsWithoutGroup(usable, groupOf);
  const leftOut = leaveOut(usable, fits, groupOf);
  const models = new Map<string, FittedServing>();
  for (const [group, coefficients] of fits) {
    const others = usable.filter((observation) => groupOf(observation) !== group);
    models.set(group, {
      evidence: '0'.repeat(64),
      rows: others.length,
      asOf: newestDate(others.map(({ measurement }) => measurement)),
      coefficients,
      bands: fitBands(leftOut.filter(({ observation }) => groupOf(observation) !== group)),
      measured: measuredRange(others),
    });
  }
  return observations.flatMap((observation) => {
    const group = groupOf(observation);
    const { measurement, model, part, read } = observation;
    const without = models.get(group);
    if (without === undefined) return read.kind === 'refusal' ? [{ observation, group, answer: read }] : [];
    return [{ observation, group, answer: predictServing(measurement, model, part, without) }];
  });
}
