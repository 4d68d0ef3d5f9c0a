import type { Fields } from '../field.ts';
import { batchFields } from './batch.ts';
import { classicalInferenceFields } from './classical-inference.ts';
import { edgeInferenceFields } from './edge-inference.ts';
import { fineTuningFields } from './fine-tuning.ts';
import { generalFields } from './general.ts';
import { llmServingFields } from './llm-serving.ts';
import { retrievalFields } from './retrieval.ts';
import { trainingFields } from './training.ts';

/** The questions of each kind of workload, in units that an engine can compute with. */
export const workloadFields = {
  'llm-serving': llmServingFields,
  retrieval: retrievalFields,
  training: trainingFields,
  'fine-tuning': fineTuningFields,
  'classical-inference': classicalInferenceFields,
  batch: batchFields,
  'edge-inference': edgeInferenceFields,
  general: generalFields,
} as const satisfies Readonly<Record<string, Fields>>;

/** What people call each kind. */
export const workloadKindLabels: Readonly<Record<keyof typeof workloadFields, string>> = {
  'llm-serving': 'Serving a language model',
  retrieval: 'Retrieval over documents',
  training: 'Training a model',
  'fine-tuning': 'Fine-tuning a model',
  'classical-inference': 'Classical inference',
  batch: 'Batch processing',
  'edge-inference': 'Inference at the edge',
  general: 'General computing',
};
