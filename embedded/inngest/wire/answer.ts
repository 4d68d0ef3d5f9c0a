import { z } from 'zod';
import { type Op, opsSchema, type WireError, wireErrorSchema } from './protocol.ts';
import type { AppReply } from './transport.ts';

/** What a call came to, once status, headers and body are read together. */
export type Answer =
  | { kind: 'ops'; ops: Op[]; retryAfter?: string; requestVersion?: number }
  | { kind: 'returned'; data: unknown }
  | { kind: 'failed'; error: WireError; retriable: boolean; retryAfter?: string };

const streamedReplySchema = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string(),
});

/**
 * Reads the app's reply. A success without the `x-inngest-sdk` header came from something else on that address (a
 * login page, a proxy) and is a failure that may be tried again.
 */
export function readAnswer(reply: AppReply): Answer {
  if (reply.status === 201) return readStreamed(reply);
  if (!reply.headers.has('x-inngest-sdk')) {
    const hint = reply.status === 401 ? '; does it use the same signing key?' : '.';
    return failure(`The app answered ${reply.status} without an x-inngest-sdk header${hint}`, true);
  }
  const retryAfter = reply.headers.get('retry-after');
  const hints = retryAfter === null ? {} : { retryAfter };
  const body = parseJson(reply.body);
  if (body === undefined)
    return failure(`The app answered ${reply.status} with a body that is not JSON.`, true);

  if (reply.status === 206) {
    const ops = opsSchema.safeParse(body);
    if (!ops.success)
      return failure(`The app answered operations of an unknown shape: ${ops.error.message}`, false);
    const version = Number(reply.headers.get('x-inngest-req-version') ?? Number.NaN);
    return {
      kind: 'ops',
      ops: ops.data,
      ...hints,
      ...(Number.isInteger(version) ? { requestVersion: version } : {}),
    };
  }
  if (reply.status === 200) return { kind: 'returned', data: body };
  return {
    kind: 'failed',
    error: errorOf(body, reply.status),
    retriable: reply.headers.get('x-inngest-no-retry') !== 'true',
    ...hints,
  };
}

/** When a requested step is not found, the SDK answers `{error: text}` and not an error object. */
function errorOf(body: unknown, status: number): WireError {
  const plain = z.object({ error: z.string() }).safeParse(body);
  if (plain.success) return { name: 'Error', message: plain.data.error };
  return wireErrorSchema.catch({ name: 'Error', message: `The app answered ${status}.` }).parse(body);
}

/** A call that broke off before a reply was complete: the step may have run, so it counts as one attempt. */
export function brokenOff(cause: unknown): Answer {
  return failure(
    `The call to the app broke off: ${cause instanceof Error ? cause.message : String(cause)}`,
    true,
  );
}

/** With `streaming` the app answers 201 at once and wraps the real reply in the body, after spaces that keep it open. */
function readStreamed(reply: AppReply): Answer {
  const envelope = streamedReplySchema.safeParse(parseJson(reply.body));
  if (!envelope.success) return failure('The app closed a streamed answer before it was complete.', true);
  const headers = new Headers(reply.headers);
  for (const [name, value] of Object.entries(envelope.data.headers ?? {})) headers.set(name, value);
  return readAnswer({ status: envelope.data.status, headers, body: envelope.data.body });
}

function failure(message: string, retriable: boolean): Answer {
  return { kind: 'failed', error: { name: 'ExecutorError', message }, retriable };
}

/** The parsed text; undefined, which no JSON text stands for, when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
