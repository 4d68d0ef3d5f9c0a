import { z } from 'zod';
import { lifecycleEvents, type StepState } from '../wire/protocol.ts';
import { nextTickMs } from './cron-schedule.ts';
import { startRun } from './runs.ts';
import { finishStep } from './steps.ts';
import type { Transaction } from './store.ts';

/** Ends the sleeps and waits whose time is up. */
export function settleDeadlines(tx: Transaction): void {
  const due = tx.sql.all`SELECT run_id, id, op FROM steps WHERE due_at <= ${tx.now} ORDER BY due_at, rowid`;
  for (const row of due) {
    const { run_id, id, op } = z.object({ run_id: z.string(), id: z.string(), op: z.string() }).parse(row);
    finishStep(tx, run_id, id, atDeadline(op));
  }
}

/**
 * Starts the functions whose schedule is due. Ticks that were missed (the executor was not running, the machine slept)
 * are made up for by one run, not by one each.
 */
export function startScheduledRuns(tx: Transaction): void {
  const due = tx.sql
    .all`SELECT function_id, schedule, due_at FROM crons WHERE due_at <= ${tx.now} ORDER BY due_at`;
  for (const row of due) {
    const { function_id, schedule, due_at } = cronRow.parse(row);
    startRun(tx, function_id, {
      id: `${function_id}.${schedule}.${due_at}`,
      name: lifecycleEvents.scheduled,
      data: { cron: schedule },
      ts: due_at,
    });
    tx.sql.run`UPDATE crons SET due_at = ${nextTickMs(schedule, tx.now)}
      WHERE function_id = ${function_id} AND schedule = ${schedule}`;
  }
}

function atDeadline(op: string): StepState {
  if (op !== 'InvokeFunction') return { data: null };
  return {
    error: { name: 'InngestInvokeTimeoutError', message: 'The invoked function did not finish in time.' },
  };
}

const cronRow = z.object({ function_id: z.string(), schedule: z.string(), due_at: z.number() });
