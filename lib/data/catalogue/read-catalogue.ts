import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { buildCatalogue } from '#lib/domain/catalogue/build-catalogue.ts';
import type { Catalogue, CatalogueTables } from '#lib/domain/catalogue/catalogue.ts';
import type { FittedModels } from '#lib/domain/catalogue/fitted-models.ts';
import { readFittedServing } from '#lib/domain/sizing/serving/calibrated/fitted-serving.ts';
import { readFittedTraining } from '#lib/domain/sizing/training/calibrated/fitted-training.ts';
import { acceleratorTable, modelTable } from './hardware-and-model-tables.ts';
import {
  carbonTable,
  controlTable,
  crosswalkTable,
  framework,
  regionTable,
} from './place-and-control-tables.ts';
import {
  computeTable,
  gpuCloudTable,
  regionalTable,
  spotAdviceTable,
  storageNetworkTable,
  tokenPriceTable,
  tpuTable,
} from './price-tables.ts';
import { readAssumptions } from './read-assumptions.ts';
import { checkProvenance, readSources } from './read-sources.ts';
import { checked, parseTable, readJson, readTable } from './read-table.ts';

/** Where the catalogue lies in an installation: the folder `catalogue` of the working directory. */
export function catalogueDirectory(): URL {
  return pathToFileURL(`${process.cwd()}/catalogue/`);
}

/**
 * The catalogue read from a directory of JSON files, checked, versioned and indexed. Measurements, training runs and
 * the price history are read apart, by `readEvidence`. Throws `internal` naming file, row and column.
 */
export async function readCatalogue(directory: URL = catalogueDirectory()): Promise<Catalogue> {
  const [sources, assumptions, controlFile, compute, storageNetwork, regional, gpuClouds, spotAdvice] =
    await Promise.all([
      readSources(directory),
      readAssumptions(directory),
      readJson(directory, 'controls.json'),
      readTable(directory, computeTable),
      readTable(directory, storageNetworkTable),
      readTable(directory, regionalTable),
      readTable(directory, gpuCloudTable),
      readTable(directory, spotAdviceTable),
    ]);
  const [tpus, accelerators, models, tokenPrices, carbon, regions, crosswalk, fitted] = await Promise.all([
    readTable(directory, tpuTable),
    readTable(directory, acceleratorTable),
    readTable(directory, modelTable),
    readTable(directory, tokenPriceTable),
    readTable(directory, carbonTable),
    readTable(directory, regionTable),
    readTable(directory, crosswalkTable),
    readFitted(directory),
  ]);
  const tables: CatalogueTables = {
    sources,
    assumptions,
    compute,
    storageNetwork,
    regional,
    gpuClouds,
    spotAdvice,
    tpus,
    accelerators,
    models,
    tokenPrices,
    carbon,
    regions,
    frameworks: checked(frameworks, controlFile, 'controls.json').frameworks,
    controls: parseTable(controlFile, controlTable),
    crosswalk,
    fitted,
  };
  for (const rows of [
    compute,
    storageNetwork,
    regional,
    gpuClouds,
    spotAdvice,
    tpus,
    accelerators,
    models,
    tokenPrices,
    carbon,
    regions,
    tables.controls,
    crosswalk,
  ]) {
    checkProvenance(rows, sources);
  }
  return buildCatalogue(tables);
}

async function readFitted(directory: URL): Promise<FittedModels> {
  const [serving, training] = await Promise.all([
    readJson(directory, 'fitted-serving.json'),
    readJson(directory, 'fitted-training.json'),
  ]);
  return { serving: readFittedServing(serving), training: readFittedTraining(training) };
}

const frameworks = z.object({ frameworks: z.array(framework) });
