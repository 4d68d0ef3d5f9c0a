import { failReport as markFailed, requestReport } from '#lib/data/report/reports.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { reasonInput, roundInput } from '../run/step-input.ts';
import { runIdOf } from '../run/work.ts';
import { useCase } from '../use-case.ts';

/** Notes that the report could not be made. The run's results stay; of an earlier round nothing is noted. */
export const failReport = useCase({
  action: 'run:work',
  input: roundInput.extend({ because: reasonInput }),
  async perform(app, actor, { because, round }) {
    const scope = scopeOf(actor);
    const run = await getRun(app.db, scope, runIdOf(actor));
    if (run.round !== round) return { reportId: null };
    const report = await requestReport(app.db, scope, run.id, {
      format: 'pdf',
      requestedBy: run.requestedBy,
    });
    await markFailed(app.db, scope, report.id, report.revision, because);
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'report', state: 'failed', because },
      `report:failed:${round}`,
    );
    return { reportId: report.id };
  },
});
