import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { isAnyRegistered } from './state/functions.ts';
import { endRun, findRun, type Run, runsOfEvent } from './state/runs.ts';
import type { Store } from './state/store.ts';
import {
  type InngestEvent,
  registrationSchema,
  reservedEventPrefix,
  sentEventSchema,
} from './wire/protocol.ts';
import { bearerOf, sameSecret } from './wire/signing.ts';

export type ApiOptions = {
  store: Store;
  signingKey: string;
  eventKey: string;
  now: () => number;
  /** Takes a registration in, or throws an AppError that says what is refused. */
  register: (registration: z.infer<typeof registrationSchema>) => void;
};

/**
 * The server's side that the SDK calls: `POST /e/:key` (events), `POST /fn/register`, and `GET` or `DELETE`
 * `/v1/runs/:id`, `GET /v1/events/:id/runs`. `GET /health` needs no key.
 */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await route(options, request);
    } catch (error) {
      if (error instanceof AppError) return failure(error.status, error.message);
      throw error;
    }
  };
}

async function route(options: ApiOptions, request: Request): Promise<Response> {
  const [root, first, second, third] = new URL(request.url).pathname
    .split('/')
    .slice(1)
    .map(decodeURIComponent);
  const { method } = request;
  if (method === 'GET' && root === 'health') return Response.json({ status: 'ok' });
  if (method === 'POST' && root === 'e') return acceptEvents(options, request, first ?? '');

  if (!sameSecret(request.headers.get('authorization') ?? '', `Bearer ${bearerOf(options.signingKey)}`)) {
    return failure(401, 'The signing key is missing or not this executor’s.');
  }
  if ((method === 'POST' || method === 'PUT') && root === 'fn' && first === 'register') {
    options.register(await bodyOf(request, registrationSchema));
    return Response.json({ ok: true, status: 200, modified: true });
  }
  if (root === 'v1' && first === 'runs' && second && !third) {
    if (method === 'GET') return runAnswer(findRun(options.store.sql, second));
    if (method === 'DELETE') return cancelRun(options, second);
  }
  if (method === 'GET' && root === 'v1' && first === 'events' && second && third === 'runs') {
    return Response.json({ data: runsOfEvent(options.store.sql, second).map(runView) });
  }
  return failure(404, `The embedded executor has no ${method} ${new URL(request.url).pathname}.`);
}

async function acceptEvents(options: ApiOptions, request: Request, key: string): Promise<Response> {
  if (!sameSecret(key, options.eventKey)) return failure(401, 'The event key is not this executor’s.');
  // Before the first registration an event would start nothing and be gone; the SDK tries again after a 503.
  if (!isAnyRegistered(options.store.sql)) return failure(503, 'No functions are registered yet.');
  const sent = await bodyOf(
    request,
    z.union([z.array(sentEventSchema), sentEventSchema.transform((one) => [one])]),
  );
  const reserved = sent.find((event) => event.name.startsWith(reservedEventPrefix));
  if (reserved) return failure(400, `The event name "${reserved.name}" is reserved.`);
  const seed = request.headers.get('x-inngest-event-id-seed');
  const events: InngestEvent[] = sent.map((event, index) => ({
    ...event,
    id: event.id ?? (seed === null ? randomUUID() : seededId(seed, index)),
    data: event.data ?? {},
    ts: event.ts ?? options.now(),
  }));
  options.store.write((tx) => tx.outbox.push(...events));
  return Response.json({ ids: events.map((event) => event.id), status: 200 });
}

/** The SDK repeats a request with the same seed, so the same event gets the same id and is taken in once. */
function seededId(seed: string, index: number): string {
  return createHash('sha256').update(`${seed},${index}`).digest('hex').slice(0, 32);
}

function cancelRun({ store }: ApiOptions, runId: string): Response {
  if (!findRun(store.sql, runId)) return runAnswer(undefined);
  const cancelled = store.write((tx) => endRun(tx, runId, { status: 'cancelled' }));
  return cancelled ? new Response(null, { status: 204 }) : failure(409, 'The run has already ended.');
}

function runAnswer(run: Run | undefined): Response {
  return run ? Response.json({ data: runView(run) }) : failure(404, 'There is no such run.');
}

/** A run as the Inngest REST API shows it. */
function runView(run: Run) {
  return {
    run_id: run.id,
    function_id: run.functionId,
    event_id: run.event.id,
    status: run.status.charAt(0).toUpperCase() + run.status.slice(1),
    run_started_at: isoDate(run.startedAt),
    ended_at: run.endedAt === undefined ? null : isoDate(run.endedAt),
    output: run.outcome ? ('error' in run.outcome ? run.outcome.error : run.outcome.result) : null,
  };
}

function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(await request.json());
  } catch (error) {
    throw new AppError('invalid-input', 'The body is not of the expected form.', { cause: error });
  }
}

/** The SDK reads `error` and `status` from the body. */
function failure(status: number, error: string): Response {
  return Response.json({ ok: false, error, status }, { status });
}
