import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { answerInput, type Answerer } from './answer-lines.ts';
import { optionsOfAssessment } from './options/options-of-assessment.ts';
import { priceBook } from './price/price-book.ts';
import { priceOf } from './price/price-of.ts';
import { sizeOfAssessment } from './size-of-assessment.ts';

/** The commands by name. Each reads what it needs once and answers lines from then on. */
export const commands: Readonly<Record<string, () => Promise<Answerer>>> = {
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
};
