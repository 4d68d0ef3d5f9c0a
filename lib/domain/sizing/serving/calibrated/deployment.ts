import { type Refusal, refuse, type ServingSetup } from './setup.ts';

/** GPUs that hold one copy of the model, and how they share it. */
export type Replica = {
  readonly gpus: number;
  /** GPUs over which one request's attention is split. */
  readonly attentionTensor: number;
  /** Groups of GPUs that each attend to their own requests. */
  readonly attentionData: number;
  /** GPUs over which the experts are split, whole or in slices. */
  readonly expertGpus: number;
  readonly pipelineStages: number;
  /** Requests at one copy of the model at the same time. */
  readonly concurrency: number;
};

/** One pool, or pools that read prompts and pools that write answers. */
export type Deployment = {
  /** GPUs of everything together. */
  readonly gpus: number;
  readonly decode: Replica;
  readonly prefill: Replica;
  readonly note: string | null;
};

/**
 * The deployment that a set-up describes. Refused without its size or its load.
 *
 * One campaign of the measurements writes expert parallelism as a second factor beside the tensor parallelism of the
 * same GPUs: 44 pairs of rows with equal latencies read `8 GPUs, moe 1 x 8` and `64 GPUs, moe 8 x 8`. It always states
 * attention parallelism, so equal factors are read as one there, and so are equal tensor and data parallelism of
 * attention.
 *
 * @param literally takes equal factors at their word instead
 */
export function readDeployment(
  setup: ServingSetup,
  mixtureOfExperts: boolean,
  literally = false,
): Deployment | Refusal {
  return setup.mode === 'disagg'
    ? separatePools(setup, mixtureOfExperts)
    : onePool(setup, mixtureOfExperts, literally);
}

function onePool(setup: ServingSetup, mixtureOfExperts: boolean, literally: boolean): Deployment | Refusal {
  const factors = factorsOf(setup, literally);
  const gpus = factors.gpus;
  if (gpus === null)
    return refuse('deployment-unknown', 'How many GPUs hold one copy of the model is not stated.');
  const { tensor, data, twice } = factors;
  const load = loadOf(setup, data, gpus, mixtureOfExperts);
  if (load === null) return refuse('load-unknown', 'How many requests run at the same time is not stated.');
  const stages = factors.stages;
  const experts = mixtureOfExperts ? Math.max(1, factors.expertGpus) : 1;
  const replica: Replica = {
    gpus: Math.max(tensor * data, experts) * stages,
    attentionTensor: load.data > data ? 1 : tensor,
    attentionData: Math.max(data, load.data),
    expertGpus: experts,
    pipelineStages: stages,
    concurrency: load.concurrency,
  };
  const note = twice
    ? `Tensor and expert parallelism of equal size are read as naming the same ${replica.gpus} GPUs.`
    : null;
  return { gpus: replica.gpus, decode: replica, prefill: replica, note };
}

type Factors = {
  gpus: number | null;
  tensor: number;
  data: number;
  expertGpus: number;
  stages: number;
  twice: boolean;
};

function factorsOf(setup: ServingSetup, literally: boolean): Factors {
  const stages = known(setup.pipelineParallel) ?? 1;
  const expertTensor = known(setup.moeTensorParallel) ?? 1;
  const expertParallel = known(setup.moeExpertParallel) ?? 1;
  const data = known(setup.attentionDataParallel) ?? 1;
  const merges = !literally && known(setup.attentionDataParallel) !== null;
  const named = known(setup.tensorParallel);
  const total = known(setup.gpuCount);
  const tensor = named ?? Math.max(1, Math.floor((total ?? 1) / data / stages));
  const gpus = total ?? (named === null ? null : tensor * data * stages);
  if (merges && expertTensor === expertParallel && expertTensor > 1) {
    const size = expertTensor;
    return {
      gpus: size,
      tensor: data > 1 ? 1 : size,
      data: data > 1 ? size : 1,
      expertGpus: size,
      stages: 1,
      twice: true,
    };
  }
  if (merges && data > 1 && tensor === data) {
    return { gpus: tensor, tensor: 1, data: tensor, expertGpus: tensor, stages: 1, twice: true };
  }
  const expertGpus =
    known(setup.moeTensorParallel) === null && known(setup.moeExpertParallel) === null
      ? tensor * data
      : expertTensor * expertParallel;
  return { gpus, tensor, data, expertGpus, stages, twice: false };
}

/**
 * Requests at one copy of the model. Where the batch of a worker is smaller than the concurrency and the set-up names no
 * data parallelism, as many attention groups as GPUs explain it for a mixture of experts, else several copies do.
 */
function loadOf(
  setup: ServingSetup,
  data: number,
  gpus: number,
  mixtureOfExperts: boolean,
): { concurrency: number; data: number } | null {
  const { concurrency, batchSize } = setup;
  if (concurrency === null) return batchSize === null ? null : { concurrency: batchSize * data, data };
  if (batchSize === null || data > 1 || concurrency <= batchSize) return { concurrency, data };
  const copies = concurrency / batchSize;
  if (mixtureOfExperts && copies === gpus) return { concurrency, data: gpus };
  return { concurrency: batchSize, data };
}

function separatePools(setup: ServingSetup, mixtureOfExperts: boolean): Deployment | Refusal {
  const prefillWorkers = known(setup.prefillWorkers);
  const prefillGpus = known(setup.prefillGpusPerWorker);
  const decodeWorkers = known(setup.decodeWorkers);
  const decodeGpus = known(setup.decodeGpusPerWorker);
  if (prefillWorkers === null || prefillGpus === null || decodeWorkers === null || decodeGpus === null) {
    return refuse(
      'deployment-unknown',
      'Separate pools need the number of workers for prompts and for answers, and the GPUs of each.',
    );
  }
  const concurrency =
    known(setup.concurrency) ?? (setup.decodeBatch === null ? null : setup.decodeBatch * decodeWorkers);
  if (concurrency === null)
    return refuse('load-unknown', 'How many requests run at the same time is not stated.');
  const worker = (gpus: number, load: number): Replica => {
    const data = mixtureOfExperts && load >= requestsPerGpuForDataParallelAttention * gpus ? gpus : 1;
    return {
      gpus,
      attentionTensor: gpus / data,
      attentionData: data,
      expertGpus: mixtureOfExperts ? gpus : 1,
      pipelineStages: 1,
      concurrency: load,
    };
  };
  return {
    gpus: prefillWorkers * prefillGpus + decodeWorkers * decodeGpus,
    decode: worker(decodeGpus, Math.max(1, concurrency / decodeWorkers)),
    prefill: worker(prefillGpus, Math.max(1, concurrency / prefillWorkers)),
    note: null,
  };
}

/** Separate pools do not state how attention is split; engines split it by request once every GPU has several. */
const requestsPerGpuForDataParallelAttention = 4;

/** The source writes zero for some unknown factors. */
function known(value: number | null): number | null {
  return value === null || value <= 0 ? null : value;
}
