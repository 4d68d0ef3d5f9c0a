import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { fitServing } from '#lib/domain/sizing/serving/calibrated/fit/fit-serving.ts';
import { fitTraining } from '#lib/domain/sizing/training/calibrated/fit-training.ts';
import { storeFit } from './fit/store-fit.ts';

/**
 * `npm run fit`: fits the serving and the training model to the measurements of the catalogue, prints which stored
 * numbers change, and writes them. The same data give the same files.
 */
async function main(): Promise<void> {
  const [catalogue, evidence] = await Promise.all([readCatalogue(), readEvidence()]);
  const { accelerators, models } = catalogue;
  const { measurements, trainingRuns } = evidence;
  await storeFit('fitted-training.json', fitTraining({ trainingRuns, accelerators }));
  await storeFit('fitted-serving.json', fitServing({ measurements, models, accelerators }));
}

await main();
