import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueDirectory, readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Accelerator } from '../../../catalogue/accelerator.ts';
import { accelerator } from '../../../catalogue/accelerator-lookup.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import { model as modelNamed } from '../../../catalogue/model-lookup.ts';
import { readFittedServing } from './fitted-serving.ts';
import { knownPools, knownSetup } from './known-setup.fixture.ts';
import { predictServing } from './predict-serving.ts';
import type { ServingPrediction, ServingSetup } from './setup.ts';

const catalogue = await readCatalogue();
const fitted = readFittedServing(
  JSON.parse(await readFile(new URL('fitted-serving.json', catalogueDirectory()), 'utf8')),
);

function shape(name: string): LanguageModel {
  const found = modelNamed(catalogue, name);
  if (found === undefined) throw new Error(name);
  return found;
}

function gpu(name: string): Accelerator {
  const found = accelerator(catalogue, name);
  if (found === undefined) throw new Error(name);
  return found;
}

function answer(setup: Partial<ServingSetup> = {}, model = 'Llama-3.3-70B-Instruct', part = gpu('H100-SXM')) {
  return predictServing({ ...knownSetup, ...setup }, shape(model), part, fitted);
}

function prediction(...asked: Parameters<typeof answer>): ServingPrediction {
  const given = answer(...asked);
  if (given.kind === 'refusal') throw new Error(given.say);
  return given;
}

const width = ({ timePerOutputTokenMs: { p10, p90 } }: ServingPrediction) => p90 / p10;

describe('a predicted set-up', () => {
  it('is slower than the roofline and in the range that such set-ups are measured at', () => {
    // 70.55 billion fp8 weights over 4 x 3,350 GB/s take 5.3 ms.
    const { timePerOutputTokenMs, timeToFirstTokenMs } = prediction();
    expect(timePerOutputTokenMs.p50).toBeGreaterThan(5.3);
    expect(timePerOutputTokenMs.p50).toBeLessThan(40);
    expect(timeToFirstTokenMs.p50).toBeGreaterThan(timePerOutputTokenMs.p50);
  });

  it('writes as many tokens as requests in flight over the time of each (Little)', () => {
    const { timePerOutputTokenMs, timeToFirstTokenMs, tokensPerSecondPerGpu } = prediction();
    const seconds = (timeToFirstTokenMs.p50 + 1_024 * timePerOutputTokenMs.p50) / 1_000;
    expect(tokensPerSecondPerGpu).toBeCloseTo((64 * 1_024) / seconds / 4, 6);
  });

  it('needs memory for its weights and caches, and holds back requests without room', () => {
    expect(prediction().memoryGibPerGpu).toBeGreaterThan(70.5 / 4 / 1.0737);
    const crowded = prediction({ gpuCount: 1, tensorParallel: 1, moeTensorParallel: 1 }, 'Qwen3-32B');
    expect(crowded.requestsInFlight).toBeLessThanOrEqual(64);
    const flooded = prediction({ concurrency: 2_000, batchSize: 2_000 }, 'Qwen3-32B');
    expect(flooded.requestsInFlight).toBeLessThan(2_000);
    expect(flooded.timeToFirstTokenMs.p50).toBeGreaterThan(10_000);
  });

  it('does not let prompts hold up answers when the pools are separate', () => {
    const long = { inputTokens: 8_192, outputTokens: 256 };
    const pools = prediction({ ...knownPools, ...long }, 'DeepSeek-R1', gpu('B200'));
    const one = prediction(
      { ...long, gpuCount: 8, tensorParallel: 8, moeTensorParallel: 8, concurrency: 32, batchSize: 32 },
      'DeepSeek-R1',
      gpu('B200'),
    );
    expect(pools.timePerOutputTokenMs.p50).toBeLessThan(one.timePerOutputTokenMs.p50);
  });
});

const models = ['Llama-3.3-70B-Instruct', 'Qwen3-32B', 'Qwen3-235B-A22B', 'gpt-oss-120b', 'MiniMax-M2.5'];
const anySetup = fc.record({
  model: fc.constantFrom(...models),
  part: fc.constantFrom('H100-SXM', 'H200', 'B200', 'GB300'),
  engine: fc.constantFrom('trtllm', 'sglang', 'vllm', null),
  inputTokens: fc.integer({ min: 128, max: 15_000 }),
  outputTokens: fc.integer({ min: 100, max: 8_192 }),
  concurrency: fc.integer({ min: 1, max: 1_024 }),
});

function at(
  { model, part, ...asked }: { model: string; part: string } & Partial<ServingSetup>,
  change: Partial<ServingSetup> = {},
) {
  return prediction(
    { ...asked, batchSize: null, gpuCount: 8, tensorParallel: 8, moeTensorParallel: 8, ...change },
    model,
    gpu(part),
  );
}

describe('for any set-up', () => {
  it('more requests at the same time never lower the time per token or to the first token', () => {
    fc.assert(
      fc.property(anySetup, fc.integer({ min: 1, max: 1_024 }), (setup, more) => {
        const [few, many] = [at(setup), at(setup, { concurrency: setup.concurrency + more })];
        expect(many.timePerOutputTokenMs.p50).toBeGreaterThanOrEqual(few.timePerOutputTokenMs.p50);
        expect(many.timeToFirstTokenMs.p50).toBeGreaterThanOrEqual(few.timeToFirstTokenMs.p50);
      }),
    );
  });

  it('more bandwidth, arithmetic or memory is never slower', () => {
    fc.assert(
      fc.property(anySetup, fc.double({ min: 1, max: 4, noNaN: true }), (setup, factor) => {
        const part = gpu(setup.part);
        const { memoryBandwidthGbPerSecond, bf16DenseTflops, memoryGb } = part;
        if (memoryBandwidthGbPerSecond === null || bf16DenseTflops === null) throw new Error(part.model);
        const better = [
          { ...part, memoryBandwidthGbPerSecond: memoryBandwidthGbPerSecond * factor },
          { ...part, bf16DenseTflops: bf16DenseTflops * factor },
        ];
        const { model, part: _, ...asked } = setup;
        const base = { ...asked, batchSize: null, gpuCount: 8, tensorParallel: 8, moeTensorParallel: 8 };
        for (const other of better) {
          const [before, after] = [prediction(base, model, part), prediction(base, model, other)];
          expect(after.timePerOutputTokenMs.p50).toBeLessThanOrEqual(
            before.timePerOutputTokenMs.p50 * (1 + 1e-12),
          );
          expect(after.timeToFirstTokenMs.p50).toBeLessThanOrEqual(
            before.timeToFirstTokenMs.p50 * (1 + 1e-12),
          );
        }
        const roomier = prediction(base, model, { ...part, memoryGb: memoryGb * factor });
        expect(roomier.requestsInFlight).toBeGreaterThanOrEqual(
          prediction(base, model, part).requestsInFlight,
        );
      }),
    );
  });

  it('bands enclose the median, and everything is finite and positive', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { timePerOutputTokenMs: token, timeToFirstTokenMs: first, ...rest } = at(setup);
        for (const { p10, p50, p90 } of [token, first]) {
          expect(0 < p10 && p10 < p50 && p50 < p90 && Number.isFinite(p90)).toBe(true);
        }
        for (const value of [rest.tokensPerSecondPerGpu, rest.memoryGibPerGpu, rest.requestsInFlight]) {
          expect(value > 0 && Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});

describe('an ambiguous size', () => {
  const factors = { gpuCount: 16, tensorParallel: 16, moeTensorParallel: 4, moeExpertParallel: 4 };

  it('is the smaller one, as in the measurements, and said', () => {
    expect(prediction(factors, 'Qwen3-235B-A22B', gpu('B200')).notes[0]).toContain('the same 4 GPUs');
  });

  it('is the larger one where the smaller cannot hold the weights', () => {
    const { notes, memoryGibPerGpu } = prediction(factors, 'DeepSeek-R1', gpu('H100-SXM'));
    expect(notes).not.toContainEqual(expect.stringContaining('the same 4 GPUs'));
    expect(memoryGibPerGpu).toBeLessThan(80);
  });
});

describe('bands are wider', () => {
  it('for an engine and a generation of GPUs that were never measured, and say why', () => {
    const usual = prediction();
    const unknownEngine = prediction({ engine: 'lmdeploy' });
    expect(width(unknownEngine)).toBeGreaterThan(width(usual));
    expect(unknownEngine.notes).toContain('Engine not stated or never measured.');
    const alone = { concurrency: 1, batchSize: 1, inputTokens: 128, outputTokens: 8_192 };
    const [measured, neighbour] = ['H100-SXM', 'A100-80GB'].map((name) =>
      prediction(alone, undefined, gpu(name)),
    );
    expect(measured && neighbour && Math.log(width(neighbour)) / Math.log(width(measured))).toBeCloseTo(
      1.6,
      2,
    );
  });

  it('for a part without NVLink of a generation that was measured, since none was', () => {
    const one = { gpuCount: 1, tensorParallel: 1, concurrency: 1, batchSize: 1 };
    const [linked, unlinked] = ['H100-SXM', 'H100-PCIe'].map((name) =>
      prediction(one, 'Qwen3-8B', gpu(name)),
    );
    expect(linked?.notes).toEqual([]);
    expect(unlinked?.notes).toEqual(['No measurement of a part without NVLink.']);
    expect(linked && unlinked && width(unlinked) > width(linked)).toBe(true);
  });

  it('the farther a length is outside of what was measured', () => {
    const [near, far] = [20_000, 90_000].map((inputTokens) =>
      prediction({ inputTokens, concurrency: 1, batchSize: 1 }),
    );
    expect(near && far && width(far) > width(near)).toBe(true);
  });
});

describe('no prediction', () => {
  it.each([
    ['of a model with blank totals', 'shape-unknown', {}, 'DeepSeek-V4-Flash', 'B200'],
    [
      'without the size of the deployment',
      'deployment-unknown',
      { gpuCount: null, tensorParallel: null },
      'Qwen3-32B',
      'H200',
    ],
    ['without the load', 'load-unknown', { concurrency: null, batchSize: null }, 'Qwen3-32B', 'H200'],
    ['of a GPU without data sheet figures', 'gpu-figures-unknown', {}, 'Qwen3-32B', 'H100-NVL'],
    [
      'of a GPU whose kind was never measured',
      'gpu-not-measured',
      { gpuCount: 1, tensorParallel: 1, concurrency: 1, batchSize: 1 },
      'Qwen3-32B',
      'MI300X',
    ],
    ['of weights that do not fit', 'does-not-fit', {}, 'Meta-Llama-3.1-405B', 'H100-SXM'],
    [
      'of a request longer than the context',
      'context-exceeded',
      { inputTokens: 200_000 },
      'Qwen3-32B',
      'H200',
    ],
    [
      'of a precision that is not known',
      'precision-unknown',
      { gemmQuantisation: 'fp6' },
      'Qwen3-32B',
      'H200',
    ],
    ['of lengths far outside', 'far-from-measurements', { inputTokens: 4 }, 'Qwen3-32B', 'H200'],
    [
      'of a length that is no number',
      'far-from-measurements',
      { outputTokens: Number.NaN },
      'Qwen3-32B',
      'H200',
    ],
    [
      'of a negative load',
      'far-from-measurements',
      { concurrency: -4, batchSize: null },
      'Qwen3-32B',
      'H200',
    ],
    [
      'of separate pools without their workers',
      'deployment-unknown',
      { mode: 'disagg' },
      'Qwen3-32B',
      'H200',
    ],
  ] as const)('%s: %s', (_, reason, setup, model, part) => {
    expect(answer(setup, model, gpu(part))).toMatchObject({ kind: 'refusal', reason });
  });

  it('says how much memory the weights would need', () => {
    const refusal = answer({}, 'Meta-Llama-3.1-405B');
    expect(refusal).toMatchObject({ say: expect.stringContaining('GiB on each of 4 H100-SXM') });
    expect(refusal.memoryGibPerGpu).toBeCloseTo(405.85 / 4 / 1.0737, 0);
  });
});
