import type { Accelerator } from '../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import { weightsFit } from './cache-room.ts';
import { type ServingEngine, servingEngines } from './coefficient-names.ts';
import { type Deployment, readDeployment, type Replica } from './deployment.ts';
import { readPrecision } from './precision.ts';
import {
  linkGbPerSecond,
  type ServingCase,
  servingCase,
  type SizableModel,
  type SizablePart,
} from './serving-case.ts';
import { type Refusal, refuse, type ServingSetup } from './setup.ts';

/** What a set-up comes to: its deployment and the cases of its pools (one pool: the same case twice). */
export type ReadCase = {
  readonly kind: 'case';
  readonly deployment: Deployment;
  readonly decode: ServingCase;
  readonly prefill: ServingCase;
};

/**
 * Reads a set-up on a model and a part, or refuses with the reason: unknown shape, deployment, load, precision or GPU
 * figures, weights that do not fit, a request longer than the model's context.
 */
export function readCase(setup: ServingSetup, model: LanguageModel, part: Accelerator): ReadCase | Refusal {
  if (!isSizableModel(model)) {
    return refuse('shape-unknown', `Parameter counts or cache size of ${model.name} are not known.`);
  }
  if (!isSizablePart(part)) {
    return refuse('gpu-figures-unknown', `Bandwidth or arithmetic rate of ${part.model} are not known.`);
  }
  const tokens = setup.inputTokens + setup.outputTokens;
  if (model.contextTokens !== null && tokens > model.contextTokens) {
    return refuse(
      'context-exceeded',
      `A request of ${tokens} tokens exceeds the context of ${model.name}, ${model.contextTokens} tokens.`,
    );
  }
  const precision = readPrecision(setup, model, part);
  if ('kind' in precision) return precision;
  const read = { setup, model, part, precision };
  const usual = readAs(read, false);
  if (usual.kind === 'case' || usual.reason !== 'does-not-fit') return usual;
  const literal = readAs(read, true);
  return literal.kind === 'case' ? literal : usual;
}

type Read = {
  setup: ServingSetup;
  model: SizableModel;
  part: SizablePart;
  precision: Parameters<typeof servingCase>[3];
};

/** The case under one of the two readings of equal factors. */
function readAs({ setup, model, part, precision }: Read, literally: boolean): ReadCase | Refusal {
  const deployment = readDeployment(setup, model.moeExperts !== null, literally);
  if ('kind' in deployment) return deployment;
  const largest = Math.max(deployment.decode.gpus, deployment.prefill.gpus);
  if (largest > 1 && Number.isNaN(linkGbPerSecond(part, largest))) {
    return refuse('gpu-figures-unknown', `The link between GPUs of the kind ${part.model} is not known.`);
  }
  const engine = engineOf(setup.engine);
  const load = {
    engine,
    inputTokens: setup.inputTokens,
    outputTokens: setup.outputTokens,
    burst: sendsBursts(setup, engine),
  };
  const poolOf = (replica: Replica): ServingCase => {
    const pool = servingCase(model, part, replica, precision, load);
    if (setup.mode === 'agg' || weightsFit(pool)) return pool;
    return servingCase(model, part, splitByHead(replica), precision, load);
  };
  const decode = poolOf(deployment.decode);
  const prefill = poolOf(deployment.prefill);
  for (const pool of [decode, prefill]) if (!weightsFit(pool)) return doesNotFit(pool, model, part);
  return { kind: 'case', deployment, decode, prefill };
}

/** How separate pools split attention is assumed; where its copies leave no room for the weights, it is split by head. */
function splitByHead(replica: Replica): Replica {
  return { ...replica, attentionTensor: replica.gpus, attentionData: 1 };
}

/**
 * The campaign of the measurements that states neither precision nor attention parallelism ran SGLang on batches whose
 * prompts all arrive at once: time to first token grows with the whole batch, and prompts hold up fewer answers.
 */
function sendsBursts(setup: ServingSetup, engine: ServingEngine | null): boolean {
  return (
    engine === 'sglang' &&
    setup.mode === 'agg' &&
    setup.attentionDataParallel === null &&
    setup.precision === null &&
    setup.gemmQuantisation === null
  );
}

function engineOf(name: string | null): ServingEngine | null {
  return servingEngines.find((engine) => engine === name) ?? null;
}

function doesNotFit(pool: ServingCase, model: LanguageModel, part: Accelerator): Refusal {
  const gib = pool.weightBytes / 2 ** 30;
  return {
    ...refuse(
      'does-not-fit',
      `The weights of ${model.name} need ${gib.toFixed(0)} GiB on each of ${pool.gpus} ${part.model}, which have ${(pool.memoryBytes / 2 ** 30).toFixed(0)}.`,
    ),
    memoryGibPerGpu: gib,
  };
}

function isSizableModel(model: LanguageModel): model is SizableModel {
  return (
    model.parametersTotal !== null &&
    model.parametersActive !== null &&
    model.hiddenSize !== null &&
    model.vocabulary !== null &&
    model.kvHeads !== null &&
    model.headDimension !== null &&
    model.kvBytesPerTokenBf16 !== null
  );
}

function isSizablePart(part: Accelerator): part is SizablePart {
  return part.memoryBandwidthGbPerSecond !== null && part.bf16DenseTflops !== null;
}
