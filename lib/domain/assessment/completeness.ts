import type { Answer } from './answer.ts';
import type { AnswerPath, Assessment } from './assessment.ts';
import type { Fields } from './field.ts';
import { engagementSections } from './fields/engagement.ts';
import type { Question, Questionnaire } from './questions.ts';
import { aboutClient, collections, entriesOf, questionsIn } from './questions.ts';

export type SectionCompleteness = {
  id: string;
  title: string;
  /** Questions dealt with, and questions asked. */
  answered: number;
  asked: number;
  /** By weight, 0 to 1. */
  share: number;
};

export type OpenQuestion = { path: AnswerPath; label: string; weight: number };
export type KnownUnknown = OpenQuestion & { state: 'unknown' | 'not-applicable' };

export type Completeness = {
  /** Weight of the questions dealt with over the weight of all that are asked, 0 to 1. */
  share: number;
  bySection: SectionCompleteness[];
  /** What was not asked yet, the weightiest first. */
  open: OpenQuestion[];
  /** What was asked and stays without a value. It counts as dealt with. */
  knownUnknowns: KnownUnknown[];
};

/**
 * How much of the intake is done. A number of the interface, not a figure: it says how far the talk with the client has
 * come, not how good the answers are. Without a workload there is nothing to compute, and it stays at or below a half.
 */
export function completeness(assessment: Assessment): Completeness {
  const sections = sectionsOf(assessment);
  const questions = sections.flatMap((section) => section.questions);
  const weights = sections.map(weighed);
  return {
    share: shareOf(
      weights.reduce((sum, { dealt }) => sum + dealt, 0),
      weights.reduce((sum, { asked }) => sum + asked, 0),
    ),
    bySection: sections.map((section) => {
      const { dealt, asked } = weighed(section);
      const answered = section.questions.filter(({ settled }) => settled).length;
      return {
        id: section.id,
        title: section.title,
        answered,
        asked: section.questions.length,
        share: shareOf(dealt, asked),
      };
    }),
    open: questions
      .filter(({ settled }) => !settled)
      .map(toOpen)
      .toSorted((a, b) => b.weight - a.weight),
    knownUnknowns: questions.flatMap((question) => {
      const state = question.answer?.state;
      return state === 'unknown' || state === 'not-applicable' ? [{ ...toOpen(question), state }] : [];
    }),
  };
}

type Weighed = {
  path: AnswerPath;
  label: string;
  weight: number;
  answer: Answer | undefined;
  settled: boolean;
};
type Section = { id: string; title: string; questions: Weighed[] };

function sectionsOf(assessment: Assessment): Section[] {
  const client = aboutClient(assessment);
  const about = engagementSections.map(({ id, title, fields }) =>
    sectionOf(id, { ...client, title, fields }),
  );
  const entries = collections.flatMap((collection) =>
    entriesOf(assessment, collection).map((entry) => sectionOf(entry.path, entry)),
  );
  return assessment.workloads.length > 0
    ? [...about, ...entries]
    : [...about, missingWorkload(about), ...entries];
}

/** One open question that weighs as much as everything about the client. */
function missingWorkload(about: readonly Section[]): Section {
  const weight = about.reduce((sum, section) => sum + weighed(section).asked, 0);
  const question = {
    path: 'workloads',
    label: 'What is to be run',
    weight,
    answer: undefined,
    settled: false,
  };
  return { id: 'workloads', title: 'Workloads', questions: [question] };
}

function sectionOf(id: string, questionnaire: Questionnaire): Section {
  return {
    id,
    title: questionnaire.title,
    questions: questionsIn(questionnaire).map((question) => ({
      path: question.path,
      label: question.field.label,
      weight: question.field.weight,
      answer: question.answer,
      settled: isSettled(question, questionnaire),
    })),
  };
}

/** Whether it was answered, or the questions that make it needless all were. */
function isSettled({ field, answer }: Question, { answers, fields }: Questionnaire): boolean {
  if (answer !== undefined) return true;
  return (
    field.settledBy?.some((together) => together.every((id) => hasValue(answers[id], fields, id))) ?? false
  );
}

function hasValue(answer: Answer | undefined, fields: Fields, id: string): boolean {
  return Object.hasOwn(fields, id) && (answer?.state === 'value' || answer?.state === 'range');
}

function weighed({ questions }: Section): { dealt: number; asked: number } {
  return {
    dealt: questions.reduce((sum, { weight, settled }) => sum + (settled ? weight : 0), 0),
    asked: questions.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function shareOf(dealt: number, asked: number): number {
  return asked === 0 ? 0 : dealt / asked;
}

function toOpen({ path, label, weight }: Weighed): OpenQuestion {
  return { path, label, weight };
}
