import type { Inngest } from 'inngest';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { specialistCall, specialistRetryRequested } from '#lib/jobs/events.ts';
import type { App } from '#lib/usecases/app.ts';
import { failRun } from '#lib/usecases/run/fail-run.ts';
import { actorOfRun } from './actor-of-run.ts';
import { conclude } from './conclude.ts';
import type { SpecialistFunction } from './specialist.ts';
import { reasonOf, stepWork } from './step-work.ts';

/** Runs one specialist again in a degraded run, then everything that rests on the specialists. */
export function retrySpecialistFunction(
  client: Inngest,
  app: App,
  specialists: ReadonlyMap<SpecialistName, SpecialistFunction>,
) {
  return client.createFunction(
    {
      id: 'retry-specialist',
      retries: 3,
      triggers: [specialistRetryRequested],
      onFailure: async ({ event, error, step }) => {
        const { round, ...run } = specialistCall.parse(event.data.event.data);
        await step.run(
          'failed',
          stepWork(() => failRun(app, actorOfRun(run), { because: reasonOf(error), round })),
        );
      },
    },
    async ({ event, step }) => {
      const { specialist, round, ...run } = event.data;
      const work = specialists.get(specialist);
      if (work !== undefined)
        await Promise.allSettled([
          step.invoke(specialist, { function: work, data: { ...run, specialist, round } }),
        ]);
      await conclude(app, step, run, round);
    },
  );
}
