import type { ReactNode } from 'react';
import { DeskProvider } from '#components/assessment/desk-context.tsx';
import { SectionList } from '#components/assessment/section-list.tsx';
import { sectionLinks } from '#components/assessment/sections.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { allAnswers } from '#lib/domain/assessment/describe-answer.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { readEngagement } from '#lib/usecases/engagement/read-engagement.ts';
import { changeAssessmentAction } from './actions.ts';
import { loadAssessment } from './load-assessment.ts';

type Props = { params: Promise<{ assessmentId: string }>; children: ReactNode };

/** The frame of one assessment: what it is called, its sections at the left, the page of one of them at the right. */
export default async function AssessmentLayout({ params, children }: Props) {
  const { assessmentId } = await params;
  const { app, actor, assessment } = await loadAssessment(assessmentId);
  const { engagement, client } = await orNotFound(
    readEngagement(app, actor, { engagementId: assessment.engagementId }),
  );
  const answers = Object.fromEntries(allAnswers(assessment.body).map(({ path, answer }) => [path, answer]));
  return (
    <DeskProvider
      stored={{ revision: assessment.revision, answers }}
      send={changeAssessmentAction.bind(null, assessment.id)}
    >
      <PageHeader
        title={assessment.title}
        crumbs={[
          { label: 'Clients', href: '/clients' },
          { label: client.name, href: `/clients/${client.id}` },
          { label: engagement.title, href: `/engagements/${engagement.id}` },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <SectionList base={`/assessments/${assessment.id}`} links={sectionLinks(assessment.body)} />
        <div className="min-w-0">{children}</div>
      </div>
    </DeskProvider>
  );
}
