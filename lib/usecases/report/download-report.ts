import { z } from 'zod';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { readReportBytes } from '#lib/data/report/report-bytes.ts';
import { listReports } from '#lib/data/report/reports.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import { fileNameOf } from '../assessment/file-name.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';

/** The PDF of a run, with a file name. Throws `not-found` before it is ready. */
export const downloadReport = useCase({
  action: 'report:read',
  input: z.strictObject({ runId: z.string() }),
  async perform(app, actor, { runId }) {
    const scope = scopeOf(actor);
    const run = await getRun(app.db, scope, runId);
    const report = (await listReports(app.db, scope, runId)).find(
      ({ format, state }) => format === 'pdf' && state === 'ready',
    );
    if (report === undefined)
      throw new AppError('not-found', `Run ${runId} has no finished report.`, {
        say: 'The report is not ready yet.',
      });
    const bytes = await readReportBytes(app.db, scope, report.id);
    const { title } = await getAssessment(app.db, scope, run.assessmentId);
    await record(app, actor, 'report:read', { kind: 'report', id: report.id });
    return { bytes, fileName: `${fileNameOf(title)}-${run.date}.pdf` };
  },
});
