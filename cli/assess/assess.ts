import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from '#lib/data/run/run-record.ts';
import { registerOwner } from '#lib/data/system/accounts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { isLastEvent, type RunEvent } from '#lib/domain/run/event.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { downloadReport } from '#lib/usecases/report/download-report.ts';
import { readResult, type RunResult } from '#lib/usecases/run/read-result.ts';
import { readRun } from '#lib/usecases/run/read-run.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';
import { onOwnStack, type StackOptions } from './own-stack.ts';
import { inTemporaryDirectory } from './temporary-directory.ts';

export type Outcome = { run: Run; result: RunResult | undefined; pdf: Uint8Array | undefined };

type Options = { date: string; onEvent: (event: RunEvent) => void };

/**
 * Runs one analysis on the whole stack (database, durable functions, report) in this process, on a data directory of its own
 * that is removed afterwards. It disturbs no running server. Throws what the use cases throw.
 */
export async function assess(
  assessment: Assessment,
  options: Options,
  stack: StackOptions = {},
): Promise<Outcome> {
  return inTemporaryDirectory('infra-mind-assess-', (directory) =>
    onOwnStack(directory, ({ app }) => analyse(app, assessment, options), stack),
  );
}

async function analyse(app: App, assessment: Assessment, { date, onEvent }: Options): Promise<Outcome> {
  const owner = {
    email: `assess-${randomUUID()}@infra-mind.invalid`,
    name: 'Command line',
    organisationName: 'Command line',
    passwordHash: 'none',
  };
  const { user, organisationId } = await registerOwner(app.db, owner);
  const actor: Actor = { kind: 'member', userId: user.id, organisationId, role: 'owner' };
  const client = await createClient(app, actor, { name: assessment.client ?? assessment.title });
  const engagement = await createEngagement(app, actor, { clientId: client.id, title: assessment.title });
  const { id: assessmentId } = await importAssessment(app, actor, {
    engagementId: engagement.id,
    text: JSON.stringify(assessment),
  });
  const { id: runId } = await startRun(app, actor, { assessmentId, date });
  for await (const event of eventsOf((after) => readRunEvents(app, actor, { runId, after }))) onEvent(event);
  const { run, report } = await readRun(app, actor, { runId });
  const result = await readResult(app, actor, { runId });
  const pdf = report?.state === 'ready' ? (await downloadReport(app, actor, { runId })).bytes : undefined;
  return { run, result: result ?? undefined, pdf };
}

async function* eventsOf(read: (after: number) => Promise<RunEvent[]>): AsyncGenerator<RunEvent> {
  for (let after = 0; ;) {
    const events = await read(after);
    yield* events;
    const newest = events.at(-1);
    if (newest !== undefined && isLastEvent(newest)) return;
    after = newest?.seq ?? after;
    if (newest === undefined) await pause(20);
  }
}
