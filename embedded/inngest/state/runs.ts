import { randomUUID } from 'node:crypto';
import type { SQLTagStore } from 'node:sqlite';
import { z } from 'zod';
import {
  type InngestEvent,
  inngestEventSchema,
  lifecycleEvents,
  type WireError,
  wireErrorSchema,
} from '../wire/protocol.ts';
import { enqueueDiscovery } from './jobs.ts';
import { finishStep } from './steps.ts';
import type { Transaction } from './store.ts';

export type RunStatus = 'running' | 'completed' | 'failed' | 'cancelled';

export type Run = {
  id: string;
  functionId: string;
  status: RunStatus;
  event: InngestEvent;
  /** What the SDK answered with last; -1 before its first answer. */
  requestVersion: number;
  parent: { runId: string; stepId: string } | undefined;
  startedAt: number;
  endedAt: number | undefined;
  outcome: { result: unknown } | { error: WireError } | undefined;
};

export type RunEnd =
  | { status: 'completed'; result: unknown }
  | { status: 'failed'; error: WireError }
  | { status: 'cancelled' };

/** Starts a run of `functionId`; with `parent`, its outcome becomes that step's. */
export function startRun(
  tx: Transaction,
  functionId: string,
  event: InngestEvent,
  parent?: Run['parent'],
): string {
  const id = randomUUID();
  tx.sql.run`INSERT INTO runs (id, function_id, status, event_id, event, parent_run, parent_step, started_at)
    VALUES (${id}, ${functionId}, 'running', ${event.id}, ${JSON.stringify(event)}, ${parent?.runId ?? null},
      ${parent?.stepId ?? null}, ${tx.now})`;
  enqueueDiscovery(tx, id, functionId);
  tx.changes.push({ kind: 'run-started', runId: id, functionId });
  return id;
}

/**
 * Ends a run that is still running: nothing of it stays queued or waiting, a step that invoked it gets the outcome, and
 * the lifecycle events go out (not for runs that such an event started, or they would go on for ever).
 * False when the run had ended before.
 */
export function endRun(tx: Transaction, runId: string, end: RunEnd): boolean {
  const run = findRun(tx.sql, runId);
  if (run?.status !== 'running') return false;
  const { status } = end;
  const output = status === 'completed' ? { result: end.result ?? null } : { error: errorOf(end) };
  tx.sql.run`UPDATE runs SET status = ${status}, ended_at = ${tx.now}, output = ${JSON.stringify(output)}
    WHERE id = ${runId}`;
  tx.sql.run`DELETE FROM jobs WHERE run_id = ${runId}`;
  tx.sql.run`DELETE FROM steps WHERE run_id = ${runId} AND state IS NULL`;
  tx.changes.push({ kind: `run-${status}`, runId, functionId: run.functionId });
  if (run.parent) {
    finishStep(
      tx,
      run.parent.runId,
      run.parent.stepId,
      'error' in output ? { error: output.error } : { data: output.result },
    );
  }
  tx.outbox.push(...lifecycleEventsOf(tx, run, status, output));
  return true;
}

export function findRun(sql: SQLTagStore, runId: string): Run | undefined {
  const row = sql.get`SELECT * FROM runs WHERE id = ${runId}`;
  return row ? runOf(row) : undefined;
}

/** Every run that an event started, oldest first. */
export function runsOfEvent(sql: SQLTagStore, eventId: string): Run[] {
  return sql.all`SELECT * FROM runs WHERE event_id = ${eventId} ORDER BY rowid`.map(runOf);
}

export function noteRequestVersion(tx: Transaction, runId: string, version: number): void {
  tx.sql.run`UPDATE runs SET request_version = ${version} WHERE id = ${runId}`;
}

function errorOf(end: RunEnd): WireError {
  return end.status === 'failed'
    ? end.error
    : { name: 'CancelledError', message: 'The function run was cancelled.' };
}

function lifecycleEventsOf(
  tx: Transaction,
  run: Run,
  status: RunEnd['status'],
  output: { result: unknown } | { error: WireError },
): InngestEvent[] {
  if (run.event.name === lifecycleEvents.failed || run.event.name === lifecycleEvents.finished) return [];
  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event: run.event,
    events: [run.event],
    ...output,
  };
  const finished = { id: `${run.id}.finished`, name: lifecycleEvents.finished, data, ts: tx.now };
  if (status === 'completed') return [finished];
  return [finished, { id: run.id, name: lifecycleEvents[status], data, ts: tx.now }];
}

const runRow = z.object({
  id: z.string(),
  function_id: z.string(),
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  event: z.string(),
  request_version: z.number(),
  parent_run: z.string().nullable(),
  parent_step: z.string().nullable(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
  output: z.string().nullable(),
});
const outcomeSchema = z.union([z.object({ error: wireErrorSchema }), z.object({ result: z.unknown() })]);

function runOf(row: unknown): Run {
  const { id, function_id, status, event, request_version, parent_run, parent_step, ...rest } =
    runRow.parse(row);
  return {
    id,
    functionId: function_id,
    status,
    event: inngestEventSchema.parse(JSON.parse(event)),
    requestVersion: request_version,
    parent:
      parent_run !== null && parent_step !== null ? { runId: parent_run, stepId: parent_step } : undefined,
    startedAt: rest.started_at,
    endedAt: rest.ended_at ?? undefined,
    outcome: rest.output === null ? undefined : outcomeSchema.parse(JSON.parse(rest.output)),
  };
}
