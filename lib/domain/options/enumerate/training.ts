import type { TrainingWorkload } from '../../assessment/assessment.ts';
import type { Accelerator } from '../../catalogue/accelerator.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import { trainingGpuHours, trainingGpuHoursOn } from '../../sizing/training/gpu-hours.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { type GpuWork, gpuWorkDrafts } from './gpu-work.ts';
import { ownTrainingDrafts } from './own-training.ts';

/** Training once: on cloud machines, as many as the deadline asks, and on what the client owns. */
export function trainingDrafts(context: NeedContext<TrainingWorkload>): Drafts {
  const { engine, workload } = context;
  const parameters = positiveAnswerOf(engine, workload, 'modelParameters');
  const tokens = positiveAnswerOf(engine, workload, 'trainingTokens');
  if (parameters === undefined || tokens === undefined)
    return {
      drafts: [],
      missing: [
        {
          what: 'Arithmetic of the training',
          because: 'Parameters and training tokens must both be known.',
          settledBy: `workloads.${workload.id}.${parameters === undefined ? 'modelParameters' : 'trainingTokens'}`,
        },
      ],
    };
  const deadline = positiveAnswerOf(engine, workload, 'deadline');
  const memory = stateMemory(engine, workload.id, parameters);
  checkpoint(engine, workload.id, parameters);
  const training = { parameters, tokens, method: 'full' } as const;
  const work: GpuWork = {
    hours: (option, part) => trainingGpuHours(engine, option, part, training),
    hoursOn: (part) => trainingGpuHoursOn(engine, part, training),
    gpus: (option, hours, part, gpusOfMachine) =>
      gpusNeeded(engine, option, { hours, part, gpusOfMachine, memory, deadline }),
    repeats: 'once',
    label: 'Machines for the training',
    // Weights, gradients and optimiser are exchanged at every step: machines of eight linked GPUs, not single ones.
    fits: ({ part, gpuCount }) => gpuCount >= 8 && part.nvlinkGbPerSecond !== null && part.memoryGb >= 40,
  };
  const dataBound = engine.ledger.get(`answer.workloads.${workload.id}.dataNotToLeave`);
  const missing = [
    {
      what: 'Checkpoints kept',
      because: 'How many checkpoints are kept, and how fast the storage must be, is not said.',
      settledBy: `workloads.${workload.id}.dataStored`,
    },
    ...(dataBound === undefined
      ? []
      : [
          {
            what: 'Training with data that may not leave its place',
            because:
              'Part of the data is bound to one place: leaving it out, or training there, is to be decided first.',
            settledBy: `workloads.${workload.id}.dataNotToLeave`,
          },
        ]),
  ];
  return {
    drafts: [
      ...ownTrainingDrafts(context, (option, part) => trainingGpuHours(engine, option, part, training)),
      ...gpuWorkDrafts(context, 'training-cloud', work),
    ],
    missing,
  };
}

type Demand = {
  hours: Figure;
  part: Accelerator;
  gpusOfMachine: Figure;
  memory: Figure;
  deadline: Figure | undefined;
};

/** What memory asks for, or more where the deadline does. */
export function gpusNeeded(engine: Engine, option: string, demand: Demand): Figure {
  const { hours, part, gpusOfMachine, memory, deadline } = demand;
  const forMemory = engine.ledger.compute(
    { id: `size.${option}.gpus-for-memory`, label: 'GPUs that hold the work', unit: 'gpus' },
    'gpus-for-memory',
    {
      memoryNeeded: memory,
      memoryOfGpu: measured(engine, part, {
        column: 'memoryGb',
        label: `Memory of ${part.model}`,
        unit: 'gb',
        value: part.memoryGb,
      }),
      gpusOfMachine,
    },
  );
  if (deadline === undefined) return forMemory;
  const forDeadline = engine.ledger.compute(
    { id: `size.${option}.gpus-for-deadline`, label: 'GPUs that make the deadline', unit: 'gpus' },
    'gpus-for-deadline',
    {
      gpuHours: hours,
      deadline,
      computingShare: assumed(engine, 'work.computing-share-of-deadline'),
      gpusOfMachine,
    },
  );
  return engine.ledger.compute({ id: `size.${option}.gpus`, label: 'GPUs', unit: 'gpus' }, 'largest', [
    forMemory,
    forDeadline,
  ]);
}

function stateMemory(engine: Engine, workload: string, parameters: Figure): Figure {
  return engine.ledger.compute(
    { id: `load.${workload}.state-memory`, label: 'Memory for weights, gradients and optimiser', unit: 'gb' },
    'state-memory',
    { parameters, bytesPerParameter: assumed(engine, 'training.state-bytes-per-parameter') },
  );
}

function checkpoint(engine: Engine, workload: string, parameters: Figure): void {
  engine.ledger.compute(
    { id: `load.${workload}.checkpoint`, label: 'Size of one checkpoint', unit: 'gb' },
    'state-memory',
    { parameters, bytesPerParameter: assumed(engine, 'training.checkpoint-bytes-per-parameter') },
  );
}
