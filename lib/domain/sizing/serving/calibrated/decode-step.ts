import { cacheBytesPerToken } from './cache-room.ts';
import { engineFactor, integerFactor, type ServingCoefficients } from './coefficient-names.ts';
import type { ServingCase } from './serving-case.ts';

/** One step that writes a token for every request in flight, ms, and the parts others reuse. */
export type DecodeStep = { readonly ms: number; readonly layersMs: number };

/**
 * Time of one decode step. Weights and arithmetic overlap, so their p-norm stands for the roofline's maximum (Williams,
 * Waterman and Patterson, Roofline, 2009); caches, the exchange between GPUs, the launch of each layer's kernels and the
 * engine's work per request come on top.
 *
 * @param inFlight requests that are written together on the whole replica
 */
export function decodeStep(at: ServingCase, inFlight: number, coefficients: ServingCoefficients): DecodeStep {
  const perGroup = Math.max(1, inFlight / at.attentionData);
  const integer = integerFactor(coefficients, at);
  const weights =
    (at.denseBytes + at.expertBytes * touchedExperts(at, inFlight) * integer) /
    (at.bytesPerMs * coefficients['bandwidth-share']);
  const arithmetic =
    (perGroup * at.denseMsPerToken) / coefficients['dense-compute-share'] +
    (inFlight * at.expertMsPerToken * integer) / coefficients['expert-compute-share'];
  const power = 1 + coefficients.overlap;
  const matrices = (weights ** power + arithmetic ** power) ** (1 / power);
  const caches =
    (perGroup * contextRead(at) * cacheBytesPerToken(at, coefficients)) /
    (at.bytesPerMs * coefficients['cache-bandwidth-share']);
  const layersMs =
    at.layers *
    (coefficients['layer-ms'] * engineFactor(coefficients, 'layer', at.engine) +
      (at.mixtureOfExperts ? coefficients['expert-layer-ms'] : 0) +
      (at.sparseAttention ? coefficients['sparse-layer-ms'] : 0));
  const requests = coefficients['sequence-ms'] * engineFactor(coefficients, 'sequence', at.engine) * perGroup;
  const ms =
    matrices +
    caches +
    exchangeMs(at, inFlight, perGroup, coefficients) +
    layersMs +
    requests +
    coefficients['step-ms'];
  return { ms, layersMs };
}

/** Share of the experts that at least one of the tokens of a step is sent to, when each picks its experts evenly. */
function touchedExperts(at: ServingCase, tokens: number): number {
  return at.mixtureOfExperts ? 1 - (1 - at.activeExpertShare) ** tokens : 0;
}

/**
 * Tokens whose cache a new token reads: prompt and half of the answer. Sparse attention reads the 2,048 that its index
 * picks, and the index, about a tenth of the cache (DeepSeek-V3.2-Exp, 2025, lightning indexer).
 */
function contextRead(at: ServingCase): number {
  const context = at.inputTokens + at.outputTokens / 2;
  return at.sparseAttention ? Math.min(context, 2_048) + context / 10 : context;
}

/** Two exchanges per layer: latency grows with the doublings of the group, volume with the tokens. */
function exchangeMs(
  at: ServingCase,
  inFlight: number,
  perGroup: number,
  coefficients: ServingCoefficients,
): number {
  if (at.gpus === 1) return 0;
  const latency = (at.layers * 2 * coefficients['exchange-ms'] * Math.log2(at.gpus)) / 3;
  const tokens = at.attentionData > 1 ? inFlight / 2 : perGroup;
  return latency + (tokens * at.exchangeMsPerToken) / coefficients['link-share'];
}
