import type { FineTuningWorkload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import { trainingGpuHours, trainingGpuHoursOn } from '../../sizing/training/gpu-hours.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { gpuWorkDrafts } from './gpu-work.ts';
import { gpusNeeded } from './training.ts';

/** Tuning a model every month: adapters unless full tuning is asked for. */
export function fineTuningDrafts(context: NeedContext<FineTuningWorkload>): Drafts {
  const { engine, workload } = context;
  const parameters = positiveAnswerOf(engine, workload, 'modelParameters');
  const tokensPerRun = positiveAnswerOf(engine, workload, 'tokensPerRun');
  if (parameters === undefined) return lacking('Size of the model', workload.id, 'modelParameters');
  const full = readValue(workload.answers.method) === 'full';
  const memory = memoryOf(context, parameters, full);
  if (tokensPerRun === undefined) return lacking('Tokens of a run', workload.id, 'tokensPerRun');
  const runs = positiveAnswerOf(engine, workload, 'runsPerMonth');
  const tokens =
    runs === undefined
      ? tokensPerRun
      : engine.ledger.compute(
          {
            id: `load.${workload.id}.tokens-per-month`,
            label: 'Tokens tuned on per month',
            unit: 'tokens-per-month',
          },
          'product',
          { amount: tokensPerRun, factor: runs },
        );
  const tuning = { parameters, tokens, method: full ? 'full' : 'adapters' } as const;
  const drafts = gpuWorkDrafts(context, 'training-cloud', {
    hours: (option, part) => trainingGpuHours(engine, option, part, tuning),
    hoursOn: (part) => trainingGpuHoursOn(engine, part, tuning),
    gpus: (option, gpuHours, part, gpusOfMachine) =>
      gpusNeeded(engine, option, { hours: gpuHours, part, gpusOfMachine, memory, deadline: undefined }),
    repeats: runs === undefined ? 'once' : 'monthly',
    label: 'Machines for the tuning',
    fits: ({ part, gpuCount }) => part.memoryGb * gpuCount >= memory.value && part.bf16DenseTflops !== null,
  });
  return { drafts, missing: [] };
}

function memoryOf({ engine, workload }: NeedContext, parameters: Figure, full: boolean): Figure {
  const described = {
    id: `load.${workload.id}.tuning-memory`,
    label: full ? 'Memory for full tuning' : 'Memory to tune adapters',
    unit: 'gb',
  } as const;
  return full
    ? engine.ledger.compute(described, 'state-memory', {
        parameters,
        bytesPerParameter: assumed(engine, 'training.state-bytes-per-parameter'),
      })
    : engine.ledger.compute(described, 'adapter-memory', {
        parameters,
        bytesPerParameter: assumed(engine, 'precision.bf16-bytes'),
        factor: assumed(engine, 'finetuning.adapter-memory-factor'),
      });
}

function lacking(what: string, workload: string, field: string): Drafts {
  const because = 'It is not said, and the arithmetic of a run rests on it.';
  return { drafts: [], missing: [{ what, because, settledBy: `workloads.${workload}.${field}` }] };
}
