import type { Fields } from '../field.ts';
import { count } from './measures.ts';
import { modelSize } from './model.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Adapting a trained model, again and again. */
export const fineTuningFields = {
  ...sharedWorkloadFields,
  modelParameters: {
    ...modelSize,
    label: 'Parameters of the model',
    weight: 3,
    help: 'Number of weights of the model that is to be tuned.',
  },
  tokensPerRun: {
    kind: 'number',
    dimension: 'tokens',
    defaultUnit: 'million-tokens',
    min: 0,
    max: 1e17,
    label: 'Tokens per run',
    weight: 3,
    help: 'Tokens seen in one run, repeats included.',
  },
  runsPerMonth: {
    ...count,
    label: 'Runs per month',
    weight: 2,
    help: 'How often the model is tuned again with newer data.',
  },
  method: {
    kind: 'choice',
    label: 'Method',
    options: { lora: 'LoRA or another adapter', full: 'Full fine-tuning' },
    weight: 1,
    help: 'Adapters such as LoRA train few weights and need far less memory than full fine-tuning.',
  },
} as const satisfies Fields;
