import { describe, expect, it } from 'vitest';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { readDeployment } from './deployment.ts';
import { knownPools, knownSetup } from './known-setup.fixture.ts';
import type { ServingSetup } from './setup.ts';

function read(setup: Partial<ServingSetup>, mixtureOfExperts = true) {
  const deployment = readDeployment({ ...knownSetup, ...setup }, mixtureOfExperts);
  if ('kind' in deployment) throw new Error(deployment.say);
  return deployment;
}

describe('a deployment of one pool', () => {
  it('splits attention and experts over its GPUs', () => {
    expect(read({}).decode).toEqual({
      gpus: 4,
      attentionTensor: 4,
      attentionData: 1,
      expertGpus: 4,
      pipelineStages: 1,
      concurrency: 64,
    });
  });

  it('is as large as its GPUs when nothing else is stated', () => {
    const { decode } = read({ tensorParallel: null, moeTensorParallel: null, moeExpertParallel: null });
    expect([decode.gpus, decode.attentionTensor, decode.expertGpus]).toEqual([4, 4, 4]);
  });

  it('is as large as its factors when the GPUs are not counted', () => {
    expect(read({ gpuCount: null }).gpus).toBe(4);
    expect(read({ gpuCount: null, tensorParallel: 2, pipelineParallel: 2, moeTensorParallel: 2 }).gpus).toBe(
      4,
    );
  });

  it('reads equal tensor and expert factors as the same GPUs, and says so', () => {
    const twice = read({ gpuCount: 64, tensorParallel: 64, moeTensorParallel: 8, moeExpertParallel: 8 });
    const once = read({ gpuCount: 8, tensorParallel: 8, moeTensorParallel: 1, moeExpertParallel: 8 });
    expect(twice.decode).toEqual(once.decode);
    expect([twice.gpus, once.note]).toEqual([8, null]);
    expect(twice.note).toContain('the same 8 GPUs');
  });

  it('takes unequal factors, and factors that state no attention parallelism, at their word', () => {
    const apart = read({
      gpuCount: 8,
      tensorParallel: 4,
      attentionDataParallel: 2,
      moeTensorParallel: 1,
      moeExpertParallel: 8,
    });
    expect(apart.decode).toMatchObject({ gpus: 8, attentionTensor: 4, attentionData: 2, expertGpus: 8 });
    const blank = read({ attentionDataParallel: null, moeTensorParallel: 2, moeExpertParallel: 2 });
    expect([blank.gpus, blank.note]).toEqual([4, null]);
  });

  it('reads a batch below the concurrency as attention groups of a mixture of experts, else as copies', () => {
    const setup = { attentionDataParallel: null, concurrency: 224, batchSize: 56 };
    expect(read(setup).decode).toMatchObject({ attentionData: 4, attentionTensor: 1, concurrency: 224 });
    expect(read(setup, false).decode).toMatchObject({ attentionData: 1, concurrency: 56 });
  });

  it('is never smaller in one reading than in the other: measured pairs with equal latencies agree', async () => {
    const { measurements } = await readEvidence();
    const alike = Map.groupBy(
      measurements.filter(({ mode, moeExpertParallel }) => mode === 'agg' && (moeExpertParallel ?? 0) > 1),
      (row) =>
        [
          row.modelShape,
          row.gpuModel,
          row.engine,
          row.concurrency,
          row.timeToFirstTokenMs,
          row.timePerOutputTokenMs,
        ].join(),
    );
    const pairs = [...alike.values()].filter(
      (rows) => new Set(rows.map(({ gpuCount }) => gpuCount)).size > 1,
    );
    expect(pairs.length).toBe(44);
    for (const rows of pairs) {
      const [first, ...others] = rows.map((row) => read(row).decode);
      for (const other of others) expect(other).toEqual(first);
    }
  });
});

describe('a deployment of separate pools', () => {
  it('counts all workers and gives each its share of the requests', () => {
    const deployment = read(knownPools);
    expect(deployment.gpus).toBe(20);
    expect(deployment.prefill).toMatchObject({ gpus: 4, concurrency: 64 });
    expect(deployment.decode).toMatchObject({ gpus: 8, concurrency: 32 });
  });

  it('knows its load from the batches of its workers', () => {
    expect(read({ ...knownPools, concurrency: null, decodeBatch: 16 }).prefill.concurrency).toBe(32);
  });
});
