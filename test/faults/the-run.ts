import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { registerOwner } from '#lib/data/system/accounts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { isLastEvent } from '#lib/domain/run/event.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { downloadReport } from '#lib/usecases/report/download-report.ts';
import { readRun } from '#lib/usecases/run/read-run.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';
import type { Outcome } from './moments.ts';

type TheRun = { actor: Actor; runId: string };

/** The run that an earlier process wrote into `file`, or a new one, written there as soon as it is asked for. */
export async function findOrStartRun(stack: App, file: string): Promise<TheRun> {
  return existsSync(file) ? runOf(file) : newRun(stack, file);
}

async function newRun(stack: App, file: string): Promise<TheRun> {
  const { user, organisationId } = await registerOwner(stack.db, {
    email: 'owner@example.com',
    name: 'Owner',
    organisationName: 'Advice',
    passwordHash: 'none',
  });
  const member: Actor = { kind: 'member', userId: user.id, organisationId, role: 'owner' };
  const client = await createClient(stack, member, { name: 'Client' });
  const engagement = await createEngagement(stack, member, { clientId: client.id, title: 'Engagement' });
  const { id: assessmentId } = await importAssessment(stack, member, {
    engagementId: engagement.id,
    text: await readFile('examples/support-saas.json', 'utf8'),
  });
  const { id } = await startRun(stack, member, { assessmentId, date: '2026-07-20' });
  writeFileSync(file, JSON.stringify({ userId: user.id, organisationId, runId: id }));
  return { actor: member, runId: id };
}

function runOf(file: string): TheRun {
  const ids = z.object({ userId: z.string(), organisationId: z.string(), runId: z.string() });
  const { runId: id, ...member } = ids.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { actor: { kind: 'member', ...member, role: 'owner' }, runId: id };
}

/** Resolves when the run has told its last event. */
export async function untilEnd(stack: App, member: Actor, id: string): Promise<void> {
  for (;;) {
    const newest = (await readRunEvents(stack, member, { runId: id })).at(-1);
    if (newest !== undefined && isLastEvent(newest)) return;
    await pause(20);
  }
}

/** What is left of the run when it has ended. */
export async function outcomeOf(stack: App, member: Actor, id: string): Promise<Outcome> {
  const { run } = await readRun(stack, member, { runId: id });
  const events = await readRunEvents(stack, member, { runId: id });
  const { bytes } = await downloadReport(stack, member, { runId: id });
  const names = (await stack.db.driver.listCollections().toArray()).map(({ name }) => name).toSorted();
  const counts = await Promise.all(
    names.map(async (name) => [name, await stack.db.driver.collection(name).countDocuments()] as const),
  );
  return {
    state: run.state,
    ledgerHash: run.ledgerHash,
    events: events.map(({ seq, at: _at, ...body }) => `${seq} ${JSON.stringify(body)}`),
    reportSha256: createHash('sha256').update(bytes).digest('hex'),
    documents: Object.fromEntries(counts),
  };
}
