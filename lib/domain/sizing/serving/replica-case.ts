import type { LanguageModel } from '../../catalogue/language-model.ts';
import type { FittedServing } from './calibrated/fitted-serving.ts';
import type { Figure } from '../../figure/figure.ts';
import { predictServing } from './calibrated/predict-serving.ts';
import type { Latency, Refusal, ServingPrediction, ServingSetup } from './calibrated/setup.ts';
import type { ServingPart } from './serving-part.ts';

/** One replica of a model in one pool, and the lengths of what it is asked and answers. */
export type ReplicaCase = {
  readonly model: LanguageModel;
  readonly part: ServingPart;
  readonly gpus: number;
  readonly inputTokens: Figure;
  readonly outputTokens: Figure;
};

/** Latencies of a replica at so many requests at once. */
export type ReplicaPrediction = {
  readonly kind: 'prediction';
  readonly concurrency: number;
  readonly timeToFirstTokenMs: Latency;
  readonly timePerOutputTokenMs: Latency;
  /** Whether memory has room for all of them at once. */
  readonly fitsInMemory: boolean;
  /** Why the band is wider than usual. */
  readonly notes: readonly string[];
};

/** The precision in which weights are held: fp8 where the part computes in it, else bf16. */
export function precisionOn(part: ServingPart): 'fp8' | 'bf16' {
  return part.fp8DenseTflops === null ? 'bf16' : 'fp8';
}

/**
 * Latencies by the fitted model for the engine vLLM, whose defaults the assumptions about serving take too. Where the
 * client gave a range of lengths, the band holds what the shortest and the longest do, as independent of the model's own
 * error. A refusal at either end refuses the whole.
 */
export function predictReplica(
  fitted: FittedServing,
  replica: ReplicaCase,
  concurrency: number,
): ReplicaPrediction | Refusal {
  const { inputTokens, outputTokens } = replica;
  const base = predictAt(fitted, replica, concurrency, inputTokens.value, outputTokens.value);
  if (base.kind === 'refusal') return base;
  const found = {
    kind: 'prediction' as const,
    concurrency,
    timeToFirstTokenMs: base.timeToFirstTokenMs,
    timePerOutputTokenMs: base.timePerOutputTokenMs,
    fitsInMemory: base.requestsInFlight >= concurrency,
    notes: base.notes,
  };
  if (inputTokens.band === undefined && outputTokens.band === undefined) return found;
  const short = predictAt(fitted, replica, concurrency, lower(inputTokens), lower(outputTokens));
  const long = predictAt(fitted, replica, concurrency, upper(inputTokens), upper(outputTokens));
  if (short.kind === 'refusal') return short;
  if (long.kind === 'refusal') return long;
  return {
    ...found,
    timeToFirstTokenMs: widened(base.timeToFirstTokenMs, short.timeToFirstTokenMs, long.timeToFirstTokenMs),
    timePerOutputTokenMs: widened(
      base.timePerOutputTokenMs,
      short.timePerOutputTokenMs,
      long.timePerOutputTokenMs,
    ),
  };
}

function predictAt(
  fitted: FittedServing,
  { model, part, gpus }: ReplicaCase,
  concurrency: number,
  inputTokens: number,
  outputTokens: number,
): ServingPrediction | Refusal {
  const precision = precisionOn(part);
  const setup: ServingSetup = {
    engine: 'vllm',
    mode: 'agg',
    precision,
    gemmQuantisation: precision,
    moeQuantisation: precision,
    inputTokens,
    outputTokens,
    concurrency,
    batchSize: null,
    gpuCount: gpus,
    tensorParallel: gpus,
    pipelineParallel: null,
    attentionDataParallel: null,
    moeTensorParallel: null,
    moeExpertParallel: null,
    prefillWorkers: null,
    prefillGpusPerWorker: null,
    decodeWorkers: null,
    decodeGpusPerWorker: null,
    decodeBatch: null,
  };
  return predictServing(setup, model, part, fitted);
}

function lower({ value, band }: Figure): number {
  return band?.p10 ?? value;
}

function upper({ value, band }: Figure): number {
  return band?.p90 ?? value;
}

/** Independent deviations add up as squares, in logarithms since latencies vary by factors. */
function widened(base: Latency, short: Latency, long: Latency): Latency {
  const least = Math.min(short.p50, long.p50, base.p50);
  const most = Math.max(short.p50, long.p50, base.p50);
  return {
    p10: base.p50 * Math.exp(-Math.hypot(Math.log(base.p50 / base.p10), Math.log(base.p50 / least))),
    p50: base.p50,
    p90: base.p50 * Math.exp(Math.hypot(Math.log(base.p90 / base.p50), Math.log(most / base.p50))),
  };
}
