import type { Measurement } from '../../../catalogue/measurement.ts';

/**
 * A set-up to predict, in the columns by which measurements describe theirs. Null is unknown: an unknown engine or
 * precision widens the band, an unknown size of the deployment is refused.
 */
export type ServingSetup = Pick<
  Measurement,
  | 'gpuCount'
  | 'precision'
  | 'gemmQuantisation'
  | 'moeQuantisation'
  | 'mode'
  | 'inputTokens'
  | 'outputTokens'
  | 'concurrency'
  | 'batchSize'
  | 'tensorParallel'
  | 'pipelineParallel'
  | 'attentionDataParallel'
  | 'moeTensorParallel'
  | 'moeExpertParallel'
  | 'prefillWorkers'
  | 'prefillGpusPerWorker'
  | 'decodeWorkers'
  | 'decodeGpusPerWorker'
  | 'decodeBatch'
> & { readonly engine: string | null };

/** Median and 80 % band of a latency, milliseconds. */
export type Latency = { readonly p10: number; readonly p50: number; readonly p90: number };

export type ServingPrediction = {
  readonly kind: 'prediction';
  readonly timeToFirstTokenMs: Latency;
  readonly timePerOutputTokenMs: Latency;
  /** Output tokens of all requests per second and GPU of the deployment. */
  readonly tokensPerSecondPerGpu: number;
  /** Weights and caches of the requests in flight, GiB on each GPU. */
  readonly memoryGibPerGpu: number;
  /** Requests that are written together; the others wait for room in memory. */
  readonly requestsInFlight: number;
  /** Why the band is wider than usual, or how an ambiguous set-up was read. */
  readonly notes: readonly string[];
};

export type RefusalReason =
  | 'shape-unknown'
  | 'deployment-unknown'
  | 'load-unknown'
  | 'gpu-not-measured'
  | 'gpu-figures-unknown'
  | 'precision-unknown'
  | 'does-not-fit'
  | 'context-exceeded'
  | 'far-from-measurements';

/** No prediction, and what a person can do about it. */
export type Refusal = {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  readonly say: string;
  /** Memory that the weights need on each GPU, where that is the reason. */
  readonly memoryGibPerGpu?: number;
};

export function refuse(reason: RefusalReason, say: string): Refusal {
  return { kind: 'refusal', reason, say };
}
