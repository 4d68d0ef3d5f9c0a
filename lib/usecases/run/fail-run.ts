import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import { useCase } from '../use-case.ts';
import { reasonInput, roundInput } from './step-input.ts';
import { runIdOf } from './work.ts';

/** Ends a run that failed for good. A run that has ended otherwise stays as it is. */
export const failRun = useCase({
  action: 'run:work',
  input: roundInput.extend({ because: reasonInput }),
  async perform(app, actor, { because, round }) {
    const scope = scopeOf(actor);
    const run = await changeRun(app.db, scope, runIdOf(actor), ({ state, round: current }) =>
      finalRunStates.includes(state) || current !== round
        ? null
        : { state: 'failed', failedBecause: because, finishedAt: app.now() },
    );
    if (run.state === 'failed')
      await appendRunEvent(
        app.db,
        scope,
        run.id,
        { type: 'run-state', state: 'failed', because },
        `failed:${round}`,
      );
    return { state: run.state };
  },
});
