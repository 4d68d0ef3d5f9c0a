import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { readFittedServing } from '#lib/domain/sizing/serving/calibrated/fitted-serving.ts';
import type { FittedServing } from '#lib/domain/sizing/serving/calibrated/fitted-serving.ts';
import { AppError } from '#lib/errors.ts';
import { servingOf } from './serving-of.ts';

let catalogue: Catalogue;
let fitted: FittedServing;
beforeAll(async () => {
  catalogue = await readCatalogue();
  fitted = readFittedServing(JSON.parse(await readFile('catalogue/fitted-serving.json', 'utf8')));
});

const setup = {
  model: 'Qwen/Qwen3-32B',
  gpu: 'H200',
  gpus: 2,
  engine: 'trtllm',
  precision: 'fp8',
  mode: 'agg',
  isl: 4000,
  osl: 500,
  concurrency: 16,
  tp: 2,
  pp: 1,
};
const shape = {
  name: 'client/own-32B',
  params_total: 32.76e9,
  layers: 64,
  hidden: 5120,
  heads: 64,
  kv_heads: 8,
  head_dim: 128,
  vocab: 151_936,
  context: 40_960,
  intermediate: 25_600,
  attention: 'GQA',
};

describe('a serving set-up', () => {
  it('gets both latencies with their bands, throughput and memory', () => {
    expect(answer(setup)).toEqual({
      ttft_ms: { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) },
      tpot_ms: { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) },
      tokens_per_s_per_gpu: expect.any(Number),
      memory_gib_per_gpu: expect.any(Number),
      requests_in_flight: expect.any(Number),
      fits: true,
      notes: expect.any(Array),
    });
  });

  it('is the same in other spellings, with numbers as text, blank cells and what was measured beside it', () => {
    const row = {
      ...setup,
      model: undefined,
      llms_name: 'qwen3-32b',
      gpu: 'NVIDIA H200 141GB',
      engine: 'TRTLLM',
      isl: '4000',
      batch_size: '',
      moe_ep: 0,
      row_id: 's0001',
      ttft_ms: 99,
      measured: '2026-01-01',
    };
    expect(answer(row)).toEqual(answer(setup));
  });

  it('may describe the shape of its model instead of naming it', () => {
    const { model: _named, ...unnamed } = setup;
    const described = answer({ ...unnamed, ...shape });
    expect(described).toMatchObject({ fits: true });
    expect(described).toEqual(
      answer({ ...unnamed, ...shape, kv_bytes_per_token_bf16: 2 * 64 * 8 * 128 * 2 }),
    );
  });

  it('is refused, with the memory it needs, when the weights do not fit', () => {
    const tooLarge = { ...setup, model: 'deepseek-ai/DeepSeek-R1', gpus: 1, tp: 1 };
    expect(answer(tooLarge)).toMatchObject({
      refused: expect.stringContaining('need'),
      reason: 'does-not-fit',
      fits: false,
      memory_gib_per_gpu: expect.any(Number),
    });
  });

  it.each([
    ['a load nobody stated', { concurrency: undefined }, 'load-unknown'],
    ['GPUs nobody counted', { gpus: undefined, tp: undefined }, 'deployment-unknown'],
    ['a precision nobody knows', { precision: 'fp3' }, 'precision-unknown'],
    ['a request longer than the context', { isl: 1e12 }, 'context-exceeded'],
    ['an accelerator that was never measured', { gpu: 'MI300X' }, expect.stringMatching(/^gpu-/)],
  ])('is refused for %s', (_what, change, reason) => {
    expect(answer({ ...setup, ...change })).toMatchObject({ reason, refused: expect.any(String) });
  });

  it.each([
    ['model', { model: 'nobody/knows-7B' }, 'not-found'],
    ['model', { model: undefined }, 'invalid-input'],
    ['gpu', { gpu: 'H900' }, 'not-found'],
    ['gpu', { gpu: 'H100' }, 'invalid-input'],
    ['isl', { isl: undefined }, 'invalid-input'],
    ['isl', { isl: 'NaN' }, 'invalid-input'],
    ['osl', { osl: -1 }, 'invalid-input'],
    ['concurrency', { concurrency: 0 }, 'invalid-input'],
    ['tp', { tp: [2] }, 'invalid-input'],
    ['isl', { isl: 1e300 }, 'invalid-input'],
    ['mode', { mode: 'both' }, 'invalid-input'],
    ['tensor', { tensor: 2 }, 'invalid-input'],
  ])('names %s when it is wrong', (field, change, code) => {
    expect(() => answer({ ...setup, ...change })).toThrow(AppError);
    expect(() => answer({ ...setup, ...change })).toThrow(
      expect.objectContaining({ code, problems: [expect.objectContaining({ field })] }),
    );
  });

  it('is answered by finite numbers in order, refused, or an error, whatever its numbers', () => {
    const amount = fc.oneof(fc.integer({ min: 1, max: 4096 }), fc.constantFrom(1e12, 0.5, 1e18));
    const numbers = fc.record({
      isl: amount,
      osl: amount,
      concurrency: amount,
      gpus: amount,
      tp: amount,
      moe_ep: amount,
      attention_dp: amount,
      decode_workers: amount,
    });
    fc.assert(
      fc.property(numbers, fc.constantFrom('agg', 'disagg'), (given, mode) => {
        const text = JSON.stringify(answer({ ...setup, ...given, mode }), (_key, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'no number' : value,
        );
        expect(text).not.toContain('no number');
      }),
      { numRuns: 300 },
    );
  });
});

function answer(input: Readonly<Record<string, unknown>>): object {
  return servingOf(catalogue, fitted, input);
}
