import type { Metadata } from 'next';
import { FigureSource } from '#components/figure/figure-source.tsx';
import { resultView } from '#components/result/result-view.ts';
import { Disclosure } from '#components/result/disclosure.tsx';
import { Result } from '#components/result/result.tsx';
import { foldEvents } from '#components/run/progress-state.ts';
import { RunLive } from '#components/run/run-live.tsx';
import { RunProgress } from '#components/run/run-progress.tsx';
import { Card } from '#components/ui/card.tsx';
import { getComposition } from '#lib/composition.ts';
import { isOver } from '#lib/domain/run/event.ts';
import { finalRunStates, type SpecialistResult } from '#lib/domain/run/run.ts';
import { requireActorOfPage } from '#lib/http/current-actor.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { noticesOf } from '#lib/usecases/run/notices.ts';
import { readResult } from '#lib/usecases/run/read-result.ts';
import { readRun } from '#lib/usecases/run/read-run.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';
import { RunHeader } from './run-header.tsx';
import { RunNotices } from './run-notices.tsx';
import { Unfinished } from './unfinished.tsx';

export const metadata: Metadata = { title: 'Analysis' };

/** A run: followed live until it ends, then its result. */
export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  const actor = await requireActorOfPage(`/runs/${runId}`);
  const { app } = await getComposition();
  const about = await orNotFound(readRun(app, actor, { runId }));
  const { run } = about;
  const ended = finalRunStates.includes(run.state);
  const [events, result] = await Promise.all([
    readRunEvents(app, actor, { runId }),
    ended ? readResult(app, actor, { runId }) : null,
  ]);
  const progress = foldEvents(events);
  const specialists = app.specialists.map(({ name, question }) => ({ name, question }));
  const following = !isOver(events);
  const view =
    result === null
      ? undefined
      : resultView({ ...result, assessmentId: run.assessmentId, catalogue: app.catalogue });
  return (
    <>
      <RunHeader about={about} actor={actor} report={progress.report} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <RunNotices
          run={run}
          actor={actor}
          specialists={specialists.map(({ name }) => name)}
          progress={progress}
          results={result?.specialists ?? []}
        />
        {following ? <RunLive runId={run.id} rendered={events} specialists={specialists} /> : null}
        {ended && view === undefined ? <Unfinished run={run} /> : null}
        {view === undefined ? null : (
          <FigureSource path={`/api/runs/${run.id}/figures`}>
            <Result
              view={view}
              questions={new Map(specialists.map(({ name, question }) => [name, question]))}
              setOutByAnalyst={setOutByAnalyst(view.specialists)}
            />
          </FigureSource>
        )}
        {ended ? (
          <Disclosure summary="How the analysis went">
            <Card>
              <RunProgress
                progress={progress}
                specialists={specialists}
                now={run.finishedAt?.getTime() ?? 0}
              />
            </Card>
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}

/** Who has a notice of authorship although nothing of it is missing. */
function setOutByAnalyst(results: readonly SpecialistResult[]): ReadonlySet<string> {
  return new Set(
    results.filter((result) => noticesOf([result.name], [result]).length > 0).map(({ name }) => name),
  );
}
