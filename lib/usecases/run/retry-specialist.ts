import { z } from 'zod';
import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import type { RunState } from '#lib/domain/run/run.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';
import { specialistInput } from './step-input.ts';
import { refuseOtherVersions } from './work.ts';

/**
 * Runs a failed specialist again, and after it all that rests on the specialists. The result stays until the new one takes its
 * place. Throws `conflict` unless the run is degraded by this specialist and was made with what this process has; when the
 * job engine does not answer, the run is left as it was.
 */
export const retrySpecialist = useCase({
  action: 'run:retry',
  input: z.strictObject({ runId: z.string(), specialist: specialistInput }),
  async perform(app, actor, { runId, specialist }) {
    const scope = scopeOf(actor);
    if ((await readRunPart(app.db, scope, runId, `specialist:${specialist}`)) !== null)
      throw new AppError('conflict', `${specialist} of run ${runId} has not failed.`, {
        say: 'This specialist has finished; there is nothing to run again.',
      });
    const before = await getRun(app.db, scope, runId);
    refuseOtherVersions(app, before);
    const run = await changeRun(app.db, scope, runId, ({ state, round }) => {
      if (state !== 'degraded')
        throw new AppError('conflict', `Run ${runId} is ${state}.`, {
          say: 'Only a finished, degraded analysis can run a specialist again.',
        });
      return {
        state: 'running',
        phase: 'specialists',
        round: round + 1,
        degradedBecause: [],
        finishedAt: null,
      };
    });
    const tell = (state: RunState, key: string) =>
      appendRunEvent(app.db, scope, runId, { type: 'run-state', state }, `${key}:${run.round}`);
    await tell('running', 'running');
    await record(app, actor, 'run:retry', { kind: 'run', id: runId }, { specialist });
    try {
      await app.jobs.retrySpecialist({ runId, organisationId: scope.organisationId }, specialist, run.round);
    } catch (error) {
      const { state, phase, degradedBecause, finishedAt } = before;
      await changeRun(app.db, scope, runId, ({ round }) =>
        round === run.round ? { state, phase, degradedBecause, finishedAt } : null,
      );
      await tell('degraded', 'not-retried');
      throw error;
    }
    return run;
  },
});
