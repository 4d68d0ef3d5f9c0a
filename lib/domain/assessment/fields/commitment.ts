import type { Fields } from '../field.ts';
import { cloudOptions } from '../vocabulary.ts';

/** What a provider has been promised: unused commitment is money already spent. */
export const commitmentFields = {
  provider: {
    kind: 'choice',
    label: 'Provider',
    options: cloudOptions,
    weight: 3,
    help: 'With whom the contract is.',
  },
  region: {
    kind: 'text',
    label: 'Region',
    maxLength: 60,
    weight: 1,
    help: 'Region that the commitment is bound to, as the provider writes it.',
  },
  amount: {
    kind: 'money',
    label: 'Committed amount',
    periods: ['per-year', 'per-month'],
    weight: 3,
    help: 'What must be spent, used or not.',
  },
  used: {
    kind: 'number',
    label: 'Share used today',
    dimension: 'share',
    defaultUnit: 'percent',
    min: 0,
    max: 200,
    weight: 3,
    help: 'How much of the commitment present use covers.',
  },
  term: {
    kind: 'number',
    label: 'Term',
    dimension: 'duration',
    defaultUnit: 'years',
    min: 0,
    weight: 1,
    help: 'For how long it was signed.',
  },
  endsIn: {
    kind: 'number',
    label: 'Ends in',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 2,
    help: 'Time until it ends or renews.',
  },
} as const satisfies Fields;
