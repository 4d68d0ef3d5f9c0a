import type { Fields } from '../field.ts';
import { residencyOptions } from '../vocabulary.ts';
import { seconds } from './measures.ts';
import { modelSize } from './model.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Training a model from nothing. */
export const trainingFields = {
  ...sharedWorkloadFields,
  modelParameters: {
    ...modelSize,
    label: 'Parameters to train',
    weight: 3,
    help: 'Number of weights of the model that is to be trained from nothing.',
  },
  trainingTokens: {
    kind: 'number',
    dimension: 'tokens',
    defaultUnit: 'billion-tokens',
    min: 0,
    max: 1e17,
    label: 'Training tokens',
    weight: 3,
    help: 'Tokens that the model sees over the whole training, repeats included.',
  },
  deadline: {
    ...seconds,
    defaultUnit: 'months',
    label: 'Time until the model must be usable',
    weight: 3,
    help: 'Time from today until the model can be used, waiting for machines included.',
  },
  dataNotToLeave: {
    kind: 'number',
    dimension: 'data',
    defaultUnit: 'TB',
    min: 0,
    label: 'Data that may not leave its place',
    weight: 2,
    help: 'Part of the training data bound to one country or site.',
  },
  dataNotToLeavePlace: {
    kind: 'choice',
    label: 'Place that it may not leave',
    options: residencyOptions,
    weight: 2,
    help: 'Country that this part of the data may not leave.',
  },
} as const satisfies Fields;
