import { Notice } from '#components/ui/notice.tsx';
import type { ProgressState } from '#components/run/progress-state.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { allows } from '#lib/domain/access/policy.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import type { SpecialistResult } from '#lib/domain/run/run.ts';
import { noticesOf } from '#lib/usecases/run/notices.ts';
import type { readRun } from '#lib/usecases/run/read-run.ts';
import { RetrySpecialist } from './retry-specialist.tsx';

type Props = {
  run: Awaited<ReturnType<typeof readRun>>['run'];
  actor: Actor;
  /** Every specialist that the run should have. */
  specialists: readonly SpecialistName[];
  progress: ProgressState;
  results: readonly SpecialistResult[];
};

/** What a reader must know before the first sentence: who wrote the prose, what is missing and how to mend it. */
export function RunNotices({ run, actor, specialists, progress, results }: Props) {
  const finished = run.state === 'completed' || run.state === 'degraded';
  if (!finished) return null;
  const done = results.map(({ name }) => name);
  const missing = specialists.filter((name) => !done.includes(name));
  const authorship = noticesOf(done, results);
  return (
    <div className="grid gap-3 empty:hidden">
      {run.state === 'degraded' ? (
        <Notice kind="caution" title="This analysis is degraded: a part of it is missing">
          {run.degradedBecause.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {missing.map((name) => {
            const because = progress.specialists[name]?.because;
            return (
              <div key={name} className="mt-1.5">
                {because === undefined ? null : <p className="mb-1.5">Reason: {because}</p>}
                {allows(actor, 'run:retry') ? <RetrySpecialist runId={run.id} specialist={name} /> : null}
              </div>
            );
          })}
        </Notice>
      ) : null}
      {progress.report.state === 'failed' ? (
        <Notice kind="bad" title="The PDF could not be made">
          The result below is complete. {progress.report.because}
        </Notice>
      ) : null}
      {authorship.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
    </div>
  );
}
