import type { WorkloadKind } from './assessment.ts';
import type { Fields } from './field.ts';
import { commitmentFields } from './fields/commitment.ts';
import { engagementFields } from './fields/engagement.ts';
import { hardwareFields } from './fields/hardware.ts';
import { workloadFields } from './fields/workloads.ts';

/** The lists of an assessment; each of their entries has an id, a name and answers of its own. */
export const collections = ['workloads', 'commitments', 'hardware'] as const;
export type Collection = (typeof collections)[number];

/** The questions about the client, about what was promised to providers and about own machines, by place. */
export const questions: { answers: Fields; commitments: Fields; hardware: Fields } = {
  answers: engagementFields,
  commitments: commitmentFields,
  hardware: hardwareFields,
};

/** The questions asked of a kind of workload. */
export function questionsOf(kind: WorkloadKind): Fields {
  return workloadFields[kind];
}

/** Whether it names a kind of workload. */
export function isWorkloadKind(kind: unknown): kind is WorkloadKind {
  return typeof kind === 'string' && Object.hasOwn(workloadFields, kind);
}

/** Whether it names a list of the assessment. */
export function isCollection(name: unknown): name is Collection {
  return collections.some((collection) => collection === name);
}
