/**
 * The shapes spoken between an Inngest server and the SDK, as far as the executor uses them.
 * Source: docs/SDK_SPEC.md of github.com/inngest/inngest, and the wire format of npm `inngest` 4.24.
 */
import { z } from 'zod';

/** Event names under this prefix are the executor's own; the event API refuses them from outside. */
export const reservedEventPrefix = 'inngest/';

export const lifecycleEvents = {
  failed: 'inngest/function.failed',
  finished: 'inngest/function.finished',
  cancelled: 'inngest/function.cancelled',
  invoked: 'inngest/function.invoked',
  scheduled: 'inngest/scheduled.timer',
} as const;

const fields = z.record(z.string(), z.unknown());

/** One event as a client sends it; `id` is the sender's deduplication key, `ts` is epoch milliseconds. */
export const sentEventSchema = z.looseObject({
  name: z.string().min(1),
  data: fields.nullish(),
  id: z.string().min(1).nullish(),
  ts: z.number().nullish(),
});

/** One event as it is stored and handed to functions. */
export const inngestEventSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  data: fields,
  ts: z.number(),
});
export type InngestEvent = z.infer<typeof inngestEventSchema>;

/** An error in the form the SDK serialises and revives. */
export const wireErrorSchema = z.looseObject({
  name: z.string().catch('Error'),
  message: z.string().catch('Unknown error'),
  stack: z.string().optional().catch(undefined),
});
export type WireError = z.infer<typeof wireErrorSchema>;

/** What a finished step is remembered as. JSON only: dates and class instances do not survive. */
export const stepStateSchema = z.union([
  z.strictObject({ data: z.unknown() }),
  z.strictObject({ error: wireErrorSchema }),
]);
export type StepState = z.infer<typeof stepStateSchema>;

/** One operation of a 206 answer. `id` is the hex SHA-1 of the step's name in the function. */
export const opSchema = z.object({
  id: z.string().min(1),
  op: z.string().min(1),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: fields.nullish(),
  data: z.unknown().optional(),
  error: wireErrorSchema.nullish(),
});
export type Op = z.infer<typeof opSchema>;
export const opsSchema = z.union([z.array(opSchema), opSchema.transform((op) => [op])]);

export const waitOptionsSchema = z.looseObject({ timeout: z.string(), if: z.string().nullish() });

export const invokeOptionsSchema = z.looseObject({
  function_id: z.string().min(1),
  payload: z.looseObject({ data: fields.nullish() }).nullish(),
  timeout: z.string().nullish(),
});

/** One function as `serve()` describes it at registration; options that are not read here stay in the object. */
export const functionConfigSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  triggers: z.array(
    z.looseObject({
      event: z.string().nullish(),
      expression: z.string().nullish(),
      cron: z.string().nullish(),
    }),
  ),
  steps: z.record(
    z.string(),
    z.looseObject({ retries: z.looseObject({ attempts: z.number().int().min(0).nullish() }).nullish() }),
  ),
  cancel: z
    .array(z.looseObject({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
    .nullish(),
  concurrency: z.unknown().optional(),
});
export type FunctionConfig = z.infer<typeof functionConfigSchema>;

/** What registration carries, whether answered in band or posted to `/fn/register` (there the id is `appName`). */
export const registrationSchema = z
  .looseObject({
    app_id: z.string().optional(),
    appName: z.string().optional(),
    functions: z.array(functionConfigSchema),
  })
  .transform((body) => ({ appId: body.app_id ?? body.appName ?? 'app', functions: body.functions }));
export type Registration = z.infer<typeof registrationSchema>;
