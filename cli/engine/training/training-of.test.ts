import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readFittedTraining } from '#lib/domain/sizing/training/calibrated/fitted-training.ts';
import { AppError } from '#lib/errors.ts';
import { type TrainingBook, trainingOf } from './training-of.ts';

let book: TrainingBook;
beforeAll(async () => {
  const stored: unknown = JSON.parse(await readFile('catalogue/fitted-training.json', 'utf8'));
  const otherParts = new Set(['V100-unspecified']);
  book = { catalogue: await readCatalogue(), fitted: readFittedTraining(stored), otherParts };
});

const run = { params_b: 70, tokens_b: 2000, gpu: 'H100-SXM', gpus: 2048 };

describe('a training run', () => {
  it('gets its GPU-hours with the band, wall hours, emissions and cost', () => {
    const answer = trainingOf(book, run);
    expect(answer).toMatchObject({
      gpu_hours: { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) },
      tco2e: expect.any(Number),
      usd: expect.any(Number),
      usd_source: expect.stringMatching(/on demand, .* list price, .*, 20\d\d-/),
    });
    const { gpu_hours: hours, wall_hours: wall, usd } = read(answer);
    expect(wall).toBeCloseTo(hours.p50 / 2048, 6);
    expect(usd / hours.p50).toBeGreaterThan(1);
    expect(usd / hours.p50).toBeLessThan(20);
  });

  it('is the same in the columns of the table of runs', () => {
    const row = {
      params_total: 70e9,
      tokens: 2e12,
      gpu: 'h100_sxm',
      gpu_count: 2048,
      gpu_hours: 1,
      disputed: '',
    };
    expect(trainingOf(book, row)).toEqual(trainingOf(book, run));
  });

  it('costs what the line says an hour costs', () => {
    const { gpu_hours: hours, usd } = read(trainingOf(book, { ...run, usd_per_gpu_hour: 2 }));
    expect(usd).toBeCloseTo(hours.p50 * 2, 3);
  });

  it('takes less time with fewer active parameters', () => {
    const sparse = read(trainingOf(book, { ...run, active_params_b: 10 }));
    expect(sparse.gpu_hours.p50).toBeCloseTo(read(trainingOf(book, run)).gpu_hours.p50 / 7, 3);
  });

  it('has no wall time without a number of GPUs, and no cost without a price', () => {
    expect(trainingOf(book, { ...run, gpus: undefined })).toMatchObject({ wall_hours: null });
    expect(trainingOf(book, { ...run, gpu: 'A800' })).toMatchObject({ usd: null });
  });

  it.each([
    ['far larger than any published', { params_b: 1e6 }, 'far-from-measurements'],
    ['on a part of unknown rate', { gpu: 'V100-unspecified' }, 'gpu-not-known'],
  ])('is refused when %s', (_what, change, reason) => {
    expect(trainingOf(book, { ...run, ...change })).toEqual({ refused: expect.any(String), reason });
  });

  it.each([
    ['gpu', { gpu: 'H900' }, 'not-found'],
    ['gpu', { gpu: 'A100' }, 'invalid-input'],
    ['params_b', { params_b: undefined }, 'invalid-input'],
    ['tokens_b', { tokens_b: -2000 }, 'invalid-input'],
    ['tokens_b', { tokens_b: 'many' }, 'invalid-input'],
    ['gpus', { gpus: 0 }, 'invalid-input'],
    ['active_params_b', { active_params_b: 71 }, 'invalid-input'],
    ['hours', { hours: 1 }, 'invalid-input'],
  ])('names %s when it is wrong', (field, change, code) => {
    expect(() => trainingOf(book, { ...run, ...change })).toThrow(AppError);
    expect(() => trainingOf(book, { ...run, ...change })).toThrow(
      expect.objectContaining({ code, problems: [expect.objectContaining({ field })] }),
    );
  });
});

type Answer = { gpu_hours: { p50: number }; wall_hours: number; usd: number };

function read(answer: object): Answer {
  if (!isAnswer(answer)) throw new Error(`not answered: ${JSON.stringify(answer)}`);
  return answer;
}

function isAnswer(answer: object): answer is Answer {
  return 'gpu_hours' in answer && 'wall_hours' in answer && 'usd' in answer;
}
