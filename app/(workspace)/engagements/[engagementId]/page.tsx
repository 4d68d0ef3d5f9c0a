import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { Badge } from '#components/ui/badge.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { CreateDialog } from '#components/ui/create-dialog.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import { When } from '#components/ui/when.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { listAssessments } from '#lib/usecases/assessment/list-assessments.ts';
import { readEngagement } from '#lib/usecases/engagement/read-engagement.ts';
import { createAssessmentAction } from './actions.ts';
import { ImportAssessment } from './import-assessment.tsx';

export const metadata: Metadata = { title: 'Engagement' };

const statusLabels = { draft: 'Draft', frozen: 'Analysed', archived: 'Archived' } as const;

type Props = { params: Promise<{ engagementId: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function EngagementPage({ params, searchParams }: Props) {
  const { engagementId } = await params;
  const actor = await requireActorOfPage(`/engagements/${engagementId}`);
  const { app } = await getComposition();
  const { cursor } = await searchParams;
  const { engagement, client } = await orNotFound(readEngagement(app, actor, { engagementId }));
  const assessments = await listAssessments(app, actor, { engagementId, limit: 25, cursor });
  const actions = allows(actor, 'assessment:create') ? (
    <>
      <ImportAssessment engagementId={engagement.id} />
      <CreateDialog
        noun="assessment"
        description="Only a title is needed. What the client has not said stays open."
        field={{ label: 'Title', name: 'title' }}
        within={{ name: 'engagementId', value: engagement.id }}
        action={createAssessmentAction}
      />
    </>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={engagement.title}
        crumbs={[
          { label: 'Clients', href: '/clients' },
          { label: client.name, href: `/clients/${client.id}` },
        ]}
        actions={actions}
      />
      <Card>
        <CardHeader
          title="Assessments"
          hint="The client's situation, answer by answer. Each analysis rests on one frozen version."
        />
        {assessments.items.length === 0 ? (
          <Empty icon={FileText} title="No assessment yet">
            Import a JSON file, or begin with an empty assessment and fill it section by section.
          </Empty>
        ) : (
          <RowList label="Assessments">
            {assessments.items.map((assessment) => (
              <LinkRow
                key={assessment.id}
                href={`/assessments/${assessment.id}`}
                title={assessment.title}
                detail={
                  <>
                    Version {assessment.version}, changed <When at={assessment.updatedAt} />
                  </>
                }
                facts={
                  <Badge tone={assessment.status === 'frozen' ? 'good' : 'plain'}>
                    {statusLabels[assessment.status]}
                  </Badge>
                }
              />
            ))}
          </RowList>
        )}
        <NextPage path={`/engagements/${engagement.id}`} cursor={assessments.next} />
      </Card>
    </>
  );
}
