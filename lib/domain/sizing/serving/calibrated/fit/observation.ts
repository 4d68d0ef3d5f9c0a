import type { Accelerator } from '../../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../../catalogue/language-model.ts';
import type { Measurement } from '../../../../catalogue/measurement.ts';
import { type ReadCase, readCase } from '../read-case.ts';
import type { Refusal } from '../setup.ts';

/** What a fit reads. */
export type ServingEvidence = {
  readonly measurements: readonly Measurement[];
  readonly models: readonly LanguageModel[];
  readonly accelerators: readonly Accelerator[];
};

/** A measurement with its model and part, the group it is left out with, and how it was read. */
export type Observation = {
  readonly measurement: Measurement;
  readonly model: LanguageModel;
  readonly part: Accelerator;
  readonly group: string;
  readonly read: ReadCase | Refusal;
};

/** An observation that the formulas can compute. */
export type UsableObservation = Observation & { readonly read: ReadCase };

/** Measurements joined with their shapes and data sheets. A row without either cannot be told apart and is left out. */
export function observe({ measurements, models, accelerators }: ServingEvidence): Observation[] {
  const modelsByName = new Map(models.map((model) => [model.name, model]));
  const partsByName = new Map(accelerators.map((part) => [part.model, part]));
  return measurements.flatMap((measurement) => {
    const model = modelsByName.get(measurement.modelShape);
    const part = partsByName.get(measurement.gpuModel);
    if (model === undefined || part === undefined) return [];
    const group = `${architectureOf(model)} | ${part.model}`;
    return [{ measurement, model, part, group, read: readCase(measurement, model, part) }];
  });
}

/**
 * The shape that variants of a model share (tuned, quantised, next version of the same size): they are one architecture,
 * and what is learned from one may not be checked on another.
 */
export function architectureOf(model: LanguageModel): string {
  return [model.layers, model.hiddenSize, model.moeExperts ?? 'dense', model.intermediateSize ?? '']
    .join('x')
    .replace(/x$/, '');
}

export function isUsable(observation: Observation): observation is UsableObservation {
  return observation.read.kind === 'case';
}

/** Large groups count as if they had fewer rows, so that no single set-up is the measure of all. */
export function groupWeights(observations: readonly Observation[]): Float64Array {
  const sizes = new Map<string, number>();
  for (const { group } of observations) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return Float64Array.from(observations, ({ group }) => Math.min(1, Math.sqrt(40 / (sizes.get(group) ?? 1))));
}
