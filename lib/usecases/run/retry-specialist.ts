import { z } from 'zod';
import { discardRecommendations } from '#lib/data/recommendation/recommendations.ts';
import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { discardRunParts, readRunPart } from '#lib/data/run/run-parts.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';
import { specialistInput } from './step-input.ts';

/** Runs a failed specialist again, and after it all that rests on the specialists. Throws `conflict` unless the run is degraded by this specialist. */
export const retrySpecialist = useCase({
  action: 'run:retry',
  input: z.strictObject({ runId: z.string(), specialist: specialistInput }),
  async perform(app, actor, { runId, specialist }) {
    const scope = scopeOf(actor);
    const done = await readRunPart(app.db, scope, runId, `specialist:${specialist}`);
    if (done !== null)
      throw new AppError('conflict', `${specialist} of run ${runId} has not failed.`, {
        say: 'This specialist has finished; there is nothing to run again.',
      });
    const run = await changeRun(app.db, scope, runId, ({ state }) => {
      if (state !== 'degraded')
        throw new AppError('conflict', `Run ${runId} is ${state}.`, {
          say: 'Only a finished, degraded analysis can run a specialist again.',
        });
      return {
        state: 'running',
        phase: 'specialists',
        degradedBecause: [],
        finishedAt: null,
        ledgerHash: null,
      };
    });
    await discardRunParts(app.db, scope, runId, ['synthesis', 'document']);
    await discardRecommendations(app.db, scope, runId);
    await appendRunEvent(
      app.db,
      scope,
      runId,
      { type: 'run-state', state: 'running' },
      `running:${run.revision}`,
    );
    await record(app, actor, 'run:retry', { kind: 'run', id: runId }, { specialist });
    await app.jobs.retrySpecialist({ runId, organisationId: scope.organisationId }, specialist, run.revision);
    return run;
  },
});
