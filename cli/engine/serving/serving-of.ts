import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { FittedServing } from '#lib/domain/sizing/serving/calibrated/fitted-serving.ts';
import { predictServing } from '#lib/domain/sizing/serving/calibrated/predict-serving.ts';
import type { Refusal, ServingSetup } from '#lib/domain/sizing/serving/calibrated/setup.ts';
import {
  amount,
  badField,
  type Input,
  onlyFields,
  optionalAmount,
  optionalFactor,
  optionalText,
} from '../fields.ts';
import { gpuOf } from '../gpu-of.ts';
import { modelFields, servingModel } from './serving-model.ts';

const load = ['isl', 'osl', 'concurrency', 'batch_size'];
const software = ['engine', 'engine_version', 'precision', 'gemm_quant', 'moe_quant'];
const onePool = ['gpu', 'gpus', 'mode', 'tp', 'pp', 'attention_dp', 'moe_tp', 'moe_ep'];
const prefill = ['prefill_workers', 'prefill_gpus_per_worker', 'prefill_batch'];
const decode = ['decode_workers', 'decode_gpus_per_worker', 'decode_batch'];
/** Other columns of the tables, so that a whole row may be sent: what was measured is not looked at. */
const sent = ['id', 'row_id', 'measured', 'ttft_ms', 'tpot_ms', 'params_basis', 'licence', 'source', 'notes'];
const fields = new Set<string>([
  ...modelFields,
  ...load,
  ...software,
  ...onePool,
  ...prefill,
  ...decode,
  ...sent,
]);

/**
 * Time to first token and per output token of the set-up in a line, with 80 % bands, throughput and memory; or why the
 * measurements do not carry it. Throws `invalid-input` for fields that are missing or wrong, `not-found` for unknown names.
 */
export function servingOf(catalogue: Catalogue, fitted: FittedServing, input: Input): object {
  onlyFields(input, fields);
  const answer = predictServing(
    setupOf(input),
    servingModel(catalogue, input),
    gpuOf(catalogue, input, 'gpu'),
    fitted,
  );
  if (answer.kind === 'refusal') return refusalOf(answer);
  return {
    ttft_ms: answer.timeToFirstTokenMs,
    tpot_ms: answer.timePerOutputTokenMs,
    tokens_per_s_per_gpu: answer.tokensPerSecondPerGpu,
    memory_gib_per_gpu: answer.memoryGibPerGpu,
    requests_in_flight: answer.requestsInFlight,
    fits: true,
    notes: answer.notes,
  };
}

function refusalOf({ reason, say, memoryGibPerGpu }: Refusal): object {
  return {
    refused: say,
    reason,
    fits: reason === 'does-not-fit' ? false : null,
    memory_gib_per_gpu: memoryGibPerGpu ?? null,
  };
}

function setupOf(input: Input): ServingSetup {
  const factor = (field: string) => optionalFactor(input, field) ?? null;
  const workers = {
    prefillWorkers: factor('prefill_workers'),
    prefillGpusPerWorker: factor('prefill_gpus_per_worker'),
    decodeWorkers: factor('decode_workers'),
    decodeGpusPerWorker: factor('decode_gpus_per_worker'),
    decodeBatch: factor('decode_batch'),
  };
  return {
    engine: optionalText(input, 'engine')?.toLowerCase() ?? null,
    gpuCount: optionalAmount(input, 'gpus') ?? null,
    precision: optionalText(input, 'precision') ?? null,
    gemmQuantisation: optionalText(input, 'gemm_quant') ?? null,
    moeQuantisation: optionalText(input, 'moe_quant') ?? null,
    mode: modeOf(input, Object.values(workers)),
    inputTokens: amount(input, 'isl'),
    outputTokens: amount(input, 'osl'),
    concurrency: optionalAmount(input, 'concurrency') ?? null,
    batchSize: optionalAmount(input, 'batch_size') ?? null,
    tensorParallel: factor('tp'),
    pipelineParallel: factor('pp'),
    attentionDataParallel: factor('attention_dp'),
    moeTensorParallel: factor('moe_tp'),
    moeExpertParallel: factor('moe_ep'),
    ...workers,
  };
}

/** Without a stated mode, workers of two kinds mean separate pools. */
function modeOf(input: Input, workers: readonly (number | null)[]): 'agg' | 'disagg' {
  const mode = optionalText(input, 'mode')?.toLowerCase();
  if (mode === undefined) return workers.some((known) => known !== null) ? 'disagg' : 'agg';
  if (mode === 'agg' || mode === 'disagg') return mode;
  throw badField('mode', 'must be agg or disagg');
}
