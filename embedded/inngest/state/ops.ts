import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/errors.ts';
import { deadlineMs } from '../wire/duration.ts';
import {
  invokeOptionsSchema,
  lifecycleEvents,
  type Op,
  waitOptionsSchema,
  type WireError,
} from '../wire/protocol.ts';
import { parseExpression } from './expression.ts';
import { isRegistered } from './functions.ts';
import { enqueueStep, type Job } from './jobs.ts';
import { startRun } from './runs.ts';
import { addPendingStep, finishStep } from './steps.ts';
import type { Transaction } from './store.ts';

/** The wait the Inngest server gives an invoked function when the caller names none. */
const invokeTimeoutMs = 366 * 86_400_000;

/**
 * What is left to do about the job after one operation was taken in: nothing, or it failed for now, or the run asked
 * for what this executor cannot do.
 */
export type OpResult =
  | { kind: 'taken' }
  | { kind: 'retry'; error: WireError }
  | { kind: 'refused'; error: WireError };

/** Takes in one operation that a call of `job` answered with. An operation the run knows already changes nothing. */
export function takeOp(tx: Transaction, job: Job, op: Op): OpResult {
  try {
    return takeKnownOp(tx, job, op);
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
}

function takeKnownOp(tx: Transaction, job: Job, op: Op): OpResult {
  switch (op.op) {
    case 'StepRun':
      addPendingStep(tx, pendingOf(job, op));
      finishStep(tx, job.runId, op.id, { data: op.data ?? null });
      return { kind: 'taken' };
    case 'StepFailed':
      addPendingStep(tx, pendingOf(job, op));
      finishStep(tx, job.runId, op.id, { error: errorOf(op) });
      return { kind: 'taken' };
    case 'StepError':
      return { kind: 'retry', error: errorOf(op) };
    case 'StepPlanned':
      if (addPendingStep(tx, pendingOf(job, op))) enqueueStep(tx, job.runId, job.functionId, op.id);
      return { kind: 'taken' };
    case 'Sleep':
      addPendingStep(tx, { ...pendingOf(job, op), dueAt: deadlineOf(op.name ?? '', tx.now, op) });
      return { kind: 'taken' };
    case 'WaitForEvent':
      return waitForEvent(tx, job, op);
    case 'InvokeFunction':
      return invoke(tx, job, op);
    default:
      return refused(`The embedded executor does not support the operation ${op.op} (step "${nameOf(op)}").`);
  }
}

function waitForEvent(tx: Transaction, job: Job, op: Op): OpResult {
  const options = waitOptionsSchema.safeParse(op.opts);
  if (!options.success || !op.name) return refused(`The wait "${nameOf(op)}" names no event or no timeout.`);
  const expression = options.data.if;
  if (expression) parseExpression(expression);
  addPendingStep(tx, {
    ...pendingOf(job, op),
    dueAt: deadlineOf(options.data.timeout, tx.now, op),
    eventName: op.name,
    ...(expression ? { expression } : {}),
  });
  return { kind: 'taken' };
}

function invoke(tx: Transaction, job: Job, op: Op): OpResult {
  const options = invokeOptionsSchema.safeParse(op.opts);
  if (!options.success) return refused(`The call "${nameOf(op)}" names no function to invoke.`);
  const { function_id: functionId, payload, timeout } = options.data;
  const dueAt = timeout ? deadlineOf(timeout, tx.now, op) : tx.now + invokeTimeoutMs;
  if (!addPendingStep(tx, { ...pendingOf(job, op), dueAt })) return { kind: 'taken' };
  if (!isRegistered(tx, functionId)) {
    const message = `There is no function "${functionId}" to invoke.`;
    finishStep(tx, job.runId, op.id, { error: { name: 'FunctionNotFoundError', message } });
    return { kind: 'taken' };
  }
  const event = {
    ...payload,
    id: randomUUID(),
    name: lifecycleEvents.invoked,
    data: payload?.data ?? {},
    ts: tx.now,
  };
  startRun(tx, functionId, event, { runId: job.runId, stepId: op.id });
  return { kind: 'taken' };
}

function pendingOf(job: Job, op: Op) {
  return {
    runId: job.runId,
    id: op.id,
    name: nameOf(op),
    op: op.op,
    race: op.opts?.['parallelMode'] === 'race',
  };
}

function deadlineOf(text: string, now: number, op: Op): number {
  const due = deadlineMs(text, now);
  if (due !== undefined) return due;
  throw new AppError(
    'invalid-input',
    `The step "${nameOf(op)}" waits for "${text}", which is neither a span nor a date.`,
  );
}

function nameOf(op: Op): string {
  return op.displayName ?? op.name ?? op.id;
}

function errorOf(op: Op): WireError {
  return op.error ?? { name: 'Error', message: `The step "${nameOf(op)}" failed without saying why.` };
}

function refused(message: string): OpResult {
  return { kind: 'refused', error: { name: 'UnsupportedByExecutorError', message } };
}
