import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';
import { finalRunStates, type RunState } from '#lib/domain/run/run.ts';
import { useCase } from '../use-case.ts';
import { roundInput } from './step-input.ts';
import { resultsOf, workOf } from './work.ts';

/** Last step: completed, or degraded with the reasons when a specialist is missing. */
export const finishRun = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const work = await workOf(app, actor, round);
    const done = new Set((await resultsOf(app, work)).map(({ name }) => name));
    const degradedBecause = app.specialists
      .filter(({ name }) => !done.has(name))
      .map(({ name }) => `${specialistNames[name]} failed, so its part is missing.`);
    const state: RunState = degradedBecause.length === 0 ? 'completed' : 'degraded';
    const run = await changeRun(app.db, work.scope, work.run.id, (current) =>
      finalRunStates.includes(current.state)
        ? null
        : { state, degradedBecause, phase: 'deliver', finishedAt: app.now() },
    );
    const because = degradedBecause.join(' ');
    await appendRunEvent(
      app.db,
      work.scope,
      run.id,
      { type: 'run-state', state: run.state, ...(because === '' ? {} : { because }) },
      `finished:${round}`,
    );
    return { state: run.state };
  },
});
