import { getAssessmentVersion } from '#lib/data/assessment/versions.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { getRun } from '#lib/data/run/runs.ts';
import type { Run } from '#lib/data/run/run-record.ts';
import { type Actor, type Scope, scopeOf } from '#lib/domain/access/actor.ts';
import { engineVersion } from '#lib/domain/analysis/engine-version.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { BaseAnalysis, SpecialistResult } from '#lib/domain/run/run.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from '../app.ts';

/** What a step of a run works on. */
export type Work = { run: Run; scope: Scope; assessment: Assessment };

/**
 * The run that the actor is, with its frozen answers, for a step of a round. Throws `not-allowed` for a member, `conflict` when
 * nobody wants the step's result any more, or when this process has another catalogue or engine than the run pins.
 */
export async function workOf(app: App, actor: Actor, round: number): Promise<Work> {
  const scope = scopeOf(actor);
  const run = await wantedRun(app, scope, runIdOf(actor), round);
  refuseOtherVersions(app, run);
  const { body } = await getAssessmentVersion(app.db, scope, run.assessmentId, run.assessmentVersion);
  return { run, scope, assessment: body };
}

/** The run as it stands now. Throws `conflict` when it was cancelled, has failed, or has gone on to a later round. */
export async function wantedRun(app: App, scope: Scope, runId: string, round: number): Promise<Run> {
  const run = await getRun(app.db, scope, runId);
  if (run.state === 'cancelled' || run.state === 'failed' || run.round !== round)
    throw new AppError(
      'conflict',
      `Run ${runId} is ${run.state} in round ${run.round}; round ${round} is void.`,
      {
        say: 'The analysis has ended or was started again in the meantime.',
      },
    );
  return run;
}

/** Throws `conflict` when the run was made with another catalogue or engine: its parts would not fit together. */
export function refuseOtherVersions(app: App, run: Run): void {
  if (run.catalogueVersion === app.catalogue.version && run.engineVersion === engineVersion) return;
  throw new AppError('conflict', `Run ${run.id} pins another catalogue or engine.`, {
    say: 'Prices or formulas have changed since this analysis was started. Start a new one.',
  });
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
