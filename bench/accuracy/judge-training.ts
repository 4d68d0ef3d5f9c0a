import {
  fitTraining,
  type TrainingEvidence,
  usableRuns,
} from '#lib/domain/sizing/training/calibrated/fit-training.ts';
import { predictTraining } from '#lib/domain/sizing/training/calibrated/predict-training.ts';
import { type Judged, median } from './score.ts';

export type JudgedTraining = Judged & {
  readonly name: string;
  readonly group: string;
  readonly parameters: number;
  /** GPU-hours at the median utilisation of the other runs. */
  readonly single: number;
  /** GPU-hours at the one utilisation that brings most runs, this one included, within 1.5x. */
  readonly hindsight: number;
};

/** Predicts each usable run by a fit without it, and by one utilisation for all. */
export function judgeTraining(evidence: TrainingEvidence): JudgedTraining[] {
  const runs = usableRuns(evidence);
  const best = bestSingle(runs.map(({ utilisation }) => utilisation));
  return runs.flatMap((left) => {
    const others = runs.filter((other) => other !== left);
    const { run, part, tokens } = left;
    const setup = {
      parameters: run.parametersTotal,
      activeParameters: run.parametersActive,
      tokens,
      gpus: run.gpuCount,
    };
    const fitted = fitTraining({
      ...evidence,
      trainingRuns: others.map((other) => other.run),
    });
    const answer = predictTraining(setup, part, fitted);
    if (answer.kind === 'refusal') return [];
    const single = median(others.map(({ utilisation }) => utilisation));
    return [
      {
        name: run.model,
        group: part.generation,
        parameters: run.parametersTotal,
        measured: run.gpuHours,
        ...answer.gpuHours,
        single: (run.gpuHours * left.utilisation) / single,
        hindsight: (run.gpuHours * left.utilisation) / best,
      },
    ];
  });
}

/** Of the utilisations between the extremes, the one that most runs are within 1.5x of; of equal ones the middle one. */
function bestSingle(utilisations: readonly number[]): number {
  const [least, most] = [Math.min(...utilisations), Math.max(...utilisations)];
  const tried = Array.from({ length: 400 }, (_, at) => least * (most / least) ** (at / 399));
  const near = tried.map(
    (value) => utilisations.filter((other) => Math.abs(Math.log(other / value)) <= Math.log(1.5)).length,
  );
  return median(tried.filter((_, at) => near[at] === Math.max(...near)));
}
