import type { AnswersTo } from './field.ts';
import type { commitmentFields } from './fields/commitment.ts';
import type { engagementFields } from './fields/engagement.ts';
import type { hardwareFields } from './fields/hardware.ts';
import type { workloadFields } from './fields/workloads.ts';

export const assessmentFormat = 'infra-mind/assessment@1';

export type WorkloadKind = keyof typeof workloadFields;

type WorkloadOf<K extends WorkloadKind> = {
  id: string;
  name: string;
  kind: K;
  answers: AnswersTo<(typeof workloadFields)[K]>;
};

/** One thing to be run. `id` is a slug, unique in its assessment; figure ids and recommendation keys contain it. */
export type Workload = { [K in WorkloadKind]: WorkloadOf<K> }[WorkloadKind];
export type LlmServingWorkload = WorkloadOf<'llm-serving'>;
export type RetrievalWorkload = WorkloadOf<'retrieval'>;
export type TrainingWorkload = WorkloadOf<'training'>;
export type FineTuningWorkload = WorkloadOf<'fine-tuning'>;
export type ClassicalInferenceWorkload = WorkloadOf<'classical-inference'>;
export type BatchWorkload = WorkloadOf<'batch'>;
export type EdgeInferenceWorkload = WorkloadOf<'edge-inference'>;
export type GeneralWorkload = WorkloadOf<'general'>;

/** What a cloud provider has been promised. */
export type Commitment = { id: string; name: string; answers: AnswersTo<typeof commitmentFields> };

/** A group of like machines that the client owns or has on order. */
export type Hardware = { id: string; name: string; answers: AnswersTo<typeof hardwareFields> };

/** The structured answers about one client's situation. Only the title is required. */
export type Assessment = {
  format: typeof assessmentFormat;
  title: string;
  client?: string | undefined;
  answers: AnswersTo<typeof engagementFields>;
  workloads: Workload[];
  commitments: Commitment[];
  hardware: Hardware[];
};

/** Where an answer stands: `answers.industry`, `workloads.notes.inputTokens`, `commitments.aws.amount`, `hardware.h100.count`. */
export type AnswerPath = string;
