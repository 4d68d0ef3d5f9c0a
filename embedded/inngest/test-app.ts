/** A real app for the tests: an Inngest client, its functions behind `serve()`, and the executor that drives them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inngest, type InngestFunction } from 'inngest';
import { serve as serveEdge } from 'inngest/edge';
import { serve as serveNode } from 'inngest/node';
import { onTestFinished } from 'vitest';
import { type Executor, type ExecutorOptions, startExecutor } from './executor.ts';
import type { Run } from './state/runs.ts';

export const testSigningKey = 'signkey-test-0123456789abcdef';
export const testEventKey = 'test-event-key';

export type TestApp = {
  executor: Executor;
  client: Inngest;
  /** Moves the executor's clock and lets it do all that has come due. */
  advance(ms: number): Promise<void>;
  /** Sends one event and lets the executor do all that is due; the runs it started. */
  trigger(name: string, data?: Record<string, unknown>, id?: string): Promise<Run[]>;
  /** The app's serve route, to be called by somebody else than the executor. */
  handler: (request: Request) => Promise<Response>;
};

export type TestAppOptions = Partial<Omit<ExecutorOptions, 'app'>> & {
  transport?: 'in-process' | 'loopback';
  functions: (client: Inngest) => InngestFunction.Any[];
  /** Stands between executor and app, in process. */
  between?: (request: Request, app: (request: Request) => Promise<Response>) => Promise<Response>;
};

/**
 * Starts it registered, with no wait before retries and a clock that only `advance` moves, unless told otherwise, and
 * ends it with the test.
 */
export async function startTestApp({
  transport,
  functions,
  between,
  ...options
}: TestAppOptions): Promise<TestApp> {
  let clock = Date.now();
  const client = new Inngest({
    id: 'app',
    isDev: false,
    signingKey: testSigningKey,
    eventKey: testEventKey,
    baseUrl: 'http://executor.invalid',
    fetch: (input, init) => executor.fetch(input, init),
    logger: silentLogger,
    internalLogger: silentLogger,
  });
  const serving = { client, functions: functions(client), servePath: '/api/inngest' };
  const handler = serveEdge(serving);
  const web = transport === 'loopback' ? await listen(createServer(serveNode(serving))) : undefined;

  const executor: Executor = await startExecutor({
    stateFile: ':memory:',
    app: web
      ? { url: web.url }
      : { call: (request) => (between ? between(request, handler) : handler(request)) },
    signingKey: testSigningKey,
    eventKey: testEventKey,
    backoff: () => 0,
    now: () => clock,
    onProblem: reportProblem,
    ...options,
  });
  onTestFinished(async () => {
    await executor.close(0);
    await web?.close();
  });
  await executor.register();

  return {
    executor,
    client,
    handler,
    async advance(ms) {
      clock += ms;
      await executor.drain();
    },
    async trigger(name, data = {}, id) {
      const { ids } = await client.send({ name, data, ...(id === undefined ? {} : { id }) });
      await executor.drain();
      return executor.runsOfEvent(ids[0] ?? '');
    },
  };
}

/** What goes wrong in the executor itself fails the test. */
export function reportProblem(message: string, cause: unknown): never {
  throw new Error(message, { cause });
}

/** The only run in the list, or a failed test. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`Expected one, got ${list.length}.`);
  return first;
}

/** A folder that is removed with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'executor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };

async function listen(server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/inngest`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
