import { z } from 'zod';
import { getAssessmentVersion } from '#lib/data/assessment/versions.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { type FigureView, figureView } from '#lib/domain/figure/view.ts';
import { AppError } from '#lib/errors.ts';
import { useCase } from '../use-case.ts';
import { runLedger } from './run-ledger.ts';
import { resultsOf } from './work.ts';

/** One figure of a run with its pedigree one step deep. Throws `not-found` for a figure that the run does not have. */
export const readFigure = useCase({
  action: 'run:read',
  input: z.strictObject({ runId: z.string(), id: z.string().min(1).max(400) }),
  async perform(app, actor, { runId, id }): Promise<FigureView> {
    const scope = scopeOf(actor);
    const run = await getRun(app.db, scope, runId);
    const [base, specialists, version] = await Promise.all([
      readRunPart(app.db, scope, runId, 'base'),
      resultsOf(app, { run, scope }),
      getAssessmentVersion(app.db, scope, run.assessmentId, run.assessmentVersion),
    ]);
    if (base === null) throw new AppError('not-found', `Run ${runId} has no figures yet.`);
    return figureView(runLedger(base, specialists), id, {
      assessment: version.body,
      assumptions: app.catalogue.assumptions,
    });
  },
});
