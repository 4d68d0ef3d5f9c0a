import { writeFile } from 'node:fs/promises';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { architectureOf, observe } from '#lib/domain/sizing/serving/calibrated/fit/observation.ts';
import { type JudgedServing, judgeServing } from './judge-serving.ts';
import { type JudgedTraining, judgeTraining } from './judge-training.ts';
import { scoreOf } from './score.ts';
import { accuracyStatement } from './statement.ts';
import { accuracyLines } from './tables.ts';

/**
 * Accuracy of the serving and training models on groups left out of the fit: prints the statement, writes it to
 * `docs/accuracy.md`, and names the bars that are missed. True when none is.
 */
export async function benchAccuracy(): Promise<boolean> {
  const [{ models, accelerators }, { measurements, trainingRuns }] = await Promise.all([
    readCatalogue(),
    readEvidence(),
  ]);
  const observations = observe({ measurements, models, accelerators });
  const serving = judgeServing(observations);
  const servingByArchitecture = judgeServing(observations, ({ model }) => architectureOf(model));
  const training = judgeTraining({ trainingRuns, accelerators });
  const statement = accuracyStatement({ serving, servingByArchitecture, training });
  await writeFile(new URL('../../docs/accuracy.md', import.meta.url), statement);
  process.stdout.write(statement);
  const missed = missedBars(serving, training);
  for (const bar of missed) process.stdout.write(`missed: ${bar}\n`);
  return missed.length === 0;
}

function missedBars(serving: readonly JudgedServing[], training: readonly JudgedTraining[]): string[] {
  const line = accuracyLines(serving).find(
    ({ mode, latency }) => mode === 'one pool' && latency === 'time per output token',
  );
  if (line === undefined) return ['no measurement of one pool'];
  const { score, band, refused } = line;
  const runs = scoreOf(training.filter(({ parameters }) => parameters >= 6.5e9));
  const bars = [
    { what: 'one pool, time per token: median error at most 15 %', met: score.medianError <= 0.15 },
    { what: 'one pool, time per token: 90 % within 1.5x', met: score.within1_5 >= 0.9 },
    {
      what: 'one pool, time per token: bands cover 70 to 90 %',
      met: band.coverage >= 0.7 && band.coverage <= 0.9,
    },
    { what: 'one pool: at least 85 % of the rows answered', met: refused <= 0.15 },
    { what: 'training: 80 % of the usable runs within 1.5x', met: runs.within1_5 >= 0.8 },
  ];
  return bars.filter(({ met }) => !met).map(({ what }) => what);
}
