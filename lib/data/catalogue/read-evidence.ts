import type { Measurement, TrainingRun } from '#lib/domain/catalogue/measurement.ts';
import type { PricePoint } from '#lib/domain/catalogue/prices.ts';
import { measurementTable, trainingRunTable } from './hardware-and-model-tables.ts';
import { priceHistoryTable } from './price-tables.ts';
import { catalogueDirectory } from './read-catalogue.ts';
import { checkProvenance, readSources } from './read-sources.ts';
import { readTable } from './read-table.ts';

/** What models are fitted and checked against: too large and too rarely needed to be read with the catalogue. */
export type Evidence = {
  readonly measurements: readonly Measurement[];
  readonly trainingRuns: readonly TrainingRun[];
  readonly priceHistory: readonly PricePoint[];
};

/** Measurements, training runs and price history of a catalogue directory. Throws as `readCatalogue` does. */
export async function readEvidence(directory: URL = catalogueDirectory()): Promise<Evidence> {
  const [sources, measurements, trainingRuns, priceHistory] = await Promise.all([
    readSources(directory),
    readTable(directory, measurementTable),
    readTable(directory, trainingRunTable),
    readTable(directory, priceHistoryTable),
  ]);
  for (const rows of [measurements, trainingRuns, priceHistory]) checkProvenance(rows, sources);
  return { measurements, trainingRuns, priceHistory };
}
