import { z } from 'zod';
import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';

/** Stops a run at any moment. What is in flight may finish its step, and nothing of it is taken any more; a run that has ended stays as it is. */
export const cancelRun = useCase({
  action: 'run:cancel',
  input: z.strictObject({ runId: z.string() }),
  async perform(app, actor, { runId }) {
    const scope = scopeOf(actor);
    const run = await changeRun(app.db, scope, runId, ({ state }) =>
      finalRunStates.includes(state)
        ? null
        : { state: 'cancelled', cancelRequestedAt: app.now(), finishedAt: app.now() },
    );
    if (run.state !== 'cancelled') return run;
    await appendRunEvent(app.db, scope, run.id, { type: 'run-state', state: 'cancelled' }, 'cancelled');
    await record(app, actor, 'run:cancel', { kind: 'run', id: run.id });
    await app.jobs.cancelRun({ runId: run.id, organisationId: scope.organisationId });
    return run;
  },
});
