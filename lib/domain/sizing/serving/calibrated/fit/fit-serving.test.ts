import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { catalogueDirectory, readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { mapCoefficients } from '../coefficient-names.ts';
import { readFittedServing } from '../fitted-serving.ts';
import { hashServingEvidence } from './evidence-hash.ts';
import { fitBand, weightedQuantile } from './fit-band.ts';
import { fitCoefficients, latenciesOf, startingCoefficients } from './fit-coefficients.ts';
import type { LeftOut } from './leave-out.ts';
import { architectureOf, isUsable, observe } from './observation.ts';

const [{ models, accelerators }, { measurements }] = await Promise.all([readCatalogue(), readEvidence()]);
const evidence = { measurements, models, accelerators };
const observations = observe(evidence);
const usable = observations.filter(isUsable);

describe('the stored fit', () => {
  it('was made from the measurements, shapes and data sheets that are here (else: npm run fit)', async () => {
    const stored = readFittedServing(
      JSON.parse(await readFile(new URL('fitted-serving.json', catalogueDirectory()), 'utf8')),
    );
    expect(stored.evidence).toBe(hashServingEvidence(evidence));
    expect(stored.rows).toBe(usable.length);
  });

  it('is refused when a coefficient is missing or an unknown one is there', async () => {
    const text = await readFile(new URL('fitted-serving.json', catalogueDirectory()), 'utf8');
    expect(() => readFittedServing(JSON.parse(text.replace('"overlap"', '"overlaps"')))).toThrow('overlap');
  });
});

describe('observations', () => {
  it('group variants of one shape together, and answer all of one pool', () => {
    const groupOf = (name: string) =>
      usable.find(({ measurement }) => measurement.modelShape === name)?.group;
    const [r1, v3] = ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-V3'].map((name) =>
      models.find((model) => model.name === name),
    );
    expect(r1 && v3 && architectureOf(r1) === architectureOf(v3)).toBe(true);
    expect(groupOf('moonshotai/Kimi-K2.5')).not.toBe(groupOf('deepseek-ai/DeepSeek-V3'));
    const onePool = observations.filter(({ measurement }) => measurement.mode === 'agg');
    expect(onePool.filter(isUsable).length / onePool.length).toBeGreaterThan(0.85);
  });

  it('have another hash when a single latency changes, the same in any order', () => {
    const [first, ...others] = measurements;
    if (first === undefined) throw new Error('no measurement');
    const changed = { ...first, timeToFirstTokenMs: first.timeToFirstTokenMs + 1 };
    const hash = hashServingEvidence(evidence);
    expect(hashServingEvidence({ ...evidence, measurements: [changed, ...others] })).not.toBe(hash);
    expect(hashServingEvidence({ ...evidence, measurements: measurements.toReversed() })).toBe(hash);
  });
});

it('a fit finds latencies that known coefficients made', () => {
  const start = startingCoefficients();
  const truth = mapCoefficients((name) => start[name] * (name.endsWith('-share') ? 0.8 : 1.3));
  const made = usable
    .filter((_, at) => at % 12 === 0)
    .map((observation) => {
      const { timePerOutputTokenMs, timeToFirstTokenMs } = latenciesOf(observation, truth);
      return {
        ...observation,
        measurement: { ...observation.measurement, timePerOutputTokenMs, timeToFirstTokenMs },
      };
    });
  const fitted = fitCoefficients(made);
  const errorOf = (coefficients: typeof truth) =>
    Math.max(
      ...made.map((observation) =>
        Math.abs(
          Math.log(
            latenciesOf(observation, coefficients).timePerOutputTokenMs /
              observation.measurement.timePerOutputTokenMs,
          ),
        ),
      ),
    );
  expect(errorOf(fitted)).toBeLessThan(0.1);
  expect(errorOf(start)).toBeGreaterThan(0.2);
});

describe('a band', () => {
  const latencies = {
    timePerOutputTokenMs: 10,
    timeToFirstTokenMs: 100,
    inFlight: 8,
    room: 1_000,
    interference: 0,
  };
  const rows: LeftOut[] = usable.slice(0, 400).map((observation, at) => ({
    observation,
    latencies,
    tokenError: ((at % 100) - 49.5) / 100,
    firstTokenError: 0,
  }));

  it('holds about 80 % of errors like those it was made from', () => {
    const { spread, low, high } = fitBand(rows, ({ tokenError }) => tokenError);
    const width = Math.exp(spread.base);
    const inside = rows.filter(({ tokenError }) => low * width <= tokenError && tokenError <= high * width);
    expect(inside.length / rows.length).toBeGreaterThan(0.77);
    expect(inside.length / rows.length).toBeLessThan(0.93);
  });

  it('counts rows by their weight', () => {
    expect(weightedQuantile([3, 1, 2], Float64Array.of(1, 1, 1), 0.5)).toBe(2);
    expect(weightedQuantile([3, 1, 2], Float64Array.of(8, 1, 1), 0.5)).toBe(3);
  });
});
