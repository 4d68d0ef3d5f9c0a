import { acceleratorTable, modelTable } from '#lib/data/catalogue/hardware-and-model-tables.ts';
import { catalogueDirectory } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { readTable } from '#lib/data/catalogue/read-table.ts';
import { fitServing } from '#lib/domain/sizing/serving/calibrated/fit/fit-serving.ts';
import { fitTraining } from '#lib/domain/sizing/training/calibrated/fit-training.ts';
import { storeFit } from './fit/store-fit.ts';

/**
 * `npm run fit`: fits the serving and the training model to the measurements of the catalogue, prints which stored
 * numbers change, and writes them. The same data give the same files. It reads tables alone: the whole catalogue needs the
 * files that it writes.
 */
async function main(): Promise<void> {
  const directory = catalogueDirectory();
  const [accelerators, models, evidence] = await Promise.all([
    readTable(directory, acceleratorTable),
    readTable(directory, modelTable),
    readEvidence(),
  ]);
  const { measurements, trainingRuns } = evidence;
  await storeFit('fitted-training.json', fitTraining({ trainingRuns, accelerators }));
  await storeFit('fitted-serving.json', fitServing({ measurements, models, accelerators }));
}

await main();
