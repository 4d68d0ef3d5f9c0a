import type { Subject } from '../claims/claim.ts';

/** What a subject of claims is called in a sentence. */
export const subjectLabels: Readonly<Record<Subject, string>> = {
  'serving-location': 'where it is served from',
  'model-size': 'the size of the model',
  regions: 'the number of regions',
  commitment: 'commitments to providers',
  platform: 'the platform',
  'build-or-buy': 'building or buying',
  budget: 'the budget',
  deadline: 'the deadline',
  'rules-in-scope': 'which rules apply',
  'first-step': 'what comes first',
  scope: 'how much to begin with',
};
