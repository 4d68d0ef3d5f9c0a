import { mapCoefficients, type ServingCoefficients } from './coefficient-names.ts';
import type { ServingCase } from './serving-case.ts';

/** Everything at the data sheet's rate, no overhead: what remains is the roofline. */
export const idealCoefficients: ServingCoefficients = mapCoefficients((name) => {
  if (name.endsWith('-ms')) return 1e-12;
  return name === 'overlap' ? 60 : 1;
});

/** 8 GB of dense weights on one GPU of 1 TB/s; 8 requests of 1,000 + 1,000 tokens with 100 kB of cache per token. */
export const denseCase: ServingCase = {
  engine: 'vllm',
  inputTokens: 1_000,
  outputTokens: 1_000,
  concurrency: 8,
  gpus: 1,
  attentionData: 1,
  layers: 10,
  mixtureOfExperts: false,
  sparseAttention: false,
  burst: false,
  quantised: true,
  integerWeights: false,
  generation: 'hopper',
  denseBytes: 8e9,
  expertBytes: 0,
  weightBytes: 8e9,
  memoryBytes: 24e9,
  activeExpertShare: 0,
  denseMsPerToken: 0.01,
  expertMsPerToken: 0,
  cacheBytesPerToken: 1e5,
  bytesPerMs: 1e9,
  attentionMsPerTokenPair: 1e-8,
  exchangeMsPerToken: 0,
};
