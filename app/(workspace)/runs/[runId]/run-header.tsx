import { ReportDownload } from '#components/run/report-download.tsx';
import type { ProgressState } from '#components/run/progress-state.ts';
import { RunStateBadge } from '#components/run/run-state-badge.tsx';
import { RunVersions } from '#components/run/run-versions.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { When } from '#components/ui/when.tsx';
import type { Actor } from '#lib/domain/access/actor.ts';
import { allows } from '#lib/domain/access/policy.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import type { readRun } from '#lib/usecases/run/read-run.ts';
import { CancelRun } from './cancel-run.tsx';

type About = Awaited<ReturnType<typeof readRun>>;

/** What is analysed, for whom, in which state, and what can be done with it. */
export function RunHeader({
  about: { run, client, engagement, assessmentTitle },
  actor,
  report,
}: {
  about: About;
  actor: Actor;
  report: ProgressState['report'];
}) {
  const ended = finalRunStates.includes(run.state);
  const finished = run.state === 'completed' || run.state === 'degraded';
  return (
    <PageHeader
      title={assessmentTitle}
      crumbs={[
        { label: 'Clients', href: '/clients' },
        { label: client.name, href: `/clients/${client.id}` },
        { label: engagement.title, href: `/engagements/${engagement.id}` },
        { label: 'Assessment', href: `/assessments/${run.assessmentId}` },
      ]}
      lead={
        <>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <RunStateBadge state={run.state} />
            <span>Analysis for {client.name}</span>
            <When at={new Date(`${run.date}T00:00:00Z`)} />
          </span>
          <RunVersions run={run} />
        </>
      }
      actions={
        finished ? (
          <ReportDownload runId={run.id} state={report.state} />
        ) : !ended && allows(actor, 'run:cancel') ? (
          <CancelRun runId={run.id} />
        ) : undefined
      }
    />
  );
}
