import type { GetStepTools, Inngest } from 'inngest';
import { reportRequested, type RunReference } from '#lib/jobs/events.ts';
import type { App } from '#lib/usecases/app.ts';
import { composeDocument } from '#lib/usecases/run/compose-document.ts';
import { finishRun } from '#lib/usecases/run/finish-run.ts';
import { synthesiseRun } from '#lib/usecases/run/synthesise-run.ts';
import { actorOfRun } from './actor-of-run.ts';
import { stepWork } from './step-work.ts';

/** From the specialists' results to a finished run: review and synthesis, document; the PDF is made in the background. */
export async function conclude(
  app: App,
  step: GetStepTools<Inngest>,
  run: RunReference,
  round: number,
): Promise<void> {
  const actor = actorOfRun(run);
  await step.run(
    'synthesise',
    stepWork(() => synthesiseRun(app, actor, { round })),
  );
  await step.run(
    'document',
    stepWork(() => composeDocument(app, actor, { round })),
  );
  await step.run(
    'finish',
    stepWork(() => finishRun(app, actor, { round })),
  );
  await step.sendEvent(
    'request-report',
    reportRequested.create(
      { runId: run.runId, organisationId: run.organisationId, round },
      { id: `report-${run.runId}-${round}` },
    ),
  );
}
