import type { Answer } from '../wire/answer.ts';
import type { WireError } from '../wire/protocol.ts';
import { maxAttemptsOf } from './functions.ts';
import { deleteJob, holdsFence, type Job, otherJobs, rescheduleJob } from './jobs.ts';
import { takeOp } from './ops.ts';
import { endRun, noteRequestVersion } from './runs.ts';
import { finishStep, pendingSteps, stepName } from './steps.ts';
import type { Transaction } from './store.ts';

/** How long to wait before a retry, in milliseconds; `attempt` is the number of the try that failed, from 0. */
export type Backoff = (attempt: number) => number;

const retryAfterRangeMs = { least: 1000, most: 24 * 3_600_000 };

/**
 * Writes down what a call came to and queues what follows from it. An answer to a job that was cancelled meanwhile, or
 * that another executor has taken over, is dropped.
 */
export function applyAnswer(tx: Transaction, job: Job, answer: Answer, backoff: Backoff): void {
  if (!holdsFence(tx, job)) return;
  if (answer.kind === 'returned') {
    endRun(tx, job.runId, { status: 'completed', result: answer.data });
  } else if (answer.kind === 'failed') {
    const final = !answer.retriable || isLastAttempt(tx, job);
    if (final) endRun(tx, job.runId, { status: 'failed', error: answer.error });
    else retryLater(tx, job, answer.retryAfter, backoff);
  } else {
    applyOps(tx, job, answer, backoff);
  }
}

/** The call did not reach the app: the job waits, and no attempt is used up. */
export function postponeJob(tx: Transaction, job: Job, delayMs: number): void {
  if (holdsFence(tx, job)) rescheduleJob(tx, job, job.attempt, tx.now + delayMs);
}

function applyOps(
  tx: Transaction,
  job: Job,
  answer: Extract<Answer, { kind: 'ops' }>,
  backoff: Backoff,
): void {
  if (answer.requestVersion !== undefined) noteRequestVersion(tx, job.runId, answer.requestVersion);
  if (job.stepId !== undefined && !answer.ops.some((op) => op.id === job.stepId)) {
    const message = `The app was asked for the step "${stepName(tx, job.runId, job.stepId)}" and answered another.`;
    failRun(tx, job, message);
    return;
  }
  for (const op of answer.ops) {
    const result = takeOp(tx, job, op);
    if (result.kind === 'refused') {
      endRun(tx, job.runId, { status: 'failed', error: result.error });
      return;
    }
    if (result.kind === 'retry') {
      retryStep(tx, job, op.id, result.error, answer.retryAfter, backoff);
      return;
    }
  }
  const left = otherJobs(tx, job);
  deleteJob(tx, job);
  if (left.all === 0 && pendingSteps(tx, job.runId).all === 0) {
    failRun(tx, job, 'The function neither returned nor named a step that is still to be done.');
  }
}

/** The SDK itself says StepFailed on the last attempt; should it not, the step has failed all the same. */
function retryStep(
  tx: Transaction,
  job: Job,
  stepId: string,
  error: WireError,
  retryAfter: string | undefined,
  backoff: Backoff,
): void {
  if (!isLastAttempt(tx, job)) {
    retryLater(tx, job, retryAfter, backoff);
    return;
  }
  if (finishStep(tx, job.runId, stepId, { error })) deleteJob(tx, job);
  else endRun(tx, job.runId, { status: 'failed', error });
}

function retryLater(tx: Transaction, job: Job, retryAfter: string | undefined, backoff: Backoff): void {
  const delayMs = retryAfter === undefined ? backoff(job.attempt) : retryAfterMs(retryAfter, tx.now);
  rescheduleJob(tx, job, job.attempt + 1, tx.now + delayMs);
  const name = job.stepId === undefined ? job.functionId : stepName(tx, job.runId, job.stepId);
  tx.changes.push({ kind: 'step-retrying', runId: job.runId, stepName: name });
}

/** `Retry-After` is seconds or a date; both are kept within one second and one day, as the Inngest server does. */
function retryAfterMs(value: string, now: number): number {
  const seconds = Number(value);
  const wanted = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  const { least, most } = retryAfterRangeMs;
  return Number.isNaN(wanted) ? least : Math.min(Math.max(wanted, least), most);
}

function isLastAttempt(tx: Transaction, job: Job): boolean {
  return job.attempt + 1 >= maxAttemptsOf(tx, job.functionId);
}

function failRun(tx: Transaction, job: Job, message: string): void {
  endRun(tx, job.runId, { status: 'failed', error: { name: 'ExecutorError', message } });
}
