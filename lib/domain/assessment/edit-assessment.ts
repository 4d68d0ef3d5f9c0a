import type { AnswerPath, Assessment, WorkloadKind } from './assessment.ts';
import { changeAnswer, changeHeading } from './change-answer.ts';
import { addCommitment, addHardware, addWorkload, removeEntry, renameEntry } from './change-entries.ts';
import type { ParsedAssessment } from './parse-assessment.ts';
import type { Collection } from './questions.ts';

/** One thing that a person does to an assessment. `answer: undefined` takes an answer back. */
export type AssessmentEdit =
  | { kind: 'answer'; path: AnswerPath; answer?: unknown }
  | { kind: 'heading'; title: string; client?: string | undefined }
  | { kind: 'add-workload'; name: string; workload: WorkloadKind }
  | { kind: 'add-commitment'; name: string }
  | { kind: 'add-hardware'; name: string }
  | { kind: 'rename'; collection: Collection; id: string; name: string }
  | { kind: 'remove'; collection: Collection; id: string };

/** The assessment after the edit, or every problem of it with field and reason; the one before is never changed. */
export function editAssessment(assessment: Assessment, edit: AssessmentEdit): ParsedAssessment {
  switch (edit.kind) {
    case 'answer':
      return changeAnswer(assessment, edit.path, edit.answer);
    case 'heading':
      return changeHeading(assessment, { title: edit.title, client: edit.client });
    case 'add-workload':
      return addWorkload(assessment, { name: edit.name, kind: edit.workload });
    case 'add-commitment':
      return addCommitment(assessment, { name: edit.name });
    case 'add-hardware':
      return addHardware(assessment, { name: edit.name });
    case 'rename':
      return renameEntry(assessment, edit.collection, edit.id, edit.name);
    case 'remove':
      return removeEntry(assessment, edit.collection, edit.id);
  }
}
