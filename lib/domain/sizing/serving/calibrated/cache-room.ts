import type { ServingCoefficients } from './coefficient-names.ts';
import { servingEngines } from './coefficient-names.ts';
import type { ServingCase } from './serving-case.ts';

/** Share of the memory that engines give to weights and caches; the rest is activations, graphs and fragments. */
const usableShare = 0.94;

/**
 * Cache of one token on one GPU, bytes. Engines mostly keep the cache of a quantised model in 8 bit, some in 16: the
 * effective factor is fitted per engine.
 */
export function cacheBytesPerToken(at: ServingCase, coefficients: ServingCoefficients): number {
  if (!at.quantised) return at.cacheBytesPerToken;
  const engines = at.engine === null ? servingEngines : [at.engine];
  const factors = engines.map((engine) => coefficients[`cache of ${engine}`]);
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  return at.cacheBytesPerToken * mean;
}

/** Whether the weights leave room for anything: a deployment beyond this does not start. */
export function weightsFit(at: ServingCase): boolean {
  return at.weightBytes <= at.memoryBytes * 0.97;
}

/** Requests whose caches fit beside the weights, half of each answer written on average; at least 1. */
export function requestsWithRoom(at: ServingCase, coefficients: ServingCoefficients): number {
  const room = Math.max(at.memoryBytes * usableShare - at.weightBytes, at.memoryBytes * 0.04);
  const request = cacheBytesPerToken(at, coefficients) * (at.inputTokens + at.outputTokens / 2);
  return Math.max(1, (room / request) * at.attentionData);
}
