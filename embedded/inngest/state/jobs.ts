import { randomUUID } from 'node:crypto';
import type { SQLTagStore } from 'node:sqlite';
import { z } from 'zod';
import type { Transaction } from './store.ts';

/** One due call to the app. Without `stepId` it asks the function what comes next. */
export type Job = {
  id: number;
  runId: string;
  functionId: string;
  stepId: string | undefined;
  /** 0 for the first try. */
  attempt: number;
  fence: string;
};

const jobRow = z.object({
  id: z.number(),
  run_id: z.string(),
  function_id: z.string(),
  step_id: z.string().nullable(),
  attempt: z.number(),
});

export function enqueueStep(tx: Transaction, runId: string, functionId: string, stepId: string): void {
  tx.sql.run`INSERT INTO jobs (run_id, function_id, step_id, due_at)
    VALUES (${runId}, ${functionId}, ${stepId}, ${tx.now})`;
}

/** Asks the function what comes next, unless that is already waiting to be asked. */
export function enqueueDiscovery(tx: Transaction, runId: string, functionId: string): void {
  const waiting = tx.sql.get`SELECT 1 FROM jobs
    WHERE run_id = ${runId} AND step_id IS NULL AND fence IS NULL AND due_at <= ${tx.now}`;
  if (waiting) return;
  tx.sql.run`INSERT INTO jobs (run_id, function_id, due_at) VALUES (${runId}, ${functionId}, ${tx.now})`;
}

/**
 * Leases the next job that is due, if there is one. Jobs are passed over while their function is at its concurrency
 * limit, and discoveries while another discovery of the same run is under way. A job whose lease ran out belonged to an
 * executor that died and is leased anew, unless it is one of `underWay`, the caller's own.
 */
export function claimJob(tx: Transaction, leaseMs: number, underWay: readonly number[]): Job | undefined {
  const { sql, now } = tx;
  const row = sql.get`
    SELECT j.id, j.run_id, j.function_id, j.step_id, j.attempt FROM jobs j
    LEFT JOIN functions f ON f.id = j.function_id
    WHERE j.due_at <= ${now}
      AND (j.lease_until IS NULL OR j.lease_until < ${now})
      AND j.id NOT IN (SELECT value FROM json_each(${JSON.stringify(underWay)}))
      AND (f.concurrency IS NULL OR f.concurrency > (
        SELECT count(*) FROM jobs b WHERE b.function_id = j.function_id AND b.lease_until >= ${now}))
      AND (j.step_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM jobs d
        WHERE d.run_id = j.run_id AND d.step_id IS NULL AND d.id <> j.id AND d.lease_until >= ${now}))
    ORDER BY j.due_at, j.id LIMIT 1`;
  if (!row) return undefined;
  const { id, run_id, function_id, step_id, attempt } = jobRow.parse(row);
  const fence = randomUUID();
  sql.run`UPDATE jobs SET fence = ${fence}, lease_until = ${now + leaseMs} WHERE id = ${id}`;
  return { id, runId: run_id, functionId: function_id, stepId: step_id ?? undefined, attempt, fence };
}

/** Whether the job is still the claimant's: not cancelled, and not claimed by another after its lease ran out. */
export function holdsFence(tx: Transaction, job: Job): boolean {
  return tx.sql.get`SELECT 1 FROM jobs WHERE id = ${job.id} AND fence = ${job.fence}` !== undefined;
}

export function deleteJob(tx: Transaction, job: Job): void {
  tx.sql.run`DELETE FROM jobs WHERE id = ${job.id}`;
}

/** Gives the job back, to be claimed at `dueAt` as try number `attempt`. */
export function rescheduleJob(tx: Transaction, job: Job, attempt: number, dueAt: number): void {
  tx.sql.run`UPDATE jobs SET attempt = ${attempt}, due_at = ${dueAt}, fence = NULL, lease_until = NULL
    WHERE id = ${job.id}`;
}

/** Keeps a job leased while its call is under way; without effect once the fence is lost. */
export function extendLease(tx: Transaction, job: Job, leaseMs: number): void {
  tx.sql.run`UPDATE jobs SET lease_until = ${tx.now + leaseMs} WHERE id = ${job.id} AND fence = ${job.fence}`;
}

/** How many calls of a run are waiting or under way, other than `job`. */
export function otherJobs(tx: Transaction, job: Job): { all: number; discoveries: number } {
  const row = tx.sql
    .get`SELECT count(*) AS everything, count(*) FILTER (WHERE step_id IS NULL) AS discoveries FROM jobs
    WHERE run_id = ${job.runId} AND id <> ${job.id}`;
  const counts = z.object({ everything: z.number(), discoveries: z.number() }).parse(row);
  return { all: counts.everything, discoveries: counts.discoveries };
}

/** Whether anything is due now: a job that nobody holds, a step's deadline or a schedule. */
export function isAnythingDue(sql: SQLTagStore, now: number): boolean {
  return (
    sql.get`SELECT 1 WHERE EXISTS (SELECT 1 FROM jobs WHERE due_at <= ${now} AND (lease_until IS NULL OR lease_until < ${now}))
      OR EXISTS (SELECT 1 FROM steps WHERE due_at <= ${now})
      OR EXISTS (SELECT 1 FROM crons WHERE due_at <= ${now})` !== undefined
  );
}

/** The first moment after `now`, in epoch milliseconds, at which a job, a step's deadline or a schedule comes due. */
export function nextDueAt(sql: SQLTagStore, now: number): number | undefined {
  const row = sql.get`SELECT min(due_at) AS due_at FROM (
    SELECT min(due_at) AS due_at FROM jobs WHERE fence IS NULL AND due_at > ${now}
    UNION ALL SELECT min(lease_until) FROM jobs WHERE lease_until > ${now}
    UNION ALL SELECT min(due_at) FROM steps WHERE due_at > ${now}
    UNION ALL SELECT min(due_at) FROM crons WHERE due_at > ${now})`;
  return z.object({ due_at: z.number().nullable() }).parse(row).due_at ?? undefined;
}
