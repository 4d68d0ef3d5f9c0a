import { randomUUID } from 'node:crypto';
import { Download, ListChecks } from 'lucide-react';
import type { Metadata } from 'next';
import { CompletenessCard } from '#components/assessment/completeness-card.tsx';
import { ContradictionList } from '#components/assessment/contradiction-list.tsx';
import { EditHeading } from '#components/assessment/edit-heading.tsx';
import { OpenQuestions } from '#components/assessment/open-questions.tsx';
import { SectionHead } from '#components/assessment/section-head.tsx';
import { StartAnalysis } from '#components/assessment/start-analysis.tsx';
import { RunRows } from '#components/run/run-rows.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { NextPage } from '#components/ui/next-page.tsx';
import { When } from '#components/ui/when.tsx';
import { allows } from '#lib/domain/access/policy.ts';
import { completeness } from '#lib/domain/assessment/completeness.ts';
import { contradictions } from '#lib/domain/assessment/contradictions.ts';
import { listRecentRuns } from '#lib/usecases/run/list-recent-runs.ts';
import { startRunAction } from './actions.ts';
import { loadAssessment } from './load-assessment.ts';

type Props = { params: Promise<{ assessmentId: string }>; searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment } = await loadAssessment((await params).assessmentId);
  return { title: assessment.title };
}

/** What an assessment has come to: how complete it is, what contradicts, what is open, and the analyses made of it. */
export default async function AssessmentPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const { app, actor, assessment, canEdit } = await loadAssessment(assessmentId);
  const { cursor } = await searchParams;
  const runs = await listRecentRuns(app, actor, { assessmentId: assessment.id, limit: 10, cursor });
  const { body, status, version } = assessment;
  const base = `/assessments/${assessment.id}`;
  const done = completeness(body);
  const clashes = contradictions(body);
  return (
    <>
      <SectionHead
        title="Overview"
        lead={
          <>
            Version {version}, changed <When at={assessment.updatedAt} withTime />
          </>
        }
        canEdit={canEdit}
        status={status}
        version={version}
      />
      <div className="grid gap-6">
        <div className="flex flex-wrap items-start gap-2">
          {allows(actor, 'run:start') && status !== 'archived' ? (
            <StartAnalysis
              action={startRunAction}
              assessmentId={assessment.id}
              requestKey={randomUUID()}
              hasWorkload={body.workloads.length > 0}
            />
          ) : null}
          <Button asChild>
            <a href={`/api/assessments/${assessment.id}/export`} download>
              <Download aria-hidden />
              Export JSON
            </a>
          </Button>
          {canEdit ? (
            <EditHeading key={`${body.title}/${body.client}`} title={body.title} client={body.client} />
          ) : null}
        </div>
        <CompletenessCard client={body.client} done={done} />
        {clashes.length === 0 ? null : (
          <ContradictionList base={base} assessment={body} contradictions={clashes} />
        )}
        <OpenQuestions base={base} assessment={body} done={done} />
        <Card>
          <CardHeader title="Analyses" hint="Each rests on one frozen version of the answers." />
          {runs.items.length === 0 ? (
            <Empty icon={ListChecks} title="Not analysed yet">
              An analysis can start at any time. What is not known stays unknown, and the result says what it
              would change.
            </Empty>
          ) : (
            <RunRows runs={runs.items} titles={runs.titles} />
          )}
          <NextPage path={base} cursor={runs.next} />
        </Card>
      </div>
    </>
  );
}
