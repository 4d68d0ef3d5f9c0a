import type { Actor } from '#lib/domain/access/actor.ts';
import type { RunReference } from '#lib/jobs/events.ts';

/** A job acts as the run that it names, inside that run's organisation, and as nobody else. */
export function actorOfRun(run: RunReference): Actor {
  return { kind: 'run', runId: run.runId, organisationId: run.organisationId };
}
