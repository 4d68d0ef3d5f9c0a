import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentFormat } from '../../assessment/assessment.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import { model as modelNamed } from '../../catalogue/model-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import type { CandidateModel } from './candidate-models.ts';
import type { ServingPart } from './serving-part.ts';
import { sizeServing } from './size-serving.ts';

const catalogue = await readCatalogue();

function engine(): Engine {
  const assessment = {
    format: assessmentFormat,
    title: 'A',
    answers: {},
    workloads: [],
    commitments: [],
    hardware: [],
  };
  return { assessment: { ...assessment, format: assessmentFormat }, catalogue, ledger: new LedgerBuilder() };
}

function partOf(name: string): ServingPart {
  const part = accelerator(catalogue, name);
  if (part?.memoryBandwidthGbPerSecond == null || part.bf16DenseTflops == null) throw new Error(name);
  const { memoryBandwidthGbPerSecond, bf16DenseTflops } = part;
  return { ...part, memoryBandwidthGbPerSecond, bf16DenseTflops };
}

function candidate(name: string): CandidateModel {
  const model = modelNamed(catalogue, name);
  if (model?.parametersTotal == null || model.kvBytesPerTokenBf16 == null) throw new Error(name);
  const { parametersTotal, kvBytesPerTokenBf16 } = model;
  return { model: { ...model, parametersTotal, kvBytesPerTokenBf16 }, role: 'wanted' };
}

function size(
  modelName: string,
  partName: string,
  peak: number,
  options: { doublings?: number; most?: number; seconds?: number } = {},
) {
  const made = engine();
  const said = (id: string, unit: FigureUnit, value: number): Figure =>
    made.ledger.leaf({ id, kind: 'stated', answer: id, label: id, unit, value });
  const load = {
    inputTokens: said('in', 'tokens', 2_000),
    outputTokens: said('out', 'tokens', 400),
    peakRequestsPerSecond: said('peak', 'requests-per-second', peak),
  };
  const allowed = options.seconds === undefined ? undefined : said('allowed', 's', options.seconds);
  const { doublings = 0, most = 8 } = options;
  return sizeServing(made, 'x', candidate(modelName), partOf(partName), doublings, most, load, {
    first: undefined,
    total: allowed,
  });
}

describe('a replica', () => {
  it('needs as many GPUs as hold the weights and leave room for caches', () => {
    // 70.55 billion parameters in fp8 with 5 % overhead are 74 GB; three quarters of 90 % of 80 GB are 54 GB a GPU.
    const replica = size('Llama-3.3-70B-Instruct', 'H100-SXM', 1);
    expect(replica?.weightsMemory.value).toBeCloseTo(70.554 * 1.05, 1);
    expect(replica?.gpusPerReplica.value).toBe(2);
  });

  it('holds its weights in bf16 on a part without fp8', () => {
    expect(size('Qwen3-8B', 'A100-80GB', 1)?.weightsMemory.value).toBeCloseTo(8.19 * 2 * 1.05, 1);
    expect(size('Qwen3-8B', 'H100-SXM', 1)?.weightsMemory.value).toBeCloseTo(8.19 * 1.05, 1);
  });

  it('does not exist where the machine has too few GPUs', () => {
    expect(size('Llama-3.3-70B-Instruct', 'L4', 1, { most: 4 })).toBeUndefined();
    expect(size('Llama-3.3-70B-Instruct', 'H100-SXM', 1, { doublings: 3 })).toBeUndefined();
  });

  it('has times that are fitted to measurements, with their band, source and date', () => {
    const first = size('Qwen3-8B', 'H100-SXM', 1)?.firstTokenTime;
    expect(first).toMatchObject({
      kind: 'measured',
      row: expect.stringMatching(/^fitted-serving:Qwen3-8B\/1xH100-SXM\/fp8\/2000-in-400-out\/\d+-at-once$/),
      asOf: catalogue.fitted.serving.asOf,
      source: expect.stringMatching(/^Fitted to published measurements; .*, \d{4}-\d{2}-\d{2}$/),
    });
    expect(first?.band?.p10).toBeLessThan(first?.value ?? 0);
    expect(first?.band?.p90).toBeGreaterThan(first?.value ?? Infinity);
  });

  it('says that a band is wide where only a related generation was measured', () => {
    expect(size('Qwen3-8B', 'H100-SXM', 1)?.caveat).toBeUndefined();
    expect(size('Qwen3-8B', 'L40S', 1)?.caveat).toContain('wider band');
  });

  it('falls back on the data sheet where nobody measured the GPU, and says so', () => {
    // 2 FLOP x 8.19e9 parameters x 2000 tokens over 1,307.4 TFLOPS x 0.45, waiting before a server that is 70 % busy.
    const rough = size('Qwen3-8B', 'MI300X', 1);
    expect(rough?.firstTokenTime?.value).toBeCloseTo(
      (2 * 8.19e9 * 2_000) / (1_307.4e12 * 0.45) / (1 - 0.7),
      3,
    );
    expect(rough?.firstTokenTime?.kind).toBe('computed');
    expect(rough?.caveat).toContain('not fitted to measurements');
  });

  it('is faster on more GPUs', () => {
    const [one, two] = [0, 1].map((doublings) => size('Qwen3-32B', 'H100-SXM', 1, { doublings }));
    expect(two?.firstTokenTime?.value).toBeLessThan((one?.firstTokenTime?.value ?? 0) * 0.9);
  });

  it('takes fewer requests at once when answers must come sooner', () => {
    const soon = size('Qwen3-32B', 'H100-SXM', 5, { seconds: 12 });
    const late = size('Qwen3-32B', 'H100-SXM', 5, { seconds: 60 });
    expect(soon?.answerTime?.value).toBeLessThanOrEqual(12);
    expect(soon?.replicaRequestsPerSecond?.value).toBeLessThan(late?.replicaRequestsPerSecond?.value ?? 0);
    expect(soon?.replicas?.value).toBeGreaterThanOrEqual(late?.replicas?.value ?? 0);
  });
});

describe('replicas', () => {
  it('carry the peak, and no fewer would', () => {
    for (const peak of [0.1, 3, 40, 1_000]) {
      const replica = size('Qwen3-8B', 'H100-SXM', peak);
      const each = replica?.replicaRequestsPerSecond?.value ?? 0;
      const count = replica?.replicas?.value ?? 0;
      expect(count * each).toBeGreaterThanOrEqual(peak);
      expect(Math.max(0, count - 1) * each).toBeLessThan(peak);
    }
  });

  it('have wide bands where the efficiencies are assumptions', () => {
    const band = size('Qwen3-8B', 'MI300X', 40)?.answerTime?.band;
    expect((band?.p90 ?? 0) / (band?.p10 ?? 1)).toBeGreaterThan(1.5);
  });

  it('agree with Little: requests in flight are arrivals times the time each takes', () => {
    const replica = size('Qwen3-8B', 'H100-SXM', 40);
    expect(replica?.requestsInFlight?.value).toBeCloseTo(40 * (replica?.answerTime?.value ?? 0), 9);
  });
});
