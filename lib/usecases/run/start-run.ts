import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AssessmentVersion } from '#lib/data/assessment/assessment-record.ts';
import { freezeAssessment } from '#lib/data/assessment/freeze-assessment.ts';
import { getAssessment } from '#lib/data/assessment/assessments.ts';
import { changeRun } from '#lib/data/run/change-run.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { createRun } from '#lib/data/run/runs.ts';
import type { Run } from '#lib/data/run/run-record.ts';
import { type Scope, scopeOf } from '#lib/domain/access/actor.ts';
import { engineVersion } from '#lib/domain/analysis/engine-version.ts';
import { AppError, toAppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import type { App } from '../app.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/**
 * Freezes the newest version of an assessment and queues its analysis. `requestKey` makes a repeated request one run; `date` is
 * the day that the report shows, today unless told. When the job engine does not answer, the run is kept as failed and the
 * error tells it.
 */
export const startRun = useCase({
  action: 'run:start',
  input: z.strictObject({
    assessmentId: z.string(),
    requestKey: z.string().min(1).max(200).optional(),
    date: z.iso.date().optional(),
  }),
  async perform(app, actor, { assessmentId, requestKey = randomUUID(), date }): Promise<Run> {
    const scope = scopeOf(actor);
    const version = await freezeNewest(app, scope, assessmentId);
    const run = await createRun(app.db, scope, {
      requestKey,
      assessmentId,
      assessmentVersion: version.number,
      catalogueVersion: app.catalogue.version,
      engineVersion,
      requestedBy: memberOf(actor).userId,
      date: date ?? app.now().toISOString().slice(0, 10),
    });
    // Asked for again with the same key: it is under way, or has ended and says how.
    if (run.state !== 'queued') return run;
    await appendRunEvent(app.db, scope, run.id, { type: 'run-state', state: 'queued' }, 'queued');
    await record(
      app,
      actor,
      'run:start',
      { kind: 'run', id: run.id },
      { assessmentId, version: version.number },
    );
    try {
      await app.jobs.requestRun({ runId: run.id, organisationId: scope.organisationId });
    } catch (error) {
      await giveUp(app, scope, run.id, toAppError(error).say);
      throw error;
    }
    return run;
  },
});

/** The job engine did not answer. It may have taken the request all the same: a run that is under way is left alone. */
async function giveUp(app: App, scope: Scope, runId: string, because: string): Promise<void> {
  const run = await changeRun(app.db, scope, runId, ({ state }) =>
    state === 'queued' ? { state: 'failed', failedBecause: because, finishedAt: app.now() } : null,
  );
  if (run.state === 'failed')
    await appendRunEvent(app.db, scope, runId, { type: 'run-state', state: 'failed', because }, 'not-queued');
}

/**
 * The newest version, frozen. Two who freeze the same answers at once (a double click) both get it; when the answers
 * themselves were changed meanwhile, it throws `conflict`, since the person saw others.
 */
async function freezeNewest(app: App, scope: Scope, assessmentId: string): Promise<AssessmentVersion> {
  const seen = await getAssessment(app.db, scope, assessmentId);
  try {
    return await freezeAssessment(app.db, scope, assessmentId, seen.revision);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const now = await getAssessment(app.db, scope, assessmentId);
    if (now.status !== 'frozen' || now.hash !== seen.hash) throw error;
    return freezeAssessment(app.db, scope, assessmentId, now.revision);
  }
}
