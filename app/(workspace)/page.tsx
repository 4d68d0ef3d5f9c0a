import { Building2, ListChecks } from 'lucide-react';
import Link from 'next/link';
import { RunRows } from '#components/run/run-rows.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import { When } from '#components/ui/when.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { listEngagements } from '#lib/usecases/engagement/list-engagements.ts';
import { listRecentRuns } from '#lib/usecases/run/list-recent-runs.ts';

/** Home: the work under way. */
export default async function HomePage() {
  const actor = await requireActorOfPage('/');
  const { app } = await getComposition();
  const [engagements, runs] = await Promise.all([
    listEngagements(app, actor, { limit: 8 }),
    listRecentRuns(app, actor, { limit: 6 }),
  ]);
  return (
    <>
      <PageHeader title="Home" lead="Your engagements and the latest analyses." />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card>
          <CardHeader title="Engagements" actions={<ToClients />} />
          {engagements.items.length === 0 ? (
            <Empty icon={Building2} title="No engagement yet" action={<ToClients />}>
              Begin with the client that you advise; the engagement follows.
            </Empty>
          ) : (
            <RowList label="Engagements">
              {engagements.items.map((engagement) => (
                <LinkRow
                  key={engagement.id}
                  href={`/engagements/${engagement.id}`}
                  title={engagement.title}
                  detail={engagements.clientNames.get(engagement.clientId)}
                  facts={<When at={engagement.createdAt} />}
                />
              ))}
            </RowList>
          )}
        </Card>
        <Card>
          <CardHeader title="Latest analyses" />
          {runs.items.length === 0 ? (
            <Empty icon={ListChecks} title="No analysis yet">
              Open an engagement, describe the situation in an assessment, and start the analysis there.
            </Empty>
          ) : (
            <RunRows runs={runs.items} titles={runs.titles} />
          )}
        </Card>
      </div>
    </>
  );
}

function ToClients() {
  return (
    <Button asChild size="small">
      <Link href="/clients">Clients</Link>
    </Button>
  );
}
