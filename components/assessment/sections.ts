import type { Assessment, AnswerPath } from '#lib/domain/assessment/assessment.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import type { Fields } from '#lib/domain/assessment/field.ts';
import { engagementSections } from '#lib/domain/assessment/fields/engagement.ts';
import { workloadKindLabels } from '#lib/domain/assessment/fields/workloads.ts';
import {
  aboutClient,
  type Collection,
  entriesOf,
  isCollection,
  type Question,
  type Questionnaire,
  questionsIn,
} from '#lib/domain/assessment/questions.ts';
import { workloadGroups } from './workload-groups.ts';

/** Questions under one heading; a section without sub-headings is one group without a title. */
export type QuestionGroup = { title: string | undefined; questions: Question[] };

/** One page of the form. */
export type FormSection = {
  title: string;
  /** What the entry is, for a workload. */
  kind: string | undefined;
  groups: QuestionGroup[];
};

/** The page of questions about the client named `section`; undefined when there is none. */
export function clientSection(assessment: Assessment, section: string): FormSection | undefined {
  const found = engagementSections.find(({ id }) => id === section);
  if (found === undefined) return undefined;
  const { title, fields } = found;
  const questions = questionsIn({ ...aboutClient(assessment), fields });
  return { title, kind: undefined, groups: [{ title: undefined, questions }] };
}

/** The page of one workload, commitment or group of hardware; undefined when there is none. */
export function entrySection(
  assessment: Assessment,
  collection: Collection,
  entryId: string,
): FormSection | undefined {
  const entry = entriesOf(assessment, collection).find(({ path }) => path === `${collection}.${entryId}`);
  if (entry === undefined) return undefined;
  if (collection !== 'workloads')
    return {
      title: entry.title,
      kind: undefined,
      groups: [{ title: undefined, questions: questionsIn(entry) }],
    };
  const kind = assessment.workloads.find(({ id }) => id === entryId)?.kind;
  return {
    title: entry.title,
    kind: kind === undefined ? undefined : workloadKindLabels[kind],
    groups: grouped(entry),
  };
}

function grouped(entry: Questionnaire): QuestionGroup[] {
  const questions = questionsIn(entry);
  const shared = new Set(workloadGroups.flatMap(({ fields }) => Object.keys(fields)));
  const among = (fields: Fields) => questions.filter(({ fieldId }) => Object.hasOwn(fields, fieldId));
  return [
    { title: 'The work itself', questions: questions.filter(({ fieldId }) => !shared.has(fieldId)) },
    ...workloadGroups.map(({ title, fields }) => ({ title, questions: among(fields) })),
  ].filter((group) => group.questions.length > 0);
}

/** What people call the lists of an assessment. */
export const collectionTitles: Readonly<Record<Collection, string>> = {
  workloads: 'Workloads',
  commitments: 'Commitments',
  hardware: 'Own hardware',
};

/** A place in the list of sections, below the assessment's own address. */
export type SectionLink = {
  path: string;
  title: string;
  progress: { answered: number; asked: number } | undefined;
  /** An entry of the list above it. */
  nested: boolean;
};

/** Every page of the form, in order, with how far it has come. */
export function sectionLinks(assessment: Assessment): SectionLink[] {
  const done = new Map(completeness(assessment).bySection.map((section) => [section.id, section]));
  const link = (id: string, title: string, nested = false): SectionLink => {
    const section = done.get(id);
    return {
      path: `/${id.replace('.', '/')}`,
      title,
      progress:
        section === undefined || isCollection(id)
          ? undefined
          : { answered: section.answered, asked: section.asked },
      nested,
    };
  };
  return [
    { path: '', title: 'Overview', progress: undefined, nested: false },
    ...engagementSections.map(({ id, title }) => link(id, title)),
    ...(['workloads', 'commitments', 'hardware'] as const).flatMap((collection) => [
      link(collection, collectionTitles[collection]),
      ...entriesOf(assessment, collection).map((entry) => link(entry.path, entry.title, true)),
    ]),
  ];
}

/** Where the question at `path` stands in the form, below the assessment's own address. */
export function placeOf(path: AnswerPath): string {
  const [place = '', second = '', ...rest] = path.split('.');
  if (isCollection(place))
    return rest.length === 0
      ? `/${[place, second].filter(Boolean).join('/')}`
      : `/${place}/${second}#${path}`;
  const section = engagementSections.find(({ fields }) => Object.hasOwn(fields, second));
  return section === undefined ? '' : `/${section.id}#${path}`;
}
