import { setTimeout as delay } from 'node:timers/promises';
import { applyAnswer, type Backoff, postponeJob } from './state/apply-answer.ts';
import { type Call, callFor } from './state/call.ts';
import { settleDeadlines, startScheduledRuns } from './state/deadlines.ts';
import { claimJob, deleteJob, extendLease, isAnythingDue, type Job, nextDueAt } from './state/jobs.ts';
import { pruneFinished } from './state/retention.ts';
import type { Store, Transaction } from './state/store.ts';
import { type Answer, brokenOff, readAnswer } from './wire/answer.ts';
import { canonicalJson, signatureHeader } from './wire/signing.ts';
import { AppUnreachable, type CallApp } from './wire/transport.ts';

/** How often the state is looked at for what another executor on the same file has queued. */
const pollMs = 500;
const unreachableDelayMs = 500;
const pruneEveryMs = 3_600_000;
const maxCallsUnderWay = 100;
/** The Inngest server gives a single call two hours. */
const callTimeoutMs = 2 * 3_600_000;

export type DispatcherOptions = {
  store: Store;
  callApp: CallApp;
  signingKey: string;
  now: () => number;
  backoff: Backoff;
  leaseMs: number;
  retentionMs: number;
  onProblem: (message: string, cause: unknown) => void;
};

export type Dispatcher = {
  /** Begins to make calls; until then events are only queued. */
  open(): void;
  /** Looks at once for what is due, for example after an event came in. */
  wake(): void;
  /** Resolves when no call is under way and nothing is due that this executor could do. */
  drain(): Promise<void>;
  /** Makes no further call, waits up to `graceMs` for those under way, and leaves the leases of the rest to run out. */
  close(graceMs: number): Promise<void>;
};

/** Makes the calls that are due: claims jobs, asks the app, writes down the answers, keeps leases alive meanwhile. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, now, leaseMs, onProblem } = options;
  const underWay = new Map<number, { job: Job; done: Promise<void> }>();
  const aborted = new AbortController();
  let phase: 'waiting' | 'open' | 'closing' | 'closed' = 'waiting';
  let timer: NodeJS.Timeout | undefined;
  let woken: NodeJS.Immediate | undefined;
  let lastPruned = Number.NEGATIVE_INFINITY;

  const heartbeat = setInterval(() => {
    if (underWay.size === 0) return;
    guarded('The leases of running steps could not be extended.', () =>
      store.write((tx) => {
        for (const { job } of underWay.values()) extendLease(tx, job, leaseMs);
      }),
    );
  }, leaseMs / 3);

  /** Does all that is due now, and sets the timer for what is due next. True when there was anything to do. */
  function pump(): boolean {
    if (phase !== 'open') return false;
    clearTimeout(timer);
    const worked = guarded('The job state could not be read or written.', workOnDue) ?? false;
    const next = guarded('The job state could not be read.', () => nextDueAt(store.sql, now()));
    timer = setTimeout(pump, Math.min(Math.max((next ?? Number.POSITIVE_INFINITY) - now(), 1), pollMs));
    return worked;
  }

  function workOnDue(): boolean {
    const prune = now() - lastPruned >= pruneEveryMs;
    if (!prune && !isAnythingDue(store.sql, now())) return false;
    const { calls, changes } = store.write((tx) => {
      settleDeadlines(tx);
      startScheduledRuns(tx);
      if (prune) pruneFinished(tx, options.retentionMs);
      return { calls: claimCalls(tx), changes: tx.changes };
    });
    if (prune) lastPruned = now();
    for (const call of calls) underWay.set(call.job.id, { job: call.job, done: make(call) });
    return calls.length > 0 || changes.length > 0;
  }

  function claimCalls(tx: Transaction): Call[] {
    const calls: Call[] = [];
    while (underWay.size + calls.length < maxCallsUnderWay) {
      const job = claimJob(tx, leaseMs, [...underWay.keys()]);
      if (!job) break;
      const call = callFor(tx, job);
      if (call) calls.push(call);
      else deleteJob(tx, job);
    }
    return calls;
  }

  async function make({ job, ...call }: Call): Promise<void> {
    const answer = await ask(job, call);
    underWay.delete(job.id);
    if (phase === 'closed') return;
    guarded(`The outcome of a call of ${job.functionId} could not be written.`, () =>
      store.write((tx) => {
        if (answer === 'unreachable') postponeJob(tx, job, unreachableDelayMs);
        else applyAnswer(tx, job, answer, options.backoff);
      }),
    );
    wake();
  }

  async function ask(job: Job, call: Omit<Call, 'job'>): Promise<Answer | 'unreachable'> {
    const body = canonicalJson(call.body);
    const headers = {
      'content-type': 'application/json',
      'x-run-id': job.runId,
      'x-inngest-req-version': String(call.requestVersion),
      'x-inngest-server-kind': 'cloud',
      'x-inngest-job-id': String(job.id),
      'x-request-id': job.fence,
      // The SDK compares this time with its own clock, so it is the machine's and not the executor's.
      'x-inngest-signature': signatureHeader(options.signingKey, body, Date.now()),
    };
    const search = `?${new URLSearchParams({ fnId: job.functionId, stepId: call.stepId })}`;
    const signal = AbortSignal.any([aborted.signal, AbortSignal.timeout(callTimeoutMs)]);
    try {
      return readAnswer(await options.callApp({ method: 'POST', search, headers, body }, signal));
    } catch (error) {
      return error instanceof AppUnreachable ? 'unreachable' : brokenOff(error);
    }
  }

  function wake(): void {
    if (phase !== 'open' || woken) return;
    woken = setImmediate(() => {
      woken = undefined;
      pump();
    });
  }

  /** A failing disk must not end the loop: the problem is reported, and the next round tries again. */
  function guarded<T>(problem: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      onProblem(problem, error);
      return undefined;
    }
  }

  return {
    open() {
      if (phase === 'waiting') phase = 'open';
      wake();
    },
    wake,
    async drain() {
      while (pump() || underWay.size > 0) {
        if (underWay.size > 0) await Promise.race([...underWay.values()].map(({ done }) => done));
      }
    },
    async close(graceMs) {
      phase = 'closing';
      clearTimeout(timer);
      clearImmediate(woken);
      const calls = Promise.all([...underWay.values()].map(({ done }) => done));
      await Promise.race([calls, delay(graceMs, undefined, { ref: false })]);
      phase = 'closed';
      clearInterval(heartbeat);
      aborted.abort();
    },
  };
}
