import type { Assessment, LlmServingWorkload } from '../assessment/assessment.ts';
import { assessmentFormat } from '../assessment/assessment.ts';

// Clients for the tests of this folder.

export function assessmentOf(parts: Partial<Assessment>): Assessment {
  return {
    format: assessmentFormat,
    title: 'A',
    answers: {},
    workloads: [],
    commitments: [],
    hardware: [],
    ...parts,
  };
}

export const said = { state: 'value', basis: 'stated' } as const;

export function serving(
  requestsPerDay: number,
  answers: LlmServingWorkload['answers'] = {},
): LlmServingWorkload {
  return {
    id: 'notes',
    name: 'Notes',
    kind: 'llm-serving',
    answers: {
      requestsPerDay: { ...said, value: requestsPerDay, unit: 'per-day' },
      inputTokens: { ...said, value: 2_000, unit: 'tokens' },
      outputTokens: { ...said, value: 400, unit: 'tokens' },
      availability: { ...said, value: '99.9' },
      dataStored: { ...said, value: 2, unit: 'TB' },
      ...answers,
    },
  };
}
