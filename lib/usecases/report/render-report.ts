import { storeReportBytes } from '#lib/data/report/report-bytes.ts';
import { requestReport, requeueReport } from '#lib/data/report/reports.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { AppError } from '#lib/errors.ts';
import { roundInput } from '../run/step-input.ts';
import { wantedRun, workOf } from '../run/work.ts';
import { useCase } from '../use-case.ts';

/** Renders the stored document to PDF and stores the bytes. Throws `conflict` when the run has gone on to a later round. */
export const renderReport = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const { run, scope } = await workOf(app, actor, round);
    const document = await readRunPart(app.db, scope, run.id, 'document');
    if (document === null) throw new AppError('internal', `Run ${run.id} has no document.`);
    const queued = await requestReport(app.db, scope, run.id, {
      format: 'pdf',
      requestedBy: run.requestedBy,
    });
    const report =
      queued.state === 'queued' ? queued : await requeueReport(app.db, scope, queued.id, queued.revision);
    await appendRunEvent(
      app.db,
      scope,
      run.id,
      { type: 'report', state: 'started' },
      `report:started:${round}`,
    );
    const bytes = await app.renderPdf(document);
    await wantedRun(app, scope, run.id, round);
    const { id, sizeBytes } = await storeReportBytes(app.db, scope, report.id, report.revision, bytes);
    await appendRunEvent(app.db, scope, run.id, { type: 'report', state: 'ready' }, `report:ready:${round}`);
    return { reportId: id, sizeBytes };
  },
});
