import type { Inngest } from 'inngest';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { AppError } from '#lib/errors.ts';
import { runCancelled, runRequested, specialistRetryRequested, type RunReference } from './events.ts';

/** What use cases ask of the job engine. */
export type Jobs = {
  requestRun: (run: RunReference) => Promise<void>;
  cancelRun: (run: RunReference) => Promise<void>;
  retrySpecialist: (run: RunReference, specialist: SpecialistName, round: number) => Promise<void>;
};

/** Jobs over Inngest. Event ids make a repeated request one job. Throws `unavailable` when the engine does not answer. */
export function inngestJobs(client: Pick<Inngest, 'send'>): Jobs {
  const send = async (event: Parameters<Inngest['send']>[0], undone: string): Promise<void> => {
    try {
      await client.send(event);
    } catch (cause) {
      throw new AppError('unavailable', 'The job engine did not take the event.', {
        cause,
        say: `The job engine does not answer, so ${undone}. Try again shortly.`,
      });
    }
  };
  return {
    requestRun: (run) =>
      send(runRequested.create(run, { id: `run-requested-${run.runId}` }), 'the analysis was not started'),
    cancelRun: (run) =>
      send(
        runCancelled.create(run, { id: `run-cancelled-${run.runId}` }),
        'it was not told to stop the analysis',
      ),
    retrySpecialist: (run, specialist, round) =>
      send(
        specialistRetryRequested.create(
          { ...run, specialist, round },
          { id: `retry-${run.runId}-${specialist}-${round}` },
        ),
        'the specialist was not started again',
      ),
  };
}
