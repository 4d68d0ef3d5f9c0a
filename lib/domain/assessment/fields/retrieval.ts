import type { Fields } from '../field.ts';
import { count, perDay, seconds, tokens } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Finding passages for a question. */
export const retrievalFields = {
  ...sharedWorkloadFields,
  chunks: {
    ...count,
    label: 'Passages in the index',
    weight: 3,
    help: 'Pieces of text (chunks) that can be found.',
  },
  chunkTokens: { ...tokens, label: 'Tokens per passage', weight: 1, help: 'Length of one passage.' },
  embeddingDimension: {
    ...count,
    max: 65_536,
    label: 'Embedding dimension',
    weight: 1,
    help: 'Numbers per passage in the vector index.',
  },
  queriesPerDay: { ...perDay, label: 'Queries per day', weight: 3, help: 'Searches on a normal day.' },
  queryTime: { ...seconds, label: 'Time per query', weight: 2, help: 'Longest wait for the passages.' },
  tenants: {
    ...count,
    label: 'Customers kept apart',
    weight: 2,
    help: "Number of customers of whom none may see another's data.",
  },
} as const satisfies Fields;
