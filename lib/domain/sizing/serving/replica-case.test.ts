import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import { model as modelNamed } from '../../catalogue/model-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import { predictReplica, type ReplicaCase } from './replica-case.ts';

const catalogue = await readCatalogue();

function tokens(value: number, band?: Figure['band']): Figure {
  return { id: 't', kind: 'stated', answer: 't', label: 't', unit: 'tokens', value, band };
}

function predicted(
  partName: string,
  lengths: Partial<Pick<ReplicaCase, 'inputTokens' | 'outputTokens'>> = {},
) {
  const part = accelerator(catalogue, partName);
  const model = modelNamed(catalogue, 'Qwen3-32B');
  if (model === undefined || part?.memoryBandwidthGbPerSecond == null || part.bf16DenseTflops == null)
    throw new Error(partName);
  const { memoryBandwidthGbPerSecond, bf16DenseTflops } = part;
  const replica: ReplicaCase = {
    model,
    part: { ...part, memoryBandwidthGbPerSecond, bf16DenseTflops },
    gpus: 1,
    inputTokens: tokens(6_000),
    outputTokens: tokens(600),
    ...lengths,
  };
  return predictReplica(catalogue.fitted.serving, replica, 8);
}

function firstToken(found: ReturnType<typeof predicted>) {
  if (found.kind === 'refusal') throw new Error(found.reason);
  return found.timeToFirstTokenMs;
}

describe('a prediction for a range of lengths', () => {
  const plain = firstToken(predicted('H100-SXM'));
  const ranged = firstToken(
    predicted('H100-SXM', { inputTokens: tokens(6_000, { p10: 3_000, p90: 12_000 }) }),
  );

  it('has the same base case and a wider band on both sides', () => {
    expect(ranged.p50).toBe(plain.p50);
    expect(ranged.p10).toBeLessThan(plain.p10);
    expect(ranged.p90).toBeGreaterThan(plain.p90);
  });

  it('adds the range and the error of the model as independent', () => {
    const longest = firstToken(predicted('H100-SXM', { inputTokens: tokens(12_000) }));
    const expected = Math.hypot(Math.log(plain.p90 / plain.p50), Math.log(longest.p50 / plain.p50));
    expect(Math.log(ranged.p90 / ranged.p50)).toBeCloseTo(expected, 9);
  });

  it('is refused where the longest request exceeds what the model reads', () => {
    const tooLong = predicted('H100-SXM', { inputTokens: tokens(30_000, { p10: 10_000, p90: 90_000 }) });
    expect(tooLong).toMatchObject({ kind: 'refusal', reason: 'context-exceeded' });
  });
});

describe('a prediction', () => {
  it('is refused on a GPU that nobody measured', () => {
    expect(predicted('MI300X')).toMatchObject({ kind: 'refusal', reason: 'gpu-not-measured' });
  });
});
