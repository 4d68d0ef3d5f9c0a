import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { nextTickMs } from './state/cron-schedule.ts';
import { parseExpression } from './state/expression.ts';
import type { FunctionDefinition } from './state/functions.ts';
import { deadlineMs } from './wire/duration.ts';
import { type FunctionConfig, type Registration, registrationSchema } from './wire/protocol.ts';
import { signatureHeader } from './wire/signing.ts';
import { type AppReply, AppUnreachable, type CallApp } from './wire/transport.ts';

/** What the Inngest server does when a function does not say; the SDK's own documentation says 3. */
const defaultRetries = 4;
const retryEveryMs = 250;
const readTimeoutMs = 30_000;

const unsupportedOptions = [
  'batchEvents',
  'rateLimit',
  'throttle',
  'debounce',
  'priority',
  'singleton',
  'timeouts',
  'idempotency',
] as const;

/**
 * Asks the app for its functions (in-band sync), again and again until it answers, as it may start later.
 *
 * @throws AppError `refused-configuration` when the app answers and refuses, or answers something else.
 */
export async function fetchRegistration(
  callApp: CallApp,
  signingKey: string,
  appUrl: string,
  signal: AbortSignal,
): Promise<Registration> {
  for (;;) {
    const reply = await askForFunctions(callApp, signingKey, appUrl, signal);
    if (reply) return readRegistration(reply);
    await delay(retryEveryMs, undefined, { signal });
  }
}

/**
 * The functions of a registration as the executor will run them.
 *
 * @throws AppError `refused-configuration` naming the function and the option that is not supported.
 */
export function definitionsOf(registration: Registration): FunctionDefinition[] {
  return registration.functions.map((config) => {
    refuseUnsupported(config);
    return {
      id: config.id,
      maxAttempts: (config.steps['step']?.retries?.attempts ?? defaultRetries) + 1,
      concurrency: concurrencyOf(config),
      triggers: config.triggers.flatMap(({ event, expression }) =>
        event ? [{ eventName: event, expression: checkedExpression(config, expression) }] : [],
      ),
      crons: config.triggers.flatMap(({ cron }) => (cron ? [checkedSchedule(config, cron)] : [])),
      cancelRules: (config.cancel ?? []).map((rule) => ({
        eventName: rule.event,
        expression: checkedExpression(config, rule.if),
        timeout: checkedTimeout(config, rule.timeout),
      })),
    };
  });
}

/** The reply to the sync request; undefined while the app is not there yet. */
async function askForFunctions(
  callApp: CallApp,
  signingKey: string,
  appUrl: string,
  signal: AbortSignal,
): Promise<AppReply | undefined> {
  const body = JSON.stringify({ url: appUrl });
  const headers = {
    'content-type': 'application/json',
    'x-inngest-sync-kind': 'in_band',
    'x-inngest-server-kind': 'cloud',
    'x-inngest-signature': signatureHeader(signingKey, body, Date.now()),
  };
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(readTimeoutMs)]);
    const reply = await callApp({ method: 'PUT', search: '', headers, body }, limit);
    const starting = reply.status === 404 || reply.status === 502 || reply.status === 503;
    return starting ? undefined : reply;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppUnreachable || isBrokenConnection(error)) return undefined;
    throw error;
  }
}

/** The app went away while it was answering, or takes longer than one question is worth. */
function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || ('code' in error && error.code === 'ECONNRESET');
}

function readRegistration(reply: AppReply): Registration {
  if (reply.status === 401) {
    throw refused('The app refused the sync request: it uses another Inngest signing key.');
  }
  if (reply.headers.get('x-inngest-sync-kind') !== 'in_band') {
    throw refused(
      `The app answered the sync request with ${reply.status} and no functions: ${reply.body.slice(0, 300)}`,
    );
  }
  try {
    return registrationSchema.parse(JSON.parse(reply.body));
  } catch (error) {
    throw refused('The app described its functions in a form that is not known.', error);
  }
}

function refuseUnsupported(config: FunctionConfig): void {
  for (const option of unsupportedOptions) {
    const value = config[option];
    if (value !== undefined && value !== null) {
      throw refused(`Function "${config.id}" uses ${option}, which the embedded executor does not support.`);
    }
  }
  if (config.triggers.some((trigger) => trigger['jitter'])) {
    throw refused(`Function "${config.id}" uses cron jitter, which the embedded executor does not support.`);
  }
}

const plainConcurrency = z.union([
  z.number(),
  z.strictObject({ limit: z.number(), scope: z.literal('fn').optional() }).transform(({ limit }) => limit),
]);

/** The limit of calls under way at once; zero means none, as on the Inngest server. */
function concurrencyOf(config: FunctionConfig): number | undefined {
  const given = config.concurrency;
  if (given === undefined || given === null) return undefined;
  const limit = plainConcurrency.safeParse(Array.isArray(given) && given.length === 1 ? given[0] : given);
  if (!limit.success) {
    throw refused(
      `Function "${config.id}" uses concurrency with a key, a wider scope or several limits, which the embedded executor does not support.`,
    );
  }
  return limit.data > 0 ? limit.data : undefined;
}

function checkedExpression(config: FunctionConfig, source: string | null | undefined): string | undefined {
  if (!source) return undefined;
  try {
    parseExpression(source);
    return source;
  } catch (error) {
    throw refused(`Function "${config.id}": ${messageOf(error)}`, error);
  }
}

function checkedSchedule(config: FunctionConfig, schedule: string): string {
  try {
    nextTickMs(schedule, 0);
    return schedule;
  } catch (error) {
    throw refused(`Function "${config.id}": ${messageOf(error)}`, error);
  }
}

function checkedTimeout(config: FunctionConfig, timeout: string | null | undefined): string | undefined {
  if (!timeout) return undefined;
  if (deadlineMs(timeout, 0) === undefined) {
    throw refused(
      `Function "${config.id}" has a cancelOn timeout "${timeout}" that is neither a span nor a date.`,
    );
  }
  return timeout;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refused(message: string, cause?: unknown): AppError {
  return new AppError('refused-configuration', message, cause === undefined ? {} : { cause });
}
