import { describe, expect, it } from 'vitest';
import { requestsWithRoom } from './cache-room.ts';
import { denseCase as at, idealCoefficients as ideal } from './case.fixture.ts';
import { decodeStep } from './decode-step.ts';
import { promptTimeMs } from './prompt-time.ts';

describe('one decode step', () => {
  it('reads the weights once and each request’s cache', () => {
    // 8 GB at 1 TB/s are 8 ms; 8 requests x 1,500 tokens x 100 kB are 1.2 GB, 1.2 ms.
    expect(decodeStep(at, 8, ideal).ms).toBeCloseTo(9.2, 6);
  });

  it('is bound by arithmetic once the batch is large', () => {
    // 2,000 tokens x 0.01 ms exceed the 8 ms of the weights.
    const caches = (2_000 * 1_500 * 1e5) / 1e9;
    expect(decodeStep(at, 2_000, ideal).ms - caches).toBeCloseTo(20, 3);
  });

  it('reads only the experts that some token is sent to', () => {
    const experts = { ...at, mixtureOfExperts: true, expertBytes: 100e9, activeExpertShare: 0.1 };
    const alone = decodeStep(experts, 1, ideal).ms - decodeStep(at, 1, ideal).ms;
    expect(alone).toBeCloseTo(10, 6);
    const two = decodeStep(experts, 2, ideal).ms - decodeStep(at, 2, ideal).ms;
    expect(two).toBeCloseTo(100 * (1 - 0.9 ** 2), 6);
  });

  it('reads 2,048 tokens and an index with sparse attention', () => {
    const long = { ...at, inputTokens: 100_000 };
    const saved = decodeStep(long, 1, ideal).ms - decodeStep({ ...long, sparseAttention: true }, 1, ideal).ms;
    expect(saved).toBeCloseTo(((100_500 - 2_048 - 10_050) * 1e5) / 1e9, 6);
  });

  it('reads experts of integer weights more slowly, on each generation by its own kernels', () => {
    const experts = {
      ...at,
      mixtureOfExperts: true,
      expertBytes: 10e9,
      activeExpertShare: 1,
      integerWeights: true,
    };
    const slower = { ...ideal, 'integer-weights': 2, 'integer of blackwell': 1.5 };
    const longer = (generation: 'hopper' | 'blackwell' | 'other') =>
      decodeStep({ ...experts, generation }, 1, slower).ms - decodeStep(at, 1, slower).ms;
    expect(longer('hopper')).toBeCloseTo(20, 6);
    expect(longer('blackwell')).toBeCloseTo(30, 6);
    expect(longer('other')).toBeCloseTo(20, 6);
  });

  it('pays for each layer and each request', () => {
    const real = { ...ideal, 'layer-ms': 0.05, 'sequence-ms': 0.01 };
    expect(decodeStep(at, 8, real).ms - decodeStep(at, 8, ideal).ms).toBeCloseTo(10 * 0.05 + 8 * 0.01, 6);
  });
});

it('a prompt takes the arithmetic of its tokens, attention over half of them on average', () => {
  const shares = { dense: 0.5, experts: 1, link: 1, integer: 1 };
  expect(promptTimeMs(at, shares)).toBeCloseTo(1_000 * (0.01 / 0.5 + 1e-8 * 1_000), 9);
});

it('memory beside the weights has room for requests of prompt and half of the answer', () => {
  expect(requestsWithRoom(at, ideal)).toBeCloseTo((24e9 * 0.94 - 8e9) / (1e5 * 1_500), 6);
});
