import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { askedGroups } from '#components/assessment/asked-question.ts';
import { RemoveEntry } from '#components/assessment/remove-entry.tsx';
import { RenameEntry } from '#components/assessment/rename-entry.tsx';
import { SectionAnswers } from '#components/assessment/section-answers.tsx';
import { SectionForm } from '#components/assessment/section-form.tsx';
import { SectionHead } from '#components/assessment/section-head.tsx';
import { entrySection } from '#components/assessment/sections.ts';
import { isCollection } from '#lib/domain/assessment/questions.ts';
import { loadAssessment } from '../../load-assessment.ts';

type Props = { params: Promise<{ assessmentId: string; section: string; entryId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, section, entryId } = await params;
  const { assessment } = await loadAssessment(assessmentId);
  const found = isCollection(section) ? entrySection(assessment.body, section, entryId) : undefined;
  return { title: found === undefined ? assessment.title : `${found.title}, ${assessment.title}` };
}

/** The questions about one workload, commitment or group of hardware. */
export default async function EntryPage({ params }: Props) {
  const { assessmentId, section: collection, entryId } = await params;
  const { assessment, canEdit } = await loadAssessment(assessmentId);
  if (!isCollection(collection)) notFound();
  const section = entrySection(assessment.body, collection, entryId);
  // An entry that was removed, perhaps a moment ago in this very tab, leads back to its list.
  if (section === undefined) redirect(`/assessments/${assessment.id}/${collection}`);
  const groups = askedGroups(section.groups);
  const entry = { collection, id: entryId, name: section.title };
  return (
    <>
      <SectionHead
        title={section.title}
        lead={section.kind}
        canEdit={canEdit}
        status={assessment.status}
        version={assessment.version}
        actions={
          canEdit ? (
            <div className="flex gap-2">
              <RenameEntry key={section.title} {...entry} />
              <RemoveEntry {...entry} listHref={`/assessments/${assessment.id}/${collection}`} />
            </div>
          ) : undefined
        }
      />
      {canEdit ? (
        <SectionForm groups={groups} revision={assessment.revision} />
      ) : (
        <SectionAnswers groups={groups} />
      )}
    </>
  );
}
