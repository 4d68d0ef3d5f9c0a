import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { registerOwner } from '#lib/data/system/accounts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { isLastEvent, type RunEvent } from '#lib/domain/run/event.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';

export type MeasuredRun = { wholeMs: number; events: RunEvent[] };

/** Runs the example once, from the request to the finished report. Throws when the run does not complete. */
export async function measureRun(app: App, actor: Actor, example: URL): Promise<MeasuredRun> {
  const client = await createClient(app, actor, { name: 'Measured' });
  const engagement = await createEngagement(app, actor, { clientId: client.id, title: 'Measured' });
  const text = await readFile(example, 'utf8');
  const { id: assessmentId } = await importAssessment(app, actor, { engagementId: engagement.id, text });
  const began = performance.now();
  const { id: runId } = await startRun(app, actor, { assessmentId });
  for (;;) {
    const events = await readRunEvents(app, actor, { runId });
    const newest = events.at(-1);
    if (newest !== undefined && isLastEvent(newest)) {
      const completed = events.some((event) => event.type === 'run-state' && event.state === 'completed');
      if (!completed || newest.type !== 'report' || newest.state !== 'ready')
        throw new Error(`${example.pathname} did not complete: ${JSON.stringify(newest)}`);
      return { wholeMs: performance.now() - began, events };
    }
    await pause(10);
  }
}

/** An owner whose runs are measured. */
export async function anOwner(app: App): Promise<Actor> {
  const { user, organisationId } = await registerOwner(app.db, {
    email: 'bench@infra-mind.invalid',
    name: 'Bench',
    organisationName: 'Bench',
    passwordHash: 'none',
  });
  return { kind: 'member', userId: user.id, organisationId, role: 'owner' };
}

/** Milliseconds from the first event that matches to the last one that does. */
export function between(
  events: readonly RunEvent[],
  from: (event: RunEvent) => boolean,
  to: (event: RunEvent) => boolean,
): number {
  return Date.parse(events.findLast(to)?.at ?? '') - Date.parse(events.find(from)?.at ?? '');
}
