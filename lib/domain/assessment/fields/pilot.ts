import type { Fields } from '../field.ts';

/** What a trial of a workload has shown. */
export const pilotFields = {
  pilotUsers: {
    kind: 'number',
    label: 'Users of the pilot',
    dimension: 'count',
    defaultUnit: 'items',
    min: 0,
    max: 1e9,
    weight: 1,
    help: 'People who took part in a trial of it. With its cost it shows the cost of a user.',
  },
  pilotDuration: {
    kind: 'number',
    label: 'Length of the pilot',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 1,
    help: 'How long the trial ran, from the first use to the last.',
  },
  pilotCost: {
    kind: 'money',
    label: 'Cost of the pilot',
    periods: ['once'],
    weight: 1,
    help: 'What the whole trial cost. With its users and length it shows what the same at full size would cost.',
  },
  pilotModel: {
    kind: 'text',
    label: 'Model of the pilot',
    maxLength: 200,
    weight: 1,
    help: 'The model that the trial ran on, with its version.',
  },
} as const satisfies Fields;
