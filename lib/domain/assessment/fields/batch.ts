import type { Fields } from '../field.ts';
import { seconds, tokens } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Work that may take its time: text recognition, embeddings, scoring. */
export const batchFields = {
  ...sharedWorkloadFields,
  items: {
    kind: 'number',
    dimension: 'count',
    defaultUnit: 'items',
    min: 0,
    max: 1e15,
    label: 'Items to process once',
    weight: 3,
    help: 'Pages, documents or rows of the first, large job.',
  },
  itemsPerMonth: {
    kind: 'number',
    dimension: 'count',
    defaultUnit: 'items',
    min: 0,
    max: 1e15,
    label: 'Items per month afterwards',
    weight: 2,
    help: 'Pages, documents or rows that come in each month once the first job is done.',
  },
  work: {
    kind: 'choice',
    label: 'Kind of work',
    options: {
      ocr: 'Text recognition (OCR)',
      embedding: 'Embeddings',
      scoring: 'Scoring',
      transcription: 'Transcription of speech',
      summarising: 'Summaries by a language model',
    },
    weight: 3,
    help: 'What is done to each item. It decides the machines and the price of an item.',
  },
  deadline: {
    ...seconds,
    defaultUnit: 'months',
    label: 'Time until it must be done',
    weight: 2,
    help: 'Time from today until the first job is done. Spread over more time, it needs fewer machines.',
  },
  tokensPerItem: {
    ...tokens,
    label: 'Tokens per item',
    weight: 1,
    help: 'Text of one item in tokens, for work done by a language model.',
  },
} as const satisfies Fields;
