import { z } from 'zod';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { getClient } from '#lib/data/client/clients.ts';
import { getEngagement } from '#lib/data/engagement/engagements.ts';
import { listReports } from '#lib/data/report/reports.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** A run with what it belongs to and the state of its report. */
export const readRun = useCase({
  action: 'run:read',
  input: z.strictObject({ runId: z.string() }),
  async perform({ db }, actor, { runId }) {
    const scope = scopeOf(actor);
    const run = await getRun(db, scope, runId);
    const [client, engagement, assessment, reports] = await Promise.all([
      getClient(db, scope, run.clientId),
      getEngagement(db, scope, run.engagementId),
      getAssessment(db, scope, run.assessmentId),
      listReports(db, scope, run.id),
    ]);
    return {
      run,
      client,
      engagement,
      assessmentTitle: assessment.title,
      report: reports.find(({ format }) => format === 'pdf') ?? null,
    };
  },
});
