import type { Fields } from '../field.ts';
import { cloudOptions } from '../vocabulary.ts';

/** What a provider has been promised: unused commitment is money already spent. */
export const commitmentFields = {
  provider: {
    kind: 'choice',
    label: 'Provider',
    options: cloudOptions,
    weight: 3,
    help: 'The cloud with which the contract was signed.',
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
    help: 'What must be spent, used or not. Enter the whole amount for each month or year.',
  },
  used: {
    kind: 'number',
    label: 'Share used today',
    dimension: 'share',
    defaultUnit: 'percent',
    min: 0,
    max: 200,
    weight: 3,
    help: 'How much of the committed amount present use covers. The rest is free for new systems.',
  },
  term: {
    kind: 'number',
    label: 'Term',
    dimension: 'duration',
    defaultUnit: 'years',
    min: 0,
    weight: 1,
    help: 'For how long the commitment was signed, from its first day.',
  },
  endsIn: {
    kind: 'number',
    label: 'Ends in',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 2,
    help: 'Time from today until it ends or renews. Before that, needs can still be put into it.',
  },
} as const satisfies Fields;
