import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { priceSeries } from '#lib/domain/forecast/price-series.ts';
import { answerInput, type Answerer } from './answer-lines.ts';
import { forecastOf } from './forecast/forecast-of.ts';
import { optionsOfAssessment } from './options/options-of-assessment.ts';
import { priceBook } from './price/price-book.ts';
import { priceOf } from './price/price-of.ts';
import { servingOf } from './serving/serving-of.ts';
import { sizeOfAssessment } from './size-of-assessment.ts';
import { trainingOf } from './training/training-of.ts';

/** The commands by name. Each reads what it needs once and answers lines from then on. */
export const commands: Readonly<Record<string, () => Promise<Answerer>>> = {
  async serving() {
    const catalogue = await readCatalogue();
    return answerInput((input) => servingOf(catalogue, catalogue.fitted.serving, input));
  },
  async training() {
    const [catalogue, { trainingRuns }] = await Promise.all([readCatalogue(), readEvidence()]);
    const otherParts = new Set(trainingRuns.map(({ gpuModel }) => gpuModel));
    const book = { catalogue, otherParts, fitted: catalogue.fitted.training };
    return answerInput((input) => trainingOf(book, input));
  },
  async price() {
    const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
    const book = priceBook(catalogue, priceHistory);
    return answerInput((input) => priceOf(book, input));
  },
  async size() {
    const catalogue = await readCatalogue();
    return (text) => sizeOfAssessment(catalogue, text);
  },
  async options() {
    const catalogue = await readCatalogue();
    return (text) => optionsOfAssessment(catalogue, text);
  },
  async forecast() {
    const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
    const series = priceSeries(priceHistory, catalogue.compute);
    return (text) => forecastOf(catalogue, series, text);
  },
};
