import { z } from 'zod';
import { listReports } from '#lib/data/report/reports.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** Whether nothing happens in the run any more: it failed or was cancelled, or it has finished and its report is ready or has failed. */
export const isRunOver = useCase({
  action: 'run:read',
  input: z.strictObject({ runId: z.string() }),
  async perform({ db }, actor, { runId }) {
    const { state } = await getRun(db, scopeOf(actor), runId);
    if (state === 'failed' || state === 'cancelled') return true;
    if (state !== 'completed' && state !== 'degraded') return false;
    const reports = await listReports(db, scopeOf(actor), runId);
    return reports.length > 0 && reports.every((report) => report.state !== 'queued');
  },
});
