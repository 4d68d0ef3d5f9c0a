import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { storeRunPart } from '#lib/data/run/run-parts.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import { roundInput } from './step-input.ts';
import { useCase } from '../use-case.ts';
import { workOf } from './work.ts';

/** First step: the base ledger and the priced options of every need, computed from the frozen answers and stored. */
export const prepareRun = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const { run, scope, assessment } = await workOf(app, actor, round);
    await changeRun(app.db, scope, run.id, ({ state, startedAt }) =>
      finalRunStates.includes(state)
        ? null
        : { state: 'running', phase: 'prepare', startedAt: startedAt ?? app.now() },
    );
    await appendRunEvent(app.db, scope, run.id, { type: 'run-state', state: 'running' }, 'running');
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'phase', phase: 'prepare', state: 'started' },
      'prepare:started',
    );
    await storeRunPart(app.db, scope, run.id, 'base', computeBase(assessment, app.catalogue));
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'phase', phase: 'prepare', state: 'finished' },
      'prepare:finished',
    );
    await changeRun(app.db, scope, run.id, ({ phase }) =>
      phase === 'prepare' ? { phase: 'specialists' } : null,
    );
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'phase', phase: 'specialists', state: 'started' },
      'specialists:started',
    );
    return { runId: run.id };
  },
});
