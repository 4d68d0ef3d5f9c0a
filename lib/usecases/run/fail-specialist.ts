import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';
import { reasonInput, roundInput, specialistInput } from './step-input.ts';
import { runIdOf } from './work.ts';

/** Tells that a specialist has failed for good, after its retries. The run goes on without it. */
export const failSpecialist = useCase({
  action: 'run:work',
  input: roundInput.extend({ specialist: specialistInput, because: reasonInput }),
  async perform(app, actor, { specialist, because, round }) {
    const run = await getRun(app.db, scopeOf(actor), runIdOf(actor));
    if (run.round !== round || run.state === 'cancelled') return { specialist };
    await appendRunEvent(
      app.db,
      scopeOf(actor),
      run.id,
      { type: 'specialist', specialist, state: 'failed', because },
      `${specialist}:failed:${round}`,
    );
    return { specialist };
  },
});
