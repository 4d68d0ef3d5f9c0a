import type { Accelerator } from '../../../catalogue/accelerator.ts';
import { newestDate } from '../../../catalogue/newest-date.ts';
import type { TrainingRun } from '../../../catalogue/measurement.ts';
import { hashRows } from '../../serving/calibrated/fit/evidence-hash.ts';
import { solve } from '../../serving/calibrated/fit/least-squares.ts';
import type { FittedTraining } from './fitted-training.ts';
import { type TrainingPart, trainingPart } from './training-part.ts';
import { sizeInput, utilisationAt } from './utilisation.ts';

export type TrainingEvidence = {
  readonly trainingRuns: readonly TrainingRun[];
  readonly accelerators: readonly Accelerator[];
};

/** A published run that 6ND describes, and its utilisation. */
export type UsableRun = {
  readonly run: TrainingRun;
  readonly part: TrainingPart;
  readonly tokens: number;
  readonly utilisation: number;
};

/** The utilisation fitted to all usable runs; its band to runs left out one at a time. Deterministic. */
export function fitTraining(evidence: TrainingEvidence): FittedTraining {
  const runs = usableRuns(evidence);
  const errors = runs.map((left) => leftOutError(runs, left)).toSorted((a, b) => a - b);
  const tail = 0.1 * (errors.length / (errors.length + 1));
  const sizes = runs.map(({ run }) => run.parametersTotal);
  const { base, size, generations } = fitUtilisation(runs);
  return {
    evidence: hashRows([evidence.trainingRuns, evidence.accelerators]),
    runs: runs.length,
    asOf: newestDate(runs.map(({ run }) => run)),
    utilisation: {
      base: rounded(base),
      size: rounded(size),
      generations: Object.fromEntries(
        Object.entries(generations).map(([name, deviation]) => [name, rounded(deviation)]),
      ),
    },
    band: { low: rounded(quantile(errors, tail)), high: rounded(quantile(errors, 1 - tail)) },
    parameters: { least: Math.min(...sizes), most: Math.max(...sizes) },
    kilogramsCo2ePerKwh: rounded(publishedEmissions(evidence.trainingRuns)),
  };
}

/**
 * Runs to learn from: not disputed, of 6.5 billion parameters and more (a nominal 7B), with tokens and an accelerator
 * whose rate is known. Left out: models distilled from a larger one, whose hours hold more than 6ND, and runs whose
 * recorded FLOP differ from 6ND by more than half, because their tokens are then a data set's size, not what was trained.
 */
export function usableRuns({ trainingRuns, accelerators }: TrainingEvidence): UsableRun[] {
  return trainingRuns.flatMap((run) => {
    const part = trainingPart(
      run.gpuModel,
      accelerators.find(({ model }) => model === run.gpuModel),
    );
    if (part === undefined || run.tokens === null || run.disputed !== null) return [];
    if (run.parametersTotal < 6.5e9 || (run.note?.includes('distilled') ?? false)) return [];
    const flop = 6 * (run.parametersActive ?? run.parametersTotal) * run.tokens;
    if (run.flopReported !== null && Math.abs(Math.log(flop / run.flopReported)) > Math.log(1.5)) return [];
    const utilisation = flop / (run.gpuHours * 3_600 * part.bf16DenseTflops * 1e12);
    return [{ run, part, tokens: run.tokens, utilisation }];
  });
}

/** log (published / predicted GPU-hours) of a run, by a fit without it. */
export function leftOutError(runs: readonly UsableRun[], left: UsableRun): number {
  const fitted = fitUtilisation(runs.filter((other) => other !== left));
  const predicted = utilisationAt(fitted, left.part.generation, left.run.parametersTotal);
  return Math.log(predicted / left.utilisation);
}

/**
 * A mean, deviations of generations and a slope over size, pooled: generations are assumed to differ by a fifth and size
 * to change a tenth per e-fold, against a scatter of 0.3 between runs (Gelman and Hill, Data Analysis Using Regression
 * and Multilevel/Hierarchical Models, 2007, chapter 12). The three are round guesses, and they matter: of the runs left
 * out, 87 % come within 1.5x; 93 % with deviations held twice as tight, 80 % with half as tight, 73 % with hardly any
 * pooling, and 60 % with half as tight and the distilled 3B run learned from too. So few runs cannot choose between them.
 * Outlying runs count less (Holland and Welsch, 1977).
 */
export function fitUtilisation(runs: readonly UsableRun[]): FittedTraining['utilisation'] {
  const names = [...new Set(runs.map(({ part }) => part.generation))].toSorted();
  const inputs = runs.map(({ run, part }) => [
    1,
    ...names.map((name) => (name === part.generation ? 1 : 0)),
    sizeInput(run.parametersTotal),
  ]);
  const targets = runs.map(({ utilisation }) => Math.log(utilisation));
  const penalties = [1e-6, ...names.map(() => (scatter / 0.2) ** 2), (scatter / 0.1) ** 2];
  let weights = runs.map(() => 1);
  let values: Float64Array = new Float64Array(penalties.length);
  for (let round = 0; round < 10; round++) {
    values = ridge(inputs, targets, weights, penalties);
    weights = inputs.map((row, at) => {
      const error = row.reduce(
        (sum, input, column) => sum + input * (values[column] ?? 0),
        -(targets[at] ?? 0),
      );
      return 1 / Math.sqrt(1 + (error / scatter) ** 2);
    });
  }
  return {
    base: values[0] ?? 0,
    size: values.at(-1) ?? 0,
    generations: Object.fromEntries(names.map((name, at) => [name, values[at + 1] ?? 0])),
  };
}

const scatter = 0.3;

function ridge(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  weights: readonly number[],
  penalties: readonly number[],
): Float64Array {
  const weighted = (column: number, valueOf: (row: number) => number) =>
    inputs.reduce((sum, row, at) => sum + (weights[at] ?? 0) * (row[column] ?? 0) * valueOf(at), 0);
  const matrix = penalties.map((penalty, row) =>
    Float64Array.from(
      penalties,
      (_, column) => weighted(row, (at) => inputs[at]?.[column] ?? 0) + (row === column ? penalty : 0),
    ),
  );
  return solve(
    matrix,
    Float64Array.from(penalties, (_, row) => weighted(row, (at) => targets[at] ?? 0)),
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Median of published emissions over the energy at the stated power, kg CO2e per kWh. */
function publishedEmissions(runs: readonly TrainingRun[]): number {
  const intensities = runs
    .flatMap(({ locationBasedTonnesCo2e, gpuPowerWatts, gpuHours }) =>
      locationBasedTonnesCo2e === null || gpuPowerWatts === null
        ? []
        : [(locationBasedTonnesCo2e * 1_000) / ((gpuHours * gpuPowerWatts) / 1_000)],
    )
    .toSorted((a, b) => a - b);
  return intensities[Math.floor(intensities.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
