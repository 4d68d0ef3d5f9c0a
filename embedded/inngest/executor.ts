import { createDispatcher } from './dispatcher.ts';
import { createApi } from './http-api.ts';
import { listenOnLoopback } from './listen.ts';
import { definitionsOf, fetchRegistration } from './registration.ts';
import type { Backoff } from './state/apply-answer.ts';
import { deliver } from './state/events.ts';
import { replaceFunctions } from './state/functions.ts';
import { findRun, type Run, runsOfEvent } from './state/runs.ts';
import { type Change, openStore } from './state/store.ts';
import type { Registration } from './wire/protocol.ts';
import { checkedSigningKey } from './wire/signing.ts';
import { httpTransport, inProcessTransport } from './wire/transport.ts';

export type ExecutorOptions = {
  /** Where the state is kept; `:memory:` for tests, which then survive nothing. */
  stateFile: string;
  /** The app's serve route: its address, or its handler in this process. */
  app: { url: string } | { call: (request: Request) => Promise<Response> };
  /** Hex digits, optionally after `signkey-<name>-`; the app's client has the same. */
  signingKey: string;
  eventKey: string;
  /** The loopback port of the event API, 0 for any; without it there is none, and clients use `fetch`. */
  port?: number;
  /** Milliseconds before a retry; by default 1 s, doubling up to 2 min, shorter than the Inngest server's. */
  backoff?: Backoff;
  /** Epoch milliseconds. With another clock than the machine's, call `drain` after moving it. */
  now?: () => number;
  /** How long a crashed executor's steps stay unclaimed; 3 s. */
  leaseMs?: number;
  /** How long finished runs and event ids are remembered; 14 days. */
  retentionMs?: number;
  /** Called after each change is on disk. */
  onChange?: (change: Change) => void;
  /** Called for what goes wrong in the executor itself; by default a line on stderr. */
  onProblem?: (message: string, cause: unknown) => void;
};

export type Executor = {
  /** The `baseUrl` for the app's Inngest client. */
  url: string;
  /** Undefined when no port was asked for. */
  port: number | undefined;
  eventUrl: string;
  /** The same API without a port, for the `fetch` option of a client in this process. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Asks the app for its functions until it answers, and begins to run what is due. Resolves with their ids; rejects
   * with an AppError when the app is refused or uses an unsupported option.
   */
  register(): Promise<string[]>;
  run(runId: string): Run | undefined;
  runsOfEvent(eventId: string): Run[];
  /** Resolves when no call is under way and nothing is due. Sleeps and retries that lie ahead do not count. */
  drain(): Promise<void>;
  /** Ends it: waits up to `graceMs` (5 s) for calls under way; what is left is taken up by the next executor. */
  close(graceMs?: number): Promise<void>;
};

/**
 * Starts an executor of the Inngest protocol for one app, on one SQLite file. Steps are at least once while under way
 * and exactly once when finished, whatever is killed when; several executors may share a file.
 *
 * @throws AppError `refused-configuration` or `unavailable`: the key's form, the state file, the app's address, the port.
 */
export async function startExecutor(options: ExecutorOptions): Promise<Executor> {
  const signingKey = checkedSigningKey(options.signingKey);
  const now = options.now ?? Date.now;
  const onProblem = options.onProblem ?? reportOnStderr;
  const callApp =
    'url' in options.app ? httpTransport(options.app.url) : inProcessTransport(options.app.call);
  const appUrl = 'url' in options.app ? options.app.url : 'http://app.invalid/api/inngest';

  const store = openStore({
    stateFile: options.stateFile,
    now,
    deliver,
    onChange(change) {
      dispatcher.wake();
      try {
        options.onChange?.(change);
      } catch (error) {
        onProblem('An observer of the executor failed.', error);
      }
    },
  });
  const dispatcher = createDispatcher({
    store,
    callApp,
    signingKey,
    now,
    backoff: options.backoff ?? doublingBackoff,
    leaseMs: options.leaseMs ?? 3000,
    retentionMs: options.retentionMs ?? 14 * 86_400_000,
    onProblem,
  });

  function acceptRegistration(registration: Registration): string[] {
    const definitions = definitionsOf(registration);
    store.write((tx) => replaceFunctions(tx, registration.appId, definitions));
    dispatcher.open();
    return definitions.map((definition) => definition.id);
  }

  const api = createApi({ store, signingKey, eventKey: options.eventKey, now, register: acceptRegistration });
  const listener =
    options.port === undefined
      ? undefined
      : await listenOnLoopback(api, options.port, onProblem).catch(closeAndRethrow);
  const url = listener ? `http://127.0.0.1:${listener.port}` : 'http://executor.invalid';
  const closing = new AbortController();

  async function closeAndRethrow(error: unknown): Promise<never> {
    await dispatcher.close(0);
    store.close();
    throw error;
  }

  return {
    url,
    port: listener?.port,
    eventUrl: `${url}/e/${encodeURIComponent(options.eventKey)}`,
    fetch: async (input, init) => api(new Request(input, init)),
    register: async () =>
      acceptRegistration(await fetchRegistration(callApp, signingKey, appUrl, closing.signal)),
    run: (runId) => findRun(store.sql, runId),
    runsOfEvent: (eventId) => runsOfEvent(store.sql, eventId),
    drain: () => dispatcher.drain(),
    async close(graceMs = 5000) {
      closing.abort();
      await dispatcher.close(graceMs);
      await listener?.close();
      store.close();
    },
  };
}

function doublingBackoff(attempt: number): number {
  return Math.min(1000 * 2 ** attempt, 120_000);
}

function reportOnStderr(message: string, cause: unknown): void {
  const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(`embedded executor: ${message} ${reason}\n`);
}
