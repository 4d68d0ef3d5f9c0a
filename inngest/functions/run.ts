import type { Inngest } from 'inngest';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { runCancelled, runRequested, runReference } from '#lib/jobs/events.ts';
import type { App } from '#lib/usecases/app.ts';
import { failRun } from '#lib/usecases/run/fail-run.ts';
import { prepareRun } from '#lib/usecases/run/prepare-run.ts';
import { actorOfRun } from './actor-of-run.ts';
import { conclude } from './conclude.ts';
import type { SpecialistFunction } from './specialist.ts';
import { reasonOf, stepWork } from './step-work.ts';

/**
 * One analysis: prepare, all specialists in parallel, then review to document. A specialist that fails for good does not
 * end the run; the review finds it missing and the run is degraded.
 */
export function runFunction(
  client: Inngest,
  app: App,
  specialists: ReadonlyMap<SpecialistName, SpecialistFunction>,
) {
  return client.createFunction(
    {
      id: 'run',
      retries: 3,
      triggers: [runRequested],
      cancelOn: [{ event: runCancelled, if: 'event.data.runId == async.data.runId' }],
      onFailure: async ({ event, error, step }) => {
        const run = runReference.parse(event.data.event.data);
        await step.run(
          'failed',
          stepWork(() => failRun(app, actorOfRun(run), { because: reasonOf(error), round: 1 })),
        );
      },
    },
    async ({ event, step }) => {
      const run = event.data;
      await step.run(
        'prepare',
        stepWork(() => prepareRun(app, actorOfRun(run), { round: 1 })),
      );
      await Promise.allSettled(
        [...specialists].map(([specialist, work]) =>
          step.invoke(specialist, { function: work, data: { ...run, specialist, round: 1 } }),
        ),
      );
      await conclude(app, step, run, 1);
    },
  );
}
