import type { Inngest } from 'inngest';
import { reportRequested } from '#lib/jobs/events.ts';
import type { App } from '#lib/usecases/app.ts';
import { failReport } from '#lib/usecases/report/fail-report.ts';
import { renderReport } from '#lib/usecases/report/render-report.ts';
import { actorOfRun } from './actor-of-run.ts';
import { reasonOf, stepWork } from './step-work.ts';

/** Renders the report of a finished run. Two at once: each takes a worker thread. */
export function reportFunction(client: Inngest, app: App) {
  return client.createFunction(
    {
      id: 'report',
      retries: 2,
      concurrency: 2,
      triggers: [reportRequested],
      onFailure: async ({ event, error, step }) => {
        const request = reportRequested.schema.parse(event.data.event.data);
        await step.run(
          'failed',
          stepWork(() =>
            failReport(app, actorOfRun(request), { because: reasonOf(error), round: request.round }),
          ),
        );
      },
    },
    async ({ event, step }) => {
      await step.run(
        'render',
        stepWork(() => renderReport(app, actorOfRun(event.data), { round: event.data.round })),
      );
    },
  );
}
