import type { Accelerator } from '../../catalogue/accelerator.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import { type Engine, sketchOver } from '../../figure/leaves/engine.ts';
import { predictTraining } from './calibrated/predict-training.ts';
import { trainingPart } from './calibrated/training-part.ts';

/** All weights are trained, or small adapters beside frozen weights. */
export type TrainingMethod = 'full' | 'adapters';

export type TrainingWork = { parameters: Figure; tokens: Figure; method: TrainingMethod };

/**
 * GPU hours of training on a part, `size.<option>.gpu-hours`; undefined when the part's rate is unknown. The utilisation is
 * the one learned from published runs, restarts included; where they do not carry the size or the part, it is the assumption
 * `training.mfu`, and restarts are one of their own.
 */
export function trainingGpuHours(
  engine: Engine,
  option: string,
  part: Accelerator,
  { parameters, tokens, method }: TrainingWork,
): Figure | undefined {
  if (part.bf16DenseTflops === null) return undefined;
  const hours = {
    id: `size.${option}.gpu-hours`,
    label: `GPU hours on ${part.model}`,
    unit: 'gpu-hours',
  } as const;
  const work = { parameters, tokens, tflopsOfGpu: bf16Rate(engine, part, part.bf16DenseTflops) };
  const learned = learnedUtilisation(engine, part, parameters, tokens);
  if (learned !== undefined)
    return engine.ledger.compute(
      hours,
      method === 'full' ? 'learned-training-gpu-hours' : 'learned-adapter-gpu-hours',
      { ...work, utilisation: learned },
    );
  return engine.ledger.compute(hours, method === 'full' ? 'training-gpu-hours' : 'adapter-gpu-hours', {
    ...work,
    utilisation: assumed(engine, 'training.mfu'),
    restartShare: assumed(engine, 'training.restart-overhead-share'),
  });
}

/** The same as a number to choose by: nothing is written. */
export function trainingGpuHoursOn(
  engine: Engine,
  part: Accelerator,
  work: TrainingWork,
): number | undefined {
  return trainingGpuHours(sketchOver(engine, new Map()), 'sketch', part, work)?.value;
}

/** The figure `fact.fitted-training:<generation>/<parameters>.utilisation`; its band is that of the hours, turned round. */
function learnedUtilisation(
  engine: Engine,
  accelerator: Accelerator,
  parameters: Figure,
  tokens: Figure,
): Figure | undefined {
  const { training } = engine.catalogue.fitted;
  const part = trainingPart(accelerator.model, accelerator);
  const setup = { parameters: parameters.value, activeParameters: null, tokens: tokens.value, gpus: null };
  const found = predictTraining(setup, part, training);
  if (part === undefined || found.kind === 'refusal') return undefined;
  const { utilisation, gpuHours } = found;
  const size = `${Number((parameters.value / 1e9).toPrecision(6))}b`;
  const row = {
    id: `fitted-training:${part.generation}/${size}`,
    source: 'fitted-training',
    asOf: training.asOf,
  } as const;
  return measured(engine, row, {
    column: 'utilisation',
    label: `Share of the dense bf16 rate that training reaches on ${part.generation} GPUs, restarts included`,
    unit: 'ratio',
    value: utilisation,
    band: {
      p10: (utilisation * gpuHours.p50) / gpuHours.p90,
      p90: (utilisation * gpuHours.p50) / gpuHours.p10,
    },
  });
}

function bf16Rate(engine: Engine, part: Accelerator, value: number): Figure {
  return measured(engine, part, {
    column: 'bf16DenseTflops',
    label: `Dense bf16 rate of ${part.model}`,
    unit: 'tflops',
    value,
  });
}
