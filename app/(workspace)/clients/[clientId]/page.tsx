import { Briefcase } from 'lucide-react';
import type { Metadata } from 'next';
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
import { readClient } from '#lib/usecases/client/read-client.ts';
import { listEngagements } from '#lib/usecases/engagement/list-engagements.ts';
import { createEngagementAction } from '../actions.ts';

export const metadata: Metadata = { title: 'Client' };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function ClientPage({ params, searchParams }: Props) {
  const { clientId } = await params;
  const actor = await requireActorOfPage(`/clients/${clientId}`);
  const { app } = await getComposition();
  const { cursor } = await searchParams;
  const client = await orNotFound(readClient(app, actor, { clientId }));
  const engagements = await listEngagements(app, actor, { clientId, limit: 25, cursor });
  const create = allows(actor, 'engagement:create') ? (
    <CreateDialog
      noun="engagement"
      description="One piece of work for this client."
      field={{ label: 'Title', name: 'title' }}
      within={{ name: 'clientId', value: client.id }}
      action={createEngagementAction}
    />
  ) : undefined;
  return (
    <>
      <PageHeader title={client.name} crumbs={[{ label: 'Clients', href: '/clients' }]} actions={create} />
      <Card>
        <CardHeader title="Engagements" />
        {engagements.items.length === 0 ? (
          <Empty icon={Briefcase} title="No engagement yet" action={create}>
            An engagement is one piece of work for this client: it holds assessments and their analyses.
          </Empty>
        ) : (
          <RowList label="Engagements">
            {engagements.items.map((engagement) => (
              <LinkRow
                key={engagement.id}
                href={`/engagements/${engagement.id}`}
                title={engagement.title}
                facts={<When at={engagement.createdAt} />}
              />
            ))}
          </RowList>
        )}
        <NextPage path={`/clients/${client.id}`} cursor={engagements.next} />
      </Card>
    </>
  );
}
