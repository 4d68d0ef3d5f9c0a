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
    help: 'Pieces of text (chunks) that can be found, each with its own vector.',
  },
  chunkTokens: {
    ...tokens,
    label: 'Tokens per passage',
    weight: 1,
    help: 'Length of one passage in tokens. About four characters of English make a token.',
  },
  embeddingDimension: {
    ...count,
    max: 65_536,
    label: 'Embedding dimension',
    weight: 1,
    help: 'Numbers that stand for one passage in the vector index. It decides the memory that the index needs.',
  },
  queriesPerDay: {
    ...perDay,
    label: 'Queries per day',
    weight: 3,
    help: 'Searches on a normal day. An assistant searches at least once for each question.',
  },
  queryTime: {
    ...seconds,
    label: 'Time per query',
    weight: 2,
    help: 'Longest wait until the passages are found.',
  },
  tenants: {
    ...count,
    label: 'Customers kept apart',
    weight: 2,
    help: "Number of customers of whom none may see another's data.",
  },
} as const satisfies Fields;
