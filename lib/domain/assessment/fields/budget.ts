import type { Fields } from '../field.ts';

/** Money, in the client's own currency. */
export const budgetFields = {
  budgetRunning: {
    kind: 'money',
    label: 'Running budget',
    periods: ['per-month', 'per-quarter', 'per-year'],
    weight: 3,
    help: 'What operation may cost. The most it can be, not a wish.',
  },
  budgetOnce: {
    kind: 'money',
    label: 'Budget for investment',
    periods: ['once'],
    weight: 2,
    help: 'What may be spent once: hardware, migration, the build.',
  },
  budgetFirstYear: {
    kind: 'money',
    label: 'Budget of the first year, all in',
    periods: ['per-year'],
    weight: 3,
    help: 'Everything together in the first year, people included when the client says so.',
  },
  budgetThisYear: {
    kind: 'money',
    label: 'Left in this budget year',
    periods: ['once'],
    weight: 1,
    help: 'What can still be spent before the next budget.',
  },
  costPriority: {
    kind: 'choice',
    label: 'Cost against speed',
    options: { cost: 'Cost first', balanced: 'Balanced', speed: 'Speed first' },
    weight: 1,
    help: 'What gives way when both cannot be had.',
  },
  paymentModel: {
    kind: 'choices',
    label: 'Acceptable ways of paying',
    options: {
      'pay-as-you-go': 'Pay as you go',
      committed: 'One or three years committed',
      spot: 'Spot capacity',
      enterprise: 'Enterprise agreement',
      purchase: 'Purchase of hardware',
    },
    weight: 1,
    help: 'What procurement accepts.',
  },
  carbonPrice: {
    kind: 'money',
    label: 'Internal carbon price per tonne',
    periods: ['once'],
    weight: 1,
    help: 'What the client counts for a tonne of CO2e.',
  },
  reportsEmissions: {
    kind: 'yes-no',
    label: 'Emissions are reported',
    weight: 1,
    help: 'Whether somebody reports the emissions of computing.',
  },
} as const satisfies Fields;
