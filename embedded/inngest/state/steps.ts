import { z } from 'zod';
import { type StepState, stepStateSchema } from '../wire/protocol.ts';
import { enqueueDiscovery } from './jobs.ts';
import type { Transaction } from './store.ts';

/** A step that was found and is not finished yet. */
export type PendingStep = {
  runId: string;
  id: string;
  name: string;
  op: string;
  /** Inside `group.parallel`: its end is told to the function at once, and nothing waits for it. */
  race: boolean;
  /** When it ends by itself: a sleep is over, a wait has timed out. Epoch milliseconds. */
  dueAt?: number;
  /** The event it waits for, and what that event must satisfy. */
  eventName?: string;
  expression?: string;
};

/** Notes a step as pending. False when the run already knows the step, so that nothing is started for it twice. */
export function addPendingStep(tx: Transaction, step: PendingStep): boolean {
  const { changes } = tx.sql.run`
    INSERT INTO steps (run_id, id, name, op, race, due_at, event_name, expression)
    VALUES (${step.runId}, ${step.id}, ${step.name}, ${step.op}, ${step.race ? 1 : 0}, ${step.dueAt ?? null},
      ${step.eventName ?? null}, ${step.expression ?? null})
    ON CONFLICT DO NOTHING`;
  return changes === 1;
}

/**
 * Remembers the outcome of a step, once, and asks the function to go on when it is time: when nothing of the run is
 * pending any more, but after every end of a race's step (or of any step of a run on request version 1, which knows no
 * joins). False when the step is unknown or was finished before.
 */
export function finishStep(tx: Transaction, runId: string, stepId: string, state: StepState): boolean {
  const finished = tx.sql.get`
    UPDATE steps SET state = ${JSON.stringify(state)}, due_at = NULL, event_name = NULL, expression = NULL,
      seq = (SELECT coalesce(max(seq), 0) + 1 FROM steps WHERE run_id = ${runId})
    WHERE run_id = ${runId} AND id = ${stepId} AND state IS NULL
      AND EXISTS (SELECT 1 FROM runs WHERE id = ${runId} AND status = 'running')
    RETURNING name, race,
      (SELECT function_id FROM runs WHERE id = ${runId}) AS function_id,
      (SELECT request_version FROM runs WHERE id = ${runId}) AS request_version`;
  if (!finished) return false;
  const { name, race, function_id, request_version } = finishedRow.parse(finished);
  tx.changes.push({ kind: 'error' in state ? 'step-failed' : 'step-completed', runId, stepName: name });
  if (race === 1 || request_version === 1 || pendingSteps(tx, runId).joined === 0) {
    enqueueDiscovery(tx, runId, function_id);
  }
  return true;
}

/** How many steps of a run are pending: all of them, and those that the next join waits for. */
export function pendingSteps(tx: Transaction, runId: string): { all: number; joined: number } {
  const row = tx.sql.get`SELECT count(*) AS everything, count(*) FILTER (WHERE race = 0) AS joined FROM steps
    WHERE run_id = ${runId} AND state IS NULL`;
  const counts = z.object({ everything: z.number(), joined: z.number() }).parse(row);
  return { all: counts.everything, joined: counts.joined };
}

/** Every finished step of a run with its outcome, in the order in which they finished. */
export function finishedSteps(tx: Transaction, runId: string): { id: string; state: StepState }[] {
  const rows = tx.sql
    .all`SELECT id, state FROM steps WHERE run_id = ${runId} AND state IS NOT NULL ORDER BY seq`;
  return rows.map((row) => {
    const { id, state } = z.object({ id: z.string(), state: z.string() }).parse(row);
    return { id, state: stepStateSchema.parse(JSON.parse(state)) };
  });
}

export function stepName(tx: Transaction, runId: string, stepId: string): string {
  const row = tx.sql.get`SELECT name FROM steps WHERE run_id = ${runId} AND id = ${stepId}`;
  return row ? z.string().parse(row['name']) : stepId;
}

const finishedRow = z.object({
  name: z.string(),
  race: z.number(),
  function_id: z.string(),
  request_version: z.number(),
});
