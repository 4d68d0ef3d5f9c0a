import { maxAttemptsOf } from './functions.ts';
import { type Job, otherJobs } from './jobs.ts';
import { findRun } from './runs.ts';
import { finishedSteps, pendingSteps } from './steps.ts';
import type { Transaction } from './store.ts';

/** A call to make: which function, which step of it ("step" stands for none in particular), and the body to sign. */
export type Call = { job: Job; stepId: string; requestVersion: number; body: unknown };

/**
 * The call for a job, with everything the run remembers so far. The function may run a step at once only when nothing
 * else of the run is pending or about to be asked: it would run an unfinished sibling a second time
 * (inngest/inngest#4897). `ctx.fn_id` is left out, which keeps the SDK from checkpointing to a server.
 *
 * @returns undefined when the run is gone.
 */
export function callFor(tx: Transaction, job: Job): Call | undefined {
  const run = findRun(tx.sql, job.runId);
  if (!run) return undefined;
  const finished = finishedSteps(tx, run.id);
  const planOnly = pendingSteps(tx, run.id).all > 0 || otherJobs(tx, job).discoveries > 0;
  const stepId = job.stepId ?? 'step';
  return {
    job,
    stepId,
    requestVersion: run.requestVersion,
    body: {
      version: run.requestVersion,
      event: run.event,
      events: [run.event],
      steps: Object.fromEntries(
        finished.map(({ id, state }) => [id, { type: 'error' in state ? 'error' : 'data', ...state }]),
      ),
      defers: {},
      ctx: {
        run_id: run.id,
        step_id: stepId,
        job_id: String(job.id),
        attempt: job.attempt,
        max_attempts: maxAttemptsOf(tx, run.functionId),
        disable_immediate_execution: planOnly,
        use_api: false,
        stack: { stack: finished.map((step) => step.id), current: finished.length },
      },
    },
  };
}
