import type { ServingSetup } from './setup.ts';

/** A set-up as measurements describe theirs: 64 requests of 1,024 + 1,024 tokens on 4 GPUs in fp8. */
export const knownSetup: ServingSetup = {
  gpuCount: 4,
  engine: 'vllm',
  precision: 'fp8',
  gemmQuantisation: 'fp8',
  moeQuantisation: 'fp8',
  mode: 'agg',
  inputTokens: 1_024,
  outputTokens: 1_024,
  concurrency: 64,
  batchSize: 64,
  tensorParallel: 4,
  pipelineParallel: 1,
  attentionDataParallel: 1,
  moeTensorParallel: 4,
  moeExpertParallel: 1,
  prefillWorkers: null,
  prefillGpusPerWorker: null,
  decodeWorkers: null,
  decodeGpusPerWorker: null,
  decodeBatch: null,
};

/** The same as separate pools: one worker of 4 GPUs for prompts, two of 8 for answers. */
export const knownPools: ServingSetup = {
  ...knownSetup,
  mode: 'disagg',
  gpuCount: null,
  batchSize: null,
  tensorParallel: null,
  pipelineParallel: null,
  attentionDataParallel: null,
  moeTensorParallel: null,
  moeExpertParallel: null,
  prefillWorkers: 1,
  prefillGpusPerWorker: 4,
  decodeWorkers: 2,
  decodeGpusPerWorker: 8,
};
