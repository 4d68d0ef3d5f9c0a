import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { readRunPart, storeRunPart } from '#lib/data/run/run-parts.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import { buildDocument } from '#lib/domain/report/build-document.ts';
import { AppError } from '#lib/errors.ts';
import { useCase } from '../use-case.ts';
import { noticesOf } from './notices.ts';
import { runLedger } from './run-ledger.ts';
import { roundInput } from './step-input.ts';
import { baseOf, resultsOf, workOf } from './work.ts';

/** The report as data, from what the run has stored and nothing else. */
export const composeDocument = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const work = await workOf(app, actor, round);
    const { run, scope, assessment } = work;
    await changeRun(app.db, scope, run.id, () => ({ phase: 'deliver' }));
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'phase', phase: 'deliver', state: 'started' },
      `deliver:started:${round}`,
    );
    const base = await baseOf(app, work);
    const specialists = await resultsOf(app, work);
    const synthesis = await readRunPart(app.db, scope, run.id, 'synthesis');
    if (synthesis === null) throw new AppError('internal', `Run ${run.id} has not been synthesised.`);
    const document = buildDocument({
      assessment,
      date: run.date,
      notices: noticesOf(
        app.specialists.map(({ name }) => name),
        specialists,
      ),
      versions: {
        catalogue: run.catalogueVersion,
        engine: run.engineVersion,
        ledger: synthesis.ledgerHash,
        assessment: run.assessmentHash,
      },
      ledger: runLedger(base, specialists),
      needs: base.needs,
      missing: base.missing,
      specialists,
      synthesis,
      assumptions: app.catalogue.assumptions,
      identifiers: runIdentifiers({ assessment, needs: base.needs, catalogue: app.catalogue }),
    });
    await storeRunPart(app.db, scope, run.id, 'document', document);
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'phase', phase: 'deliver', state: 'finished' },
      `deliver:finished:${round}`,
    );
    return { sections: document.sections.length };
  },
});
