import type { Fields } from '../field.ts';

/** Number of weights, the usual measure of a language model. */
export const modelSize = {
  kind: 'number',
  dimension: 'parameters',
  defaultUnit: 'billion-parameters',
  min: 1e6,
  max: 1e14,
} as const;

/** Which language model. */
export const modelFields = {
  model: {
    kind: 'text',
    label: 'Model wanted',
    maxLength: 200,
    weight: 2,
    settledBy: [['modelParameters']],
    help: "Name of an open model or of a provider's model, as far as the client has one in mind.",
  },
  modelParameters: {
    ...modelSize,
    label: 'Model size wanted',
    weight: 2,
    settledBy: [['model']],
    help: 'Number of parameters that the client thinks it needs. Smaller models cost less and should be tested first.',
  },
  openModelRequired: {
    kind: 'yes-no',
    label: 'Open model required',
    weight: 1,
    help: 'Whether rules or policy demand a model whose weights the client can hold.',
  },
} as const satisfies Fields;
