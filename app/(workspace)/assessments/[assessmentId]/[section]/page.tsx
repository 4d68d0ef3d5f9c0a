import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askedGroups } from '#components/assessment/asked-question.ts';
import { EntryList } from '#components/assessment/entry-list.tsx';
import { SectionAnswers } from '#components/assessment/section-answers.tsx';
import { SectionForm } from '#components/assessment/section-form.tsx';
import { SectionHead } from '#components/assessment/section-head.tsx';
import { clientSection, collectionTitles } from '#components/assessment/sections.ts';
import { isCollection } from '#lib/domain/assessment/questions.ts';
import { loadAssessment } from '../load-assessment.ts';

type Props = { params: Promise<{ assessmentId: string; section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, section } = await params;
  const { assessment } = await loadAssessment(assessmentId);
  const title = isCollection(section)
    ? collectionTitles[section]
    : clientSection(assessment.body, section)?.title;
  return { title: title === undefined ? assessment.title : `${title}, ${assessment.title}` };
}

/** One section of the questions about the client, or one list: workloads, commitments, hardware. */
export default async function SectionPage({ params }: Props) {
  const { assessmentId, section: name } = await params;
  const { assessment, canEdit } = await loadAssessment(assessmentId);
  const { status, version, revision } = assessment;
  if (isCollection(name))
    return (
      <>
        <SectionHead title={collectionTitles[name]} canEdit={canEdit} status={status} version={version} />
        <EntryList
          base={`/assessments/${assessment.id}`}
          assessment={assessment.body}
          collection={name}
          canEdit={canEdit}
        />
      </>
    );
  const section = clientSection(assessment.body, name);
  if (section === undefined) notFound();
  const groups = askedGroups(section.groups);
  return (
    <>
      <SectionHead title={section.title} canEdit={canEdit} status={status} version={version} />
      {canEdit ? <SectionForm groups={groups} revision={revision} /> : <SectionAnswers groups={groups} />}
    </>
  );
}
