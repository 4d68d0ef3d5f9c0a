import type { FittedTraining } from './fitted-training.ts';
import type { TrainingPart } from './training-part.ts';
import type { Quantiles, TrainingPrediction, TrainingRefusal, TrainingSetup } from './training-setup.ts';
import { utilisationAt } from './utilisation.ts';

/**
 * GPU-hours, wall hours and emissions of a training run with 80 % bands, or a refusal with its reason. Arithmetic is 6
 * FLOP per parameter and token (Kaplan et al., 2020; Hoffmann et al., Training Compute-Optimal Large Language Models,
 * 2022) at a utilisation learned from published runs, restarts and evaluation included. Never throws.
 *
 * @param part undefined when the accelerator or its rate is not known
 */
export function predictTraining(
  setup: TrainingSetup,
  part: TrainingPart | undefined,
  fitted: FittedTraining,
): TrainingPrediction | TrainingRefusal {
  if (part === undefined) {
    return {
      kind: 'refusal',
      reason: 'gpu-not-known',
      say: 'The arithmetic rate of the accelerator is not known.',
    };
  }
  const { least, most } = fitted.parameters;
  const excess = Math.max(setup.parameters / most, least / setup.parameters, 1);
  if (excess > farthest) {
    return {
      kind: 'refusal',
      reason: 'far-from-measurements',
      say: `Published runs reach from ${billions(least)} to ${billions(most)} billion parameters; this one is more than ${farthest} times outside.`,
    };
  }
  const known = Object.hasOwn(fitted.utilisation.generations, part.generation);
  const widening = (known ? 1 : 1.4) * (1 + 0.35 * Math.log(excess));
  const utilisation = utilisationAt(fitted.utilisation, part.generation, setup.parameters);
  const flop = 6 * (setup.activeParameters ?? setup.parameters) * setup.tokens;
  const median = flop / (part.bf16DenseTflops * 1e12 * utilisation) / 3_600;
  const gpuHours = {
    p10: median * Math.exp(fitted.band.low * widening),
    p50: median,
    p90: median * Math.exp(fitted.band.high * widening),
  };
  return {
    kind: 'prediction',
    gpuHours,
    wallHours: setup.gpus === null ? null : scaled(gpuHours, 1 / setup.gpus),
    tonnesCo2e:
      part.watts === null
        ? null
        : scaled(gpuHours, ((part.watts / 1_000) * fitted.kilogramsCo2ePerKwh) / 1_000),
    utilisation,
    notes: notesOf(known, excess, part),
  };
}

/** Times outside of the sizes of published runs beyond which nothing is said. */
const farthest = 16;

function scaled({ p10, p50, p90 }: Quantiles, factor: number): Quantiles {
  return { p10: p10 * factor, p50: p50 * factor, p90: p90 * factor };
}

function notesOf(known: boolean, excess: number, part: TrainingPart): string[] {
  return [
    ...(known ? [] : [`No published run on the ${part.generation} generation was learned from.`]),
    ...(excess > 1 ? ['The model is outside of the sizes of published runs.'] : []),
  ];
}

function billions(parameters: number): string {
  return (parameters / 1e9).toFixed(0);
}
