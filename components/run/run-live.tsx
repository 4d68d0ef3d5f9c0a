'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { RunEvent } from '#lib/domain/run/event.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import { Elapsed } from './elapsed.tsx';
import { useRunEvents } from './follow-run.ts';
import { foldEvents, phasesInOrder, type ProgressState } from './progress-state.ts';
import { type ExpectedSpecialist, RunProgress } from './run-progress.tsx';

type Props = { runId: string; rendered: readonly RunEvent[]; specialists: readonly ExpectedSpecialist[] };

/**
 * Follows a run until its report is there. The page around it is made anew whenever the run or its report reaches another
 * state; once the run has ended, only that is left to do here.
 */
export function RunLive({ runId, rendered, specialists }: Props) {
  const { events, connection } = useRunEvents(runId, rendered);
  const progress = foldEvents(events);
  useRefreshAt(stageOf(progress), stageOf(foldEvents(rendered)));
  const now = useNow(Date.parse(progress.newestAt ?? progress.startedAt ?? ''));
  const announcement = <output className="sr-only">{inWords(progress, specialists.length)}</output>;
  if (finalRunStates.includes(progress.state)) return announcement;
  return (
    <div className="grid gap-4">
      {announcement}
      {connection === 'open' ? null : (
        <Notice kind="caution" title="The connection was lost" live>
          The analysis goes on without it. This page takes up where it was as soon as the server answers.
        </Notice>
      )}
      <Card>
        <CardHeader
          title={progress.state === 'queued' ? 'Queued' : 'The specialists are at work'}
          hint="It goes on when you leave this page."
          actions={
            progress.startedAt === undefined ? undefined : (
              <span className="text-sm text-ink-soft">
                <Elapsed from={Date.parse(progress.startedAt)} to={now} />
              </span>
            )
          }
        />
        <RunProgress progress={progress} specialists={specialists} now={now} />
      </Card>
    </div>
  );
}

/** What of the progress the page around shows. */
function stageOf({ state, report }: ProgressState): string {
  return `${state} ${report.state}`;
}

function useRefreshAt(stage: string, renderedStage: string): void {
  const router = useRouter();
  useEffect(() => {
    if (stage !== renderedStage) router.refresh();
  }, [router, stage, renderedStage]);
}

/** The reader's clock, each half second; until the first tick the moment given, which the server knows as well. */
function useNow(first: number): number {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now ?? first;
}

/** What a screen reader is told: only that which changes a few times in a run. */
function inWords({ state, phases, specialists, report }: ProgressState, expected: number): string {
  if (report.state === 'done') return 'The report is ready.';
  if (finalRunStates.includes(state)) return `The analysis is ${state}.`;
  const phase = phasesInOrder.find((each) => phases[each.phase] === 'working');
  const done = Object.values(specialists).filter((each) => each.state === 'done').length;
  const count = `${done} of ${expected} specialists finished`;
  return phase === undefined ? `The analysis is ${state}.` : `${phase.label}: ${count}.`;
}
