import type { Answer } from './answer.ts';
import type { AnswerPath, Assessment, WorkloadKind } from './assessment.ts';
import type { Field, Fields } from './field.ts';
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

/** A set of questions with what was answered: those about the client, or those of one entry of a list. */
export type Questionnaire = {
  /** Path without the question: `answers`, `workloads.notes`. */
  path: AnswerPath;
  title: string;
  fields: Fields;
  answers: Readonly<Record<string, Answer | undefined>>;
};

/** The questions about the client as a whole, with the answers. */
export function aboutClient(assessment: Assessment): Questionnaire {
  return {
    path: 'answers',
    title: 'The client',
    fields: questions.answers,
    answers: assessment.answers,
  };
}

/** The questionnaires of all entries of one list, in its order. */
export function entriesOf(assessment: Assessment, collection: Collection): Questionnaire[] {
  if (collection === 'workloads') {
    return assessment.workloads.map(({ id, name, kind, answers }) => ({
      path: `workloads.${id}`,
      title: name,
      fields: questionsOf(kind),
      answers,
    }));
  }
  const fields = questions[collection];
  return assessment[collection].map(({ id, name, answers }) => ({
    path: `${collection}.${id}`,
    title: name,
    fields,
    answers,
  }));
}

/** The questionnaires of an assessment: the client, then workloads, commitments and hardware. */
export function questionnairesOf(assessment: Assessment): Questionnaire[] {
  return [aboutClient(assessment), ...collections.flatMap((collection) => entriesOf(assessment, collection))];
}

/** One question, where it stands, and its answer if there is one. */
export type Question = { path: AnswerPath; fieldId: string; field: Field; answer: Answer | undefined };

/** The questions of a questionnaire in the order in which they are asked. */
export function questionsIn({ path, fields, answers }: Questionnaire): Question[] {
  return Object.entries(fields).map(([fieldId, field]) => ({
    path: `${path}.${fieldId}`,
    fieldId,
    field,
    answer: answers[fieldId],
  }));
}

/** The question at a path; undefined when nothing is asked there. */
export function questionAt(assessment: Assessment, path: AnswerPath): Question | undefined {
  const fieldId = path.slice(path.lastIndexOf('.') + 1);
  const place = path.slice(0, -fieldId.length - 1);
  const found = questionnairesOf(assessment).find((questionnaire) => questionnaire.path === place);
  const field =
    found !== undefined && Object.hasOwn(found.fields, fieldId) ? found.fields[fieldId] : undefined;
  return field === undefined ? undefined : { path, fieldId, field, answer: found?.answers[fieldId] };
}
