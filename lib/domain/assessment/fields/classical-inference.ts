import type { Fields } from '../field.ts';
import { count, perSecond, seconds } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Scores and decisions by models that are no language models. */
export const classicalInferenceFields = {
  ...sharedWorkloadFields,
  averageRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second on average',
    weight: 3,
    help: 'Over a whole day, nights included.',
  },
  peakRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second at the peak',
    weight: 3,
    help: 'The highest load that must still be served in time. It decides the number of machines.',
  },
  latencyP99: {
    ...seconds,
    defaultUnit: 'ms',
    label: 'Time per decision, 99th percentile',
    weight: 3,
    help: '99 of 100 requests must be answered within it, the network of the client not counted.',
  },
  currentLatency: {
    ...seconds,
    defaultUnit: 'ms',
    label: 'Time per decision today',
    weight: 1,
    help: 'What the present system takes for one decision.',
  },
  trainingHoursPerRun: {
    ...seconds,
    defaultUnit: 'h',
    label: 'Training time today',
    weight: 2,
    help: 'Wall time of one training run on the present machine.',
  },
  retrainingsPerMonth: {
    ...count,
    label: 'Trainings per month wanted',
    weight: 2,
    help: 'How often the model should be trained again. Daily is 30.',
  },
  modelFamily: {
    kind: 'choice',
    label: 'Kind of model',
    options: {
      'gradient-boosting': 'Gradient-boosted trees',
      'small-transformer': 'Transformer on sequences',
      'graph-features': 'Model on graph features',
      vision: 'Vision model',
      other: 'Other',
    },
    weight: 2,
    help: 'The kind of model. It decides whether CPUs are enough.',
  },
} as const satisfies Fields;
