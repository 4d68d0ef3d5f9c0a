import { ListChecks } from 'lucide-react';
import type { Metadata } from 'next';
import { RunRows } from '#components/run/run-rows.tsx';
import { Card } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { listRecentRuns } from '#lib/usecases/run/list-recent-runs.ts';

export const metadata: Metadata = { title: 'Analyses' };

export default async function RunsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const actor = await requireActorOfPage('/runs');
  const { app } = await getComposition();
  const { cursor } = await searchParams;
  const runs = await listRecentRuns(app, actor, { limit: 25, cursor });
  return (
    <>
      <PageHeader title="Analyses" lead="Every analysis of your organisation, newest first." />
      <Card>
        {runs.items.length === 0 ? (
          <Empty icon={ListChecks} title="No analysis yet">
            An analysis is started from an assessment.
          </Empty>
        ) : (
          <RunRows runs={runs.items} titles={runs.titles} />
        )}
        <NextPage path="/runs" cursor={runs.next} />
      </Card>
    </>
  );
}
