import { type Inngest, invoke } from 'inngest';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { runCancelled, specialistCall } from '#lib/jobs/events.ts';
import type { App } from '#lib/usecases/app.ts';
import { failSpecialist } from '#lib/usecases/run/fail-specialist.ts';
import { runSpecialist } from '#lib/usecases/run/run-specialist.ts';
import { actorOfRun } from './actor-of-run.ts';
import { reasonOf, stepWork } from './step-work.ts';

export type SpecialistFunction = ReturnType<typeof specialistFunction>;

/** The durable work of one specialist. Each has its own function, so none waits for another. */
export function specialistFunction(client: Inngest, app: App, specialist: SpecialistName) {
  return client.createFunction(
    {
      id: `specialist-${specialist}`,
      retries: 2,
      triggers: [invoke(specialistCall)],
      cancelOn: [{ event: runCancelled, if: 'event.data.runId == async.data.runId' }],
      onFailure: async ({ event, error, step }) => {
        const call = specialistCall.parse(event.data.event.data);
        await step.run(
          'failed',
          stepWork(() =>
            failSpecialist(app, actorOfRun(call), {
              specialist,
              because: reasonOf(error),
              round: call.round,
            }),
          ),
        );
      },
    },
    async ({ event, step }) => {
      const { round } = event.data;
      await step.run(
        'investigate',
        stepWork(() => runSpecialist(app, actorOfRun(event.data), { specialist, round })),
      );
    },
  );
}
