import type { Accelerator } from '../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import type { PartGeneration, ServingEngine } from './coefficient-names.ts';
import type { Replica } from './deployment.ts';
import type { Precision } from './precision.ts';

/**
 * One copy of a model on some GPUs under a load, reduced to what the formulas need. Per GPU where it says so; bytes,
 * FLOP, milliseconds.
 */
export type ServingCase = {
  readonly engine: ServingEngine | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly concurrency: number;
  readonly gpus: number;
  readonly attentionData: number;
  readonly layers: number;
  readonly mixtureOfExperts: boolean;
  readonly sparseAttention: boolean;
  /** The prompts of a batch arrive together instead of as others finish. */
  readonly burst: boolean;
  readonly quantised: boolean;
  readonly integerWeights: boolean;
  readonly generation: PartGeneration;
  /** Weights that every token reads, on one GPU. */
  readonly denseBytes: number;
  /** Weights of all routed experts, on one GPU. */
  readonly expertBytes: number;
  /** Everything that the weights occupy on one GPU. */
  readonly weightBytes: number;
  readonly memoryBytes: number;
  /** Share of the experts that one token uses. */
  readonly activeExpertShare: number;
  /** Time of a token's arithmetic at the data sheet's rate, on one GPU. */
  readonly denseMsPerToken: number;
  readonly expertMsPerToken: number;
  /** Cache of one token at 16 bit, on one GPU. */
  readonly cacheBytesPerToken: number;
  readonly bytesPerMs: number;
  /** Time of attention for a token over one earlier token, at the data sheet's 16-bit rate. */
  readonly attentionMsPerTokenPair: number;
  /** Time to exchange one token's activations in all layers at the link's nominal rate; 0 on one GPU. */
  readonly exchangeMsPerToken: number;
};

/** A model of which the formulas' inputs are known. */
export type SizableModel = LanguageModel & {
  readonly parametersTotal: number;
  readonly parametersActive: number;
  readonly hiddenSize: number;
  readonly vocabulary: number;
  readonly kvHeads: number;
  readonly headDimension: number;
  readonly kvBytesPerTokenBf16: number;
};

/** A part of which the formulas' inputs are known. */
export type SizablePart = Accelerator & {
  readonly memoryBandwidthGbPerSecond: number;
  readonly bf16DenseTflops: number;
};

type Load = Pick<ServingCase, 'engine' | 'inputTokens' | 'outputTokens' | 'burst'>;

/**
 * Builds the case. Routed experts and the rest are separated from the two published parameter counts: a token leaves out
 * `total - active`, which is the unused share of the experts. Two activations per layer cross the link (Pope et al.,
 * Efficiently Scaling Transformer Inference, 2022, partitioning of feed-forward and attention layers); a ring moves each
 * `2 (n - 1) / n` times.
 */
export function servingCase(
  model: SizableModel,
  part: SizablePart,
  replica: Replica,
  precision: { dense: Precision; experts: Precision },
  load: Load,
): ServingCase {
  const { dense, experts } = precision;
  const { gpus, attentionTensor, expertGpus, pipelineStages } = replica;
  const activeExpertShare = shareOfExperts(model);
  const routed =
    activeExpertShare === null
      ? 0
      : (model.parametersTotal - model.parametersActive) / (1 - activeExpertShare);
  const embedding = model.vocabulary * model.hiddenSize;
  const everyToken = model.parametersTotal - routed - embedding;
  const denseBytes = (everyToken * dense.bytesPerWeight) / attentionTensor;
  const expertBytes = (routed * experts.bytesPerWeight) / expertGpus;
  const embeddingBytes = (embedding * dense.bytesPerWeight) / attentionTensor;
  const latent = model.attention.startsWith('MLA');
  const shards = latent ? 1 : Math.min(attentionTensor, model.kvHeads);
  return {
    ...load,
    concurrency: replica.concurrency / pipelineStages,
    gpus,
    attentionData: replica.attentionData,
    layers: model.layers,
    mixtureOfExperts: activeExpertShare !== null,
    sparseAttention: model.attention.includes('sparse-index'),
    quantised: Math.min(dense.bytesPerWeight, experts.bytesPerWeight) < 2,
    integerWeights: dense.integer || experts.integer,
    generation: generationOf(part),
    denseBytes,
    expertBytes,
    weightBytes: (denseBytes + expertBytes + embeddingBytes) / pipelineStages,
    memoryBytes: part.memoryGb * 1e9,
    activeExpertShare: activeExpertShare ?? 0,
    denseMsPerToken: (2 * everyToken) / attentionTensor / (dense.tflops * 1e9),
    expertMsPerToken: (2 * routed * (activeExpertShare ?? 0)) / expertGpus / (experts.tflops * 1e9),
    cacheBytesPerToken: model.kvBytesPerTokenBf16 / shards,
    bytesPerMs: part.memoryBandwidthGbPerSecond * 1e6,
    attentionMsPerTokenPair:
      (4 * queryWidth(model) * model.layers * growingShare(model, latent)) /
      attentionTensor /
      (part.bf16DenseTflops * 1e9),
    exchangeMsPerToken:
      gpus === 1
        ? 0
        : (model.layers * 2 * model.hiddenSize * 2 * ((2 * (gpus - 1)) / gpus)) /
          (linkGbPerSecond(part, gpus) * 1e6),
  };
}

/** Bandwidth of the link that the copy of the model has to cross, GB/s in one direction; NaN when unknown. */
export function linkGbPerSecond(part: Accelerator, gpus: number): number {
  const node = part.gpusPerNode ?? 1;
  return (gpus <= node ? part.intraNodeOneWayGbPerSecond : part.interNodeOneWayGbPerSecond) ?? Number.NaN;
}

function generationOf({ architecture }: Accelerator): PartGeneration {
  if (architecture === 'Hopper') return 'hopper';
  return architecture.startsWith('Blackwell') ? 'blackwell' : 'other';
}

function shareOfExperts({ moeExperts, moeActiveExperts }: LanguageModel): number | null {
  return moeExperts === null || moeActiveExperts === null ? null : moeActiveExperts / moeExperts;
}

function queryWidth({ attentionHeads, headDimension, hiddenSize }: SizableModel): number {
  return attentionHeads === null ? hiddenSize : attentionHeads * headDimension;
}

/** Share of the layers whose attention grows with the context: what their cache is of a full one. */
function growingShare(model: SizableModel, latent: boolean): number {
  if (latent) return 1;
  const full = 2 * 2 * model.kvHeads * model.headDimension * model.layers;
  return Math.min(1, model.kvBytesPerTokenBf16 / full);
}
