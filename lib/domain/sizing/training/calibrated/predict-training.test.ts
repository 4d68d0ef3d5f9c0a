import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueDirectory, readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { accelerator } from '../../../catalogue/accelerator-lookup.ts';
import { fitTraining, leftOutError, usableRuns } from './fit-training.ts';
import { readFittedTraining } from './fitted-training.ts';
import { predictTraining } from './predict-training.ts';
import { trainingPart } from './training-part.ts';
import type { TrainingPrediction, TrainingSetup } from './training-setup.ts';

const catalogue = await readCatalogue();
const { accelerators } = catalogue;
const { trainingRuns } = await readEvidence();
const evidence = { trainingRuns, accelerators };
const fitted = fitTraining(evidence);
const base = { parameters: 70e9, activeParameters: null, tokens: 2e12, gpus: 1_024 };

function prediction(change: Partial<TrainingSetup> = {}, gpu = 'H100-SXM'): TrainingPrediction {
  const given = predictTraining(
    { ...base, ...change },
    trainingPart(gpu, accelerator(catalogue, gpu)),
    fitted,
  );
  if (given.kind === 'refusal') throw new Error(given.say);
  return given;
}

describe('a predicted training run', () => {
  it('takes 6 FLOP per parameter and token at the utilisation of published runs', () => {
    const { gpuHours, utilisation } = prediction();
    expect(utilisation).toBeGreaterThan(0.15);
    expect(utilisation).toBeLessThan(0.6);
    expect(gpuHours.p50).toBeCloseTo((6 * 70e9 * 2e12) / (989e12 * utilisation) / 3_600, 3);
  });

  it('of a mixture of experts computes its active parameters', () => {
    const expert = prediction({ parameters: 400e9, activeParameters: 17e9 });
    expect(expert.gpuHours.p50).toBeLessThan(prediction({ parameters: 400e9 }).gpuHours.p50 / 20);
  });

  it('divides its hours among the GPUs, and says nothing of wall time without their number', () => {
    const { gpuHours, wallHours } = prediction();
    expect(wallHours?.p90).toBeCloseTo(gpuHours.p90 / 1_024, 9);
    expect(prediction({ gpus: null }).wallHours).toBeNull();
  });

  it('emits what model cards compute for such energy, within a factor of 1.1', () => {
    // Llama 2 70B: 1,720,320 hours at 400 W are 291.42 t.
    const { gpuHours, tonnesCo2e } = prediction({}, 'A100-80GB');
    expect((tonnesCo2e?.p50 ?? 0) / gpuHours.p50 / (291.42 / 1_720_320)).toBeCloseTo(1, 1);
  });

  it('takes longer with more parameters or tokens, never more hours on a faster part of one generation', () => {
    const size = fc.double({ min: 7e9, max: 400e9, noNaN: true });
    fc.assert(
      fc.property(size, fc.double({ min: 1, max: 10, noNaN: true }), (parameters, factor) => {
        const one = prediction({ parameters }).gpuHours;
        expect(prediction({ parameters: parameters * factor }).gpuHours.p50).toBeGreaterThanOrEqual(one.p50);
        expect(prediction({ parameters, tokens: base.tokens * factor }).gpuHours.p50).toBeGreaterThanOrEqual(
          one.p50,
        );
        expect(one.p10 < one.p50 && one.p50 < one.p90).toBe(true);
      }),
    );
  });

  it('has a wider band on a generation without published runs, and says so', () => {
    const [known, unknown] = [prediction(), prediction({}, 'B200')];
    const width = ({ gpuHours: { p10, p90 } }: TrainingPrediction) => p90 / p10;
    expect(width(unknown)).toBeGreaterThan(width(known));
    expect(unknown.notes).toEqual(['No published run on the Blackwell generation was learned from.']);
  });
});

describe('no prediction of training', () => {
  it('on an accelerator whose rate is unknown', () => {
    const part = trainingPart('V100-32GB', accelerator(catalogue, 'V100-32GB'));
    expect(predictTraining(base, part, fitted)).toMatchObject({ kind: 'refusal', reason: 'gpu-not-known' });
  });

  it('of a model far smaller than any published one', () => {
    const part = trainingPart('H100-SXM', accelerator(catalogue, 'H100-SXM'));
    const answer = predictTraining({ ...base, parameters: 1e8 }, part, fitted);
    expect(answer).toMatchObject({ kind: 'refusal', reason: 'far-from-measurements' });
  });
});

describe('the fit', () => {
  it('is the stored one (else: npm run fit)', async () => {
    const text = await readFile(new URL('fitted-training.json', catalogueDirectory()), 'utf8');
    expect(readFittedTraining(JSON.parse(text))).toEqual(fitted);
  });

  it('uses no disputed, distilled or tokenless run', () => {
    const names = usableRuns(evidence).map(({ run }) => run.model);
    expect(names).toContain('Llama 2 70B');
    for (const name of [
      'Minerva (540B)',
      'Llama 3.2 3B',
      'Llama 3.2 Vision 90B',
      'GShard (dense)',
      'LaMDA',
    ]) {
      expect(names).not.toContain(name);
    }
  });

  it('puts four of five runs that it has not seen within 1.5x', () => {
    const runs = usableRuns(evidence);
    const near = runs.filter((run) => Math.abs(leftOutError(runs, run)) <= Math.log(1.5));
    expect(near.length / runs.length).toBeGreaterThanOrEqual(0.8);
  });
});
