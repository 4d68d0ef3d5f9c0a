import { getAssessmentVersion } from '#lib/data/assessment/versions.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { getRun } from '#lib/data/run/runs.ts';
import type { Run } from '#lib/data/run/run-record.ts';
import { type Actor, type Scope, scopeOf } from '#lib/domain/access/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { BaseAnalysis, SpecialistResult } from '#lib/domain/run/run.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from '../app.ts';

/** What a step of a run works on. */
export type Work = { run: Run; scope: Scope; assessment: Assessment };

/**
 * The run that the actor is, with its frozen answers. Throws `not-allowed` for a member, `conflict` for a run that was
 * cancelled or that pins another catalogue than this process has.
 */
export async function workOf(app: App, actor: Actor): Promise<Work> {
  const scope = scopeOf(actor);
  const run = await getRun(app.db, scope, runIdOf(actor));
  if (run.state === 'cancelled') throw new AppError('conflict', `Run ${run.id} was cancelled.`);
  if (run.catalogueVersion !== app.catalogue.version)
    throw new AppError('conflict', `Run ${run.id} pins another catalogue.`, {
      say: 'The price catalogue changed after the analysis was queued. Start it again.',
    });
  const { body } = await getAssessmentVersion(app.db, scope, run.assessmentId, run.assessmentVersion);
  return { run, scope, assessment: body };
}

/** The run that the actor is. Throws `not-allowed` for a member. */
export function runIdOf(actor: Actor): string {
  if (actor.kind !== 'run') throw new AppError('not-allowed', 'Only a run does the work of a run.');
  return actor.runId;
}

/** The base analysis that prepare stored. Throws `internal` before prepare has finished. */
export async function baseOf(app: App, { run, scope }: Work): Promise<BaseAnalysis> {
  const base = await readRunPart(app.db, scope, run.id, 'base');
  if (base === null) throw new AppError('internal', `Run ${run.id} has not been prepared.`);
  return base;
}

/** The results of the specialists that have finished, in the order of the registry. */
export async function resultsOf(
  app: App,
  { run, scope }: Pick<Work, 'run' | 'scope'>,
): Promise<SpecialistResult[]> {
  const parts = await Promise.all(
    app.specialists.map(({ name }) => readRunPart(app.db, scope, run.id, `specialist:${name}`)),
  );
  return parts.filter((part) => part !== null);
}
